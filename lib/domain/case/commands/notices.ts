import { ok, refuse } from '../../result';
import type { Case, OtherWay } from '../types';
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

export const NOTICE_EVENTS: EventRows<NoticeEvent> = {
  NoticeResent: { log: ({ noticeId }) => ({ kind: 'NoticeResent', data: { noticeId } }) },
  NoticeTold: { log: ({ noticeId, way }) => ({ kind: 'NoticeTold', data: { noticeId, way } }) },
};
