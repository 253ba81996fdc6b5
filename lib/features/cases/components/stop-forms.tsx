import { recordStoppedAction } from '@/lib/features/cases/actions/carry-out';
import { startEffectsAction } from '@/lib/features/cases/actions/effects';
import { CommandForm, type Target } from '@/lib/features/cases/components/command-form';
import type { RightView } from '@/lib/features/cases/loaders/rights';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Button } from '@/lib/ui/button';
import { Bullets } from '@/lib/ui/lists';
import { ACTIONS, STACK } from '@/lib/ui/layout';
import { EffectsList, EffectsPlan } from './effects-list';

type Props = { rights: readonly RightView[]; target: Target; timezone: string };

/** Rights that end a use at once: what must have stopped and where, what stops it, and the record of a person for what the product cannot. */
export function StopForms({ rights, target, timezone }: Props) {
  return (
    <ul className={STACK}>
      {rights.map((item) => (
        <li key={item.id}>
          <p className="mb-1 font-medium">
            {t(`right.${item.right}`)} <span className="text-ink-3">{item.citation}</span>
          </p>
          <Bullets>
            {item.duties.checks.map((check) => (
              <li key={check.id}>{check.text}</li>
            ))}
          </Bullets>
          {item.effects && (
            <div className="mt-2">
              <EffectsPlan of={item.effects} />
              <EffectsList of={item.effects} timezone={timezone} />
            </div>
          )}
          <Buttons item={item} target={target} />
        </li>
      ))}
    </ul>
  );
}

function Buttons({ item: { id, right, effects }, target }: { item: RightView; target: Target }) {
  const inSystems = effects !== null && effects.systems.length > 0 && effects.effects.length === 0;
  return (
    <div className={`${ACTIONS} mt-3`}>
      {inSystems && (
        <CommandForm action={startEffectsAction} target={target}>
          <input type="hidden" name="rightItemId" value={id} />
          <Button look="main">{t('effects.stopButton', { right: t(`right.${right}`) })}</Button>
        </CommandForm>
      )}
      <CommandForm action={recordStoppedAction} target={target}>
        <input type="hidden" name="rightItemId" value={id} />
        <Button look={inSystems ? 'normal' : 'main'}>
          {t(inSystems ? 'effects.byHand' : 'next.stopUse.button', { right: t(`right.${right}`) })}
        </Button>
      </CommandForm>
    </div>
  );
}
