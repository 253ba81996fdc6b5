import { z } from 'zod';
import { code, codes } from '../../audit/shapes/schema';
import { logged, noValues, returnedFor } from '../../audit/story';
import { ok, refuse } from '../../result';
import { lackingOfDecision, refuseLacking } from '../contents';
import { hadTheirChance, rejectionGrounds, unanswered } from '../endings';
import type { CaseRules } from '../rules';
import type { Case } from '../types';
import type { ReturnReason } from '../reasons';
import { type Carried, type CommandRows, confirmedOf, DECIDING, type EventRows } from './rows';

export type RejectionCommand =
  /** Identity was not shown, in one person's view. `unaskedBecause`: why they were not asked, or not given their time. */
  | {
      readonly type: 'ProposeRejection';
      readonly grounds: readonly string[];
      readonly facts: string;
      readonly unaskedBecause: string | null;
      readonly confirmed: readonly string[];
    }
  | { readonly type: 'ApproveRejection' }
  | { readonly type: 'ReturnRejection'; readonly reason: ReturnReason };

export type RejectionEvent =
  | ({ readonly type: 'RejectionProposed' } & Carried<'ProposeRejection'>)
  | ({ readonly type: 'RejectionReturned' } & Carried<'ReturnRejection'>)
  | { readonly type: 'IdentityRejected'; readonly grounds: readonly string[] };

/** Whoever is not answered for want of knowing who they are is refused everything that is still open, and told what every refusal tells. */
const lacking = (
  current: Case,
  { grounds, confirmed }: { readonly grounds: readonly string[]; readonly confirmed: readonly string[] },
  rules: CaseRules,
  at: string,
) =>
  unanswered(current).flatMap((item) =>
    lackingOfDecision(current, item, { outcome: 'refused', grounds, hasFacts: true, confirmed }, rules, at),
  );

export const REJECTION_COMMANDS: CommandRows<RejectionCommand> = {
  /** One person proposes with ground and facts, a second one looks (Art. 12(2), (4), (6) GDPR): a refusal like every other. */
  ProposeRejection: {
    ...DECIDING,
    states: ['received', 'verifying'],
    decide: (current, command, { rules, at }) => {
      if (current.rejection !== null) return refuse('alreadyDone');
      if (!hadTheirChance(current, rules, at) && !command.unaskedBecause?.trim()) return refuse('questionNotAsked');
      if (command.grounds.length === 0) return refuse('groundMissing');
      const allowed = rejectionGrounds(current, rules);
      const strange = command.grounds.find((ground) => !allowed.includes(ground));
      if (strange !== undefined) return refuse('groundNotAllowed', strange);
      if (command.facts.trim() === '') return refuse('factsMissing');
      const missing = lacking(current, command, rules, at);
      return missing.length > 0
        ? refuseLacking('contentsMissing', missing)
        : ok([{ ...command, type: 'RejectionProposed' }]);
    },
  },
  ApproveRejection: {
    ...DECIDING,
    states: null,
    decide: (current, _command, { actor, rules, at }) => {
      if (current.rejection === null || current.state === 'closed') return refuse('wrongState');
      // Four eyes, as for every answer that gives less than was asked.
      if (current.rejection.proposedById === actor.id) return refuse('secondPersonNeeded');
      const missing = lacking(current, current.rejection, rules, at);
      return missing.length > 0
        ? refuseLacking('answerLacks', missing)
        : ok([{ type: 'IdentityRejected', grounds: current.rejection.grounds }]);
    },
  },
  ReturnRejection: {
    ...DECIDING,
    states: null,
    decide: (current, { reason }) =>
      current.rejection === null || current.state === 'closed'
        ? refuse('wrongState')
        : ok([{ type: 'RejectionReturned', reason }]),
  },
};

/** What the log keeps of it, and how the story of a case tells it. */
export const REJECTION_KINDS = {
  // The identity was not shown.
  IdentityRejected: logged(z.strictObject({ reason: code, grounds: codes.optional() }), {
    mark: 'refused',
    values: noValues,
  }),
  // One person found that identity was not shown, on these grounds; whether the requester had been asked and had their time.
  RejectionProposed: logged(z.strictObject({ grounds: codes, asked: z.boolean(), confirmed: codes.optional() }), {
    mark: 'refused',
    values: ({ asked }) => ({ asked: String(asked) }),
  }),
  // A second person sent that back.
  RejectionReturned: logged(z.strictObject({ reason: code }), { mark: 'takenBack', values: returnedFor }),
};

export const REJECTION_EVENTS: EventRows<RejectionEvent, typeof REJECTION_KINDS> = {
  RejectionProposed: {
    log: (event) => ({
      kind: 'RejectionProposed',
      data: { grounds: [...event.grounds], asked: event.unaskedBecause === null, ...confirmedOf(event) },
    }),
  },
  RejectionReturned: { log: ({ reason }) => ({ kind: 'RejectionReturned', data: { reason } }) },
  IdentityRejected: {
    log: ({ grounds }) => ({
      kind: 'IdentityRejected',
      data: { reason: 'insufficientVerification', grounds: [...grounds] },
    }),
  },
};
