'use client';

import { startTransition, useCallback, useEffect, useRef } from 'react';

/** While somebody types, the letter is not asked for at each key. */
const REST_MS = 600;

/** The letter of what stands in a form of a decision: shown anew a moment after each change, or when it is asked for. */
export function useLetter(submit: (form: FormData) => void) {
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const lookNow = useCallback(() => {
    const { current } = form;
    if (!current?.querySelector('input[name="outcome"]:checked')) return;
    const looking = new FormData(current);
    looking.set('look', 'yes');
    startTransition(() => submit(looking));
  }, [submit]);
  const lookSoon = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(lookNow, REST_MS);
  }, [lookNow]);
  useEffect(() => {
    lookNow();
    return () => clearTimeout(timer.current);
  }, [lookNow]);
  return { form, lookNow, lookSoon };
}
