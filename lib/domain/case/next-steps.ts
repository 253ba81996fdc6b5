import { addDays, latest, type LocalDate } from '../calendar/local-date';
import { unansweredCauses } from '../clock/pause';
import { isGranting } from '../law/rights';
import { awaitsDesk, isOwed, isUnfinished, waitsForCopy } from './carry-out';
import { effectsOf, effectsOpen } from './commands/effects';
import { bindingOf, type CaseClock, clocksOf, isAnswerClock, targetOf } from './due';
import { rejectionGrounds } from './endings';
import { erasureOf, isErasureHeld } from './erasing';
import { extensibleClocks } from './extend';
import { isAnswering, isGiven, needsMending, pendingExtension } from './notices';
import { recipientsOpen, recipientSteps } from './recipients';
import { awaitsApproval, isCopyInWork, isDecidable } from './progress';
import { isStopped } from './halted';
import type { CaseRules } from './rules';
import { type Blocker, type Step, step, STEP_KEYS, type StepKey } from './step';
import type { Case, CaseState, RightItem } from './types';

// Our policy, counted back from the day to which the case is worked: what comes later needs its own days.
const DAYS_BEFORE = {
  awaitEmail: 21,
  nameSubject: 18,
  acceptIdentity: 18,
  awaitSubject: 18,
  awaitReply: 18,
  startCollection: 15,
  awaitSources: 10,
  retrySource: 10,
  decide: 5,
  decideAgain: 5,
  approve: 2,
  approveRejection: 2,
  mendBundle: 1,
  awaitBundle: 1,
} as const;

type Planned = keyof typeof DAYS_BEFORE;

type Plan = (key: Planned, mode: Step['mode'], more?: Partial<Step>) => Step;

/**
 * What must or may be done next in a case, by when, by what law, and what stands in its way; the most pressing first. Empty for a closed
 * case alone: one that is open always has something that must happen, or somebody that it waits for.
 * @param now instant, ISO 8601
 */
export function nextSteps(current: Case, rules: CaseRules, now: string): readonly Step[] {
  if (current.state === 'closed') return [];
  if (isStopped(current)) return stoppedSteps(current, rules, now);
  const clocks = clocksOf(current, rules, now);
  const binding = bindingOf(clocks);
  const plan: Plan = (key, mode, more = {}) => ({
    key,
    mode,
    byOn: latest(binding.startOn, addDays(targetOf(binding), -DAYS_BEFORE[key])),
    citation: binding.citation,
    blockedBy: [],
    rights: [],
    ...more,
  });
  const steps = [
    ...mending(current, clocks, binding),
    ...stopping(current, rules, clocks),
    ...carrying(current, rules, clocks),
    ...inSystems(current, clocks, binding),
    ...recipientSteps(current),
    ...beforeDeciding(current, rules, plan, binding),
    ...deciding(current, rules, plan),
    ...(current.state === 'ready' ? closing(current, rules, binding) : []),
    ...erasing(current, rules, clocks),
    ...asides(current, clocks, binding),
    ...possible(current, rules, now, binding),
  ];
  const byRank = (one: Step, other: Step) => STEP_KEYS.indexOf(one.key) - STEP_KEYS.indexOf(other.key);
  const inMode = (mode: Step['mode']) => steps.filter((step) => step.mode === mode);
  return [...inMode('must'), ...inMode('wait'), ...inMode('may').sort(byRank)];
}

/** Whoever's data it is has said that they did not ask: nothing goes on but what was written to us, and the end. */
function stoppedSteps(current: Case, rules: CaseRules, now: string): readonly Step[] {
  const clocks = clocksOf(current, rules, now);
  const { citation } = bindingOf(clocks);
  return [
    ...mending(current, clocks, bindingOf(clocks)),
    step('closeStopped', 'must', citation),
    ...(current.unreadMessages > 0 ? [step('readMessage', 'must', citation)] : []),
  ];
}

const mending = (current: Case, clocks: readonly CaseClock[], binding: CaseClock): readonly Step[] =>
  current.notices.some(needsMending) ? [step('mendNotice', 'must', binding.citation, { byOn: earliest(clocks) })] : [];

const earliest = (clocks: readonly CaseClock[]): LocalDate | null =>
  clocks
    .filter(({ met }) => !met)
    .map(({ lastDayOn }) => lastDayOn)
    .sort()[0] ?? null;

