import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/case/actor';
import type { CaseCommand } from '@/lib/domain/case/commands';
import { decide } from '@/lib/domain/case/decide';
import { recipientsDue, recipientStanding } from '@/lib/domain/case/recipients';
import { rejectionGrounds } from '@/lib/domain/case/endings';
import { erasureOf, erasureWaits } from '@/lib/domain/case/erasing';
import { nextSteps } from '@/lib/domain/case/next-steps';
import type { Step } from '@/lib/domain/case/step';
import { caseRules, type CaseRules } from '@/lib/domain/case/rules';
import type { Case } from '@/lib/domain/case/types';
import { shippedCalendars } from '@/lib/domain/calendar/holidays/snapshots';
import { LAW } from '@/lib/domain/law/law';
import { rightsFor } from '@/lib/domain/law/rights';
import { localDate } from '@/lib/domain/calendar/local-date';
import type { RegimeId, RightId } from '@/lib/domain/law/types';
import { aCase, ALICE, BOB, by, COMMANDS, giverOf, ofNewestTry } from '@/tests/support/case-builders';
import { rightItem } from '@/tests/support/effect-builders';
import { delivered, evolve } from '@/tests/support/case-history';

// Cases of people in three places, at controllers in three places, with any of the rights that the law gives them.
const RECEIVED_AT = '2027-02-10T12:00:00.000Z';
const START = Date.parse(RECEIVED_AT);
const DAY = 86_400_000;

const PLACES = [
  { timezone: 'Europe/Luxembourg', calendar: 'LU', country: 'LU' },
  { timezone: 'Europe/Sofia', calendar: 'BG', country: 'BG' },
  { timezone: 'Europe/Zurich', calendar: 'CH', country: 'CH' },
] as const;

const offered = (country: string, residence: string) =>
  rightsFor(
    { residence, relation: 'customer', ageBand: 'adult', capacity: 'self' },
    { regimes: LAW.map(({ id }) => id), establishment: { country } },
    localDate('2027-02-10'),
  );

const situation = fc
  .record({ place: fc.constantFrom(...PLACES), residence: fc.constantFrom('LU', 'US-CA', 'GB') })
  .chain(({ place, residence }) =>
    fc.record({
      place: fc.constant(place),
      findable: fc.boolean(),
      rights: fc.subarray([...offered(place.country, residence)], { minLength: 1, maxLength: 4 }),
    }),
  );

const started = (
  rights: readonly { regime: RegimeId; right: RightId }[],
  findable: boolean,
  rules: CaseRules,
): Case => {
  const items = rights.map(({ regime, right }, index) => rightItem({ id: `right-${index + 1}`, regime, right }));
  const state = items.some(rules.needsIdentity) ? 'received' : 'reviewing';
  return {
    ...aCase(state),
    receivedAt: RECEIVED_AT,
    findable,
    forWhom: findable ? 'self' : 'child',
    rights: items,
    tasks: [],
    redactionIds: [],
    emailConfirmed: false,
    notices: [{ id: 'first', kind: 'confirmEmail', state: 'queued' }],
  } as Case;
};

const isOpen = ({ state, byPerson }: Case['effects'][number]): boolean => !byPerson && state !== 'answered';

/** Every part that any answer must have: the desk writes them all. */
const CONTENTS = LAW.flatMap(({ rights }) =>
  rights.flatMap(({ answerContains }) => answerContains.map(({ id }) => id)),
);
const REFUSALS = LAW.flatMap(({ rights }) =>
  rights.flatMap((rule) => (rule.refusable ? rule.refusalContains.map(({ id }) => id) : [])),
);

