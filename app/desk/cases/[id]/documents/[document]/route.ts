import { loadDocument } from '@/lib/features/inquiries/loaders';
import { authorizeCase, requireStaff } from '@/lib/features/staff/loaders/session';
import { BODY_BYTES } from '@/lib/platform/web-headers';

type Context = { params: Promise<{ id: string; document: string }> };

/** A document that the owner of a system handed in, for the desk that reviews it; that it was opened is a line of the log. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const staff = await requireStaff('workCases');
  const { id, document } = await params;
  const caseId = await authorizeCase(staff, id);
  const found = await loadDocument(staff.id, caseId, document);
  if (!found) return new Response(null, { status: 404 });
  return new Response(found.body, {
    headers: {
      'content-type': found.mediaType,
      [BODY_BYTES]: String(found.bytes),
      // Whatever it is, it is saved and not shown: nothing in it runs with somebody's session here.
      'content-disposition': `attachment; filename="${found.id}${found.ending}"`,
      'cache-control': 'no-store',
    },
  });
}
