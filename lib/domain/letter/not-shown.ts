import { type Carrier, carrierOf } from '../law/carriers';
import type { AnsweredRight } from './answer';
import type { CarryingPart, ToldFacts } from './notice';
import type { Carried } from './types';

/** A right that is refused because nobody showed whose the data are, with what the law wants in that refusal. */
export type UnshownRight = Pick<AnsweredRight, 'id' | 'right' | 'owed' | 'confirmed' | 'ways'>;

const PART_OF: Readonly<Record<Carrier, CarryingPart | null>> = {
  outcome: 'said',
  grounds: 'reasons',
  facts: 'words',
  authority: 'remedies',
  court: 'remedies',
  controller: 'remedies',
  // What is refused is neither handed over nor stopped.
  copy: null,
  stop: null,
  statement: null,
  desk: null,
};

/** In which part of the letter stands what every refusal owes: Art. 12(4) GDPR and what the other laws ask. What the desk confirmed is in its words. */
export function carriedUnshown(rights: readonly UnshownRight[]): ToldFacts['carries'] {
  const carries: Record<CarryingPart, Carried[]> = { said: [], reasons: [], words: [], remedies: [] };
  for (const { right, owed, confirmed, ways } of rights)
    for (const { id, citation } of owed) {
      const carrier = carrierOf(right, id);
      const part = confirmed.includes(id) ? 'words' : PART_OF[carrier];
      if (part === null || (part === 'remedies' && !ways.includes(carrier))) continue;
      if (!carries[part].some((one) => one.id === id && one.citation === citation))
        carries[part].push({ id, citation });
    }
  return carries;
}