/** What is done about a step by whom it waits for: a command, or something that happens out there. */
function doing(
  step: Step,
  current: Case,
  rules: CaseRules,
  at: string,
): CaseCommand | ((before: Case, at: string) => Case) {
  switch (step.key) {
    case 'mendNotice':
      return { ...COMMANDS.RecordNoticeTold, noticeId: current.notices.find(({ state }) => state === 'failed')!.id };
    case 'stopUse':
      return { ...COMMANDS.RecordStopped, rightItemId: step.rights[0]! };
    case 'awaitEffects':
      return ofNewestTry({ ...COMMANDS.RecordEffect, effectId: current.effects.find(isOpen)!.id }, current);
    case 'retryEffect':
      return { ...COMMANDS.RetryEffect, effectId: current.effects.find(({ state }) => state === 'failed')!.id };
    case 'carryOut':
      return {
        ...COMMANDS.RecordCarriedOut,
        rightItemId: step.rights[0]!,
        on: localDate(at.slice(0, 10)),
        confirmed: CONTENTS,
      };
    case 'tellRecipients':
      return {
        ...COMMANDS.RecordRecipientTold,
        recipientNoticeId: recipientsDue(current)[0]!.id,
        on: localDate(at.slice(0, 10)),
      };
    case 'awaitRecipients':
      return {
        ...COMMANDS.RecordRecipientMail,
        recipientNoticeId: current.recipients.find((one) => recipientStanding(one) === 'onItsWay')!.id,
      };
    case 'planErasure':
    case 'mendErasure':
      return COMMANDS.PlanErasure;
    case 'approveErasure':
      return COMMANDS.ApproveErasure;
    case 'awaitErasure':
      return erasingOn(current, rules, at);
    case 'awaitEmail':
      return COMMANDS.ConfirmEmail;
    case 'nameSubject':
      return COMMANDS.AddIdentifier;
    case 'acceptIdentity':
      return { type: 'AcceptIdentity', method: 'evidence' };
    case 'awaitSubject':
      return COMMANDS.ConfirmMandate;
    case 'closeStopped':
      return COMMANDS.CloseStopped;
    case 'awaitReply':
      return COMMANDS.WriteMessage;
    case 'startCollection':
      return COMMANDS.StartCollection;
    case 'awaitSources':
      return ofNewestTry(
        { ...COMMANDS.RecordSourceAnswer, systemId: current.tasks.find(({ state }) => state !== 'answered')!.systemId },
        current,
      );
    case 'retrySource':
      return { ...COMMANDS.RetrySource, systemId: current.tasks.find(({ state }) => state === 'failed')!.systemId };
    case 'decide':
    case 'decideAgain':
      return { ...COMMANDS.DecideRight, rightItemId: step.rights[0]!, confirmed: CONTENTS };
    case 'approve':
      return COMMANDS.ApproveDecision;
    case 'mendBundle':
      return COMMANDS.RetryBundle;
    case 'awaitBundle':
      return ofNewestTry(COMMANDS.RecordBundleSealed, current);
    case 'awaitNotice':
    case 'acknowledge':
      return delivered;
    case 'awaitDownload':
      return (before) => ({ ...before, fetched: true });
    case 'close':
      return COMMANDS.CloseCase;
    case 'readMessage':
      return (before) => ({ ...before, unreadMessages: 0 });
    case 'rejectIdentity':
      return {
        ...COMMANDS.ProposeRejection,
        grounds: rejectionGrounds(current, rules).slice(0, 1),
        confirmed: REFUSALS,
      };
    case 'approveRejection':
      return COMMANDS.ApproveRejection;
    case 'askIdentity':
      return COMMANDS.QuestionIdentity;
    case 'askClarification':
      return COMMANDS.AskClarification;
    case 'extend':
      return { ...COMMANDS.ExtendDeadline, promisedOn: localDate('2027-12-01') };
    default:
      return step.key satisfies never;
  }
}

/** What the worker does of an erasure; nothing as long as that has to wait for a copy. */
function erasingOn(current: Case, rules: CaseRules, at: string): CaseCommand | ((before: Case, at: string) => Case) {
  const erasure = erasureOf(current)!;
  if (erasure.state === 'planning') return ofNewestTry(COMMANDS.RecordErasurePlan, current);
  if (erasure.state === 'approved')
    return erasureWaits(current, erasure, rules, at).length > 0 ? (before) => before : COMMANDS.BeginErasure;
  return erasure.erased.length > 0 ? COMMANDS.RecordErasureProved : COMMANDS.RecordSystemErased;
}

