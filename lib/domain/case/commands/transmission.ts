import { z } from 'zod';
import { code, count, digest, id } from '../../audit/shapes/schema';
import { logged } from '../../audit/story';
import { ok, refuse } from '../../result';
import { awaitsDesk, ELSEWHERE, sameWish } from '../carry-out';
import { effectsOf, openEffect } from './effects';
import { type Carried, type CommandRows, type EventRows, RECORDING } from './rows';

/** What the receiving controller answered, of exactly which file. `receiptId`: its own number of it, where it gave one. */
export type Receipt = {
  readonly status: number;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly receiptId: string | null;
};

export type TransmissionCommand =
  /** The copy is sealed, and the person named a controller to which it can be sent (Art. 20(2) GDPR). */
  | {
      readonly type: 'OweTransmission';
      readonly effectId: string;
      readonly rightItemId: string;
      readonly receiverId: string;
    }
  | {
      readonly type: 'RecordTransmission';
      readonly effectId: string;
      readonly attempt: number;
      readonly receipt: Receipt;
    };

export type TransmissionEvent =
  | ({ readonly type: 'TransmissionOwed'; readonly right: string; readonly byId: string } & Carried<'OweTransmission'>)
  | ({
      readonly type: 'DataTransmitted';
      readonly right: string;
      readonly receiverId: string;
    } & Carried<'RecordTransmission'>);

export const TRANSMISSION_COMMANDS: CommandRows<TransmissionCommand> = {
  OweTransmission: {
    ...RECORDING,
    states: null,
    decide: (current, command, { rules }) => {
      const item = current.rights.find(({ id: one }) => one === command.rightItemId);
      if (current.state === 'closed' || !item?.approvedById || !awaitsDesk(item, rules))
        return refuse('nothingToCarryOut');
      if (effectsOf(item.id, current).length > 0) return refuse('alreadyDone');
      return ok([{ ...command, type: 'TransmissionOwed', right: item.right, byId: item.approvedById }]);
    },
  },
  /** The receiver has taken the file: with that the right is done. What another try than the newest says counts for nothing. */
  RecordTransmission: {
    ...RECORDING,
    quiet: false,
    states: null,
    decide: (current, command, { rules, at }) => {
      const effect = openEffect(current, command.effectId);
      const item = current.rights.find(({ id: one }) => one === effect?.rightItemId);
      if (!effect || !item) return refuse('alreadyDone');
      if (effect.attempts !== command.attempt) return refuse('overtaken');
      const agreed = sameWish(item, current.rights).filter((one) => awaitsDesk(one, rules));
      return ok([
        { ...command, type: 'DataTransmitted', right: item.right, receiverId: effect.systemId },
        ...agreed.map((one) => ({
          type: 'RightCarriedOut' as const,
          rightItemId: one.id,
          right: one.right,
          on: rules.today(at),
          systems: [ELSEWHERE],
          facts: null,
          confirmed: [],
          told: one.id === item.id ? agreed.map(({ id: told }) => told) : [],
          byId: effect.startedById,
        })),
      ]);
    },
  },
};

/** What the log keeps of it, and how the story of a case tells it. */
export const TRANSMISSION_KINDS = {
  // A sealed copy is being sent straight to another controller, which the person named.
  TransmissionOwed: logged(z.strictObject({ right: code, receiver: code }), {
    mark: 'started',
    values: ({ receiver }, say) => ({ receiver: say.system(receiver) }),
  }),
  // That controller took it: what it answered, of which file.
  DataTransmitted: logged(
    z.strictObject({
      right: code,
      receiver: code,
      status: count,
      sha256: digest,
      sizeBytes: count,
      receiptId: id.optional(),
    }),
    {
      mark: 'done',
      values: ({ receiver, status, receiptId }, say) => ({
        receiver: say.system(receiver),
        status: String(status),
        receipt: receiptId ?? 'none',
      }),
    },
  ),
};

export const TRANSMISSION_EVENTS: EventRows<TransmissionEvent, typeof TRANSMISSION_KINDS> = {
  TransmissionOwed: {
    log: ({ right, receiverId }) => ({ kind: 'TransmissionOwed', data: { right, receiver: receiverId } }),
  },
  DataTransmitted: {
    log: ({ right, receiverId, receipt: { receiptId, ...receipt } }) => ({
      kind: 'DataTransmitted',
      data: { right, receiver: receiverId, ...receipt, ...(receiptId && { receiptId }) },
    }),
  },
};
