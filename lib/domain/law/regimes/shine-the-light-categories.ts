import categories from './shine-the-light-categories.json';

/** One of the 27 kinds of information of Cal. Civ. Code 1798.83(e)(6)(A), in the words of the statute (text of 2026-07-10); `id` is its roman numeral. A list derived from them counts as well: (e)(6)(B). */
export interface ShineTheLightCategory {
  readonly id: string;
  readonly text: string;
}

export const SHINE_THE_LIGHT_CATEGORIES: readonly ShineTheLightCategory[] = categories;
