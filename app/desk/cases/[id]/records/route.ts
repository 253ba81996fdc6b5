import { recordJson } from '@/lib/domain/records/json-text';
import { caseRow } from '@/lib/features/case-file/data/case';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { recordReading, type RecordReading } from '@/lib/features/log/mutations/reading';
import { readRecords, searchRecords } from '@/lib/features/collection/data/records';
import { MOST_MATCHES, RECORDS_PER_PAGE, recordSearchSchema, recordsPageSchema } from '@/lib/features/review/schema';
import { authorizeCase, requireStaff } from '@/lib/features/staff/loaders/session';
import type { Staff } from '@/lib/features/staff/types/staff';

type Context = { params: Promise<{ id: string }> };

const HEADERS = { 'cache-control': 'no-store' };

const refused = (status: number): Response => Response.json({ ok: false }, { status, headers: HEADERS });

async function gate({ params }: Context): Promise<{ staff: Staff; caseId: AuthorizedCaseId }> {
  const staff = await requireStaff('workCases');
  return { staff, caseId: await authorizeCase(staff, (await params).id) };
}

async function logRead(staff: Staff, caseId: AuthorizedCaseId, event: RecordReading): Promise<void> {
  const row = await caseRow(caseId);
  if (row)
    await recordReading(staff.id, { controllerId: row.controllerId, caseId: row.id, reference: row.reference }, event);
}

/** A page of records: `?collection=…&from=…`; each page shown is a line of the log. */
export async function GET(request: Request, context: Context): Promise<Response> {
  const { staff, caseId } = await gate(context);
  const asked = recordsPageSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return refused(400);
  const { collection, from } = asked.data;
  const records = await readRecords(caseId, collection, from, RECORDS_PER_PAGE);
  if (records.length > 0)
    await logRead(staff, caseId, { kind: 'RecordsRead', data: { collection, fromNo: from, records: records.length } });
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
  const numbers = await searchRecords(caseId, collection, text, MOST_MATCHES);
  await logRead(staff, caseId, { kind: 'RecordsSearched', data: { collection, found: numbers.length } });
  return Response.json({ ok: true, numbers }, { headers: HEADERS });
}
