'use client';

import { useRef, useState } from 'react';
import { MOST_MATCHES } from '@/lib/features/review/schema';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { findRecords } from './use-records';

type State = { readonly matches: readonly number[] | null; readonly said: string };

const EVERYTHING: State = { matches: null, said: '' };

/** The search in a collection: what it found, what it says of itself, and never an older answer under a newer question. */
export function useRecordSearch(caseId: string, collection: string) {
  const [state, setState] = useState(EVERYTHING);
  const newest = useRef(0);
  const clear = () => {
    newest.current += 1;
    setState(EVERYTHING);
  };
  const find = (text: string) => {
    clear();
    if (text === '') return;
    const turn = newest.current;
    const answer = (next: State) => {
      if (turn === newest.current) setState(next);
    };
    setState({ matches: null, said: t('review.searching') });
    findRecords(caseId, collection, text).then(
      (matches) =>
        answer({
          matches,
          said: t(matches.length >= MOST_MATCHES ? 'review.foundMost' : 'review.found', { count: matches.length }),
        }),
      () => answer({ matches: null, said: t('review.searchFailed') }),
    );
  };
  return { ...state, find, clear };
}
