import type { AuditEventData } from '@/lib/domain/log/schema';
import { appendAudit, type AuditScope } from './append';
import { db } from '@/lib/platform/db/client';

// Reading personal data is logged as changing it is. Going back and forth is one reading: a person, a case and a quarter of an hour.
const AGAIN_AFTER_MS = 15 * 60_000;

type Reading = Extract<AuditEventData, { kind: 'CaseRead' | 'QueueRead' | 'LogRead' | 'ReportRead' }>;

async function recordOnce(
  staffId: string,
  scope: AuditScope,
  event: Reading,
  at: Date,
  same: (body: string) => boolean,
): Promise<void> {
  const recent = await db().auditEvent.findMany({
    where: {
      kind: event.kind,
      actorId: staffId,
      at: { gt: new Date(at.getTime() - AGAIN_AFTER_MS) },
      ...(scope.caseId && { caseId: scope.caseId }),
    },
    select: { body: true },
    orderBy: { position: 'desc' },
    take: 20,
  });
  if (recent.some(({ body }) => same(body))) return;
  await appendAudit(db(), { kind: 'staff', id: staffId }, scope, [event], at);
}

const says = (data: object) => {
  const wanted = JSON.stringify(Object.entries(data).sort());
  return (body: string) =>
    JSON.stringify(Object.entries((JSON.parse(body) as { data: object }).data).sort()) === wanted;
};

/** @param filters names of the filters that were set; what they were set to can be a person's. */
export const recordQueueRead = (
  staffId: string,
  filters: readonly string[],
  cases: number,
  at: Date,
): Promise<void> => {
  const data = { filters: [...filters], cases };
  return recordOnce(staffId, {}, { kind: 'QueueRead', data }, at, says(data));
};

/** @param view which page of the case: `case`, `review`, `approval`. */
export const recordCaseRead = (staffId: string, scope: AuditScope, view: string, at: Date): Promise<void> =>
  recordOnce(staffId, scope, { kind: 'CaseRead', data: { view } }, at, says({ view }));

export const recordLogRead = (staffId: string, filters: readonly string[], events: number, at: Date): Promise<void> => {
  const data = { filters: [...filters], events };
  return recordOnce(staffId, {}, { kind: 'LogRead', data }, at, says(data));
};

/** @param report which page of figures or rules about no case in particular. */
export const recordReportRead = (staffId: string, report: string, at: Date): Promise<void> =>
  recordOnce(staffId, {}, { kind: 'ReportRead', data: { report } }, at, says({ report }));

export type RecordReading = Extract<AuditEventData, { kind: 'RecordsRead' | 'RecordsSearched' }>;

/** Every page of records that was shown, and every search, each time. */
export const recordReading = (
  staffId: string,
  scope: AuditScope,
  event:
    RecordReading | Extract<AuditEventData, { kind: 'SearchMade' | 'LogExported' | 'ReportRead' | 'IncomingMailRead' }>,
  at: Date = new Date(),
): Promise<void> => appendAudit(db(), { kind: 'staff', id: staffId }, scope, [event], at);
