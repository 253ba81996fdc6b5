import { localText } from '@/lib/domain/datamap/local-text';
import type { CaseRow } from '@/lib/features/case-file/data/case';
import { receiptSchema } from '@/lib/features/case-file/schema/effects';
import type { Sending } from '@/lib/features/case-file/types/sendings';
import { controller } from '@/lib/platform/controllers/registry';

/** The copies of a case that go straight to other controllers (Art. 20(2) GDPR). @param rightItemId of one right alone */
export function sendingsOf(row: CaseRow, rightItemId?: string): readonly Sending[] {
  const { receivers } = controller(row.controllerId).definition;
  return row.effects
    .filter((effect) => effect.step === 'transmit' && (rightItemId ?? effect.rightItemId) === effect.rightItemId)
    .map(({ systemId, state, receipt, confirmedAt }) => ({
      receiver: receivers.find(({ id }) => id === systemId)?.name ?? localText(systemId, ['en']),
      taken: confirmedAt && { at: confirmedAt, receiptId: receiptSchema.parse(receipt).receiptId },
      failed: state === 'failed',
    }));
}
