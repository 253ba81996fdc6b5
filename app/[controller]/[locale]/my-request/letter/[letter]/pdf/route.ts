import { isLocale } from '@/lib/domain/locale';
import { loadLetterPdf } from '@/lib/features/requester/loaders';
import { controllers } from '@/lib/platform/controllers/registry';
import { env } from '@/lib/platform/env';

type Context = { params: Promise<{ controller: string; locale: string; letter: string }> };

/** A letter of ours as a page to print and keep. Whoever has no session is sent to where one asks for a way in. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { controller, locale, letter } = await params;
  if (!controllers().has(controller) || !isLocale(locale)) return new Response(null, { status: 404 });
  const found = await loadLetterPdf(controller, locale, letter);
  if (!found) return Response.redirect(`${env().BASE_URL}/${controller}/${locale}/my-request`, 303);
  return new Response(new Uint8Array(found.pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${found.reference}.pdf"`,
      'cache-control': 'no-store',
    },
  });
}
