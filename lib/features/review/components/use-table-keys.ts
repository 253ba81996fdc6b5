import { type KeyboardEvent, useCallback } from 'react';
import type { Chosen } from '@/lib/features/review/types';

type Numbers = {
  readonly length: number;
  readonly at: (index: number) => number;
  readonly indexOf: (recordNo: number) => number;
};

const DOWN: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
const ALONG: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** The arrows lead from value to value of a table, also to records that are not drawn yet. */
export const useTableKeys = (numbers: Numbers, onFocus: (focus: Chosen) => void) =>
  useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const value = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-field]') : null;
      const row = value?.closest<HTMLElement>('[data-record]');
      if (!value || !row || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
      const [down, along] = [DOWN[event.key], ALONG[event.key]];
      if (down !== undefined) {
        const to = numbers.indexOf(Number(row.dataset.record)) + down;
        if (to >= 0 && to < numbers.length)
          onFocus({ recordNo: numbers.at(to), field: value.dataset.field ?? null, passage: null });
      } else if (along !== undefined) {
        const all = [...row.querySelectorAll<HTMLElement>('[data-field]')];
        all[all.indexOf(value) + along]?.focus();
      } else return;
      event.preventDefault();
    },
    [numbers, onFocus],
  );
