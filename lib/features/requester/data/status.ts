import { isUnfinished, standingOf, waitsForCopy } from '@/lib/domain/case/carry-out';
import { canBeAbout } from '@/lib/domain/case/commands/conversation';
import { checkOf } from '@/lib/domain/case/checks';
import { answerClockOf, bindingOf, type CaseClock, clocksOf, lastDayOf, isAnswerClock } from '@/lib/domain/case/due';
import { earliestErasure, erasureOf, erasureWaits, stoppableUntil } from '@/lib/domain/case/erasing';
import { isStopped } from '@/lib/domain/case/halted';
import { progressOf } from '@/lib/domain/case/progress';
import type { CaseRules } from '@/lib/domain/case/rules';
import { type Case, MESSAGE_PURPOSES, type RightItem } from '@/lib/domain/case/types';
import { fatesOf } from '@/lib/domain/erasure/certificate';
import { unansweredCauses } from '@/lib/domain/clock/pause';
import type { ClockEvent } from '@/lib/domain/clock/types';
import type { DraftAnswers } from '@/lib/domain/intake/answers';
import { RIGHT_DOING } from '@/lib/domain/law/right-doing';
import type { RightId } from '@/lib/domain/law/types';
import { statementWords } from '@/lib/domain/statement/words';
import { calendarsInForce } from '@/lib/features/case-file/data/calendars';
import {
  answersOf,
  caseOf,
  clockEventsOf,
  contactOf,
  keyOf,
  localeOf,
  rejectionOf,
  rulesOf,
  toldEventsOf,
  WHOLE_CASE,
} from '@/lib/features/case-file/data/case';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { restrictionTold } from '@/lib/features/cases/data/restriction';
import { recipientWords } from '@/lib/features/cases/data/recipients';
import { correctionsOf, statementsKept } from '@/lib/features/case-file/data/corrections';
import { sendingsOf } from '@/lib/features/case-file/data/sendings';
import { statementOf } from '@/lib/features/case-file/data/statements';
import { erasureWords, portalKeptWords } from '@/lib/features/cases/data/erasure-words';
import { erasureFile } from '@/lib/features/case-file/data/erasure';
import { keepingNow } from '@/lib/features/case-file/data/keeping';
import { heldBackMessages } from '@/lib/features/case-file/data/held-back';
import { isTold, keptLetter, type KeptLetter, keptLetters } from '@/lib/features/case-file/data/letters';
import { nothingHeldWords, searchWords, withheldWords } from '@/lib/features/cases/data/answer-words';
import { withheldSchema } from '@/lib/features/case-file/schema/withheld';
import { caseColumns, messageColumns, rightColumns } from '@/lib/features/case-file/schema/rows';
import { staffNames } from '@/lib/features/staff/data/staff';
import { controller } from '@/lib/platform/controllers/registry';
import { db } from '@/lib/platform/db/client';
import { translator } from '@/lib/platform/i18n/translator';
import type { Prisma } from '@/lib/platform/db/generated/client';
import { parseRow } from '@/lib/platform/db/parse-row';
import { type CaseKey, openText } from '@/lib/platform/vault/case-key';
import { bundleContentsSchema } from '../schema';
import type {
  BundleStatus,
  CaseStatus,
  ConversationMessage,
  ErasureStatus,
  MoreTime,
  OpenQuestion,
  RightStatus,
  StatementStatus,
  StoryEntry,
} from '../types';

const STATUS = {
  ...WHOLE_CASE,
  // A file that was destroyed on its last day is still told of, so that it can be asked for again.
  bundles: { where: { state: { in: ['sealed', 'destroyed'] } }, orderBy: { createdAt: 'desc' }, take: 1 },
  messages: {
    where: { author: { in: ['requester', 'desk'] } },
    include: { files: { orderBy: { id: 'asc' } } },
    orderBy: { createdAt: 'asc' },
  },
  statements: { select: { id: true, rightItemId: true, madeAt: true, sealedStatement: true } },
  downloads: { where: { outcome: 'complete' }, orderBy: { startedAt: 'asc' } },
} as const satisfies Prisma.CaseInclude;

type StatusRow = Prisma.CaseGetPayload<{ include: typeof STATUS }>;

