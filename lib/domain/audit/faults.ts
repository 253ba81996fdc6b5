/**
 * What is wrong with a log, and where. `index` is a place in the sealed log, `position` one in the order of writing, sizes are numbers of
 * sealed events.
 */
export type LogFault =
  /** The event is not as it was sealed. */
  | { readonly kind: 'edited'; readonly index: number }
  /** The place is there, its event is gone. */
  | { readonly kind: 'eventGone'; readonly index: number }
  /** The place itself is gone. */
  | { readonly kind: 'placeGone'; readonly index: number }
  /** Another event stands at this place than was sealed there: swapped, or moved up after something was removed. */
  | { readonly kind: 'moved'; readonly index: number }
  /** What the event is found by is not what it says. */
  | { readonly kind: 'columns'; readonly index: number | null; readonly position: number }
  /** The application did not write this event. */
  | { readonly kind: 'stranger'; readonly index: number | null; readonly position: number }
  /** The events between two checkpoints do not give the signed root. */
  | { readonly kind: 'root'; readonly after: number; readonly upTo: number }
  /** Checkpoints are missing, or one is not as it was signed. */
  | { readonly kind: 'heads'; readonly size: number }
  /** The newest checkpoint is not signed by a key of ours. */
  | { readonly kind: 'signature'; readonly size: number }
  /** A checkpoint kept outside the database goes further than the log. */
  | { readonly kind: 'rolledBack'; readonly kept: number; readonly size: number }
  /** The log differs from a checkpoint kept outside: its past was written anew somewhere after `after` (the last one that still holds). */
  | { readonly kind: 'rewritten'; readonly kept: number; readonly after: number }
  /** What says since when events bear tags is not ours. */
  | { readonly kind: 'begin' };

export type FaultKind = LogFault['kind'];

export const FAULT_KINDS: readonly FaultKind[] = [
  'edited',
  'eventGone',
  'placeGone',
  'moved',
  'columns',
  'stranger',
  'root',
  'heads',
  'signature',
  'rolledBack',
  'rewritten',
  'begin',
];
