import 'server-only';
import { localDateOf, toDbDate } from '@/lib/domain/calendar/local-date';
import { deskFacts } from '@/lib/domain/intake/summary';
import { pausedByAsking } from '@/lib/domain/case/ask';
import { isUnfinished } from '@/lib/domain/case/carry-out';
import { bindingOf, type CaseClock, clocksOf, isOwed, targetOf } from '@/lib/domain/case/due';
import { dueOf } from '@/lib/domain/case/due-today';
import { NO_HOLIDAYS } from '@/lib/domain/calendar/holidays/snapshots';
import { extensibleClocks } from '@/lib/domain/case/extend';
import { nextSteps } from '@/lib/domain/case/next-steps';
import { needsMending } from '@/lib/domain/case/notices';
import type { CaseRules } from '@/lib/domain/case/rules';
import type { Case } from '@/lib/domain/case/types';
import { IDENTITY_MEANS } from '@/lib/domain/case/reasons';
import { describeStep } from '@/lib/domain/clock/describe';
import { unansweredCauses } from '@/lib/domain/clock/pause';
import { collectionsOf } from '@/lib/domain/datamap/build';
import { type LawfulCollection, underLaw } from '@/lib/domain/fulfilment/under-law';
import type { PauseCause } from '@/lib/domain/law/types';
import { describePlace } from '@/lib/domain/wording';
import { calendarsInForce } from '@/lib/features/case-file/data/calendars';
import {
  answersOf,
  caseOf,
  caseRow,
  type CaseRow,
  earlierRows,
  keyOf,
  requestLawOf,
  rulesOf,
} from '@/lib/features/case-file/data/case';
import { addedIdentifiers } from '@/lib/features/case-file/data/identifiers';
import { keepingNow } from '@/lib/features/case-file/data/keeping';
import { type Redaction, redactionsOf } from '@/lib/features/case-file/data/redactions';
import { caseColumns } from '@/lib/features/case-file/schema/rows';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { accountMatch, type AccountMatch } from '@/lib/features/cases/data/account-match';
import { searchWords } from '@/lib/features/cases/data/answer-words';
import { mailPreview } from '@/lib/features/cases/data/mail-words';
import { bundleRows } from '@/lib/features/cases/data/story';
import type {
  AskingView,
  CasePage,
  ClockView,
  ExtensionView,
  HiddenSoFar,
  Identity,
} from '@/lib/features/cases/types/page';
import { recordMessagesRead } from '@/lib/features/cases/mutations/read-messages';
import { recordCaseRead } from '@/lib/features/log/mutations/reading';
import { staffNames } from '@/lib/features/staff/data/staff';
import type { Staff } from '@/lib/features/staff/types/staff';
import { markOf } from '@/lib/platform/controllers/mark';
import { controller } from '@/lib/platform/controllers/registry';
import { deskText } from '@/lib/platform/i18n/desk';
import { translator } from '@/lib/platform/i18n/translator';
import { parseRow } from '@/lib/platform/db/parse-row';
import { loadErasure } from './erasure';
import { restrictionView } from '@/lib/features/cases/data/restriction';
import { recipientWords } from '@/lib/features/cases/data/recipients';
import { loadEffects } from './effects';
import { loadRejection } from './rejection';
import { loadRights } from './rights';
import { loadStatements } from './statements';
import { loadStory } from './story';
import { loadSystems } from './systems';

