import type { LocalText } from '@/lib/domain/datamap/types';

/** A copy that goes straight to another controller: when that took it, or that it has not. */
export type Sending = {
  readonly receiver: LocalText;
  readonly taken: { readonly at: Date; readonly receiptId: string | null } | null;
  /** Nobody tries any more by itself. */
  readonly failed: boolean;
};
