import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');

// Everything but the unreserved characters of RFC 3986, as the signature wants it.
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * Checks the signature of a request (AWS Signature Version 4, in the header) over everything it covers, and that the body is the one signed.
 * @returns the name of S3's error, or null where all is well
 */
export function refusedAs(
  request: IncomingMessage,
  body: Buffer,
  secretOf: (accessKeyId: string) => string | undefined,
): string | null {
  const parsed =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    );
  if (!parsed) return 'AccessDenied';
  const [, accessKeyId = '', day = '', region = '', names = '', signature = ''] = parsed;
  const secret = secretOf(accessKeyId);
  if (secret === undefined) return 'InvalidAccessKeyId';
  const digest = String(request.headers['x-amz-content-sha256'] ?? '');
  // Bodies in signed or trailed chunks are what many servers do not know; this one neither.
  if (digest.startsWith('STREAMING-')) return 'NotImplemented';
  const url = new URL(request.url ?? '/', 'http://host');
  const query = [...url.searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
  const path = url.pathname
    .split('/')
    .map((part) => encoded(decodeURIComponent(part)))
    .join('/');
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`);
  const canonical = [request.method, path, query, headers.join(''), names, digest].join('\n');
  const date = String(request.headers['x-amz-date'] ?? '');
  const toSign = ['AWS4-HMAC-SHA256', date, `${day}/${region}/s3/aws4_request`, sha256(canonical)].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`);
  const own = hmac(key, toSign);
  if (!date.startsWith(day) || !timingSafeEqual(own, Buffer.from(signature, 'hex'))) return 'SignatureDoesNotMatch';
  return digest === 'UNSIGNED-PAYLOAD' || digest === sha256(body) ? null : 'XAmzContentSHA256Mismatch';
}
