import type { RestrictionEvent } from '@/lib/domain/case/commands/restriction';
import { localeOf } from '@/lib/features/case-file/data/case';
import {
  addLifting,
  addRestriction,
  beginLifting,
  cancelLifting,
  nameRestrictionGround,
  recordLifted,
  recordSystemLifted,
} from '@/lib/features/case-file/rows/restrictions';
import { liftingLetter } from '@/lib/features/cases/data/told-letters';
import { longDate } from '@/lib/platform/i18n/dates';
import { by, type ConsequenceRows } from './consequences';

export const RESTRICTION_CONSEQUENCES: ConsequenceRows<RestrictionEvent> = {
  RestrictionAdded: { rows: (event, { tx, row }) => addRestriction(tx, row.id, event), mail: null },
  RestrictionGroundNamed: { rows: (event, { tx }) => nameRestrictionGround(tx, event), mail: null },
  LiftingAnnounced: {
    rows: (event, situation) => addLifting(situation.tx, situation.row.id, event, by(situation)),
    mail: (event, { tx, row, at }) => liftingLetter(row, event, at, tx),
  },
  LiftingCancelled: {
    rows: ({ liftingId }, { tx, at }) => cancelLifting(tx, liftingId, at),
    mail: () => ({ kind: 'liftingCancelled', words: {} }),
  },
  LiftingStarted: { rows: (event, { tx, row, at }) => beginLifting(tx, row.id, event, at), mail: null },
  SystemLifted: { rows: ({ effectId }, { tx, at }) => recordSystemLifted(tx, effectId, at), mail: null },
  RestrictionLifted: {
    rows: ({ liftingId }, { tx, at }) => recordLifted(tx, liftingId, at),
    mail: (_event, { row, rules, at }) => ({
      kind: 'restrictionLifted',
      words: { on: longDate(rules.today(at.toISOString()), localeOf(row.locale)) },
    }),
  },
};
