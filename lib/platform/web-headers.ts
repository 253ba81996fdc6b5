import { randomBytes } from 'node:crypto';

/** The header in which a route tells our own server how long its answer is: Next keeps no Content-Length of a stream, and without one nobody sees how much is left. */
export const BODY_BYTES = 'x-body-bytes';

/** 128 random bits, new for each answer (CSP Level 3, section 7.1). */
export const newNonce = (): string => randomBytes(16).toString('base64');

/** Scripts and styles run only from our own files or with this answer's nonce; nothing may frame the page or take its forms elsewhere. */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** What every answer carries beside the policy above. */
export function securityHeaders(baseUrl: string): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    ...(baseUrl.startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}
