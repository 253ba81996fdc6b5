import { Choice } from '@/lib/ui/choice';
import type { Portal } from '../portal';

/** Whether this browser is to be known for some weeks; never ticked beforehand, since the next person at it may be another. */
export const Remember = ({ portal: { t } }: { portal: Portal }) => (
  <Choice
    id="remember"
    errorWord={t('errors.word')}
    kind="checkbox"
    name="remember"
    chosen={[]}
    options={[{ value: 'yes', label: t('remember.label'), hint: t('remember.hint') }]}
  />
);
