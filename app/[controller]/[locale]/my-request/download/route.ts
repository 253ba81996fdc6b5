import { rangeAsked } from '@/lib/domain/fulfilment/byte-range';
import { isLocale } from '@/lib/domain/locale';
import { loadCopy, loadDownload } from '@/lib/features/delivery/loaders';
import { controllers } from '@/lib/platform/controllers/registry';
import { env } from '@/lib/platform/env';
import { BODY_BYTES } from '@/lib/platform/web-headers';

type Context = { params: Promise<{ controller: string; locale: string }> };

/** A browser that fetches ahead of a click is not somebody who wants their data: nothing leaves and nothing is recorded. */
const isAhead = ({ headers }: Request): boolean =>
  ['sec-purpose', 'purpose', 'x-moz'].some((name) => headers.get(name)?.includes('prefetch'));

/** The copy itself. Whoever may not have it is sent to where the next step is; that they tried is on record. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  if (isAhead(request)) return new Response(null, { status: 503, headers: { 'cache-control': 'no-store' } });
  const { controller, locale } = await params;
  if (!controllers().has(controller) || !isLocale(locale)) return new Response(null, { status: 404 });
  const home = `${env().BASE_URL}/${controller}/${locale}`;
  const at = new Date();
  const copy = await loadCopy(controller, at);
  if (!copy) return Response.redirect(`${home}/find`, 303);
  const { session, there } = copy;
  const etag = there.ok ? `"${there.value.sha256}"` : '';
  const ifRange = request.headers.get('if-range');
  const asked =
    there.ok && (ifRange === null || ifRange === etag)
      ? rangeAsked(request.headers.get('range'), there.value.sizeBytes)
      : null;
  if (asked === 'unsatisfiable')
    return new Response(null, {
      status: 416,
      headers: { 'content-range': `bytes */${there.ok ? there.value.sizeBytes : 0}`, 'cache-control': 'no-store' },
    });
  const started = await loadDownload(session, at, asked);
  if (!started.ok) return Response.redirect(`${home}/my-request`, 303);
  const { reference, sizeBytes, range, body } = started.value;
  const part: Record<string, string> = asked ? { 'content-range': `bytes ${range.from}-${range.to}/${sizeBytes}` } : {};
  return new Response(body, {
    status: asked ? 206 : 200,
    headers: { ...about(reference, range.to - range.from + 1, etag), ...part },
  });
}

/** What a GET would say of the copy, without any of it. */
export async function HEAD(_request: Request, { params }: Context): Promise<Response> {
  const { controller, locale } = await params;
  if (!controllers().has(controller) || !isLocale(locale)) return new Response(null, { status: 404 });
  const copy = await loadCopy(controller, new Date());
  if (!copy?.there.ok)
    return Response.redirect(`${env().BASE_URL}/${controller}/${locale}/${copy ? 'my-request' : 'find'}`, 303);
  const { value } = copy.there;
  return new Response(null, {
    headers: about(value.reference, value.sizeBytes, `"${value.sha256}"`),
  });
}

const about = (reference: string, bytes: number, etag: string): Record<string, string> => ({
  'content-type': 'application/zip',
  [BODY_BYTES]: String(bytes),
  'accept-ranges': 'bytes',
  etag,
  'content-disposition': `attachment; filename="${reference}.zip"`,
  'cache-control': 'no-store',
});
