import type { NoticeEvent } from '@/lib/domain/case/commands/notices';
import { markTold, resendNotice } from '@/lib/features/case-file/rows/notices';
import type { ConsequenceRows } from './consequences';

export const NOTICE_CONSEQUENCES: ConsequenceRows<NoticeEvent> = {
  NoticeResent: { rows: ({ noticeId }, { tx }) => resendNotice(tx, noticeId), mail: null },
  NoticeTold: { rows: ({ noticeId }, { tx, at }) => markTold(tx, noticeId, at), mail: null },
};
