import vectors from './vectors.json';

/** A worked example, computed by hand: `expected` is what the law gives for the situation. That C09 is a browser signal stands in its own `channel`. */
export interface Vector {
  readonly id: string;
  readonly regime: string;
  readonly right: string;
  readonly received: string;
  readonly timezone: string;
  readonly calendar: string;
  readonly events: readonly { readonly type: string; readonly at: string; readonly reasons?: string }[];
  readonly channel?: string;
  readonly expected: Readonly<Record<string, unknown>>;
}

export const VECTORS = vectors as readonly Vector[];
