import { z } from 'zod';
import { code, codes, id, instant } from '../../audit/shapes/schema';
import { logged } from '../../audit/story';
import { unansweredCauses } from '../../clock/pause';
import type { ClockEvent } from '../../clock/types';
import type { PauseCause } from '../../law/types';
import { ok, refuse } from '../../result';
import { answered, pausedByAsking, pausedClocks } from '../ask';
import type { CaseEvent } from '../events';
import type { CaseRules } from '../rules';
import type { Case } from '../types';
import type { Doubt, IdentityMeans, OtherWay } from '../reasons';
import { ADDING, type Carried, type CommandRows, DECIDING, type EventRows, type Written } from './rows';

export type QuestionCommand =
  /** Asks for more to go by. `lateBecause`: why it was not asked at once, signed off by a second person. */
  | ({
      readonly type: 'QuestionIdentity';
      readonly doubt: Doubt;
      readonly means: readonly IdentityMeans[];
      readonly lateBecause: string | null;
    } & Written)
  /** Asks which data are meant; moves a clock only where a large quantity is processed (Recital 63 GDPR). */
  | ({
      readonly type: 'AskClarification';
      readonly largeQuantity: boolean;
      readonly lateBecause: string | null;
    } & Written)
  /** The answer to a question of ours came by another way; what comes over the portal is its own answer. */
  | { readonly type: 'RecordReply'; readonly cause: PauseCause; readonly way: OtherWay; readonly repliedAt: string };

export type QuestionEvent =
  | ({ readonly type: 'IdentityQuestioned' } & Carried<'QuestionIdentity'>)
  | ({ readonly type: 'ClarificationAsked' } & Carried<'AskClarification'>)
  /** `shownOtherwise`: what was asked became known without the answer. */
  | {
      readonly type: 'QuestionAnswered';
      readonly cause: PauseCause;
      readonly way: 'portal' | 'shownOtherwise' | OtherWay;
      readonly repliedAt: string;
    };

function paused(current: Case, question: ClockEvent, reason: PauseCause, rules: CaseRules): readonly CaseEvent[] {
  const before = pausedClocks(current, rules, question.at).map(({ regime, kind }) => `${regime} ${kind}`);
  return pausedByAsking(current, question, rules)
    .filter(({ regime, kind }) => !before.includes(`${regime} ${kind}`))
    .map(({ regime, kind }) => ({ type: 'ClockPaused', regime, clock: kind, reason, on: rules.today(question.at) }));
}

const lateness = (lateBecause: string | null) => (lateBecause ? { lateBecause } : {});

export const QUESTION_COMMANDS: CommandRows<QuestionCommand> = {
  /** On a doubt that is stated: Art. 12(6) GDPR, 11 CCR 7060. */
  QuestionIdentity: {
    ...DECIDING,
    states: ['verifying'],
    decide: (current, command, { rules, at }) => {
      if (!current.rights.some((item) => rules.needsIdentity(item))) return refuse('identityNotNeeded');
      if (unansweredCauses(current.clockEvents).includes('identity')) return refuse('questionOpen');
      if (command.means.length === 0) return refuse('meansMissing');
      const forbidden = command.means.map((means) => rules.forbids(means)).find((law) => law !== null);
      if (forbidden) return refuse('meansForbidden', forbidden);
      if (command.body.trim() === '') return refuse('emptyText');
      const question: ClockEvent = { type: 'identityRequested', at, ...lateness(command.lateBecause) };
      return ok([{ ...command, type: 'IdentityQuestioned' }, ...paused(current, question, 'identity', rules)]);
    },
  },
  /** Which data are meant can be asked until the decision is made. The search goes on meanwhile: the pause is a tolerance. */
  AskClarification: {
    ...DECIDING,
    states: ['received', 'verifying', 'verified', 'collecting', 'reviewing'],
    decide: (current, command, { rules, at }) => {
      if (!current.rights.some((item) => rules.needsCopy(item))) return refuse('nothingToClarify');
      if (unansweredCauses(current.clockEvents).includes('clarification')) return refuse('questionOpen');
      if (command.body.trim() === '') return refuse('emptyText');
      const { largeQuantity, lateBecause } = command;
      const question: ClockEvent = { type: 'clarificationRequested', at, largeQuantity, ...lateness(lateBecause) };
      return ok([{ ...command, type: 'ClarificationAsked' }, ...paused(current, question, 'clarification', rules)]);
    },
  },
  /** It came by letter, telephone or in person, on a day that the desk names: not before the question and not after now. */
  RecordReply: {
    ...ADDING,
    states: null,
    decide: (current, { cause, way, repliedAt }, { rules, at }) => {
      if (current.state === 'closed' || !unansweredCauses(current.clockEvents).includes(cause))
        return refuse('noQuestionOpen');
      const kind = cause === 'identity' ? 'identityRequested' : 'clarificationRequested';
      const askedAt = current.clockEvents
        .filter(({ type }) => type === kind)
        .reduce((last, event) => (event.at > last ? event.at : last), '');
      if (Date.parse(repliedAt) < Date.parse(askedAt) || Date.parse(repliedAt) > Date.parse(at))
        return refuse('replyOutOfTime');
      return ok(answered(current, [cause], way, repliedAt, rules));
    },
  },
};

/** What the log keeps of it, and how the story of a case tells it. */
export const QUESTION_KINDS = {
  // We doubted the identity and said why (Art. 12(6) allows asking only then).
  IdentityQuestioned: logged(z.strictObject({ doubt: code, asked: codes, messageId: id }), {
    mark: 'question',
    values: ({ doubt }, say) => ({ doubt: say.t(`doubt.${doubt}`) }),
  }),
  // We asked which data are meant (recital 63 allows it to move a clock where a large quantity is processed).
  ClarificationAsked: logged(z.strictObject({ largeQuantity: z.boolean(), messageId: id }), {
    mark: 'question',
    values: ({ largeQuantity }) => ({ largeQuantity: String(largeQuantity) }),
  }),
  // What we asked the requester was answered, or became known otherwise.
  QuestionAnswered: logged(z.strictObject({ question: code, way: code, repliedAt: instant }), {
    mark: 'check',
    values: ({ question, way }) => ({ question, way }),
  }),
};

export const QUESTION_EVENTS: EventRows<QuestionEvent, typeof QUESTION_KINDS> = {
  IdentityQuestioned: {
    log: ({ doubt, means, messageId }) => ({
      kind: 'IdentityQuestioned',
      data: { doubt, asked: [...means], messageId },
    }),
  },
  ClarificationAsked: {
    log: ({ largeQuantity, messageId }) => ({ kind: 'ClarificationAsked', data: { largeQuantity, messageId } }),
  },
  QuestionAnswered: {
    log: ({ cause, way, repliedAt }) => ({ kind: 'QuestionAnswered', data: { question: cause, way, repliedAt } }),
  },
};
