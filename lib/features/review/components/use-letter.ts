'use client';

import { startTransition, useActionState, useCallback, useEffect, useRef } from 'react';
import { previewAnswerAction } from '@/lib/features/review/actions';
import { NO_LETTER } from '@/lib/features/review/types';

/** While somebody types, the letter is not asked for at each key. */
const REST_MS = 600;

/** The letter of what stands in a form of a decision: shown anew a moment after each change, or when it is asked for. */
export function useLetter() {
  const [state, look, looking] = useActionState(previewAnswerAction, NO_LETTER);
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const lookNow = useCallback(() => {
    const { current } = form;
    if (!current?.querySelector('input[name="outcome"]:checked')) return;
    startTransition(() => look(new FormData(current)));
  }, [look]);
  const lookSoon = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(lookNow, REST_MS);
  }, [lookNow]);
  useEffect(() => {
    lookNow();
    return () => clearTimeout(timer.current);
  }, [lookNow]);
  return { state, look, looking, form, lookNow, lookSoon };
}
