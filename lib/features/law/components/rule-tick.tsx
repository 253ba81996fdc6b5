'use client';

import { createContext, useContext } from 'react';
import { Tick } from '@/lib/ui/tick';

/** Id of the form that the ticks belong to: it stands after the list, and the list has forms of its own. */
export const CONFIRM_FORM = 'confirm';

/** What was ticked when the form came back. */
export const Ticked = createContext<{
  readonly all: boolean;
  readonly values: readonly string[];
  readonly turn: number;
}>({ all: false, values: [], turn: 0 });

export function RuleTick({ value, label }: { value: string; label: string }) {
  const { all, values, turn } = useContext(Ticked);
  // A rule that changed meanwhile has another value: what was ticked of it is not ticked again.
  return (
    <Tick
      key={turn}
      form={CONFIRM_FORM}
      name="rule"
      value={value}
      aria-label={label}
      defaultChecked={all || values.includes(value)}
    />
  );
}
