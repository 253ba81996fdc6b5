import type { Outcome } from '../law/types';

/** What was decided of a right, as the log keeps it. */
export type Decided = { readonly outcome: Outcome; readonly grounds: readonly string[] };

/** One line of the log about a decision: made, taken back by whoever made it, or sent back by a second person. */
export type DecisionLine = {
  readonly at: Date;
  readonly by: string;
  readonly right: string;
  readonly what: Decided | 'takenBack' | 'sentBack';
};

/** A right that is decided otherwise than when somebody looked, or anew; null where nothing was, or is, decided. */
export type DecisionChange = {
  readonly right: string;
  readonly was: Decided | null;
  readonly now: Decided | null;
  readonly by: string;
  readonly at: Date;
};

const decidedBy = ({ what }: DecisionLine): Decided | null => (typeof what === 'string' ? null : what);

/**
 * What is different in the decisions from what somebody saw at a time. What they, or somebody else, sent back counts as seen: it is what the next
 * proposal is compared with. Decided and taken back meanwhile is no difference.
 * @param lines in their order
 */
export function decisionsSince(at: Date, lines: readonly DecisionLine[]): readonly DecisionChange[] {
  return [...new Set(lines.map(({ right }) => right))].flatMap((right) => {
    const own = lines.filter((line) => line.right === right);
    const last = own.filter((line) => line.at > at).at(-1);
    if (!last) return [];
    const seen = own.filter((line) => line.at <= at && line.what !== 'sentBack').at(-1);
    const [was, now] = [seen ? decidedBy(seen) : null, decidedBy(last)];
    return was === null && now === null ? [] : [{ right, was, now, by: last.by, at: last.at }];
  });
}

/** A row that holds from when it was made until it was undone. */
type Standing = { readonly createdAt: Date; readonly undoneAt: Date | null };

/** Rows that came into force since, and those that held then and do not hold any more; what came and went between is no difference. */
export const standingSince = <R extends Standing>(
  at: Date,
  rows: readonly R[],
): { readonly added: readonly R[]; readonly undone: readonly R[] } => ({
  added: rows.filter(({ createdAt, undoneAt }) => createdAt > at && undoneAt === null),
  undone: rows.filter(({ createdAt, undoneAt }) => createdAt <= at && undoneAt !== null && undoneAt > at),
});