/** Who does it: what waits for the requester is theirs, an approval is for whoever did not decide. */
const doerOf = (step: Step, command: CaseCommand): Actor =>
  step.key === 'awaitReply'
    ? { kind: 'requester', id: 'case-1' }
    : giverOf(
        command,
        { kind: 'staff', id: ['approve', 'approveRejection', 'approveErasure'].includes(step.key) ? 'carol' : ALICE },
        'case-1',
      );

function done(step: Step, current: Case, rules: CaseRules, at: string): Case {
  const what = doing(step, current, rules, at);
  if (typeof what === 'function') return what(current, at);
  const context = by(doerOf(step, what), rules, at);
  const decision = decide(current, what, context);
  if (!decision.ok)
    throw new Error(
      `${step.mode} ${step.key} while ${current.state}: refused as ${decision.reason} ${decision.detail ?? ''}`,
    );
  return evolve(current, decision.value, context);
}

const COMMAND_LIST = Object.values(COMMANDS);

/** Anything that anybody may try, on any day: a command, a mail that was given up, or the next day. */
const happening = fc.record({
  what: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...COMMAND_LIST) },
    { weight: 1, arbitrary: fc.constantFrom('mails leave', 'a mail fails') },
    { weight: 2, arbitrary: fc.constant('the next step') },
  ),
  who: fc.constantFrom(ALICE, BOB),
  days: fc.integer({ min: 0, max: 6 }),
});

function happened(
  current: Case,
  { what, who }: { what: CaseCommand | string; who: string },
  rules: CaseRules,
  at: string,
): Case {
  if (what === 'mails leave') return delivered(current, at);
  if (what === 'a mail fails')
    return {
      ...current,
      notices: current.notices.map((notice, index) =>
        index === current.notices.length - 1 && notice.state === 'queued' ? { ...notice, state: 'failed' } : notice,
      ),
    };
  if (typeof what === 'string')
    return current.state === 'closed' ? current : done(nextSteps(current, rules, at)[0]!, current, rules, at);
  const context = by(giverOf(what, { kind: 'staff', id: who }, 'case-1'), rules, at);
  const decision = decide(current, ofNewestTry(what, current), context);
  return decision.ok ? evolve(current, decision.value, context) : current;
}

describe('however a case comes to where it is', { timeout: 120_000 }, () => {
  it('it is closed, or it has a next step that somebody owes or is waited for, with its law', () => {
    fc.assert(
      fc.property(situation, fc.array(happening, { maxLength: 60 }), ({ place, rights, findable }, walk) => {
        const rules = caseRules({ receivedAt: RECEIVED_AT, ...place }, shippedCalendars);
        let [current, days] = [started(rights, findable, rules), 0];
        for (const step of walk) {
          days += step.days;
          const at = new Date(START + days * DAY).toISOString();
          current = happened(current, step, rules, at);
          const steps = nextSteps(current, rules, at);
          if (current.state === 'closed') expect(steps).toEqual([]);
          else expect(steps[0]?.mode).not.toBe('may');
          for (const each of steps) expect(each.citation).not.toBe('');
          expect(new Set(steps.map(({ mode, key }) => `${mode} ${key}`)).size).toBe(steps.length);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('every step that is named can be taken then and there, and doing always the first one ends the case', () => {
    fc.assert(
      fc.property(situation, fc.array(happening, { maxLength: 40 }), ({ place, rights, findable }, walk) => {
        const rules = caseRules({ receivedAt: RECEIVED_AT, ...place }, shippedCalendars);
        let [current, days] = [started(rights, findable, rules), 0];
        for (const step of walk) {
          days += step.days;
          current = happened(current, step, rules, new Date(START + days * DAY).toISOString());
        }
        const at = new Date(START + days * DAY).toISOString();
        for (let turns = 0; current.state !== 'closed'; turns += 1) {
          expect(turns).toBeLessThan(60);
          const steps = nextSteps(current, rules, at);
          // What something else stands in the way of is named with that; everything else must be possible at once.
          for (const step of steps.filter(({ blockedBy }) => !blockedBy.includes('useNotStopped')))
            done(step, current, rules, at);
          current = done(steps[0]!, current, rules, at);
        }
      }),
      { numRuns: 150 },
    );
  });
});
