import { z } from 'zod';
import { TO_SUBJECT } from '@/lib/domain/case/notices';
import { stateOf } from '@/lib/domain/case/progress';
import { caseRules, type CaseRules } from '@/lib/domain/case/rules';
import type {
  BundleWork,
  Case,
  CaseFacts,
  Effect,
  ErasureWork,
  Lifting,
  MandateWork,
  RecipientNotice,
  RightItem,
} from '@/lib/domain/case/types';
import type { Calendars } from '@/lib/domain/calendar/holiday-calendar';
import { localDateOf, toLocalDate } from '@/lib/domain/calendar/local-date';
import { shippedCalendars } from '@/lib/domain/calendar/holidays/snapshots';
import type { ClockEvent } from '@/lib/domain/clock/types';
import type { RequestLaw } from '@/lib/domain/fulfilment/under-law';
import { type SubmittedAnswers, submittedAnswersSchema } from '@/lib/domain/intake/schema';
import { ERASING_RIGHTS } from '@/lib/domain/law/erasing-rights';
import { isLocale, type Locale } from '@/lib/domain/locale';
import { effectInSchema } from '@/lib/features/case-file/schema/effects';
import { findingsOf, unstatedFor } from './findings';
import { statementFor } from './statements';
import { parseClockEvent, type ToldClockEvent } from '@/lib/features/case-file/schema/clock-events';
import {
  bundleColumns,
  caseColumns,
  effectColumns,
  erasureColumns,
  liftingColumns,
  mandateColumns,
  noticeColumns,
  recipientColumns,
  reminderColumns,
  rightColumns,
  taskColumns,
} from '@/lib/features/case-file/schema/rows';
import { controller } from '@/lib/platform/controllers/registry';
import { db, type Db } from '@/lib/platform/db/client';
import type { Prisma } from '@/lib/platform/db/generated/client';
import { parseRow } from '@/lib/platform/db/parse-row';
import { type CaseKey, openJson, openText, unwrapCaseKey } from '@/lib/platform/vault/case-key';

export const WHOLE_CASE = {
  rights: { include: { projected: true } },
  tasks: true,
  effects: { orderBy: { startedAt: 'asc' } },
  liftings: { orderBy: { announcedAt: 'desc' }, take: 1 },
  holds: { where: { releasedAt: null }, select: { untilOn: true } },
  recipients: {
    omit: { tokenHash: true, sealedReceipt: true, sealedReason: true },
    orderBy: [{ createdAt: 'asc' }, { recipientId: 'asc' }],
  },
  mandate: { omit: { tokenHash: true } },
  statements: { select: { id: true, rightItemId: true, madeAt: true } },
  key: true,
  redactions: { where: { undoneAt: null }, select: { id: true, collectionId: true, recordNo: true, decides: true } },
  shownValues: { where: { undoneAt: null }, select: { id: true, collectionId: true, recordNo: true, field: true } },
  results: {
    select: { collectionId: true, result: true, reason: true, records: true, marked: true, sought: true },
    orderBy: { collectionId: 'asc' },
  },
  clockEvents: { orderBy: { at: 'asc' } },
  notices: { select: { id: true, kind: true, state: true, sentAt: true, rights: true }, orderBy: { createdAt: 'asc' } },
  reminders: true,
  erasures: {
    where: { state: { not: 'dropped' } },
    include: { erasedSystems: { where: { state: 'erased' }, select: { systemId: true } } },
    omit: { sealedPlan: true, sealedChanges: true, sealedCertificate: true, sealedCertificateZip: true },
    orderBy: { askedAt: 'desc' },
    take: 1,
  },
  bundles: { select: { id: true, state: true, attempts: true, sealedAt: true }, orderBy: { createdAt: 'desc' } },
  _count: {
    select: {
      messages: { where: { author: 'requester', readAt: null } },
      downloads: { where: { outcome: 'complete' } },
    },
  },
} as const satisfies Prisma.CaseInclude;

export type CaseRow = Prisma.CaseGetPayload<{ include: typeof WHOLE_CASE }>;

