import { CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react';
import type { EffectsOfRight, EffectView } from '@/lib/features/cases/loaders/effects';
import { dateAndTime } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Row, Sub } from '@/lib/ui/lists';

export const names = (list: readonly string[]): string => new Intl.ListFormat('en').format(list);

/** Where a right is carried out, before it is begun. */
export function EffectsPlan({ of: { purposes, systems, byPerson } }: { of: EffectsOfRight }) {
  return (
    <div className="text-ink-2">
      {purposes.length > 0 && <p>{t('effects.purposes', { purposes: names(purposes.map((one) => `“${one}”`)) })}</p>}
      {systems.length > 0 && <p>{t('effects.what', { systems: names(systems) })}</p>}
      {byPerson.length > 0 && <p>{t('effects.byPerson', { systems: names(byPerson) })}</p>}
      {systems.length + byPerson.length === 0 && <p>{t('effects.none')}</p>}
    </div>
  );
}

function said({ state, step, byPerson, found, receipt, confirmedAt }: EffectView, timezone: string): string {
  if (byPerson) return t('effects.person');
  const at = confirmedAt ? dateAndTime(confirmedAt, 'en', timezone) : '';
  return step === 'transmit'
    ? t(`effects.sending.${state}`, {
        at,
        status: String(receipt?.status ?? ''),
        receipt: receipt?.receiptId ?? 'none',
      })
    : t(`effects.state.${state}`, { found, at });
}

/** System by system what was written, as it was read back. */
export function EffectsList({ of: { effects }, timezone }: { of: EffectsOfRight; timezone: string }) {
  if (effects.length === 0) return null;
  return (
    <ul className="col-[2/-1] text-sm">
      {effects.map((effect) => (
        <Row
          key={effect.id}
          icon={effect.state === 'failed' ? TriangleAlert : effect.state === 'answered' ? CircleCheck : CircleDashed}
          state={effect.state === 'failed' ? 'soon' : undefined}
        >
          <span>
            {effect.step === 'supplement' ? t('effects.statementIn', { system: effect.system }) : effect.system}
          </span>
          <span>{said(effect, timezone)}</span>
          {effect.failure && <Sub>{t(`failure.${effect.failure}`)}</Sub>}
          {effect.other > 0 && (
            <Sub className="font-medium text-soon">
              {t(effect.step === 'supplement' ? 'effects.occupied' : 'effects.other', { count: effect.other })}
            </Sub>
          )}
        </Row>
      ))}
    </ul>
  );
}
