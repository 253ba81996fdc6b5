import { collectAgainAction, retryBundleAction } from '@/lib/features/cases/actions';
import { CommandForm, type Target } from '@/lib/features/cases/components/command-form';
import type { BundleView } from '@/lib/features/cases/loaders';
import type { SystemView } from '@/lib/features/sources/loaders';
import { deskText as t } from '@/lib/platform/i18n/desk';

/** A copy that could not be made: made again where that can help, or the systems asked again whose records are missing. */
export function MendBundle({ bundle, systems, target }: { bundle: BundleView | null; systems: readonly SystemView[]; target: Target }) {
  const missing = bundle?.failure === 'recordsMissing';
  return (
    <>
      <p>{t(missing ? 'mendBundle.recordsMissing' : 'mendBundle.other', { reason: bundle?.failure ?? '', attempts: bundle?.attempts ?? 0 })}</p>
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
