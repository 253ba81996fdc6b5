import { OTHER_WAYS } from '@/lib/domain/case/reasons';
import { recordNoticeToldAction, resendNoticeAction } from '@/lib/features/cases/actions/notices';
import { CommandForm, type Target } from '@/lib/features/cases/components/command-form';
import type { CasePage } from '@/lib/features/cases/types/page';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Button } from '@/lib/ui/button';
import { InlineOption, Group } from '@/lib/ui/option';
import { STACK, ACTIONS } from '@/lib/ui/layout';

/** Mails that were given up: each is tried again, or told another way. It counts from the day it was told. */
export function FailedNotices({ notices, target }: { notices: CasePage['failedNotices']; target: Target }) {
  return (
    <ul className={STACK}>
      {notices.map(({ id, kind }) => (
        <li key={id}>
          <p className="mb-1 font-medium">{t('told.mail', { notice: t(`notice.${kind}`) })}</p>
          <div className={ACTIONS}>
            <CommandForm action={resendNoticeAction} target={target}>
              <input type="hidden" name="noticeId" value={id} />
              <Button>{t('told.again')}</Button>
            </CommandForm>
            <CommandForm action={recordNoticeToldAction} target={target} className={ACTIONS}>
              <input type="hidden" name="noticeId" value={id} />
              <Group legend={t('told.how')} hideLegend className={ACTIONS}>
                {OTHER_WAYS.map((way) => (
                  <InlineOption key={way} type="radio" name="way" value={way} required>
                    {t(`way.${way}`)}
                  </InlineOption>
                ))}
              </Group>
              <Button>{t('told.button')}</Button>
            </CommandForm>
          </div>
        </li>
      ))}
    </ul>
  );
}