/** What a browser that sent a request may know of it before the mailbox is confirmed: nothing that it did not write itself. */
export async function sentRequest(caseId: string) {
  const row = await db().case.findUniqueOrThrow({ where: { id: caseId }, include: WHOLE_CASE });
  const [answers, calendars] = await Promise.all([answersOf(row), calendarsInForce()]);
  const [current, rules] = [caseOf(row), rulesOf(row, calendars)];
  const clocks = clocksOf(current, rules, row.receivedAt.toISOString());
  const rights = current.rights.map((item) => ({ right: item.right, lastDayOn: lastDayOf(item, clocks) }));
  const mail = current.notices.findLast(({ kind }) => kind === 'confirmEmail')?.state;
  return {
    reference: row.reference,
    answers,
    mail: mail ?? 'queued',
    confirmed: row.emailConfirmedAt !== null,
    identityNeeded: checkOf(current, rules) !== 'none',
    clock: bindingOf(clocks),
    rights,
    receivedAt: row.receivedAt,
  };
}

/** Who asked for whom, as a new request of the same person begins: nothing of what was wanted. */
export async function personOf(caseId: AuthorizedCaseId): Promise<DraftAnswers> {
  const row = await db().case.findUniqueOrThrow({ where: { id: caseId }, include: WHOLE_CASE });
  const { forWhom, young, residence, relation, ageBand, subject, name, identifiers } = await answersOf(row);
  const email = await contactOf(row);
  return { forWhom, young, residence, relation, ageBand, subject, name, email, identifiers };
}

/** Everything the requester's page says about their case. */
export async function statusOf(caseId: AuthorizedCaseId, at: Date): Promise<CaseStatus> {
  const row = await db().case.findUniqueOrThrow({ where: { id: caseId }, include: STATUS });
  const [answers, email, calendars] = await Promise.all([answersOf(row), contactOf(row), calendarsInForce()]);
  const [key, current, rules] = [keyOf(row), caseOf(row), rulesOf(row, calendars)];
  const staff = await staffNames();
  const clocks = clocksOf(current, rules, at.toISOString());
  const clock = bindingOf(clocks);
  const messages = messagesOf(row, key);
  const [erasure, letters] = await Promise.all([erasureStatus(current, rules, key, at), keptLetters(row.id, key)]);
  return {
    caseId: row.id,
    controllerId: row.controllerId,
    reference: row.reference,
    locale: localeOf(row.locale),
    state: current.state,
    unfinished: isUnfinished(current, rules),
    closedHow: current.state === 'closed' ? current.how : null,
    keeping: keepingNow(row, rules.today(at.toISOString())),
    receivedAt: row.receivedAt,
    lastDayOn: clock.lastDayOn,
    residence: row.residence,
    forWhom: current.forWhom,
    email,
    name: answers.name,
    subject: answers.subject ? { name: answers.subject.name, relation: answers.subject.relation } : null,
    check: checkOf(current, rules),
    mandate: current.mandate?.state ?? null,
    rejection:
      row.closedHow === 'unverified'
        ? { grounds: row.rejectionGrounds, facts: rejectionOf(row, key)?.facts ?? '' }
        : null,
    searched: row.tasks.length > 0,
    search: row.tasks.every((task) => task.state === 'answered') ? searchWords(row, localeOf(row.locale)) : null,
    nothing: nothingHeldWords(row, rules),
    clock,
    questions: row.state === 'closed' ? [] : questionsOf(row, messages, clock),
    moreTime: moreTimeOf(row, clocks),
    rights: current.rights.map((item, index) => ({
      ...rightOf(item, row.rights[index]!, { current, clocks, rules, key, staff }),
      statement: statementStatus(row, item.id, key),
    })),
    systems: { all: row.tasks.length, answered: row.tasks.filter((task) => task.state === 'answered').length },
    corrections: correctionsOf(row, key),
    statementsKept: statementsKept(row, key, current),
    sendings: sendingsOf(row),
    erasure,
    recipients: await recipientWords(row.id, row.controllerId, key, current.locale),
    bundle: isStopped(current) ? null : bundleOf(row),
    letters: letters.filter(isTold),
    messages,
    purposes: MESSAGE_PURPOSES.filter((purpose) => canBeAbout(purpose, current)),
    story: storyOf(row),
  };
}

/** A letter of a case to its requester; null for one that is not theirs. */
export async function letterOf(caseId: AuthorizedCaseId, id: string): Promise<KeptLetter | null> {
  const row = await db().case.findUniqueOrThrow({ where: { id: caseId }, include: { key: true } });
  const kept = await keptLetter(caseId, keyOf(row), id);
  return kept && isTold(kept) ? kept : null;
}

const toldAuthor = messageColumns.shape.author.exclude(['note']);
const toldPurpose = messageColumns.shape.about;

