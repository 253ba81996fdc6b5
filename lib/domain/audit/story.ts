import type { z } from 'zod';

/** What a line of a case's story begins with; each has its icon. */
export type StoryMark =
  | 'refused'
  | 'bell'
  | 'calendar'
  | 'check'
  | 'done'
  | 'paused'
  | 'resumed'
  | 'stopped'
  | 'records'
  | 'download'
  | 'erased'
  | 'decided'
  | 'bundleFailed'
  | 'inbox'
  | 'mail'
  | 'mailCheck'
  | 'mailWarning'
  | 'question'
  | 'message'
  | 'bundle'
  | 'started'
  | 'again'
  | 'note'
  | 'warning'
  | 'takenBack'
  | 'person'
  | 'assigned';

/** What the ids, codes and days of the log read as where a story is told. An id that stands for nothing any more reads as itself. */
export type StoryWords = {
  /** A text of the desk by its key. */
  readonly t: (key: string) => string;
  readonly day: (on: string) => string;
  readonly list: (words: readonly string[]) => string;
  readonly language: (locale: string) => string;
  /** By what law each of these rules is, each once; `none` for none. */
  readonly citations: (rules: readonly string[]) => string;
  readonly staff: (id: string) => string;
  readonly system: (id: string) => string;
  /** `none` for none. */
  readonly systems: (ids: readonly string[]) => string;
  readonly recipient: (id: string) => string;
  readonly notice: (id: string) => string;
};

export type StoryValues = Readonly<Record<string, string | number>>;

/** One line of a story. */
export type StoryRow<D> = {
  readonly mark: StoryMark;
  /** Where somebody has to look, or is too late. */
  readonly state?: 'soon' | 'late';
  /** What fills the text `story.<kind>`: codes in words, counts and names, never what a person wrote. */
  readonly values: (data: D, say: StoryWords) => StoryValues;
};

/** A kind of the log: what it may say, and how the story of a case tells it, or null where it is no part of how a case went. */
export type LogKind<S extends z.ZodType, R extends StoryRow<z.infer<S>> | null> = {
  readonly data: S;
  readonly story: R;
};

/** Kinds of the log by their names. */
export type KindRows = Readonly<Record<string, { readonly data: z.ZodType; readonly story: StoryRow<never> | null }>>;

/** A kind with what it says. */
export type LoggedAs<K extends KindRows> = {
  [N in keyof K & string]: { readonly kind: N; readonly data: Readonly<z.infer<K[N]['data']>> };
}[keyof K & string];

/** A kind that the story of its case tells. */
export const logged = <S extends z.ZodType>(
  data: S,
  story: StoryRow<z.infer<S>>,
): LogKind<S, StoryRow<z.infer<S>>> => ({ data, story });

/** A kind for the log alone. */
export const loggedOnly = <S extends z.ZodType>(data: S): LogKind<S, null> => ({ data, story: null });

export const noValues = (): StoryValues => ({});

export const clockTold = (
  { regime, clock }: { readonly regime: string; readonly clock: string },
  { t }: StoryWords,
): StoryValues => ({ regime: t(`regime.${regime}`), clock: t(`clock.kind.${clock}`) });

export const rightTold = ({ right }: { readonly right: string }, { t }: StoryWords): StoryValues => ({
  right: t(`right.${right}`),
});

export const returnedFor = ({ reason }: { readonly reason: string }, { t }: StoryWords): StoryValues => ({
  reason: t(`return.reason.${reason}`),
});

export const recipientTold = ({ recipient }: { readonly recipient: string }, say: StoryWords): StoryValues => ({
  recipient: say.recipient(recipient),
});
