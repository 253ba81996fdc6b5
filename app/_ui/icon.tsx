import type { LucideIcon } from 'lucide-react';

/** A drawing beside words, never in place of them. */
export const Icon = ({ of: Drawing }: { of: LucideIcon }) => (
  <Drawing className="i" aria-hidden="true" focusable="false" />
);
