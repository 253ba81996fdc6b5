import { isLocale } from '@/lib/domain/locale';
import { loadCertificate } from '@/lib/features/delivery/loaders';
import { controllers } from '@/lib/platform/controllers/registry';
import { env } from '@/lib/platform/env';

type Context = { params: Promise<{ controller: string; locale: string }> };

/** The certificate of an erasure. Whoever may not have it is sent to where the next step is; that they tried is on record. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { controller, locale } = await params;
  if (!controllers().has(controller) || !isLocale(locale)) return new Response(null, { status: 404 });
  const home = `${env().BASE_URL}/${controller}/${locale}`;
  const certificate = await loadCertificate(controller, new Date());
  if (!certificate) return Response.redirect(`${home}/find`, 303);
  if (!certificate.ok) return Response.redirect(`${home}/my-request`, 303);
  const { reference, zip } = certificate.value;
  return new Response(new Uint8Array(zip), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${reference}-erasure.zip"`,
      'cache-control': 'no-store',
    },
  });
}
