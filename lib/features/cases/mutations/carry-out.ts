import type { CarryOutEvent } from '@/lib/domain/case/commands/carry-out';
import { localeOf } from '@/lib/features/case-file/data/case';
import { recordCarriedOut, recordStop } from '@/lib/features/case-file/rows/rights';
import { longDate } from '@/lib/platform/i18n/dates';
import { translator } from '@/lib/platform/i18n/translator';
import type { ConsequenceRows } from './consequences';

export const CARRY_OUT_CONSEQUENCES: ConsequenceRows<CarryOutEvent> = {
  UseStopped: { rows: ({ rightItemId }, { tx, at }) => recordStop(tx, rightItemId, at), mail: null },
  RightCarriedOut: {
    rows: (event, situation) => recordCarriedOut(situation.tx, situation.key, event, situation.at),
    mail: ({ right, on, told }, { row }) =>
      told.length === 0
        ? null
        : {
            kind: 'carriedOut',
            words: {
              what: translator(localeOf(row.locale), 'law')(`right.${right}.plain`),
              on: longDate(on, localeOf(row.locale)),
            },
            rights: told,
          },
  },
};
