import { z } from 'zod';
import { code, count, digest, id, instant } from '../../audit/shapes/schema';
import { logged, noValues } from '../../audit/story';
import { ok, refuse } from '../../result';
import { lackingOfAnswer, refuseLacking } from '../contents';
import { isCopyInWork, isGrantedCopy } from '../progress';
import type { BundleWork, Case, CountedCollection, WithheldSum } from '../types';
import { type Carried, type CommandRows, type EventRows, NOTING, RECORDING } from './rows';

export type BundleCommand =
  | {
      readonly type: 'RecordBundleSealed';
      readonly bundleId: string;
      readonly attempt: number;
      readonly sealed: SealedBundle;
      readonly file: BundleFile;
      readonly counted: readonly CountedCollection[];
    }
  /** `retryAt` null: no try can succeed, or none is left; somebody has to look. */
  | {
      readonly type: 'RecordBundleFailure';
      readonly bundleId: string;
      readonly attempt: number;
      readonly reason: string;
      readonly retryAt: string | null;
    }
  | { readonly type: 'RetryBundle' };

type SealedBundle = {
  readonly manifestSha256: string;
  readonly keyId: string;
  readonly files: number;
  readonly records: number;
  readonly sizeBytes: number;
};

/** Where the bundle lies and what is in it, by collection; counts and sizes only. */
type BundleFile = {
  readonly blobKey: string;
  readonly sha256: string;
  readonly expiresAt: string;
  readonly contents: readonly { readonly collectionId: string; readonly records: number; readonly bytes: number }[];
  readonly withheld: readonly WithheldSum[];
};

export type BundleEvent =
  | ({ readonly type: 'BundleSealed' } & Carried<'RecordBundleSealed'>)
  | ({ readonly type: 'BundleFailed' } & Carried<'RecordBundleFailure'>)
  | { readonly type: 'BundleRetried'; readonly bundleId: string };

/** The bundle that this try is making; null where another try, or another bundle, has taken its place. */
const ownWork = (current: Case, { bundleId, attempt }: { bundleId: string; attempt: number }): BundleWork | null =>
  current.bundle?.id === bundleId && current.bundle.state === 'building' && current.bundle.attempts === attempt
    ? current.bundle
    : null;

export const BUNDLE_COMMANDS: CommandRows<BundleCommand> = {
  /** A copy is sealed only where every record that the systems answered is in it, or hidden from it and counted. */
  RecordBundleSealed: {
    ...RECORDING,
    quiet: false,
    states: null,
    decide: (current, command, { rules, at }) => {
      if (current.state === 'closed' || !isCopyInWork(current, rules)) return refuse('alreadyDone');
      if (!ownWork(current, command)) return refuse('overtaken');
      const wrong = command.counted.find(
        ({ found, kept, written, hidden, beyond = 0 }) => found !== kept || found !== (beyond || written + hidden),
      );
      if (wrong) return refuse('countsDiffer', wrong.collectionId);
      // Its mail leaves now: a duty that began while the copy was made binds it too.
      const missing = lackingOfAnswer(
        current,
        current.rights.filter((item) => isGrantedCopy(item, rules)),
        rules,
        at,
      );
      if (missing.length > 0) return refuseLacking('answerLacks', missing);
      const written = command.counted.reduce((sum, one) => sum + one.written, 0);
      return written === command.sealed.records ? ok([{ ...command, type: 'BundleSealed' }]) : refuse('countsDiffer');
    },
  },
  RecordBundleFailure: {
    ...RECORDING,
    states: null,
    decide: (current, command) =>
      current.state !== 'closed' && ownWork(current, command)
        ? ok([{ ...command, type: 'BundleFailed' }])
        : refuse('overtaken'),
  },
  RetryBundle: {
    ...NOTING,
    states: null,
    decide: (current, _command, { rules }) => {
      const { bundle } = current;
      if (current.state === 'closed' || bundle === null || !isCopyInWork(current, rules)) return refuse('wrongState');
      return bundle.state === 'failed' ? ok([{ type: 'BundleRetried', bundleId: bundle.id }]) : refuse('alreadyDone');
    },
  },
};

/** What the log keeps of it, and how the story of a case tells it. */
export const BUNDLE_KINDS = {
  // The bundle was made and its manifest signed.
  BundleSealed: logged(
    z.strictObject({
      bundleId: id,
      manifestSha256: digest,
      keyId: id,
      files: count,
      records: count,
      sizeBytes: count,
    }),
    {
      mark: 'bundle',
      values: ({ records, sizeBytes }) => ({ records, megabytes: (sizeBytes / 1_000_000).toFixed(1) }),
    },
  ),
  // The bundle could not be made.
  BundleFailed: logged(z.strictObject({ bundleId: id, reason: code, attempt: count, retryAt: instant.optional() }), {
    mark: 'bundleFailed',
    state: 'soon',
    values: ({ attempt }) => ({ attempt }),
  }),
  // The desk had a bundle made again that could not be made.
  BundleRetried: logged(z.strictObject({ bundleId: id }), { mark: 'again', values: noValues }),
  // The bundle's file was destroyed.
  BundleDestroyed: logged(z.strictObject({ bundleId: id, reason: code }), { mark: 'check', values: noValues }),
};

export const BUNDLE_EVENTS: EventRows<BundleEvent, typeof BUNDLE_KINDS> = {
  BundleSealed: {
    log: ({ bundleId, sealed }) => ({ kind: 'BundleSealed', data: { bundleId, ...sealed } }),
  },
  BundleFailed: {
    log: ({ bundleId, reason, attempt, retryAt }) => ({
      kind: 'BundleFailed',
      data: { bundleId, reason, attempt, ...(retryAt && { retryAt }) },
    }),
  },
  BundleRetried: { log: ({ bundleId }) => ({ kind: 'BundleRetried', data: { bundleId } }) },
};
