import 'server-only';
import { isInReview } from '@/lib/domain/case/progress';
import type { CaseRules } from '@/lib/domain/case/rules';
import type { Case } from '@/lib/domain/case/types';
import { type LocalDate, localDateOf } from '@/lib/domain/calendar/local-date';
import { ownValuesOf } from '@/lib/domain/fulfilment/other-person';
import { type LawfulCollection, underLaw } from '@/lib/domain/fulfilment/under-law';
import { exemptionsFor } from '@/lib/domain/law/rights';
import { calendarsInForce } from '@/lib/features/case-file/data/calendars';
import { answersOf, caseOf, caseRow, keyOf, requestLawOf, rulesOf } from '@/lib/features/case-file/data/case';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { copyWords, searchWords } from '@/lib/features/cases/data/answer-words';
import { tableColumns } from '@/lib/features/review/data/hiding';
import { changedByOthers, changesSince, eventsOf, lastSeen } from '@/lib/features/review/data/since';
import { recordCaseRead, recordReading, type RecordReading } from '@/lib/features/log/mutations/reading';
import { allLines, readRecords, searchRecords } from '@/lib/features/collection/data/records';
import { redactionsOf, shownRows } from '@/lib/features/case-file/data/redactions';
import { loadSystems } from '@/lib/features/cases/loaders/systems';
import { staffNames } from '@/lib/features/staff/data/staff';
import type { Staff } from '@/lib/features/staff/types/staff';
import { controller } from '@/lib/platform/controllers/registry';
import { MOST_MATCHES, RECORDS_PER_PAGE } from '@/lib/features/review/schema';
import type { HidingGround, Review, ReviewRedaction, ReviewSystem } from '@/lib/features/review/types';

/**
 * What was found for a case, by system and collection, and what is hidden of it; the records themselves come page by page.
 * @returns null when the key of the case is destroyed: then there is nothing to look at.
 */
export async function loadReview(
  caseId: AuthorizedCaseId,
  staff: Staff,
  view: 'review' | 'deciding' | 'approval',
  now: Date = new Date(),
): Promise<Review | null> {
  const row = await caseRow(caseId);
  if (!row?.key?.wrappedKey) return null;
  const [current, rules] = [caseOf(row), rulesOf(row, await calendarsInForce())];
  const { definition, held } = controller(row.controllerId);
  const events = await eventsOf(row.id);
  const changedAt = await changedByOthers(row.id, events, staff.id);
  const seen = lastSeen(events, staff.id, view, changedAt, new Date());
  await recordCaseRead(
    staff.id,
    { controllerId: row.controllerId, caseId: row.id, reference: row.reference },
    view,
    now,
  );
  const [systemViews, redactions, names, answers] = await Promise.all([
    loadSystems(row.id, held),
    redactionsOf(row.id, keyOf(row)),
    staffNames(),
    answersOf(row),
  ]);
  const recordsOf = new Map(
    systemViews.flatMap(({ collections }) =>
      collections.filter(({ result }) => result === 'found').map(({ id, records }) => [id, records]),
    ),
  );
  const systems: ReviewSystem[] = systemViews.map(({ id, name, state }) => ({
    id,
    name,
    answering: state !== 'answered',
    collections: underLaw(
      held.systems.find((system) => system.id === id)?.collections ?? [],
      requestLawOf(row),
    ).flatMap((collection) => {
      const records = recordsOf.get(collection.id);
      return records
        ? [
            {
              collection,
              records,
              toDecide: current.findings.find(({ collectionId }) => collectionId === collection.id)?.toDecide ?? 0,
            },
          ]
        : [];
    }),
  }));
  const found = systems.flatMap(({ collections }) => collections.map(({ collection }) => collection));
  return {
    caseId: row.id,
    reference: row.reference,
    version: row.version,
    locale: current.locale,
    requester: answers.name,
    open: current.state !== 'closed' && isInReview(current, rules),
    systems,
    search: searchWords(row, 'en'),
    total: [...recordsOf.values()].reduce((sum, records) => sum + records, 0),
    redactions: redactions.map(({ createdById, createdAt: _at, ...redaction }): ReviewRedaction => ({
      ...redaction,
      by: names.get(createdById) ?? '–',
    })),
    own: await ownValuesOf(found, (collectionId) => allLines(row.id, collectionId)),
    kept: (await shownRows(row.id)).map(({ createdById, ...one }) => ({ ...one, by: names.get(createdById) ?? '–' })),
    since: seen && (await changesSince(row.id, seen, events, (id) => names.get(id) ?? '–')),
    grounds: groundsOf(current, rules, localDateOf(current.receivedAt, definition.timezone)),
  };
}

/** Grounds on which something may be hidden under the rights of this case, each once. */
function groundsOf(current: Case, rules: CaseRules, on: LocalDate): HidingGround[] {
  const words = copyWords(current.locale);
  const offered = current.rights
    .filter((item) => rules.needsCopy(item))
    .flatMap((item) => exemptionsFor(item.regime, item.right, on));
  return [...new Map(offered.map((exemption) => [exemption.id, exemption])).values()].map(
    ({ id, citation, text, mustShow }) => ({ id, citation, text, mustShow, words: words.hidden([id]) }),
  );
}

/** The columns of a collection whose records are shown as a table; null where they are shown one by one. */
export const loadColumns = (
  caseId: AuthorizedCaseId,
  collection: LawfulCollection,
): Promise<readonly number[] | null> => tableColumns(caseId, collection);

async function logRecordsRead(staff: Staff, caseId: AuthorizedCaseId, event: RecordReading): Promise<void> {
  const row = await caseRow(caseId);
  if (row)
    await recordReading(staff.id, { controllerId: row.controllerId, caseId: row.id, reference: row.reference }, event);
}

/** A page of the records of a collection; each page shown is a line of the log. */
export async function loadRecords(staff: Staff, caseId: AuthorizedCaseId, collection: string, from: number) {
  const records = await readRecords(caseId, collection, from, RECORDS_PER_PAGE);
  if (records.length > 0)
    await logRecordsRead(staff, caseId, {
      kind: 'RecordsRead',
      data: { collection, fromNo: from, records: records.length },
    });
  return records;
}

/** Numbers of the records in which a text stands; each search is a line of the log. */
export async function loadMatches(staff: Staff, caseId: AuthorizedCaseId, collection: string, text: string) {
  const numbers = await searchRecords(caseId, collection, text, MOST_MATCHES);
  await logRecordsRead(staff, caseId, { kind: 'RecordsSearched', data: { collection, found: numbers.length } });
  return numbers;
}