export const caseRow = (caseId: string, tx: Db = db()): Promise<CaseRow | null> =>
  tx.case.findUnique({ where: { id: caseId }, include: WHOLE_CASE });

export const localeOf = (text: string): Locale => {
  if (!isLocale(text)) throw new Error(`Unknown language ${text} in the database`);
  return text;
};

/**
 * The case as the law sees it, from its rows: its state follows from them, and the column that says so is there to be sorted and filtered by.
 * @throws for rows that make no lawful case: a surprise, never a refusal.
 */
export function caseOf(row: CaseRow): Case {
  const { forWhom, returnedFor, closedHow, closedFrom } = parseRow(caseColumns, row);
  const facts: CaseFacts = {
    id: row.id,
    controllerId: row.controllerId,
    reference: row.reference,
    locale: localeOf(row.locale),
    forWhom,
    findable: row.findable,
    version: row.version,
    receivedAt: row.receivedAt.toISOString(),
    emailConfirmed: row.emailConfirmedAt !== null,
    identityShown: row.identityMethod !== null,
    mandate: mandateOf(row),
    assigneeId: row.assigneeId,
    rejection: row.rejectionById
      ? { proposedById: row.rejectionById, grounds: row.rejectionGrounds, confirmed: row.rejectionConfirmed }
      : null,
    clockEvents: clockEventsOf(row),
    notices: row.notices.map(({ id, kind, state, rights }) => ({
      ...parseRow(noticeColumns, { id, kind, state }),
      ...(rights.length > 0 && { rights }),
    })),
    reminders: row.reminders.map(({ dueOn: lastDayOn, ...reminder }) => {
      const { regime, clock, mark } = parseRow(reminderColumns, reminder);
      return { regime, clock, mark, lastDayOn: toLocalDate(lastDayOn) };
    }),
    unreadMessages: row._count.messages,
    bundle: row.bundles[0] ? bundleOf(row.bundles[0]) : null,
    copySealed: row.bundles.some(({ sealedAt }) => sealedAt !== null),
    fetched: row.bundles.some((bundle) => bundle.state === 'sealed') ? row._count.downloads > 0 : null,
    redactionIds: row.redactions.map(({ id }) => id),
    keptIds: row.shownValues.map(({ id }) => id),
    findings: findingsOf(row),
    unstated: unstatedFor(row),
    statable: row.rights
      .map((item) => askedColumns.parse(item).right)
      .filter((right) => statementFor(row, right) !== null),
    statements: row.statements.map(({ id, rightItemId, madeAt }) => ({ id, rightItemId, made: madeAt !== null })),
    returnedFor,
    rights: row.rights.map((item) => rightOf(item, row)),
    tasks: row.tasks.map(({ id, systemId, attempts, state }) =>
      parseRow(taskColumns, { id, systemId, attempts, state }),
    ),
    effects: row.effects.map(effectOf),
    lifting: liftingOf(row),
    recipients: row.recipients.map(recipientOf),
    holds: row.holds.map(({ untilOn }) => ({ until: untilOn && toLocalDate(untilOn) })),
  };
  if (closedHow) return { ...facts, state: 'closed', how: closedHow, from: closedFrom };
  // What a right needs on its way is no matter of holidays.
  return { ...facts, state: stateOf(facts, rulesOf(row, shippedCalendars)) };
}

function mandateOf({ mandate, notices }: CaseRow): MandateWork | null {
  if (mandate === null) return null;
  const { id, answer, silentAt, remindedAt } = { ...mandate, ...parseRow(mandateColumns, mandate) };
  const mail = notices.findLast(({ kind }) => TO_SUBJECT.some((one) => one === kind));
  return {
    id,
    state: answer ?? (silentAt === null ? 'asked' : 'unanswered'),
    reminded: remindedAt !== null,
    undelivered: mail?.state === 'failed',
  };
}