/** Rights that take effect at once do so before anything is decided or verified: Art. 7(3), 21(3) GDPR; 11 CCR 7026(f), 7027(g). */
export const needsStop = (item: RightItem, rules: CaseRules): boolean =>
  item.stoppedAt === null &&
  item.approvedById === null &&
  rules.stopsAtOnce(item) !== null &&
  (item.decision === null || isGranting(item.decision.outcome));

function stopping(current: Case, rules: CaseRules, clocks: readonly CaseClock[]): readonly Step[] {
  const items = current.rights.filter((item) => needsStop(item, rules) && !effectsOpen(item.id, current));
  if (items.length === 0 || current.state === 'ready') return [];
  const own = clocks.filter(
    ({ rightItemId, kind }) => kind !== 'extensionNotice' && items.some(({ id }) => id === rightItemId),
  );
  // Where the law sets no day but "without delay", the day of receipt is the day.
  const byOn = own.map((clock) => (clock.kind === 'optOut' ? targetOf(clock) : clock.receivedOn)).sort()[0] ?? null;
  const citation = [...new Set(items.map((item) => rules.stopsAtOnce(item)?.citation ?? ''))].join('; ');
  return [step('stopUse', 'must', citation, { byOn, rights: items.map(({ id }) => id) })];
}

/** What was agreed and is not done yet, by the last day of the first of them; what waits for the copy is no step before that. */
function carrying(current: Case, rules: CaseRules, clocks: readonly CaseClock[]): readonly Step[] {
  const items = current.rights.filter(
    (item) => awaitsDesk(item, rules) && !waitsForCopy(item, current, rules) && !effectsOpen(item.id, current),
  );
  return owedStep('carryOut', 'must', items, clocks);
}

function owedStep(
  key: StepKey,
  mode: Step['mode'],
  items: readonly RightItem[],
  clocks: readonly CaseClock[],
  blockedBy: readonly Blocker[] = [],
): readonly Step[] {
  const own = clocks.filter((clock) => isAnswerClock(clock) && items.some(({ id }) => id === clock.rightItemId));
  const [first] = own.toSorted((one, other) => (targetOf(one) < targetOf(other) ? -1 : 1));
  return first
    ? [step(key, mode, first.citation, { byOn: targetOf(first), rights: items.map(({ id }) => id), blockedBy })]
    : [];
}

/** What an erasure that was agreed to needs next: a plan, somebody else who agrees to it, or its time. */
function erasing(current: Case, rules: CaseRules, clocks: readonly CaseClock[]): readonly Step[] {
  const items = current.rights.filter((item) => rules.doneBy(item) === 'erasing' && isOwed(item, rules));
  const erasure = erasureOf(current);
  const held = isErasureHeld(current);
  if (items.length === 0) return held ? [step('awaitErasure', 'wait', 'Art. 17(3) GDPR')] : [];
  switch (erasure?.state) {
    case undefined:
    case 'dropped':
      return owedStep('planErasure', 'must', items, clocks);
    case 'unplanned':
    case 'unanswered':
    case 'stopped':
      return owedStep('mendErasure', 'must', items, clocks);
    case 'planned':
      return erasure!.problems > 0
        ? owedStep('mendErasure', 'must', items, clocks)
        : owedStep('approveErasure', 'must', items, clocks, ['secondPerson']);
    case 'planning':
    case 'approved':
    case 'running':
      return owedStep('awaitErasure', 'wait', items, clocks);
    case 'handedOver':
    case 'proved':
    case 'cancelled':
      return [];
    default:
      return erasure!.state satisfies never;
  }
}

/** What is being written into systems: one that did not take it needs somebody, the others are waited for. */
function inSystems(current: Case, clocks: readonly CaseClock[], { citation }: CaseClock): readonly Step[] {
  const open = current.rights.filter(({ id }) => effectsOpen(id, current));
  const failed = open.filter(({ id }) => effectsOf(id, current).some(({ state }) => state === 'failed'));
  const on = (items: readonly RightItem[]) => ({
    byOn: earliest(clocks.filter(({ rightItemId }) => items.some(({ id }) => id === rightItemId))),
    rights: items.map(({ id }) => id),
  });
  if (failed.length > 0) return [step('retryEffect', 'must', citation, on(failed))];
  return open.length > 0 ? [step('awaitEffects', 'wait', citation, { ...on(open), blockedBy: ['sources'] })] : [];
}

