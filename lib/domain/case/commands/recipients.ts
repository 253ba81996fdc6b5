import { z } from 'zod';
import { code, codes, day } from '../../audit/shapes/schema';
import { logged, loggedOnly, recipientTold } from '../../audit/story';
import type { LocalDate } from '../../calendar/local-date';
import type { RecipientToTell } from '../../datamap/recipients';
import { ok, refuse } from '../../result';
import { recipientStanding } from '../recipients';
import type { Case, ExcuseReason, RecipientNotice, ToldStep } from '../types';
import { type Carried, type CommandRows, type EventRows, NOTING, RECORDING } from './rows';

// Whoever received what was erased, corrected or restricted is told of it: Art. 19 GDPR; 11 CCR 7022(b)(2)–(3) and (c)(2).

export type RecipientCommand =
  | {
      readonly type: 'OweRecipients';
      readonly step: ToldStep;
      readonly recipients: readonly (RecipientToTell & { readonly id: string })[];
    }
  /** What became of the mail to a recipient; `failure` null where it left. */
  | { readonly type: 'RecordRecipientMail'; readonly recipientNoticeId: string; readonly failure: string | null }
  /** `receipt`: in words, how it was told and what it said. */
  | {
      readonly type: 'RecordRecipientTold';
      readonly recipientNoticeId: string;
      readonly on: LocalDate;
      readonly receipt: string;
    }
  /** `reason`: in words for the requester, who is told who was not told, and why. */
  | {
      readonly type: 'ExcuseRecipient';
      readonly recipientNoticeId: string;
      readonly why: ExcuseReason;
      readonly reason: string;
    }
  /** The recipient itself says over its link that it has done the same. */
  | { readonly type: 'ConfirmRecipient'; readonly recipientNoticeId: string };

type OfNotice = Pick<RecipientNotice, 'recipientId' | 'step'>;

export type RecipientEvent =
  | ({ readonly type: 'RecipientsOwed' } & Carried<'OweRecipients'>)
  | ({ readonly type: 'RecipientMailed' } & OfNotice & Carried<'RecordRecipientMail'>)
  | ({ readonly type: 'RecipientTold' } & OfNotice & Carried<'RecordRecipientTold'>)
  | ({ readonly type: 'RecipientExcused' } & OfNotice & Carried<'ExcuseRecipient'>)
  | ({ readonly type: 'RecipientConfirmed' } & OfNotice & Carried<'ConfirmRecipient'>);

const noticeOf = (current: Case, id: string): RecipientNotice | undefined =>
  current.recipients.find((one) => one.id === id);

const ofNotice = ({ recipientId, step }: RecipientNotice): OfNotice => ({ recipientId, step });

/** A restriction outlives its case, and so does what is owed when it ends. */
const isOver = ({ state }: Case, step: ToldStep): boolean => state === 'closed' && step !== 'lifted';

const SETTLED = ['told', 'confirmed', 'excused'];

/** One that a person can still settle: a mail that has left may be followed by word of the recipient. */
function unsettled(current: Case, id: string) {
  const notice = noticeOf(current, id);
  if (!notice) return refuse(current.state === 'closed' ? 'wrongState' : 'unknownRecipient');
  if (isOver(current, notice.step)) return refuse('wrongState');
  return SETTLED.includes(recipientStanding(notice)) ? refuse('alreadyDone') : ok(notice);
}

