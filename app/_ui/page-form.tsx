'use client';

import { useEffect, useRef } from 'react';

type PageFormProps = {
  readonly action: (form: FormData) => Promise<void>;
  readonly children: React.ReactNode;
};

/**
 * A form that the browser sends itself, with scripts as without them: a page load shows the answer, moves the focus to `#errors`,
 * and gives back what was typed. React hears of a submit at the document, so the event ends here.
 */
export function PageForm({ action, children }: PageFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const element = form.current;
    const end = (event: SubmitEvent) => event.stopPropagation();
    element?.addEventListener('submit', end);
    return () => element?.removeEventListener('submit', end);
  }, []);
  return (
    <form className="space-y-7" action={action} noValidate ref={form}>
      {children}
    </form>
  );
}
