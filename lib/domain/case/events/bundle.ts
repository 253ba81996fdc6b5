import type { Carried, EventTable } from './event-table';

export type BundleEvent =
  | ({ readonly type: 'BundleSealed' } & Carried<'RecordBundleSealed'>)
  | ({ readonly type: 'BundleFailed' } & Carried<'RecordBundleFailure'>)
  | { readonly type: 'BundleRetried'; readonly bundleId: string };

export const BUNDLE_EVENTS: EventTable<BundleEvent> = {
  BundleSealed: {
    next: 'ready',
    log: ({ bundleId, sealed }) => ({ kind: 'BundleSealed', data: { bundleId, ...sealed } }),
  },
  BundleFailed: {
    next: null,
    log: ({ bundleId, reason, attempt, retryAt }) => ({
      kind: 'BundleFailed',
      data: { bundleId, reason, attempt, ...(retryAt && { retryAt }) },
    }),
  },
  BundleRetried: { next: null, log: ({ bundleId }) => ({ kind: 'BundleRetried', data: { bundleId } }) },
};
