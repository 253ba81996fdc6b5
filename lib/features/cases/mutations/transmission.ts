import { isGrantedCopy } from '@/lib/domain/case/progress';
import type { CaseEvent } from '@/lib/domain/case/events';
import type { CaseCommand } from '@/lib/domain/case/commands';
import type { TransmissionEvent } from '@/lib/domain/case/commands/transmission';
import { answersOf, caseOf } from '@/lib/features/case-file/data/case';
import { addTransmission, recordTransmission } from '@/lib/features/case-file/rows/effects';
import { controller } from '@/lib/platform/controllers/registry';
import { newId } from '@/lib/platform/ids';
import type { ConsequenceRows, Situation } from './consequences';

export const TRANSMISSION_CONSEQUENCES: ConsequenceRows<TransmissionEvent> = {
  TransmissionOwed: { rows: (event, { tx, row, at }) => addTransmission(tx, row.id, event, at), mail: null },
  // That it was sent is told with the right, which is done by it.
  DataTransmitted: { rows: (event, { tx, at }) => recordTransmission(tx, event, at), mail: null },
};

/**
 * The command by which a sealed copy goes straight to the controller that the person named (Art. 20(2) GDPR). Null where none was named that we can send to,
 * and where the copy answers access too: it then holds what nobody may take elsewhere.
 */
export async function owedTransmission(
  event: CaseEvent,
  { tx, row, rules }: Situation,
): Promise<Extract<CaseCommand, { type: 'OweTransmission' }> | null> {
  if (event.type !== 'BundleSealed') return null;
  const copies = caseOf(row).rights.filter((item) => isGrantedCopy(item, rules));
  const [item] = copies;
  if (!item || copies.some((one) => rules.doneBy(one) === 'copy')) return null;
  const { portability } = await answersOf(row, tx);
  if (portability?.to !== 'receiver') return null;
  const { receivers } = controller(row.controllerId).definition;
  return receivers.some(({ id }) => id === portability.id)
    ? { type: 'OweTransmission', effectId: newId(), rightItemId: item.id, receiverId: portability.id }
    : null;
}
