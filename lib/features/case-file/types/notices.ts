import type { Notice, WayIn } from '@/emails/notice';
import type { Letter } from '@/lib/domain/letter/types';
import type { Telling } from '@/lib/domain/law/tellings';
import type { Locale } from '@/lib/domain/locale';
import type { CaseKey } from '@/lib/platform/vault/case-key';

/** The case a mail is about, with what is needed to write and seal it. */
export type NoticeCase = {
  readonly caseId: string;
  readonly controllerId: string;
  readonly reference: string;
  readonly locale: Locale;
  readonly email: string;
  readonly key: CaseKey;
};

/** A mail that is to leave, with what lets somebody in, the rights that it tells of unasked, ids of those of the case that it answers, and the letter that it belongs to. */
export type Outgoing = {
  readonly notice: Notice;
  readonly wayIn: WayIn;
  readonly tells?: readonly Telling[];
  readonly rights?: readonly string[];
  readonly letter?: Letter;
};
