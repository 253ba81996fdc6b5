import { dueOf as lastDayOf } from '@/lib/domain/case/due';
import { type NextStep, nextStep } from '@/lib/domain/case/next-step';
import type { Case, IdentityMethod } from '@/lib/domain/case/types';
import { describePlace, describeStep } from '@/lib/domain/clock/describe';
import type { Calendars } from '@/lib/domain/clock/holiday-calendar';
import type { LocalDate } from '@/lib/domain/clock/local-date';
import type { Clock } from '@/lib/domain/clock/types';
import type { SubmittedAnswers } from '@/lib/domain/intake/schema';
import { calendarsInForce } from '@/lib/features/calendars/data';
import { dueOf, markOf } from '@/lib/features/queue/loaders';
import type { ControllerMark, Due } from '@/lib/features/queue/types';
import { recordCaseRead, recordMessagesRead } from '@/lib/features/reading/mutations';
import { loadRights, type RightView } from '@/lib/features/rights/loaders';
import { type AccountMatch, accountMatch } from '@/lib/features/sources/data';
import { loadSystems, type SystemView } from '@/lib/features/sources/loaders';
import { staffNames } from '@/lib/features/staff/data';
import type { Staff } from '@/lib/features/staff/types';
import { bundleRows, redactionCount } from '@/lib/features/story/data';
import { loadStory } from '@/lib/features/story/loaders';
import type { StoryEntry } from '@/lib/features/story/types';
import { controller } from '@/lib/platform/controllers/registry';
import { translator } from '@/lib/platform/i18n/translator';
import { answersOf, caseOf, caseRow, type CaseRow, clockEventsOf, keyOf } from './data';
import type { AuthorizedCaseId } from './types';

/** A last day with its working in sentences, each with what it rests on. */
export type ClockView = {
  readonly regime: Clock['regime'];
  readonly right: Clock['right'];
  readonly dueOn: LocalDate;
  readonly citation: string;
  readonly place: string;
  readonly calendarKnown: boolean;
  readonly working: readonly { readonly text: string; readonly citation: string }[];
};

export type Identity = { readonly method: IdentityMethod; readonly at: Date; readonly by: string | null };

export type BundleView = Awaited<ReturnType<typeof bundleRows>>[number];

/** Everything the page of a case shows. What is personal is null once the case's key is destroyed. */
export type CasePage = {
  readonly current: Case;
  readonly controller: ControllerMark;
  readonly timezone: string;
  readonly due: Due;
  readonly next: NextStep;
  readonly assignee: string | null;
  readonly answers: SubmittedAnswers | null;
  readonly residence: string;
  readonly emailConfirmed: boolean;
  readonly identity: Identity | null;
  readonly rights: readonly RightView[];
  readonly clocks: readonly ClockView[];
  readonly systems: readonly SystemView[];
  readonly story: readonly StoryEntry[];
  readonly redactions: number;
  readonly bundle: BundleView | null;
  readonly staff: ReadonlyMap<string, string>;
};

/** Reads a case for a person who was let to it, and logs the reading. @param view which page: `case`, `review`, `approval`. */
export async function loadCasePage(caseId: AuthorizedCaseId, staff: Staff, view: string, now: Date = new Date()): Promise<CasePage> {
  const row = await wholeCase(caseId);
  const { definition, dataMap } = controller(row.controllerId);
  const key = row.key?.wrappedKey ? keyOf(row) : null;
  const names = await staffNames();
  const systems = new Map(dataMap.systems.map((system) => [system.id, system.name.en]));
  const scope = { controllerId: row.controllerId, caseId: row.id, reference: row.reference };
  const current = caseOf(row);
  await recordCaseRead(staff.id, scope, view, now);
  // Only those who answer make a message read: a DPO who looks does not take it off the desk's list.
  if (view === 'case') await recordMessagesRead(staff.id, scope, now);
  const [story, rights, systemViews, redactions, bundles, answers, calendars] = await Promise.all([
    loadStory(row.id, { key, locale: current.locale, staff: names, systems }),
    loadRights(row.id, current.rights, key, current.receivedAt, definition.timezone),
    loadSystems(row.id, dataMap),
    redactionCount(row.id),
    bundleRows(row.id),
    key ? answersOf(row) : null,
    calendarsInForce(),
  ]);
  const due = dueOf(row, definition.timezone, now);
  return {
    current,
    controller: markOf(row.controllerId),
    timezone: definition.timezone,
    due,
    next: nextStep(current, due.dueOn),
    assignee: row.assigneeId ? (names.get(row.assigneeId) ?? '–') : null,
    answers,
    residence: describePlace(row.residence, translator('en', 'law')),
    emailConfirmed: row.emailConfirmedAt !== null,
    identity: identityOf(row, names),
    rights,
    clocks: clocksOf(row, current, definition, calendars, now),
    systems: systemViews,
    story,
    redactions,
    bundle: bundles[0] ?? null,
    staff: names,
  };
}

async function wholeCase(caseId: AuthorizedCaseId): Promise<CaseRow> {
  const row = await caseRow(caseId);
  if (!row) throw new Error(`Case ${caseId} vanished`);
  return row;
}

const identityOf = (row: CaseRow, names: ReadonlyMap<string, string>): Identity | null =>
  row.identityMethod && row.identityAt
    ? { method: row.identityMethod as IdentityMethod, at: row.identityAt, by: row.identityById ? (names.get(row.identityById) ?? '–') : null }
    : null;

function clocksOf(row: CaseRow, current: Case, place: { timezone: string; calendar: string }, calendars: Calendars, now: Date): ClockView[] {
  const say = translator('en', 'law');
  const { clocks } = lastDayOf({ receivedAt: current.receivedAt, rights: current.rights, events: clockEventsOf(row), asOf: now.toISOString() }, place, calendars);
  return clocks.map((clock) => ({
    regime: clock.regime,
    right: clock.right,
    dueOn: clock.bindingOn,
    citation: clock.citation,
    place: describePlace(clock.calendar, say),
    calendarKnown: clock.calendarKnown,
    working: clock.working.map((step) => ({ text: describeStep(step, say), citation: step.citation })),
  }));
}

/** What the accounts say about the confirmed address; asked only while somebody has to judge it. */
export const loadAccountMatch = (caseId: AuthorizedCaseId, current: Case): Promise<AccountMatch | null> =>
  current.state === 'verifying' ? accountMatch(caseId) : Promise.resolve(null);