/** The conversation without the words of a notice that has not left: they are told with it. */
function messagesOf(row: StatusRow, key: CaseKey): ConversationMessage[] {
  const heldBack = heldBackMessages(row);
  return row.messages
    .filter(({ id }) => !heldBack.includes(id))
    .map(({ id, author, about, sealedBody, createdAt, files }) => ({
      id,
      author: toldAuthor.parse(author),
      about: toldPurpose.parse(about),
      body: openText(key, sealedBody, `message:${id}`),
      files: files.map((file) => ({
        id: file.id,
        name: openText(key, file.sealedName, `file:${file.id}`),
        bytes: file.bytes,
      })),
      at: createdAt,
    }));
}

const ASKED = { identity: 'identityRequested', clarification: 'clarificationRequested' } as const;

/** What we wait for, in the desk's words. */
function questionsOf(row: StatusRow, messages: readonly ConversationMessage[], clock: CaseClock): OpenQuestion[] {
  return unansweredCauses(clockEventsOf(row)).flatMap((cause) => {
    const asked = toldEventsOf(row).findLast(({ type }) => type === ASKED[cause]);
    if (!asked) return [];
    const text = messages.find(({ id }) => id === asked.messageId)?.body ?? '';
    return [
      {
        cause,
        askedAt: new Date(asked.at),
        text,
        waits: clock.pausedSinceOn !== null && clock.pauseCauses.includes(cause),
      },
    ];
  });
}

/** Null while its notice has not left, and where it left too late: then nothing is longer. */
function moreTimeOf(row: StatusRow, clocks: readonly CaseClock[]): MoreTime | null {
  const told = clockEventsOf(row).find(
    (event): event is Extract<ClockEvent, { type: 'deadlineExtended' }> => event.type === 'deadlineExtended',
  );
  const lastDaysOn = [
    ...new Set(
      clocks
        .filter(isAnswerClock)
        .flatMap(({ extension }) =>
          extension?.state === 'valid' && extension.extendedToOn ? [extension.extendedToOn] : [],
        ),
    ),
  ];
  return told && lastDaysOn.length > 0 ? { toldAt: new Date(told.at), reasons: told.reasons, lastDaysOn } : null;
}

type Told = {
  readonly current: Case;
  readonly clocks: readonly CaseClock[];
  readonly rules: CaseRules;
  readonly key: CaseKey;
  readonly staff: ReadonlyMap<string, string>;
};

function rightOf(
  item: RightItem,
  row: StatusRow['rights'][number],
  { current, clocks, rules, key, staff }: Told,
): Omit<RightStatus, 'statement'> {
  const opened = (sealed: Uint8Array | null, label: string) =>
    sealed ? openText(key, sealed, `${label}:${item.id}`) : '';
  const standing = standingOf(item, current, rules);
  const clock = standing === 'open' || standing === 'agreed' ? answerClockOf(item, clocks) : null;
  return {
    regime: item.regime,
    right: item.right,
    standing,
    progress: progressOf(item, current, rules),
    waitsForCopy: waitsForCopy(item, current, rules),
    lastDayOn: clock?.lastDayOn ?? null,
    clock,
    stoppedAt: row.stoppedAt,
    answer:
      item.decision && row.approvedAt
        ? {
            outcome: item.decision.outcome,
            grounds: item.decision.grounds,
            facts: opened(row.sealedFacts, 'facts'),
            at: row.approvedAt,
          }
        : null,
    restriction: restrictionTold(item, current, rules),
    carriedOut: item.carriedOut && {
      on: item.carriedOut.on,
      systems: item.carriedOut.systems,
      facts: opened(row.sealedCarriedOut, 'carriedOut'),
      by: RIGHT_DOING[item.right].byName ? (staff.get(item.carriedOut.byId) ?? null) : null,
    },
  };
}

function statementStatus(row: StatusRow, rightItemId: string, key: CaseKey): StatementStatus | null {
  const given = row.statements.find((one) => one.rightItemId === rightItemId);
  if (!given) return null;
  const { legalName } = controller(row.controllerId).definition;
  const words = statementWords(statementOf(given, key), legalName, translator(localeOf(row.locale), 'answer'));
  return { id: given.id, words, made: given.madeAt !== null };
}

const TOLD_OF = ['approved', 'cancelled', 'running', 'handedOver', 'proved'] as const;

