import { z } from 'zod';
import { isLocale } from '@/lib/domain/locale';
import { loadStatement } from '@/lib/features/delivery/loaders';
import { controllers } from '@/lib/platform/controllers/registry';
import { env } from '@/lib/platform/env';

type Context = { params: Promise<{ controller: string; locale: string; statement: string }> };

/** The document of a statement. Whoever may not have it is sent to where the next step is; that they tried is on record. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { controller, locale, statement: id } = await params;
  if (!controllers().has(controller) || !isLocale(locale) || !z.uuid().safeParse(id).success)
    return new Response(null, { status: 404 });
  const home = `${env().BASE_URL}/${controller}/${locale}`;
  const statement = await loadStatement(controller, id, new Date());
  if (!statement) return Response.redirect(`${home}/find`, 303);
  if (!statement.ok) return Response.redirect(`${home}/my-request`, 303);
  const { reference, zip } = statement.value;
  return new Response(new Uint8Array(zip), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${reference}-statement.zip"`,
      'cache-control': 'no-store',
    },
  });
}
