import type { LookState } from '@/lib/features/cases/types/look';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Button } from '@/lib/ui/button';
import { LetterSheet } from './letter-sheet';

/** Shows the letter instead of sending it. */
export const LookButton = (button: Pick<React.ComponentProps<typeof Button>, 'onClick' | 'aria-disabled'>) => (
  <Button {...button} name="look" value="yes">
    {t('letter.look')}
  </Button>
);

/** The letter that was looked at, with the mail that goes with it. */
export const NoticeSheet = ({ state: { look } }: { state: LookState }) => (
  <section aria-label={t('letter.label')} aria-live="polite">
    {look && <LetterSheet of={look} file={null} />}
  </section>
);
