import { dismissMailAction, noteMailAction } from '@/lib/features/incoming-mail/actions/settle';
import type { WholeMail } from '@/lib/features/incoming-mail/loaders';
import { DISMISSALS } from '@/lib/features/incoming-mail/types';
import { dateAndTime } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Button, buttonClasses } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { Input, Select } from '@/lib/ui/input';
import { STACK } from '@/lib/ui/layout';
import { Bullets } from '@/lib/ui/lists';
import { Panel } from '@/lib/ui/panel';
import { Split } from '@/lib/ui/split';

/** A mail as it came, and beside it the three things that can become of it. */
export function MailBody({ mail }: { mail: WholeMail }) {
  const { id, controller, from, address, receivedAt, wishes, attachments, theirReference } = mail;
  const facts = [
    wishes.length > 0 ? t('mails.asks', { wishes: wishes.join(', ') }) : t('mails.asksNothing'),
    ...(mail.californian ? [t('mails.californian')] : []),
    ...(theirReference === null ? [] : [t('mails.theirReference', { reference: theirReference })]),
    ...(attachments > 0 ? [t('mails.attachments', { count: attachments })] : []),
    t('mails.spoof'),
  ];
  const enter = new URLSearchParams({ controllerId: controller.id, mail: id });
  return (
    <Split
      aside={
        <>
          <Panel id="enter" heading={t('mails.enter')}>
            <a className={buttonClasses({ look: 'main' })} href={`/desk/new?${enter}`}>
              {t('mails.enter')}
            </a>
          </Panel>
          <Panel id="note" heading={t('mails.note')}>
            <form action={noteMailAction} className={STACK}>
              <input type="hidden" name="mailId" value={id} />
              <p className="text-sm text-ink-2">{t('mails.noteWhy')}</p>
              <Field id="reference" label={t('mails.reference')}>
                <Input
                  id="reference"
                  name="reference"
                  required
                  defaultValue={mail.caseReference ?? ''}
                  autoComplete="off"
                />
              </Field>
              <p>
                <Button type="submit">{t('mails.noteButton')}</Button>
              </p>
            </form>
          </Panel>
          <Panel id="dismiss" heading={t('mails.dismiss')}>
            <form action={dismissMailAction} className={STACK}>
              <input type="hidden" name="mailId" value={id} />
              <Field id="reason" label={t('mails.dismiss')}>
                <Select id="reason" name="reason">
                  {DISMISSALS.map((reason) => (
                    <option key={reason} value={reason}>
                      {t(`mails.reason.${reason}`)}
                    </option>
                  ))}
                </Select>
              </Field>
              <p className="text-sm text-ink-2">{t('mails.dismissWhy')}</p>
              <p>
                <Button type="submit">{t('mails.dismissButton')}</Button>
              </p>
            </form>
          </Panel>
        </>
      }
    >
      <Panel id="mail" heading={mail.subject}>
        <p className="wrap-anywhere text-ink-2">
          {[
            from === address ? from : `${from} <${address}>`,
            t('mails.received', { date: dateAndTime(receivedAt, 'en', controller.timezone) }),
          ].join(' · ')}
        </p>
        <Bullets className="my-3 text-sm text-ink-2">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </Bullets>
        <p className="max-w-160 border-t border-line pt-3 wrap-anywhere whitespace-pre-wrap">{mail.text}</p>
      </Panel>
    </Split>
  );
}
