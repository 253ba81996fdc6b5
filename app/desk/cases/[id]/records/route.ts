import { recordJson } from '@/lib/domain/records/json-text';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { loadMatches, loadRecords } from '@/lib/features/review/loaders/review';
import { recordSearchSchema, recordsPageSchema } from '@/lib/features/review/schema';
import { authorizeCase, requireStaff } from '@/lib/features/staff/loaders/session';
import type { Staff } from '@/lib/features/staff/types/staff';

type Context = { params: Promise<{ id: string }> };

const HEADERS = { 'cache-control': 'no-store' };

const refused = (status: number): Response => Response.json({ ok: false }, { status, headers: HEADERS });

async function gate({ params }: Context): Promise<{ staff: Staff; caseId: AuthorizedCaseId }> {
  const staff = await requireStaff('workCases');
  return { staff, caseId: await authorizeCase(staff, (await params).id) };
}

/** A page of records: `?collection=…&from=…`; each page shown is a line of the log. */
export async function GET(request: Request, context: Context): Promise<Response> {
  const { staff, caseId } = await gate(context);
  const asked = recordsPageSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return refused(400);
  const { collection, from } = asked.data;
  const records = await loadRecords(staff, caseId, collection, from);
  // Each record as its own line of JSON in a string: what reads the answer would round its numbers.
  return Response.json(
    { ok: true, records: records.map(({ recordNo, record }) => ({ recordNo, line: recordJson(record) })) },
    { headers: HEADERS },
  );
}

/** Numbers of the records in which a text stands. Each search is a line of the log. It comes as a body: what is looked for is often a name and must not be in an address. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const { staff, caseId } = await gate(context);
  const asked = recordSearchSchema.safeParse(await request.json().catch(() => null));
  if (!asked.success) return refused(400);
  const { collection, text } = asked.data;
  const numbers = await loadMatches(staff, caseId, collection, text);
  return Response.json({ ok: true, numbers }, { headers: HEADERS });
}
