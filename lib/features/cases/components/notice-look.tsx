import type { LookState } from '@/lib/features/cases/types/look';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Button } from '@/lib/ui/button';
import { LetterParts } from './letter-parts';
import { MailPreview } from './mail-preview';

/** Shows the letter instead of sending it. */
export const LookButton = (button: Pick<React.ComponentProps<typeof Button>, 'onClick' | 'aria-disabled'>) => (
  <Button {...button} name="look" value="yes">
    {t('letter.look')}
  </Button>
);

/** The letter that was looked at, with the mail that goes with it. */
export const NoticeSheet = ({ state: { look } }: { state: LookState }) => (
  <section aria-label={t('letter.label')} aria-live="polite">
    {look && (
      <div className="@container overflow-hidden rounded-lg border border-line-strong bg-surface">
        <LetterParts letter={look.letter} beside={look.beside} />
        <div className="border-t border-line px-4 py-2.5 text-sm">
          <MailPreview mail={look.mail} lang={look.letter.locale} />
        </div>
      </div>
    )}
  </section>
);