/** Reads a case for a person who was let to it, and logs the reading. @param view which page: `case`, `review`, `approval`. */
export async function loadCasePage(
  caseId: AuthorizedCaseId,
  staff: Staff,
  view: string,
  now: Date = new Date(),
): Promise<CasePage> {
  const row = await wholeCase(caseId);
  const { definition, dataMap, held } = controller(row.controllerId);
  const key = row.key?.wrappedKey ? keyOf(row) : null;
  const names = await staffNames();
  const systems = new Map(held.systems.map((system) => [system.id, system.name.en]));
  // A file goes to a receiver as a value goes into a system: the story names either.
  const places = new Map([...definition.receivers.map(({ id, name }) => [id, name.en] as const), ...systems]);
  const recipients = new Map(Object.values(dataMap.recipients).map(({ id, name }) => [id, name.en]));
  const scope = { controllerId: row.controllerId, caseId: row.id, reference: row.reference };
  const current = caseOf(row);
  await recordCaseRead(staff.id, scope, view, now);
  // Only those who answer make a message read: a DPO who looks does not take it off the desk's list.
  if (view === 'case') await recordMessagesRead(staff.id, scope, now);
  const rules = rulesOf(row, await calendarsInForce());
  const clocks = clocksOf(current, rules, now.toISOString());
  const placeDay = (at: Date) => localDateOf(at.toISOString(), definition.timezone);
  const earlier = await earlierRows(row);
  // How often a right was used counts what was asked before this request alone.
  const answered = earlier
    .filter(({ receivedAt }) => receivedAt < row.receivedAt)
    .flatMap((one) =>
      one.rights.flatMap(({ regime, right, approvedAt }) =>
        approvedAt ? [{ regime, right, on: placeDay(approvedAt) }] : [],
      ),
    );
  const [story, rights, rejection, erasure, systemViews, redactions, bundles, answers, added] = await Promise.all([
    loadStory(row.id, { key, locale: current.locale, staff: names, systems: places, recipients }),
    loadRights(
      row.id,
      {
        current,
        clocks,
        rules,
        answered,
        effects: await loadEffects(row, current, rules),
        statements: await loadStatements(row, current),
        receivedOn: placeDay(row.receivedAt),
        now: now.toISOString(),
      },
      key,
    ),
    loadRejection(row, current, { key, rules, names }, now),
    loadErasure(current, key, rules, now.toISOString()),
    loadSystems(row.id, held),
    key ? redactionsOf(row.id, key) : [],
    bundleRows(row.id),
    key ? answersOf(row) : null,
    key ? addedIdentifiers(row.id, key) : [],
  ]);
  // As the clocks stand now: the row is counted anew a moment after a notice of more time has left.
  const binding = bindingOf(clocks);
  const due = dueOf(
    {
      ...row,
      dueOn: toDbDate(binding.lastDayOn),
      owed: isOwed(current, clocks),
      pausedSinceOn: binding.pausedSinceOn && toDbDate(binding.pausedSinceOn),
    },
    definition.timezone,
    now,
  );
  return {
    current,
    controller: markOf(row.controllerId),
    timezone: definition.timezone,
    due,
    today: placeDay(now),
    keeping: keepingNow(row, placeDay(now)),
    steps: nextSteps(current, rules, now.toISOString()),
    questions: unansweredCauses(current.clockEvents),
    asking: {
      identity: askingOf(current, 'identity', rules, now),
      clarification: askingOf(current, 'clarification', rules, now),
    },
    extension: extensionOf(current, rules, now),
    forbiddenMeans: IDENTITY_MEANS.flatMap((means) => {
      const citation = rules.forbids(means);
      return citation ? [{ means, citation }] : [];
    }),
    failedNotices: current.notices.filter(needsMending),
    rejection,
    withdrawal: isUnfinished(current, rules) && key ? mailPreview(row, { kind: 'withdrawn', words: {} }) : null,
    assignee: row.assigneeId ? (names.get(row.assigneeId) ?? '–') : null,
    answers,
    facts: answers ? deskFacts(answers, controller(row.controllerId).intake) : [],
    added,
    identifierKinds: definition.identifiers.map(({ kind, label }) => ({
      kind,
      label: label?.en ?? deskText(`person.${kind}`),
    })),
    residence: describePlace(row.residence, translator('en', 'law')),
    emailConfirmed: row.emailConfirmedAt !== null,
    identity: identityOf(row, names),
    rights,
    erasure,
    restriction: restrictionView(row, current, rules),
    recipients: key ? await recipientWords(row.id, row.controllerId, key, 'en') : [],
    clocks: clocks.map(clockView),
    earlier: earlier.map(({ id, reference, receivedAt, state, closedHow }) => ({
      id,
      reference,
      receivedOn: placeDay(receivedAt),
      state: caseColumns.shape.state.parse(state),
      how: caseColumns.shape.closedHow.parse(closedHow),
    })),
    systems: systemViews,
    search: searchWords(row, 'en'),
    places: dataMap.systems.map(({ id, name }) => ({ id, name: name.en })),
    story,
    hidden: hiddenSoFar(current, redactions, underLaw(collectionsOf(held), requestLawOf(row))),
    bundle: bundles[0] ?? null,
    staff: names,
  };
}

async function wholeCase(caseId: AuthorizedCaseId): Promise<CaseRow> {
  const row = await caseRow(caseId);
  if (!row) throw new Error(`Case ${caseId} vanished`);
  return row;
}

