import type { IncomingHttpHeaders } from 'node:http';
import { isLocale, type Locale } from '@/lib/domain/locale';
import { translator } from './i18n/translator';

/** Bytes of a request's body. The longest form we have is far below; more is a mistake or an attack. */
export const BODY_LIMIT = 1024 * 1024;

/** Bytes of a form that may have documents in it: 20 MB of them, and what a form puts around. */
export const ANSWER_LIMIT = 21 * 1024 * 1024;

/** Bytes of a mail that is handed in: what mail servers commonly take. */
export const MAIL_LIMIT = 26 * 1024 * 1024;

export type RequestRefusal = 'tooLarge' | 'lengthMissing' | 'otherSite' | 'badAddress' | 'badMethod' | 'databaseAway';

const STATUS: Record<RequestRefusal, number> = {
  tooLarge: 413,
  lengthMissing: 411,
  otherSite: 403,
  badAddress: 400,
  badMethod: 405,
  databaseAway: 503,
};
const HEADERS: Partial<Record<RequestRefusal, Record<string, string>>> = {
  badMethod: { Allow: 'GET, HEAD, POST' },
  databaseAway: { 'Retry-After': '30' },
};
// What our pages and routes take; OPTIONS is answered by Next. TRACE would send back what a page may not read (RFC 9110, section 9.3.8).
const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);
const CHANGES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Whether a request is refused before a page or route sees it.
 * Another site may not send one that changes something (Fetch Metadata; Origin for browsers without it), and a body needs a stated, modest length.
 * @param origin of the public address, such as https://rights.example.com
 * @param path as it was asked for
 */
export function refusalOf(
  method: string,
  headers: IncomingHttpHeaders,
  origin: string,
  path: string,
): RequestRefusal | null {
  if (CHANGES.has(method) && !isOwn(headers, origin) && !isLetInBySecret(method, headers, path)) return 'otherSite';
  if (!METHODS.has(method)) return 'badMethod';
  if (headers['transfer-encoding'] !== undefined) return 'lengthMissing';
  if (Number(headers['content-length'] ?? 0) > limitOf(method, path)) return 'tooLarge';
  return null;
}

function limitOf(method: string, path: string): number {
  if (method !== 'POST') return BODY_LIMIT;
  if (INQUIRY_LINK.test(path) || WITH_FILES.test(path)) return ANSWER_LIMIT;
  return MAIL_INTAKE.test(path) ? MAIL_LIMIT : BODY_LIMIT;
}

function isOwn({ origin: from, 'sec-fetch-site': site }: IncomingHttpHeaders, origin: string): boolean {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  // A page that hides its address, because a token is in it, sends its forms with the Origin "null": then only Fetch Metadata tells.
  if (from === 'null') return site === 'same-origin';
  return from === undefined || from === origin;
}

// The pages of mailed links; the last part is the secret of 256 bits that the form sends.
const MAILED_LINK = /^\/[^/?]+\/[^/?]+\/(?:confirm|mandate)\/[\w-]{43}(?:\?|$)/;

// Where mails are handed in, with a secret of its own.
const MAIL_INTAKE = /^\/api\/mail\/[\w-]+(?:\?|$)/;

// The page on which the owner of a system answers, in the same manner.
const INQUIRY_LINK = /^\/asked\/[\w-]{43}(?:\?|$)/;

// Pages on which people of a case write to each other, with files: larger than what they take, so that what is too much is said with the words kept.
const WITH_FILES = /^\/(?:[^/?]+\/[^/?]+\/my-request\/write|desk\/cases\/[\w-]+)(?:\?|$)/;

// And that on which a recipient confirms what it was told.
const TOLD_LINK = /^\/told\/[\w-]{43}(?:\?|$)/;

/**
 * Whether a form is let in by the secret in its address alone. A page that hides its address sends its forms with the Origin "null",
 * and a browser that is old, or that was reached over plain http, says nothing more: no other sign can tell that it is our own.
 * Who knows the secret could open the link anyway. What else the browser holds here must stay behind: the caller takes the cookies
 * off, so that no page of another site can act with somebody's session by naming such an address (OWASP ASVS 5.0, 3.5.1).
 */
export const isLetInBySecret = (
  method: string,
  { origin: from, 'sec-fetch-site': site }: IncomingHttpHeaders,
  path: string,
): boolean =>
  method === 'POST' &&
  from === 'null' &&
  site === undefined &&
  [MAILED_LINK, INQUIRY_LINK, TOLD_LINK].some((link) => link.test(path));

/**
 * Path and query of a request's target. A client may send the whole address (RFC 9112, section 3.2.2): whatever host it names, only the rest
 * is ours to answer for. @returns null for what is no path, or one that cannot be decoded
 */
export function targetOf(url: string): string | null {
  const target = url.replace(/^https?:\/\/[^/?#]*/i, '') || '/';
  if (!/^[/?]/.test(target)) return null;
  try {
    decodeURIComponent(target.split('?')[0] ?? '');
    // Two slashes in front would read as the name of a host in a redirect.
    return target.replace(/^\/*/, '/');
  } catch {
    return null;
  }
}

/** Whether a page or route behind this target needs the database: files do not, and the health check asks for itself. */
export const needsDatabase = (target: string): boolean =>
  !/^\/(_next\/|api\/health$|[^?]*\.(css|js|svg|png|ico|woff2|txt|webmanifest)$)/.test(target.split('?')[0] ?? '');

/** The language of the page the request was for: the second part of its path on the requester's side, else the first that the browser asks for and we have. */
export function localeOf(path: string, accepted = ''): Locale {
  const part = path.split('?')[0]?.split('/')[2] ?? '';
  const asked = accepted.split(',').map((one) => one.trim().slice(0, 2).toLowerCase());
  return isLocale(part) ? part : (asked.find(isLocale) ?? 'en');
}

/** What the page of a form says that an older version of it had sent. */
export const renewedText = (locale: Locale, key: 'note' | 'typed'): string =>
  translator(locale, 'server')(`renewed.${key}`);

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A plain page that says what happened and what to do; it needs nothing but itself. */
export function refusalPage(
  refusal: RequestRefusal,
  locale: Locale,
  baseUrl: string,
): { status: number; headers: Record<string, string>; html: string } {
  const t = translator(locale, 'server');
  const title = escapeHtml(t(`${refusal}.title`));
  const text = escapeHtml(t(`${refusal}.text`, { address: baseUrl }));
  return {
    status: STATUS[refusal],
    headers: HEADERS[refusal] ?? {},
    html: `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><main><h1>${title}</h1><p>${text}</p></main></html>`,
  };
}