/** Who asks, and what is held: what the rights of the case have in common, as far as any of them still waits for it. */
function beforeDeciding(current: Case, rules: CaseRules, plan: Plan, binding: CaseClock): readonly Step[] {
  switch (current.state) {
    case 'received':
      return [...rejecting(current, rules, plan, identityLaw(current, rules, binding)), plan('awaitEmail', 'wait')];
    case 'verifying':
      return verifying(current, rules, plan, identityLaw(current, rules, binding), binding);
    case 'verified':
      return [
        current.findable
          ? plan('startCollection', 'must')
          : plan('nameSubject', 'must', { citation: identityLaw(current, rules, binding) }),
      ];
    case 'collecting':
      return current.tasks.some((task) => task.state === 'failed')
        ? [plan('retrySource', 'must')]
        : [plan('awaitSources', 'wait', { blockedBy: ['sources'] })];
    default:
      return [];
  }
}

/** What goes right by right: each is decided, approved and made ready by itself, whatever the others wait for. */
function deciding(current: Case, rules: CaseRules, plan: Plan): readonly Step[] {
  // What is being stopped in the systems is decided once it has stopped.
  const open = current.rights.filter(
    (item) => isDecidable(item, current, rules) && !(needsStop(item, rules) && effectsOpen(item.id, current)),
  );
  const waiting = current.rights.filter(awaitsApproval);
  const idsOf = (items: readonly RightItem[]) => items.map(({ id }) => id);
  return [
    ...(open.length > 0
      ? [
          plan(current.returnedFor === null ? 'decide' : 'decideAgain', 'must', {
            rights: idsOf(open),
            blockedBy: open.some((item) => needsStop(item, rules)) ? ['useNotStopped'] : [],
          }),
        ]
      : []),
    ...(waiting.length > 0 ? [plan('approve', 'must', { rights: idsOf(waiting), blockedBy: ['secondPerson'] })] : []),
    ...(isCopyInWork(current, rules)
      ? [current.bundle?.state === 'failed' ? plan('mendBundle', 'must') : plan('awaitBundle', 'wait')]
      : []),
  ];
}

const identityLaw = (current: Case, rules: CaseRules, binding: CaseClock): string =>
  rules.questionLaw('identity', current.rights) ?? binding.citation;

/** What was proposed waits for a second person; before that it is open to whoever can say why, where a law has a ground for it. */
function rejecting(current: Case, rules: CaseRules, plan: Plan, citation: string): readonly Step[] {
  if (current.rejection !== null) return [plan('approveRejection', 'must', { citation, blockedBy: ['secondPerson'] })];
  return rejectionGrounds(current, rules).length > 0 ? [step('rejectIdentity', 'may', citation)] : [];
}

function verifying(
  current: Case,
  rules: CaseRules,
  plan: Plan,
  citation: string,
  { pausedSinceOn }: CaseClock,
): readonly Step[] {
  const reject = rejecting(current, rules, plan, citation);
  const asked = unansweredCauses(current.clockEvents).includes('identity');
  // Whose data it is comes before whether this requester may have them: there is nobody yet to show a mandate for.
  if (!current.findable)
    return [
      ...(asked ? [plan('awaitReply', 'wait', { byOn: null, citation, blockedBy: ['reply'] })] : []),
      plan('nameSubject', asked ? 'may' : 'must', { citation }),
      ...reject,
    ];
  if (current.rejection !== null)
    return [
      ...reject,
      ...(asked ? [plan('awaitReply', 'wait', { byOn: null, citation, blockedBy: ['reply'] })] : []),
      plan('acceptIdentity', 'may', { byOn: null, citation }),
    ];
  const { mandate } = current;
  if (!asked && mandate?.state === 'asked' && !mandate.undelivered)
    return [
      plan('awaitSubject', 'wait', { citation, blockedBy: ['subject'] }),
      plan('acceptIdentity', 'may', { byOn: null, citation }),
      ...reject,
    ];
  if (!asked) return [plan('acceptIdentity', 'must', { citation }), ...reject];
  // A clock that stands still sets no day; one that the question did not stop goes on towards its last.
  const still = pausedSinceOn === null ? {} : { byOn: null };
  return [
    plan('awaitReply', 'wait', { ...still, citation, blockedBy: ['reply'] }),
    plan('acceptIdentity', 'may', { byOn: null, citation }),
    ...reject,
  ];
}

