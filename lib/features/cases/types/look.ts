import type { LocalDate } from '@/lib/domain/calendar/local-date';
import type { ExtensionReason } from '@/lib/domain/case/reasons';
import type { Requirement } from '@/lib/domain/law/types';
import type { Letter } from '@/lib/domain/letter/types';
import type { Unshown } from '@/lib/features/cases/data/unshown-letter';
import { type CommandState, NOTHING_TRIED } from '@/lib/features/cases/schema';

/** What somebody is about to tell the requester, as their form has it. */
export type NoticeDraft =
  | { readonly about: 'question'; readonly body: string }
  | {
      readonly about: 'moreTime';
      readonly reasons: readonly ExtensionReason[];
      readonly promisedOn: LocalDate | null;
      readonly body: string;
    }
  | { readonly about: 'lifting'; readonly liftOn: LocalDate; readonly facts: string }
  | ({ readonly about: 'notShown' } & Unshown);

/** A mail as it would leave. */
export type MailPreview = { readonly subject: string; readonly text: string };

/**
 * A letter as it would leave now with its mail; `beside`: the same in the desk's language, null where that is the requester's. `owed`: how much the
 * law wants in it, and of that what is `missing`.
 */
export type NoticeLook = {
  readonly letter: Letter;
  readonly beside: Letter | null;
  readonly missing: readonly Requirement[];
  readonly owed: number;
  readonly mail: MailPreview;
};

/** What such a form shows again: why it was not taken, or the letter that was looked at, for the `looked`th time. */
export type LookState = CommandState & { readonly look: NoticeLook | null; readonly looked: number };

export const NOT_LOOKED: LookState = { ...NOTHING_TRIED, look: null, looked: 0 };
