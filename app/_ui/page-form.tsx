'use client';

import { useEffect, useRef } from 'react';

type PageFormProps = {
  readonly action: (form: FormData) => Promise<void>;
  readonly children: React.ReactNode;
};

/**
 * A form that the browser sends itself, with scripts as without them: a page load shows the answer, moves the focus to `#errors`,
 * and gives back what was typed. React hears of a submit at the document, so the event ends here; but for a form that came without a page
 * load, which has no address and which React alone can send.
 */
export function PageForm({ action, children }: PageFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const element = form.current;
    const end = (event: SubmitEvent) => {
      if (!element?.getAttribute('action')?.startsWith('javascript:')) event.stopPropagation();
    };
    element?.addEventListener('submit', end);
    return () => element?.removeEventListener('submit', end);
  }, []);
  return (
    <form className="space-y-7" action={action} noValidate ref={form}>
      {children}
    </form>
  );
}
