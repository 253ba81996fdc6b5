import { OTHER_WAYS } from '@/lib/domain/case/types';
import { recordNoticeToldAction, resendNoticeAction } from '@/lib/features/cases/actions/notices';
import { CommandForm, type Target } from '@/lib/features/cases/components/command-form';
import type { CasePage } from '@/lib/features/cases/types/page';
import { deskText as t } from '@/lib/platform/i18n/desk';

/** Mails that were given up: each is tried again, or told another way. It counts from the day it was told. */
export function FailedNotices({ notices, target }: { notices: CasePage['failedNotices']; target: Target }) {
  return (
    <ul className="stack">
      {notices.map(({ id, kind }) => (
        <li key={id}>
          <p className="lab">{t('told.mail', { notice: t(`notice.${kind}`) })}</p>
          <div className="actions">
            <CommandForm action={resendNoticeAction} target={target}>
              <input type="hidden" name="noticeId" value={id} />
              <button className="btn">{t('told.again')}</button>
            </CommandForm>
            <CommandForm action={recordNoticeToldAction} target={target} className="actions">
              <input type="hidden" name="noticeId" value={id} />
              <fieldset className="actions">
                <legend className="sr">{t('told.how')}</legend>
                {OTHER_WAYS.map((way) => (
                  <label key={way} className="who">
                    <input type="radio" name="way" value={way} required />
                    {t(`way.${way}`)}
                  </label>
                ))}
              </fieldset>
              <button className="btn">{t('told.button')}</button>
            </CommandForm>
          </div>
        </li>
      ))}
    </ul>
  );
}