function identityOf(row: CaseRow, names: ReadonlyMap<string, string>): Identity | null {
  const { identityMethod: method, identityAt: at, identityById: byId } = parseRow(caseColumns, row);
  return method && at ? { method, at, by: byId ? (names.get(byId) ?? '–') : null } : null;
}

function clockView(clock: CaseClock): ClockView {
  const say = translator('en', 'law');
  const { kind, regime, right, met, lapsed, lastDayOn, pausedSinceOn, citation, calendarKnown } = clock;
  const { extension, calendar, working } = clock;
  return {
    kind,
    regime,
    right,
    met,
    lapsed,
    lastDayOn,
    targetOn: targetOf(clock),
    pausedSinceOn,
    extended: extension?.state === 'valid',
    citation,
    place: calendar === NO_HOLIDAYS.id ? null : describePlace(calendar, say),
    calendarKnown,
    working: working.map((step) => ({ text: describeStep(step, say), citation: step.citation })),
  };
}

/** What is hidden from the copy so far, and what of it nobody has decided on. */
function hiddenSoFar(
  { findings }: Case,
  redactions: readonly Redaction[],
  collections: readonly LawfulCollection[],
): HiddenSoFar {
  const byMap = findings.filter(({ hidden }) => hidden > 0).map(({ collectionId }) => collectionId);
  const mapGrounds = collections
    .filter(({ id }) => byMap.includes(id))
    .flatMap(({ fields }) =>
      fields.flatMap(({ otherPerson, neverSent }) => [
        ...(otherPerson?.rule === 'hide' ? otherPerson.grounds : []),
        ...neverSent.flatMap(({ grounds }) => grounds),
      ]),
    );
  return {
    count: redactions.length + findings.reduce((sum, { hidden }) => sum + hidden, 0),
    grounds: [...new Set([...redactions.map(({ ground }) => ground), ...mapGrounds])],
    facts: [...new Set(redactions.map(({ facts }) => facts))].join('\n'),
    toDecide: findings.reduce((sum, { toDecide }) => sum + toDecide, 0),
  };
}

function askingOf(current: Case, cause: PauseCause, rules: CaseRules, now: Date): AskingView {
  const at = now.toISOString();
  const question =
    cause === 'identity'
      ? ({ type: 'identityRequested', at } as const)
      : ({ type: 'clarificationRequested', at, largeQuantity: true } as const);
  // Shown as if asked in time: who asks late is told so, and has a second person say why.
  const pauses = new Set(pausedByAsking(current, { ...question, lateBecause: '–' }, rules).map(({ regime }) => regime));
  const regimes = [...new Set(current.rights.map(({ regime }) => regime))];
  const byOn = rules.askByOn();
  return {
    pauses: regimes.filter((regime) => pauses.has(regime)),
    runsOn: regimes.filter((regime) => !pauses.has(regime)),
    late: rules.today(at) > byOn,
    byOn,
  };
}

function extensionOf(current: Case, rules: CaseRules, now: Date): ExtensionView[] {
  const views = extensibleClocks(current, rules, now.toISOString()).flatMap(({ regime, limitOn, extension }) =>
    extension?.state === 'possible'
      ? [
          {
            regime,
            lastDayOn: limitOn,
            extendedOn: extension.extendedToOn,
            noticeByOn: extension.noticeByOn,
            noticeTargetOn: extension.noticeTargetOn,
          },
        ]
      : [],
  );
  return [...new Map(views.map((view) => [JSON.stringify(view), view])).values()];
}

/** The place by whose clocks the days of a case are counted. */
export const timezoneOf = async (caseId: AuthorizedCaseId): Promise<string> =>
  controller((await wholeCase(caseId)).controllerId).definition.timezone;

/** The systems of the data map of a case. */
export const systemIdsOf = async (caseId: AuthorizedCaseId): Promise<string[]> =>
  controller((await wholeCase(caseId)).controllerId).dataMap.systems.map(({ id }) => id);

/** How long the controller of a case lets an erasure be stopped. */
export const coolingOffDaysOf = async (caseId: AuthorizedCaseId): Promise<number> =>
  controller((await wholeCase(caseId)).controllerId).definition.erasure.coolingOffDays;

/** What the accounts say about the confirmed address; asked only while somebody has to judge it. */
export const loadAccountMatch = (caseId: AuthorizedCaseId, current: Case): Promise<AccountMatch | null> =>
  current.state === 'verifying' ? accountMatch(caseId) : Promise.resolve(null);