export const RECIPIENT_COMMANDS: CommandRows<RecipientCommand> = {
  OweRecipients: {
    ...RECORDING,
    quiet: false,
    states: null,
    decide: (current, command) =>
      isOver(current, command.step) ? refuse('wrongState') : ok([{ ...command, type: 'RecipientsOwed' }]),
  },
  RecordRecipientMail: {
    ...RECORDING,
    states: null,
    decide: (current, command) => {
      const notice = noticeOf(current, command.recipientNoticeId);
      return notice ? ok([{ ...command, ...ofNotice(notice), type: 'RecipientMailed' }]) : refuse('unknownRecipient');
    },
  },
  RecordRecipientTold: {
    ...NOTING,
    states: null,
    decide: (current, command, { rules, at }) => {
      const found = unsettled(current, command.recipientNoticeId);
      if (!found.ok) return found;
      const { on, receipt } = command;
      if (on < rules.today(current.receivedAt) || on > rules.today(at)) return refuse('dayOutOfTime');
      return receipt.trim() === ''
        ? refuse('factsMissing')
        : ok([{ ...command, ...ofNotice(found.value), type: 'RecipientTold' }]);
    },
  },
  ExcuseRecipient: {
    ...NOTING,
    states: null,
    decide: (current, command) => {
      const found = unsettled(current, command.recipientNoticeId);
      if (!found.ok) return found;
      return command.reason.trim() === ''
        ? refuse('factsMissing')
        : ok([{ ...command, ...ofNotice(found.value), type: 'RecipientExcused' }]);
    },
  },
  ConfirmRecipient: {
    ...RECORDING,
    // Its word counts also after the case was closed.
    states: null,
    decide: (current, command) => {
      const notice = noticeOf(current, command.recipientNoticeId);
      if (!notice) return refuse('unknownRecipient');
      return notice.confirmed
        ? refuse('alreadyDone')
        : ok([{ ...command, ...ofNotice(notice), type: 'RecipientConfirmed' }]);
    },
  },
};

const noticed = ({ recipientId, step }: OfNotice) => ({ recipient: recipientId, step });

/** What the log keeps of it, and how the story of a case tells it. */
export const RECIPIENT_KINDS = {
  // These recipients must be told of what was erased, corrected or restricted; `notTold`: not by word of the data map.
  RecipientsOwed: logged(z.strictObject({ step: code, byMail: codes, byPerson: codes, notTold: codes }), {
    mark: 'assigned',
    values: ({ byMail, byPerson, notTold }) => ({
      mails: byMail.length,
      persons: byPerson.length,
      notTold: notTold.length,
    }),
  }),
  // The mail to one of them has left.
  RecipientMailed: logged(z.strictObject({ recipient: code, step: code }), { mark: 'mail', values: recipientTold }),
  // It was given up, or nobody knows whether it arrived.
  RecipientMailFailed: logged(z.strictObject({ recipient: code, step: code, reason: code }), {
    mark: 'mailWarning',
    state: 'soon',
    values: ({ reason, ...data }, say) => ({ ...recipientTold(data, say), reason: say.t(`mailFailure.${reason}`) }),
  }),
  // A person told one of them, and keeps the receipt.
  RecipientTold: logged(z.strictObject({ recipient: code, step: code, on: day }), {
    mark: 'person',
    values: ({ on, ...data }, say) => ({ ...recipientTold(data, say), on: say.day(on) }),
  }),
  // One of them is not told, since that is impossible or out of proportion.
  RecipientExcused: logged(z.strictObject({ recipient: code, step: code, reason: code }), {
    mark: 'person',
    values: recipientTold,
  }),
  // Whoever holds the link of one of them read whom it is about.
  RecipientRead: loggedOnly(z.strictObject({ recipient: code, step: code })),
  // It said over its link that it did the same.
  RecipientConfirmed: logged(z.strictObject({ recipient: code, step: code }), { mark: 'done', values: recipientTold }),
};

export const RECIPIENT_EVENTS: EventRows<RecipientEvent, typeof RECIPIENT_KINDS> = {
  RecipientsOwed: {
    log: ({ step, recipients }) => {
      const by = (way: RecipientToTell['way']) =>
        recipients.filter((one) => one.way === way).map(({ recipientId }) => recipientId);
      return {
        kind: 'RecipientsOwed',
        data: { step, byMail: by('mail'), byPerson: by('person'), notTold: by('notTold') },
      };
    },
  },
  RecipientMailed: {
    log: (event) =>
      event.failure === null
        ? { kind: 'RecipientMailed', data: noticed(event) }
        : { kind: 'RecipientMailFailed', data: { ...noticed(event), reason: event.failure } },
  },
  RecipientTold: { log: (event) => ({ kind: 'RecipientTold', data: { ...noticed(event), on: event.on } }) },
  RecipientExcused: { log: (event) => ({ kind: 'RecipientExcused', data: { ...noticed(event), reason: event.why } }) },
  RecipientConfirmed: { log: (event) => ({ kind: 'RecipientConfirmed', data: noticed(event) }) },
};
