import { retryBundleAction } from '@/lib/features/cases/actions/bundle';
import { collectAgainAction } from '@/lib/features/cases/actions/collection';
import { returnDecisionAction } from '@/lib/features/cases/actions/decisions';
import { CommandForm, type Target } from '@/lib/features/cases/components/command-form';
import { ReturnForm } from '@/lib/features/cases/components/return-form';
import type { BundleView } from '@/lib/features/cases/types/page';
import type { SystemView } from '@/lib/features/cases/loaders/systems';
import { deskText as t } from '@/lib/platform/i18n/desk';

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
          <p className="muted">{t('next.approve.notYou')}</p>
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
      <CommandForm action={retryBundleAction} target={target} className="actions">
        <button className={missing ? 'btn' : 'btn btn--main'}>{t('mendBundle.again')}</button>
      </CommandForm>
      <CommandForm action={collectAgainAction} target={target} className="stack">
        <fieldset className="actions">
          <legend className="lab">{t('mendBundle.which')}</legend>
          {systems.map(({ id, name }) => (
            <label key={id} className="who">
              <input type="checkbox" name="systemIds" value={id} defaultChecked />
              {name}
            </label>
          ))}
        </fieldset>
        <p className="small muted">{t('mendBundle.effect')}</p>
        <div className="actions">
          <button className={missing ? 'btn btn--main' : 'btn'}>{t('mendBundle.collect')}</button>
        </div>
      </CommandForm>
    </>
  );
}
