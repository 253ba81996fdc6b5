import clsx from 'clsx';
import type { LucideIcon } from 'lucide-react';

/** A drawing beside words, never in place of them; as large as they are. */
export const Icon = ({ of: Drawing, className }: { of: LucideIcon; className?: string | undefined }) => (
  <Drawing
    className={clsx('inline-block size-[1em] shrink-0 stroke-2 align-[-0.125em]', className)}
    aria-hidden="true"
    focusable="false"
  />
);
