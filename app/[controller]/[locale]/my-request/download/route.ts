import { isLocale } from '@/lib/domain/locale';
import { downloadStream, startDownload } from '@/lib/features/delivery/mutations';
import { loadSession } from '@/lib/features/requester/loaders';
import { controllers } from '@/lib/platform/controllers/registry';
import { env } from '@/lib/platform/env';

type Context = { params: Promise<{ controller: string; locale: string }> };

/** The copy itself. Whoever may not have it is sent to where the next step is; that they tried is on record. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { controller, locale } = await params;
  if (!controllers().has(controller) || !isLocale(locale)) return new Response(null, { status: 404 });
  const home = `${env().BASE_URL}/${controller}/${locale}`;
  const session = await loadSession(controller);
  if (!session) return Response.redirect(`${home}/find`, 303);
  const started = await startDownload(session, new Date());
  if (!started.ok) return Response.redirect(`${home}/my-request`, 303);
  const { reference, sizeBytes } = started.value;
  return new Response(downloadStream(started.value), {
    headers: {
      'content-type': 'application/zip',
      'content-length': String(sizeBytes),
      'content-disposition': `attachment; filename="${reference}.zip"`,
      'cache-control': 'no-store',
    },
  });
}
