import type { EffectEvent } from '@/lib/domain/case/commands/effects';
import { addEffects, recordEffect, recordEffectFailure, retryEffect } from '@/lib/features/case-file/rows/effects';
import { draftCarriedOut } from '@/lib/features/case-file/rows/rights';
import { by, type ConsequenceRows } from './consequences';

export const EFFECT_CONSEQUENCES: ConsequenceRows<EffectEvent> = {
  EffectsStarted: {
    rows: async (event, situation) => {
      const { tx, row, key } = situation;
      if (event.facts !== '') await draftCarriedOut(tx, key, event.rightItemId, event.facts);
      await addEffects(tx, key, row.id, event, by(situation));
    },
    mail: null,
  },
  EffectConfirmed: { rows: (event, { tx, at }) => recordEffect(tx, event, at), mail: null },
  EffectFailed: { rows: (event, { tx }) => recordEffectFailure(tx, event), mail: null },
  EffectRetried: { rows: ({ effectId }, { tx }) => retryEffect(tx, effectId), mail: null },
};
