import { retryBundleAction } from '@/lib/features/cases/actions/bundle';
import { collectAgainAction } from '@/lib/features/cases/actions/collection';
import { returnDecisionAction } from '@/lib/features/cases/actions/decisions';
import { CommandForm, type Target } from '@/lib/features/cases/components/command-form';
import { ReturnForm } from '@/lib/features/cases/components/return-form';
import type { BundleView } from '@/lib/features/cases/types/page';
import type { SystemView } from '@/lib/features/cases/loaders/systems';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { InlineOption, Group } from '@/lib/ui/option';
import { STACK, ACTIONS } from '@/lib/ui/layout';
import { Button } from '@/lib/ui/button';

/** A copy that could not be made: made again where that can help, the systems asked again whose records are missing, or the answer sent back that lacks something. */
export function MendBundle({
  bundle,
  systems,
  target,
  mayApprove,
}: {
  bundle: BundleView | null;
  systems: readonly SystemView[];
  target: Target;
  mayApprove: boolean;
}) {
  if (bundle?.failure === 'answerLacks') {
    return (
      <>
        <p>{t('mendBundle.answerLacks')}</p>
        {mayApprove ? (
          <ReturnForm target={target} reasons={['contentsMissing', 'other']} action={returnDecisionAction} />
        ) : (
          <p className="text-ink-2">{t('next.approve.notYou')}</p>
        )}
      </>
    );
  }
  const missing = bundle?.failure === 'recordsMissing';
  return (
    <>
      <p>
        {t(missing ? 'mendBundle.recordsMissing' : 'mendBundle.other', {
          reason: bundle?.failure ?? '',
          attempts: bundle?.attempts ?? 0,
        })}
      </p>
      <CommandForm action={retryBundleAction} target={target} className={ACTIONS}>
        <Button look={missing ? 'normal' : 'main'}>{t('mendBundle.again')}</Button>
      </CommandForm>
      <CommandForm action={collectAgainAction} target={target} className={STACK}>
        <Group legend={t('mendBundle.which')} className={ACTIONS}>
          {systems.map(({ id, name }) => (
            <InlineOption key={id} type="checkbox" name="systemIds" value={id} defaultChecked>
              {name}
            </InlineOption>
          ))}
        </Group>
        <p className="text-sm text-ink-2">{t('mendBundle.effect')}</p>
        <div className={ACTIONS}>
          <Button look={missing ? 'main' : 'normal'}>{t('mendBundle.collect')}</Button>
        </div>
      </CommandForm>
    </>
  );
}
