/** How long a system that has taken a task is waited for. */
export type Wait = { readonly takenAt: Date; readonly answerBy: Date };

const DAY_MS = 86_400_000;

export const waitOf = (days: number, takenAt: Date): Wait => ({
  takenAt,
  answerBy: new Date(takenAt.getTime() + days * DAY_MS),
});

/**
 * When a system that does not call back is sent the same task again, which reminds it: when it expects to have done it, when half of its time has
 * gone, and when all of it has.
 * @param expectedAt as the system says; null where it says nothing
 * @returns null once its time is over, from when on a person has it
 */
export function nextLook({ takenAt, answerBy }: Wait, now: Date, expectedAt: Date | null = null): Date | null {
  const half = new Date((takenAt.getTime() + answerBy.getTime()) / 2);
  const looks = [expectedAt, half, answerBy].flatMap((at) => (at && now < at && at <= answerBy ? [at.getTime()] : []));
  return looks.length === 0 ? null : new Date(Math.min(...looks));
}