function rightOf(row: CaseRow['rights'][number], whole: CaseRow): RightItem {
  const item = parseRow(rightColumns, row);
  return {
    id: item.id,
    regime: item.regime,
    right: item.right,
    decision:
      item.outcome && item.decidedById
        ? {
            outcome: item.outcome,
            grounds: item.grounds,
            hasFacts: item.sealedFacts !== null || item.sealedWeighing !== null,
            confirmed: item.confirmed,
            decidedById: item.decidedById,
          }
        : null,
    approvedById: item.approvedById,
    stoppedAt: item.stoppedAt?.toISOString() ?? null,
    carriedOut:
      item.carriedOutOn && item.carriedOutById
        ? { on: toLocalDate(item.carriedOutOn), systems: item.carriedOutIn, byId: item.carriedOutById }
        : null,
    restrictedFor: item.restrictedFor,
    erasure: ERASING_RIGHTS.includes(item.right) ? erasureWorkOf(whole) : null,
  };
}

/** The newest erasure of a case; an earlier one whose place it took says only what it had erased. */
function erasureWorkOf({ erasures: [newest], notices, controllerId }: CaseRow): ErasureWork | null {
  if (newest === undefined) return null;
  const { id, attempts, askedById, planDigest, problems, systems, left, approvedAt, coolingOffDays, noticeId } = newest;
  const { timezone } = controller(controllerId).definition;
  const onDay = (at: Date) => localDateOf(at.toISOString(), timezone);
  const toldAt = notices.find((notice) => notice.id === noticeId)?.sentAt;
  return {
    id,
    state: parseRow(erasureColumns, newest).state,
    attempts,
    askedById,
    digest: planDigest,
    problems,
    systems,
    left,
    held: newest.holdIds.length > 0,
    erased: newest.erasedSystems.map(({ systemId }) => systemId),
    approved:
      approvedAt === null || coolingOffDays === null
        ? null
        : { on: onDay(approvedAt), coolingOffDays, toldOn: toldAt ? onDay(toldAt) : null },
  };
}

function liftingOf({ liftings: [newest], notices, controllerId }: CaseRow): Lifting | null {
  if (newest === undefined) return null;
  const { id, rightItemId, state, why, liftOn, noticeId } = parseRow(liftingColumns, newest);
  const { timezone } = controller(controllerId).definition;
  const toldAt = notices.find((notice) => notice.id === noticeId)?.sentAt;
  return {
    id,
    rightItemId,
    state,
    why,
    liftOn: toLocalDate(liftOn),
    toldOn: toldAt ? localDateOf(toldAt.toISOString(), timezone) : null,
    liftedAt: newest.liftedAt?.toISOString() ?? null,
  };
}

function effectOf(row: CaseRow['effects'][number]): Effect {
  const { id, rightItemId, systemId, step, state, byPerson, attempts, startedById, collections } = parseRow(
    effectColumns,
    row,
  );
  return {
    id,
    rightItemId,
    systemId,
    step,
    state,
    byPerson,
    attempts,
    startedById,
    collections: effectInSchema.parse(collections) ?? [],
  };
}

function recipientOf(row: CaseRow['recipients'][number]): RecipientNotice {
  const { id, recipientId, step, state, toldOn, excusedFor, confirmedAt } = parseRow(recipientColumns, row);
  return {
    id,
    step,
    recipientId,
    mail: state,
    told: toldOn !== null,
    excused: excusedFor !== null,
    confirmed: confirmedAt !== null,
  };
}

const bundleOf = ({ id, state, attempts }: CaseRow['bundles'][number]): BundleWork =>
  parseRow(bundleColumns, { id, state, attempts });

/** What was asked and told, whether or not its notice has left: each with the message that has its words. */
export const toldEventsOf = (row: Pick<CaseRow, 'clockEvents'>): ToldClockEvent[] =>
  row.clockEvents.map(parseClockEvent);

/**
 * What moves the clocks. More time counts from when its notice was given, as the outbox recorded it: before that it is nothing, and
 * after the day on which it had to leave it is void.
 */
export const clockEventsOf = (row: Pick<CaseRow, 'clockEvents' | 'notices'>): ClockEvent[] =>
  toldEventsOf(row).flatMap(({ messageId: _, noticeId, ...event }) => {
    if (noticeId === undefined) return [event];
    const givenAt = row.notices.find(({ id }) => id === noticeId)?.sentAt;
    return givenAt ? [{ ...event, at: givenAt.toISOString() }] : [];
  });

