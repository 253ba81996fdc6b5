'use client';

import { useActionState } from 'react';
import { type CommandState, NOTHING_TRIED } from '@/lib/features/cases/schema';
import { Refusal } from './refusal';

export type CommandAction = (before: CommandState, form: FormData) => Promise<CommandState>;

/** The case a form is about, at the version the person sees. */
export type Target = { readonly caseId: string; readonly seenVersion: number };

export function TargetFields({ target }: { target: Target }) {
  return (
    <>
      <input type="hidden" name="caseId" value={target.caseId} />
      <input type="hidden" name="seenVersion" value={target.seenVersion} />
    </>
  );
}

/** A form on a case whose fields need nothing of their own after a refusal: buttons and choices. */
export function CommandForm({
  action,
  target,
  children,
  className,
}: {
  action: CommandAction;
  target: Target;
  children: React.ReactNode;
  className?: string;
}) {
  const [state, submit] = useActionState(action, NOTHING_TRIED);
  return (
    <form action={submit} className={className}>
      <TargetFields target={target} />
      {children}
      <Refusal state={state} />
    </form>
  );
}
