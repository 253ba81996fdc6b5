import type { BundleEvent } from '@/lib/domain/case/commands/bundle';
import { isGrantedCopy } from '@/lib/domain/case/progress';
import { caseOf } from '@/lib/features/case-file/data/case';
import { recordBundleFailure, recordSealed, retryBundle } from '@/lib/features/case-file/rows/bundles';
import { answerMail } from '@/lib/features/cases/data/mail-words';
import type { ConsequenceRows } from './consequences';

export const BUNDLE_CONSEQUENCES: ConsequenceRows<BundleEvent> = {
  BundleSealed: {
    rows: (event, { tx, at }) => recordSealed(tx, event, at),
    mail: (_event, { tx, row, rules, at }) => {
      const rights = caseOf(row).rights.flatMap((item) => (isGrantedCopy(item, rules) ? [item.id] : []));
      return answerMail(tx, row, rights, rules, at);
    },
  },
  BundleFailed: { rows: (event, { tx }) => recordBundleFailure(tx, event), mail: null },
  BundleRetried: { rows: ({ bundleId }, { tx }) => retryBundle(tx, bundleId), mail: null },
};
