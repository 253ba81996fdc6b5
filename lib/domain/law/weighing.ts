/** How a ground of Art. 21(1) GDPR is weighed: our interests against the person's, or a legal claim that needs the use. */
export type WeighingKind = 'interests' | 'claims';

/**
 * Why a use goes on that a person said no to, in writing: which uses, what speaks for them and for the person, and why the former weighs
 * more. Of a legal claim `theirs` may be empty: it is not weighed against anything.
 */
export type Weighing = {
  /** Ids of purposes of the data map. */
  readonly purposeIds: readonly string[];
  readonly ours: string;
  readonly theirs: string;
  readonly why: string;
};

/** By the id of a ground without its law. */
const WEIGHED: Readonly<Record<string, WeighingKind>> = {
  '21-1-compelling': 'interests',
  '21-1-claims': 'claims',
};

/** How a ground is weighed; null for one that asks for no weighing. */
export const weighingOf = (groundId: string): WeighingKind | null =>
  WEIGHED[groundId.slice(groundId.indexOf('-') + 1)] ?? null;

/** What several grounds ask for together; null where none of them is weighed. */
export function weighingFor(groundIds: readonly string[]): WeighingKind | null {
  const kinds = groundIds.map(weighingOf);
  return kinds.find((kind) => kind === 'interests') ?? kinds.find((kind) => kind !== null) ?? null;
}

const isWritten = (text: string): boolean => text.trim() !== '';

export const isWeighed = (kind: WeighingKind, { purposeIds, ours, theirs, why }: Weighing): boolean =>
  purposeIds.length > 0 && isWritten(ours) && isWritten(why) && (kind === 'claims' || isWritten(theirs));
