import { z } from 'zod';
import { code, id, nothing } from '../../audit/shapes/schema';
import { logged, loggedOnly, noValues } from '../../audit/story';
import { ok, refuse } from '../../result';
import { checkOf } from '../checks';
import { type Carried, type CommandRows, DECIDING, type EventRows, RECORDING } from './rows';

// Whoever acts for another by their leave: that person is asked at their own address (EDPB Guidelines 01/2022, para. 82; 11 CCR 7063(a)).

export type MandateCommand =
  | { readonly type: 'AskSubject'; readonly mandateId: string }
  | { readonly type: 'RemindSubject' }
  /** The days in which we wait for their word are over: the desk goes by what the requester shows. */
  | { readonly type: 'RecordSubjectSilent' }
  /** By whoever holds the link that was mailed to the person. */
  | { readonly type: 'ConfirmMandate' }
  | { readonly type: 'StopMandate' }
  | { readonly type: 'CloseStopped' };

export type MandateEvent =
  | ({ readonly type: 'SubjectAsked' } & Carried<'AskSubject'>)
  | { readonly type: 'SubjectReminded' }
  | { readonly type: 'SubjectUnanswered' }
  | { readonly type: 'MandateConfirmed' }
  | { readonly type: 'MandateStopped' };

export const MANDATE_COMMANDS: CommandRows<MandateCommand> = {
  AskSubject: {
    ...RECORDING,
    quiet: false,
    states: null,
    decide: (current, command, { rules }) => {
      if (current.mandate !== null) return refuse('alreadyDone');
      // A parent acts by the law, and the dead are asked nothing.
      return current.state === 'verifying' && current.forWhom === 'someoneElse' && checkOf(current, rules) === 'mandate'
        ? ok([{ ...command, type: 'SubjectAsked' }])
        : refuse('wrongState');
    },
  },
  RemindSubject: {
    ...RECORDING,
    states: ['verifying'],
    decide: ({ mandate }) =>
      mandate?.state === 'asked' && !mandate.reminded ? ok([{ type: 'SubjectReminded' }]) : refuse('alreadyDone'),
  },
  RecordSubjectSilent: {
    ...RECORDING,
    quiet: false,
    states: null,
    decide: ({ mandate }) => (mandate?.state === 'asked' ? ok([{ type: 'SubjectUnanswered' }]) : refuse('alreadyDone')),
  },
  ConfirmMandate: {
    ...RECORDING,
    quiet: false,
    states: null,
    // Their newest word counts: somebody may have pressed the wrong button.
    decide: ({ state, mandate }) => {
      if (state === 'closed' || mandate === null) return refuse('wrongState');
      return mandate.state === 'confirmed' ? refuse('alreadyDone') : ok([{ type: 'MandateConfirmed' }]);
    },
  },
  StopMandate: {
    ...RECORDING,
    quiet: false,
    states: null,
    decide: (current) => {
      const { mandate } = current;
      // A copy that was made can still be kept from being fetched.
      if (mandate === null || (current.state === 'closed' && current.how !== 'answered')) return refuse('wrongState');
      return mandate.state === 'stopped' ? refuse('alreadyDone') : ok([{ type: 'MandateStopped' }]);
    },
  },
  CloseStopped: {
    ...DECIDING,
    states: null,
    decide: ({ state, mandate }) =>
      state === 'closed' || mandate?.state !== 'stopped'
        ? refuse('wrongState')
        : ok([{ type: 'CaseClosed', how: 'stopped' }]),
  },
};

/** What the log keeps of it, and how the story of a case tells it. */
export const MANDATE_KINDS = {
  // The person whose data it is was asked at their own address whether the requester acts for them.
  SubjectAsked: logged(z.strictObject({ mandateId: id }), { mark: 'question', values: noValues }),
  // They were reminded of it.
  SubjectReminded: logged(nothing, { mark: 'mail', values: noValues }),
  // They had not answered when our wait for them was over.
  SubjectUnanswered: logged(nothing, { mark: 'warning', state: 'soon', values: noValues }),
  // Whoever holds the link that was mailed to them read who asks, and for what.
  MandateRead: loggedOnly(nothing),
  // They said over that link that the requester acts for them.
  MandateConfirmed: logged(z.strictObject({ evidence: code }), { mark: 'person', values: noValues }),
  // They said that they did not ask for this: nothing more is collected or handed over.
  MandateStopped: logged(nothing, { mark: 'refused', state: 'late', values: noValues }),
};

export const MANDATE_EVENTS: EventRows<MandateEvent, typeof MANDATE_KINDS> = {
  SubjectAsked: { log: ({ mandateId }) => ({ kind: 'SubjectAsked', data: { mandateId } }) },
  SubjectReminded: { log: () => ({ kind: 'SubjectReminded', data: {} }) },
  SubjectUnanswered: { log: () => ({ kind: 'SubjectUnanswered', data: {} }) },
  MandateConfirmed: { log: () => ({ kind: 'MandateConfirmed', data: { evidence: 'confirmation' } }) },
  MandateStopped: { log: () => ({ kind: 'MandateStopped', data: {} }) },
};
