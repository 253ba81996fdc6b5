import { retryEffectAction } from '@/lib/features/cases/actions/effects';
import { CommandForm, type Target } from '@/lib/features/cases/components/command-form';
import type { RightView } from '@/lib/features/cases/loaders/rights';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Button } from '@/lib/ui/button';
import { STACK } from '@/lib/ui/layout';
import { EffectsList } from './effects-list';

/** Systems that did not take what was written: why, and a button that asks each again. */
export function RetryEffects({
  rights,
  target,
  timezone,
}: {
  rights: readonly RightView[];
  target: Target;
  timezone: string;
}) {
  return (
    <div className={STACK}>
      {rights.flatMap(({ id, effects }) =>
        effects?.effects.some(({ state }) => state === 'failed')
          ? [<EffectsList key={id} of={effects} timezone={timezone} />]
          : [],
      )}
      {rights
        .flatMap(({ effects }) => effects?.effects ?? [])
        .filter(({ state }) => state === 'failed')
        .map(({ id, system }) => (
          <CommandForm key={id} action={retryEffectAction} target={target}>
            <input type="hidden" name="effectId" value={id} />
            <Button look="main">{t('next.retryEffect.button', { system })}</Button>
          </CommandForm>
        ))}
    </div>
  );
}