/** Nothing is closed before the requester was told; one who was told has time to fetch the copy. */
function closing(current: Case, rules: CaseRules, { citation }: CaseClock): readonly Step[] {
  const pending = isUnfinished(current, rules) && pendingExtension(current.notices);
  if (pending || current.notices.some((notice) => isAnswering(notice) && !isGiven(notice)))
    return [step('awaitNotice', 'wait', citation, { blockedBy: ['noticeNotSent'] })];
  const closable = !isUnfinished(current, rules) && !recipientsOpen(current) && !isErasureHeld(current);
  if (current.fetched === false)
    return [step('awaitDownload', 'wait', citation), ...(closable ? [step('close', 'may', citation)] : [])];
  // What they wrote may be that the answer is wrong: it is read before the case is closed over it.
  return closable ? [step('close', current.unreadMessages > 0 ? 'may' : 'must', citation)] : [];
}

/** What goes on beside the way: messages to be read, a question that is open, mails that have to leave in time. */
function asides(
  current: Exclude<Case, { state: 'closed' }>,
  clocks: readonly CaseClock[],
  binding: CaseClock,
): readonly Step[] {
  const acknowledging = clocks.filter(({ kind, met }) => kind === 'acknowledge' && !met);
  const notice = pendingExtension(current.notices);
  const extension = clocks.map((clock) => clock.extension).find((one) => one?.state === 'possible');
  return [
    ...(current.unreadMessages > 0 ? [step('readMessage', 'must', binding.citation)] : []),
    ...(acknowledging[0]
      ? [
          step('acknowledge', 'wait', acknowledging[0].citation, {
            byOn: acknowledging.map(targetOf).sort()[0] ?? null,
            blockedBy: ['noticeNotSent'],
            rights: acknowledging.map(({ rightItemId }) => rightItemId),
          }),
        ]
      : []),
    ...(current.state !== 'verifying' && unansweredCauses(current.clockEvents).length > 0
      ? [step('awaitReply', 'wait', binding.citation, { blockedBy: ['reply'] })]
      : []),
    ...(notice && extension && current.state !== 'ready'
      ? [step('awaitNotice', 'wait', binding.citation, { byOn: extension.noticeByOn, blockedBy: ['noticeNotSent'] })]
      : []),
  ];
}

// Before the mailbox is confirmed nobody would read the question.
const CLARIFIABLE: readonly CaseState[] = ['verifying', 'verified', 'collecting', 'reviewing'];

/** What is open to the desk, with the last day on which it still counts for something. */
function possible(
  current: Exclude<Case, { state: 'closed' }>,
  rules: CaseRules,
  now: string,
  binding: CaseClock,
): readonly Step[] {
  const open = unansweredCauses(current.clockEvents);
  const today = rules.today(now);
  const askBy = rules.askByOn();
  const inTime = today <= askBy ? askBy : null;
  const steps: Step[] = [];
  if (current.state === 'verifying' && open.length === 0)
    steps.push(step('askIdentity', 'may', identityLaw(current, rules, binding), { byOn: inTime }));
  if (
    CLARIFIABLE.includes(current.state) &&
    !open.includes('clarification') &&
    current.rights.some((item) => rules.needsCopy(item))
  ) {
    steps.push(
      step('askClarification', 'may', rules.questionLaw('clarification', current.rights) ?? binding.citation, {
        byOn: inTime,
      }),
    );
  }
  const extensible =
    !isUnfinished(current, rules) || pendingExtension(current.notices) ? [] : extensibleClocks(current, rules, now);
  const [first] = extensible;
  const targets = extensible.flatMap(({ extension }) =>
    extension && extension.noticeTargetOn >= today ? [extension.noticeTargetOn] : [],
  );
  const limits = extensible.flatMap(({ extension }) => (extension ? [extension.noticeByOn] : []));
  if (first)
    steps.push(
      step('extend', 'may', first.citation, {
        byOn: [...(targets.length > 0 ? targets : limits)].sort()[0] ?? null,
        rights: [...new Set(extensible.map(({ rightItemId }) => rightItemId))],
      }),
    );
  return steps;
}
