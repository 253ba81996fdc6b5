import { isLocale } from '@/lib/domain/locale';
import { loadFile } from '@/lib/features/delivery/loaders';
import { controllers } from '@/lib/platform/controllers/registry';
import { env } from '@/lib/platform/env';

type Context = { params: Promise<{ controller: string; locale: string; file: string }> };

/** A file of a message, for its requester. Whoever may not have it is sent to where the next step is. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { controller, locale, file } = await params;
  if (!controllers().has(controller) || !isLocale(locale)) return new Response(null, { status: 404 });
  const home = `${env().BASE_URL}/${controller}/${locale}`;
  const found = await loadFile(controller, file);
  if (!found) return Response.redirect(`${home}/find`, 303);
  if (!found.fresh) return Response.redirect(`${home}/my-request#messages`, 303);
  return found.answer ?? new Response(null, { status: 404 });
}
