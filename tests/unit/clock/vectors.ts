import vectors from './vectors.json';

/** A situation, and what the law gives for it as counted by hand. */
export interface Example {
  readonly id: string;
  readonly regime: string;
  readonly right: string;
  readonly received: string;
  readonly timezone: string;
  readonly calendar: string;
  readonly events: readonly { readonly type: string; readonly at: string; readonly [member: string]: unknown }[];
  readonly channel?: string;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly why: string;
}

/** The agreed worked examples. That C09 is a browser’s signal stands in its own `channel`. */
export const VECTORS = vectors as readonly Example[];
