import { type RefObject, useEffect } from 'react';
import type { Chosen } from '@/lib/features/review/types';

/** Gives the focus to the value of a record that is to have it, or to the record, as soon as that is drawn. */
export function useFocusIn(element: RefObject<HTMLElement | null>, focus: Chosen | null, onFocused: () => void): void {
  useEffect(() => {
    if (!focus) return;
    const value =
      focus.field === null
        ? null
        : element.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(focus.field)}"]`);
    (value ?? element.current)?.focus();
    onFocused();
  }, [element, focus, onFocused]);
}
