import { recordStoppedAction } from '@/lib/features/cases/actions/carry-out';
import { CommandForm, type Target } from '@/lib/features/cases/components/command-form';
import type { RightView } from '@/lib/features/cases/loaders/rights';
import { deskText as t } from '@/lib/platform/i18n/desk';

/** Rights that end a use at once: what must have stopped, and the record that it has. */
export function StopForms({ rights, target }: { rights: readonly RightView[]; target: Target }) {
  return (
    <ul className="stack">
      {rights.map(({ id, right, citation, duties }) => (
        <li key={id}>
          <p className="lab">
            {t(`right.${right}`)} <span className="faint">{citation}</span>
          </p>
          <ul className="bullets">
            {duties.checks.map((check) => (
              <li key={check.id}>{check.text}</li>
            ))}
          </ul>
          <CommandForm action={recordStoppedAction} target={target} className="mt">
            <input type="hidden" name="rightItemId" value={id} />
            <button className="btn btn--main">{t('next.stopUse.button', { right: t(`right.${right}`) })}</button>
          </CommandForm>
        </li>
      ))}
    </ul>
  );
}