const askedColumns = rightColumns.pick({ regime: true, right: true });

/** The law as it is for this case: that of its day of receipt, at its controller's place. */
export function rulesOf(row: Pick<CaseRow, 'controllerId' | 'receivedAt'>, calendars: Calendars): CaseRules {
  const { timezone, calendar, establishment } = controller(row.controllerId).definition;
  return caseRules(
    { receivedAt: row.receivedAt.toISOString(), timezone, calendar, country: establishment.country },
    calendars,
  );
}

/** The laws under which the case was asked, as they stood on the day of receipt: by them the data map's rules for other people are read. */
export const requestLawOf = (
  row: Pick<CaseRow, 'controllerId' | 'receivedAt'> & {
    readonly rights: readonly { readonly regime: string; readonly right: string }[];
  },
): RequestLaw => ({
  rights: row.rights.map((item) => askedColumns.parse(item)),
  receivedOn: localDateOf(row.receivedAt.toISOString(), controller(row.controllerId).definition.timezone),
});

/** @throws when the key was destroyed: then nothing personal of the case can be read any more. */
export function keyOf(row: Pick<CaseRow, 'id' | 'key'>): CaseKey {
  if (!row.key?.wrappedKey) throw new Error(`The key of case ${row.id} is destroyed`);
  return unwrapCaseKey(row.key.wrappedKey);
}

// As many as a person can take in; whoever asks more often than that is known to the desk.
const MOST_EARLIER = 20;

/** Other requests to the same controller from the same e-mail address, before or after this one, newest first. The address alone says nothing of who wrote. */
export async function earlierRows(row: Pick<CaseRow, 'id' | 'controllerId' | 'receivedAt'>) {
  const own = await db().blindIndexEntry.findMany({
    where: { caseId: row.id, kind: 'email' },
    select: { digest: true },
  });
  return db().case.findMany({
    where: {
      controllerId: row.controllerId,
      id: { not: row.id },
      blindIndex: { some: { kind: 'email', digest: { in: own.map(({ digest }) => digest) } } },
    },
    select: {
      id: true,
      reference: true,
      receivedAt: true,
      state: true,
      closedHow: true,
      rights: { select: { regime: true, right: true, approvedAt: true } },
    },
    orderBy: { receivedAt: 'desc' },
    take: MOST_EARLIER,
  });
}

/** What the requester sent, opened. */
export async function answersOf(
  row: Pick<CaseRow, 'id' | 'key' | 'requestId'>,
  tx: Db = db(),
): Promise<SubmittedAnswers> {
  const { sealedAnswers } = await tx.rightsRequest.findUniqueOrThrow({
    where: { id: row.requestId },
    select: { sealedAnswers: true },
  });
  return submittedAnswersSchema.parse(openJson(keyOf(row), sealedAnswers, `answers:${row.requestId}`));
}

/** Where the requester is written to: the address of the request, or the one that they have changed it to since. */
export async function contactOf(
  row: Pick<CaseRow, 'id' | 'key' | 'requestId' | 'sealedContact'>,
  tx: Db = db(),
): Promise<string> {
  return row.sealedContact
    ? openText(keyOf(row), row.sealedContact, `contact:${row.id}`)
    : (await answersOf(row, tx)).email;
}

const rejectionSchema = z.strictObject({ facts: z.string(), unaskedBecause: z.string().nullable() });

/** What was written of an identity that was not shown, opened; also after it was sent back, as the draft of the next. */
export const rejectionOf = (
  row: Pick<CaseRow, 'id' | 'sealedRejection'>,
  key: CaseKey,
): z.output<typeof rejectionSchema> | null =>
  row.sealedRejection && rejectionSchema.parse(openJson(key, row.sealedRejection, `rejection:${row.id}`));

/** Locks a case for the rest of the transaction and reads it. */
export async function lockedCase(tx: Db, caseId: string): Promise<CaseRow | null> {
  await tx.$queryRaw`select 1 from "Case" where "id" = ${caseId}::uuid for update`;
  return caseRow(caseId, tx);
}
