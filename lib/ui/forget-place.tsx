'use client';

import { useEffect } from 'react';

/**
 * Takes the place within a page out of its address once a form is sent: the answer leads to the same page, and a router that sees nothing
 * but the place change would keep showing what was there before. Nothing is drawn.
 */
export function ForgetPlace() {
  useEffect(() => {
    const forget = () => {
      if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);
    };
    document.addEventListener('submit', forget, { capture: true });
    return () => document.removeEventListener('submit', forget, { capture: true });
  }, []);
  return null;
}
