import { loadFileOfDesk } from '@/lib/features/files/loaders';
import { authorizeCase, requireStaff } from '@/lib/features/staff/loaders/session';

type Context = { params: Promise<{ id: string; file: string }> };

/** A file of a message, for the desk that works on the case. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const staff = await requireStaff('workCases');
  const { id, file } = await params;
  const caseId = await authorizeCase(staff, id);
  return (await loadFileOfDesk(staff.id, caseId, file)) ?? new Response(null, { status: 404 });
}
