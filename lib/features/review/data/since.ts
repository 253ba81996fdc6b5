import { type DecisionLine, decisionsSince, standingSince } from '@/lib/domain/case/changed-since';
import { type AuditEvent, auditEventSchema } from '@/lib/domain/log/schema';
import type { ChangedPlace, ChangedSince } from '@/lib/features/review/types';
import { db } from '@/lib/platform/db/client';

/** What a person has seen of a page of a case: when they last opened it, or sent back what stood on it. */
export type LastSeen = { readonly at: Date; readonly sentBack: boolean };

const KINDS = [
  'CaseRead',
  'OutcomeDecided',
  'DecisionRevoked',
  'DecisionReturned',
  'RedactionUndone',
  'KeepShownUndone',
];

/** What the log says of looking, deciding and showing again in a case, in its order. Nothing else keeps who took something back, and when. */
export async function eventsOf(caseId: string): Promise<readonly AuditEvent[]> {
  const rows = await db().auditEvent.findMany({
    where: { caseId, kind: { in: KINDS } },
    orderBy: { position: 'asc' },
    select: { body: true },
  });
  return rows.flatMap(({ body }) => auditEventSchema.safeParse(JSON.parse(body)).data ?? []);
}

/** When somebody other than this person last decided, hid or showed something in a case; null where nobody did. */
export async function changedByOthers(
  caseId: string,
  events: readonly AuditEvent[],
  staffId: string,
): Promise<Date | null> {
  const where = { caseId, createdById: { not: staffId } };
  const [hidden, shown] = await Promise.all([
    db().redaction.aggregate({ where, _max: { createdAt: true } }),
    db().shownValue.aggregate({ where, _max: { createdAt: true } }),
  ]);
  const logged = events.filter(({ kind, actor }) => kind !== 'CaseRead' && actor.id !== staffId).at(-1);
  const times = [hidden._max.createdAt, shown._max.createdAt, logged ? new Date(logged.at) : null];
  return times.reduce((latest, at) => (at !== null && (latest === null || at > latest) ? at : latest), null);
}

// A page renews itself while it is open: what is seen within this time is one look.
const LOOK_MS = 600_000;

/**
 * When somebody saw a page of a case before what others changed in it last, or else before now; null where they did not.
 * @param view as the log names the page
 */
export function lastSeen(
  events: readonly AuditEvent[],
  staffId: string,
  view: string,
  changedAt: Date | null,
  now: Date,
): LastSeen | null {
  const own = events.filter(({ actor }) => actor.kind === 'staff' && actor.id === staffId);
  const reads = own.filter((event) => event.kind === 'CaseRead' && event.data.view === view);
  const before = (limit: number) => reads.filter(({ at }) => new Date(at).getTime() < limit).at(-1);
  const read = (changedAt && before(changedAt.getTime())) ?? before(now.getTime() - LOOK_MS);
  const returned = own.filter(({ kind }) => kind === 'DecisionReturned').at(-1);
  const sentBack = returned !== undefined && (!read || returned.at > read.at);
  const last = sentBack ? returned : read;
  return last ? { at: new Date(last.at), sentBack } : null;
}

/** What is different in a case from what somebody saw, by rows and the log. @param nameOf whose name an id is */
export async function changesSince(
  caseId: string,
  { at, sentBack }: LastSeen,
  events: readonly AuditEvent[],
  nameOf: (staffId: string) => string,
): Promise<ChangedSince> {
  const where = { caseId, OR: [{ createdAt: { gt: at } }, { undoneAt: { gt: at } }] };
  const [redactions, shown] = await Promise.all([
    db().redaction.findMany({ where, orderBy: { createdAt: 'asc' } }),
    db().shownValue.findMany({ where, orderBy: { createdAt: 'asc' } }),
  ]);
  const undoneBy = new Map(
    events.flatMap((event) =>
      event.kind === 'RedactionUndone'
        ? [[event.data.redactionId, event.actor.id] as const]
        : event.kind === 'KeepShownUndone'
          ? [[event.data.keptId, event.actor.id] as const]
          : [],
    ),
  );
  const placesOf = (
    rows: readonly (Omit<(typeof shown)[number], 'field'> & {
      readonly field: string | null;
      readonly ground?: string;
    })[],
    came: ChangedPlace['what'],
    went: ChangedPlace['what'],
  ): ChangedPlace[] => {
    const { added, undone } = standingSince(at, rows);
    const placeOf = (row: (typeof rows)[number], what: ChangedPlace['what'], by: string, when: Date): ChangedPlace => ({
      id: row.id,
      what,
      collectionId: row.collectionId,
      recordNo: row.recordNo,
      field: row.field,
      ground: row.ground ?? null,
      by: nameOf(by),
      at: when,
    });
    return [
      ...added.map((row) => placeOf(row, came, row.createdById, row.createdAt)),
      ...undone.map((row) => placeOf(row, went, undoneBy.get(row.id) ?? '', row.undoneAt!)),
    ];
  };
  return {
    at,
    sentBack,
    places: [...placesOf(redactions, 'hidden', 'shownAgain'), ...placesOf(shown, 'leftShown', 'undecided')],
    decisions: decisionsSince(at, events.flatMap(linesOf)).map((one) => ({ ...one, by: nameOf(one.by) })),
  };
}

function linesOf(event: AuditEvent): DecisionLine[] {
  const { actor } = event;
  const line = { at: new Date(event.at), by: actor.id };
  switch (event.kind) {
    case 'OutcomeDecided': {
      const { right, outcome, grounds } = event.data;
      return [{ ...line, right, what: { outcome, grounds } }];
    }
    case 'DecisionRevoked':
      return [{ ...line, right: event.data.right, what: 'takenBack' }];
    case 'DecisionReturned':
      return event.data.rights.map((right) => ({ ...line, right, what: 'sentBack' as const }));
    default:
      return [];
  }
}
