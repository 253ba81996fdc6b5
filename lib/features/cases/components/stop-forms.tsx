import { recordStoppedAction } from '@/lib/features/cases/actions/carry-out';
import { CommandForm, type Target } from '@/lib/features/cases/components/command-form';
import type { RightView } from '@/lib/features/cases/loaders/rights';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Button } from '@/lib/ui/button';
import { Bullets } from '@/lib/ui/lists';
import { STACK } from '@/lib/ui/layout';

/** Rights that end a use at once: what must have stopped, and the record that it has. */
export function StopForms({ rights, target }: { rights: readonly RightView[]; target: Target }) {
  return (
    <ul className={STACK}>
      {rights.map(({ id, right, citation, duties }) => (
        <li key={id}>
          <p className="mb-1 font-medium">
            {t(`right.${right}`)} <span className="text-ink-3">{citation}</span>
          </p>
          <Bullets>
            {duties.checks.map((check) => (
              <li key={check.id}>{check.text}</li>
            ))}
          </Bullets>
          <CommandForm action={recordStoppedAction} target={target} className="mt-3">
            <input type="hidden" name="rightItemId" value={id} />
            <Button look="main">{t('next.stopUse.button', { right: t(`right.${right}`) })}</Button>
          </CommandForm>
        </li>
      ))}
    </ul>
  );
}