/** Null before somebody has agreed to a plan: nothing before that is what becomes of the data. */
async function erasureStatus(current: Case, rules: CaseRules, key: CaseKey, at: Date): Promise<ErasureStatus | null> {
  const work = erasureOf(current);
  const state = TOLD_OF.find((one) => one === work?.state);
  if (!work || !state) return null;
  const { made, certificate, provedAt } = await erasureFile(work.id, key);
  const on = earliestErasure(work, rules.today(at.toISOString()));
  const fates = certificate ?? (made ? fatesOf(made.plan, made.facts, on) : { systems: [] });
  const { dataMap } = controller(current.controllerId);
  return {
    state,
    until: stoppableUntil(work),
    held: work.held || erasureWaits(current, work, rules, at.toISOString()).includes('hold'),
    copyFirst: state === 'approved' && erasureWaits(current, work, rules, at.toISOString()).includes('copy'),
    provedAt,
    systems: erasureWords(fates.systems, dataMap, current.locale, certificate === null ? { on } : 'done'),
    portal: portalKeptWords(fates.portal, current.locale),
  };
}

function bundleOf(row: StatusRow): BundleStatus | null {
  const [bundle] = row.bundles;
  if (!bundle?.sealedAt || !bundle.expiresAt) return null;
  const { id, sealedAt, expiresAt } = bundle;
  return {
    id,
    sealedAt,
    expiresAt,
    sizeBytes: Number(bundle.sizeBytes ?? 0),
    contents: bundleContentsSchema.parse(bundle.contents ?? []),
    withheld: withheldWords(localeOf(row.locale), withheldSchema.parse(bundle.withheld ?? [])),
  };
}

const TOLD: Readonly<Partial<Record<ClockEvent['type'], StoryEntry['kind']>>> = {
  identityRequested: 'questionAsked',
  clarificationRequested: 'questionAsked',
  identityProvided: 'questionAnswered',
  clarificationProvided: 'questionAnswered',
  deadlineExtended: 'extended',
};

function storyOf(row: StatusRow): StoryEntry[] {
  const story: StoryEntry[] = [];
  const add = (
    kind: StoryEntry['kind'],
    at: Date | null | undefined,
    values: StoryEntry['values'] = {},
    right?: RightId,
  ) => {
    if (at) story.push({ kind, at, values, ...(right && { right }) });
  };
  const started = row.tasks.map((task) => task.startedAt).filter((at) => at !== null);
  const ended = row.tasks.map((task) => task.endedAt).filter((at) => at !== null);
  const found = row.results.filter((result) => result.result === 'found');
  add('received', row.receivedAt);
  add('emailConfirmed', row.emailConfirmedAt);
  add('identityAccepted', row.identityAt, { method: row.identityMethod ?? 'none' });
  add('collectionStarted', started.length > 0 ? new Date(Math.min(...started.map(Number))) : null, {
    systems: row.tasks.length,
  });
  if (row.tasks.length > 0 && ended.length === row.tasks.length) {
    const records = found.reduce((sum, result) => sum + result.records, 0);
    add('collectionFinished', new Date(Math.max(...ended.map(Number))), {
      systems: row.tasks.length,
      records,
      holding: new Set(found.map(({ collectionId }) => collectionId.split('.')[0])).size,
    });
  }
  for (const { type, at } of clockEventsOf(row)) {
    const told = TOLD[type];
    if (told) add(told, new Date(at));
  }
  for (const { about, createdAt } of row.messages)
    if (about !== null) add(toldPurpose.unwrap().parse(about), createdAt);
  add('approved', row.rights.find((item) => item.approvedAt)?.approvedAt);
  for (const item of row.rights) add('carriedOut', item.carriedOutAt, {}, rightColumns.shape.right.parse(item.right));
  for (const { approvedAt, cancelledAt, provedAt } of row.erasures) {
    add('erasurePlanned', approvedAt);
    add('erasureCancelled', cancelledAt);
    add('erased', provedAt);
  }
  for (const { noticeId, cancelledAt, liftedAt } of row.liftings) {
    add('liftingPlanned', row.notices.find(({ id }) => id === noticeId)?.sentAt);
    add('liftingCancelled', cancelledAt);
    add('restrictionLifted', liftedAt);
  }
  add('bundleReady', row.bundles[0]?.sealedAt);
  for (const download of row.downloads) add('downloaded', download.endedAt);
  if (row.mandate) {
    const { askedAt, answer, answeredAt } = row.mandate;
    add('mandateAsked', askedAt);
    add(answer === 'stopped' ? 'mandateStopped' : 'mandateConfirmed', answeredAt);
  }
  const { closedHow } = parseRow(caseColumns, row);
  if (closedHow) add(closedHow, row.closedAt);
  return story.sort((one, other) => one.at.getTime() - other.at.getTime());
}
