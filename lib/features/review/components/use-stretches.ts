'use client';

import { useCallback, useState } from 'react';

// Firefox lays out no element taller than 17.9 million px and Chromium none taller than 33.5. Records grow when they are measured,
// so a stretch is planned with a quarter of the smaller of the two.
const TALLEST_PX = 4_000_000;

/** How many records of an estimated height stand in one list; the rest follows in the next. A round number, as people say it. */
export function recordsInStretch(recordPx: number): number {
  const most = Math.max(1, Math.floor(TALLEST_PX / recordPx));
  const round = 10 ** Math.max(0, Math.floor(Math.log10(most)) - 1);
  return Math.floor(most / round) * round;
}

/** One list of a long one: places `from` to `from + length - 1`. */
export type Stretch = { readonly no: number; readonly from: number; readonly length: number };

export function stretchAt(no: number, count: number, size: number): Stretch {
  const last = Math.max(0, Math.ceil(count / size) - 1);
  const within = Math.min(Math.max(0, no), last);
  return { no: within, from: within * size, length: Math.max(0, Math.min(size, count - within * size)) };
}

export const stretchesOf = (count: number, size: number): number => Math.max(1, Math.ceil(count / size));

/** The stretch before a person's eyes, and the way to the one that holds a place of the whole list. */
export function useStretches(
  count: number,
  recordPx: number,
): { stretch: Stretch; stretches: readonly Stretch[]; show: (no: number) => void; showPlace: (place: number) => void } {
  const size = recordsInStretch(recordPx);
  const [no, show] = useState(0);
  const showPlace = useCallback((place: number) => show(Math.floor(place / size)), [size]);
  return {
    stretch: stretchAt(no, count, size),
    stretches: Array.from({ length: stretchesOf(count, size) }, (_, at) => stretchAt(at, count, size)),
    show,
    showPlace,
  };
}
