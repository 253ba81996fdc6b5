import { z } from 'zod';
import { code, codes, count, digest, id, instant, locale } from '../../audit/shapes/schema';
import { logged, loggedOnly } from '../../audit/story';
import { ok, refuse } from '../../result';
import type { Case } from '../types';
import type { OtherWay } from '../reasons';
import { type Carried, type CommandRows, type EventRows, NOTING } from './rows';

export type NoticeCommand =
  | { readonly type: 'ResendNotice'; readonly noticeId: string }
  | { readonly type: 'RecordNoticeTold'; readonly noticeId: string; readonly way: OtherWay };

export type NoticeEvent =
  | ({ readonly type: 'NoticeResent' } & Carried<'ResendNotice'>)
  | ({ readonly type: 'NoticeTold' } & Carried<'RecordNoticeTold'>);

/** Given up, or nobody knows whether it arrived. */
const hasFailed = ({ notices }: Case, noticeId: string): boolean =>
  notices.some(({ id, state }) => id === noticeId && (state === 'failed' || state === 'uncertain'));

export const NOTICE_COMMANDS: CommandRows<NoticeCommand> = {
  ResendNotice: {
    ...NOTING,
    states: null,
    decide: (current, command) =>
      hasFailed(current, command.noticeId) ? ok([{ ...command, type: 'NoticeResent' }]) : refuse('noticeOnItsWay'),
  },
  RecordNoticeTold: {
    ...NOTING,
    states: null,
    decide: (current, command) =>
      hasFailed(current, command.noticeId) ? ok([{ ...command, type: 'NoticeTold' }]) : refuse('noticeOnItsWay'),
  },
};

/** What the log keeps of it, and how the story of a case tells it. */
export const NOTICE_KINDS = {
  // A mail or letter with legal effect waits to be sent.
  NoticeQueued: logged(
    z.strictObject({
      noticeId: id,
      notice: code,
      locale,
      tells: z.array(z.strictObject({ rule: code, purposes: codes })).optional(),
      // The letter that it belongs to: its wording, and a digest of its text, keyed by the case.
      letter: z.strictObject({ template: code, digest }).optional(),
    }),
    {
      mark: 'check',
      values: ({ notice, locale, tells }, say) => ({
        notice: say.t(`notice.${notice}`),
        language: say.language(locale),
        tells: say.citations(tells?.map(({ rule }) => rule) ?? []),
      }),
    },
  ),
  // The mail server took it.
  // How far a mail came stands under the line that says it was queued.
  MailSent: loggedOnly(z.strictObject({ noticeId: id, attempt: count })),
  // The mail server did not take it; it will be tried again.
  MailDelayed: loggedOnly(z.strictObject({ noticeId: id, attempt: count, reason: code, retryAt: instant })),
  // A mail that was given up is tried again.
  NoticeResent: logged(z.strictObject({ noticeId: id }), {
    mark: 'mail',
    values: ({ noticeId }, say) => ({ notice: say.notice(noticeId) }),
  }),
  // What a mail was to say was told another way.
  NoticeTold: logged(z.strictObject({ noticeId: id, way: code }), {
    mark: 'person',
    values: ({ noticeId, way }, say) => ({ notice: say.notice(noticeId), way }),
  }),
  // The mail server had it and never said whether it took it: a person must decide.
  MailLeftUnanswered: loggedOnly(z.strictObject({ noticeId: id, attempt: count })),
  // It was given up: a person must act.
  MailFailed: loggedOnly(z.strictObject({ noticeId: id, attempt: count, reason: code })),
  // A mail server further on sent it back for good, with this status (RFC 3463).
  MailCameBack: loggedOnly(z.strictObject({ noticeId: id, status: code })),
};

export const NOTICE_EVENTS: EventRows<NoticeEvent, typeof NOTICE_KINDS> = {
  NoticeResent: { log: ({ noticeId }) => ({ kind: 'NoticeResent', data: { noticeId } }) },
  NoticeTold: { log: ({ noticeId, way }) => ({ kind: 'NoticeTold', data: { noticeId, way } }) },
};
