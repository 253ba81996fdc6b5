import type { StoryValues } from '@/lib/domain/audit/story';
import type { NoticeState } from '@/lib/domain/case/notices';
import type { Locale } from '@/lib/domain/locale';
import type { StoryKind } from '@/lib/features/cases/data/story-kinds';

/** How far a mail is: what the outbox and the mail server have said. */
export type MailState = {
  readonly state: NoticeState;
  readonly attempts: number;
  readonly reason: string | null;
};

/** One line of a case's story, newest first. `values` fill the text `story.<kind>`. */
export type StoryEntry = {
  readonly id: string;
  readonly at: Date;
  readonly kind: StoryKind;
  /** Null where a part of ourselves acted. */
  readonly who: string | null;
  readonly values: StoryValues;
  /** What somebody wrote, opened; `note` is for the desk alone. */
  readonly words: { readonly text: string; readonly lang: Locale; readonly note: boolean } | null;
  /** What was sent with it. */
  readonly files: readonly { readonly id: string; readonly name: string; readonly bytes: number }[];
  readonly mail: MailState | null;
  /** Id of the notice whose letter is kept. */
  readonly letter: string | null;
};
