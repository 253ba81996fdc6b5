import { z } from 'zod';
import { code, id, nothing } from '../../audit/shapes/schema';
import { logged, loggedOnly, noValues } from '../../audit/story';
import { unansweredCauses } from '../../clock/pause';
import { ok, refuse } from '../../result';
import { answered } from '../ask';
import { type IdentityMethod, MANDATE_METHODS } from '../reasons';
import { ADDING, type Carried, type CommandRows, DECIDING, type EventRows } from './rows';

export type IdentityCommand =
  | { readonly type: 'ConfirmEmail'; readonly method: 'code' | 'link' }
  | { readonly type: 'AcceptIdentity'; readonly method: IdentityMethod }
  /** Both mailboxes have agreed that the requester is written to at the second one from now on. */
  | { readonly type: 'ChangeContact'; readonly email: string }
  /** What else the person whose data it is can be found by, as the desk has learnt it; the value is sealed when written. */
  | { readonly type: 'AddIdentifier'; readonly identifierId: string; readonly kind: string; readonly value: string };

export type IdentityEvent =
  | ({ readonly type: 'EmailConfirmed' } & Carried<'ConfirmEmail'>)
  | { readonly type: 'IdentityAccepted'; readonly method: IdentityMethod }
  | ({ readonly type: 'ContactChanged' } & Carried<'ChangeContact'>)
  | ({ readonly type: 'IdentifierAdded' } & Carried<'AddIdentifier'>);

export const IDENTITY_COMMANDS: CommandRows<IdentityCommand> = {
  ConfirmEmail: {
    ...ADDING,
    by: ['requester'],
    states: null,
    decide: (current, command) =>
      current.emailConfirmed || current.state === 'closed'
        ? refuse('alreadyDone')
        : ok([{ ...command, type: 'EmailConfirmed' }]),
  },
  AcceptIdentity: {
    ...DECIDING,
    states: ['verifying'],
    decide: (current, { method }, { at, rules }) => {
      // The requester's own mailbox says nothing about whose data they may have (Art. 12(6) GDPR; 11 CCR 7063).
      if (current.forWhom !== 'self' && !MANDATE_METHODS.includes(method)) return refuse('mandateNotShown');
      if (method === 'subjectConfirmed' && current.mandate?.state !== 'confirmed') return refuse('mandateNotShown');
      // Who it is about is not known before there is something to look for them by (Art. 11(2) GDPR): a search for nobody finds nothing.
      if (!current.findable) return refuse('subjectUnknown');
      // Shown otherwise while our question was open: nothing waits for its answer any more.
      const open = unansweredCauses(current.clockEvents).filter((cause) => cause === 'identity');
      return ok([...answered(current, open, 'shownOtherwise', at, rules), { type: 'IdentityAccepted', method }]);
    },
  },
  ChangeContact: {
    ...ADDING,
    by: ['requester'],
    states: null,
    decide: (_current, command) => ok([{ ...command, type: 'ContactChanged' }]),
  },
  AddIdentifier: {
    ...ADDING,
    // What is collected was looked for by what was known then.
    states: ['received', 'verifying', 'verified'],
    decide: (_current, command) =>
      command.value.trim() === '' ? refuse('emptyText') : ok([{ ...command, type: 'IdentifierAdded' }]),
  },
};

const ASSURANCE = {
  confirmedEmailOfAccount: 'substantial',
  confirmedEmail: 'low',
  subjectConfirmed: 'substantial',
  knownToDesk: 'substantial',
  evidence: 'high',
} as const;

/** What the log keeps of it, and how the story of a case tells it. */
export const IDENTITY_KINDS = {
  // The requester showed that the e-mail address is theirs.
  EmailConfirmed: logged(z.strictObject({ method: z.enum(['code', 'link']) }), {
    mark: 'mailCheck',
    values: ({ method }) => ({ method }),
  }),
  // A code or link for the e-mail address did not work.
  // Tries that did not succeed move nothing in the case.
  EmailConfirmationFailed: loggedOnly(z.strictObject({ reason: z.enum(['wrong', 'expired', 'used', 'tooMany']) })),
  // The requester asked for a new code or link.
  EmailConfirmationRenewed: loggedOnly(nothing),
  // The desk learnt something that the person whose data it is can be found by; what it is, is sealed.
  IdentifierAdded: logged(z.strictObject({ identifierId: id, identifier: code }), {
    mark: 'check',
    values: ({ identifier }) => ({ identifier }),
  }),
  // The desk or a rule was satisfied that the requester is the data subject, or acts for them.
  IdentityAccepted: logged(z.strictObject({ method: code, assurance: z.enum(['low', 'substantial', 'high']) }), {
    mark: 'person',
    values: ({ method }) => ({ method }),
  }),
  // The requester is written to at another address: both mailboxes agreed.
  ContactChanged: logged(nothing, { mark: 'mailCheck', values: noValues }),
};

export const IDENTITY_EVENTS: EventRows<IdentityEvent, typeof IDENTITY_KINDS> = {
  EmailConfirmed: {
    log: ({ method }) => ({ kind: 'EmailConfirmed', data: { method } }),
  },
  IdentityAccepted: {
    log: ({ method }) => ({ kind: 'IdentityAccepted', data: { method, assurance: ASSURANCE[method] } }),
  },
  ContactChanged: { log: () => ({ kind: 'ContactChanged', data: {} }) },
  IdentifierAdded: {
    log: ({ identifierId, kind }) => ({ kind: 'IdentifierAdded', data: { identifierId, identifier: kind } }),
  },
};
