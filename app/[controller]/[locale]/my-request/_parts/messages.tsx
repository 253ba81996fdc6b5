import { Paperclip } from 'lucide-react';
import { PageForm } from '@/app/_ui/page-form';
import { maskedAddress } from '@/lib/domain/intake/address';
import { sendDeliveryCodeAction } from '@/lib/features/delivery/actions';
import type { ConversationMessage } from '@/lib/features/requester/types';
import { dateAndTime } from '@/lib/platform/i18n/dates';
import { Button, buttonClasses } from '@/lib/ui/button';
import { Icon } from '@/lib/ui/icon';
import { ACTIONS } from '@/lib/ui/layout';
import { Note } from '@/lib/ui/note';
import { Section } from '@/lib/ui/reading';
import { Letter, LetterHead, Typed } from '@/lib/ui/letter';
import { Hidden } from '../../_parts/hidden';
import { sizeText, type StatusView } from '../view';

/** The conversation with the desk, the newest first. */
export function Messages({
  portal,
  session,
  status: { messages, name, state, email },
  written,
}: StatusView & { written: boolean }) {
  const { t, home, locale, definition } = portal;
  const closed = !session.fresh && messages.some(({ files }) => files.length > 0);
  if (messages.length === 0 && state === 'closed') return null;
  return (
    <Section id="messages" heading={t('messages.title')}>
      {written && <Note role="status">{t('messages.written')}</Note>}
      {messages.length === 0 && <p className="text-ink-2">{t('messages.none')}</p>}
      {closed && (
        <PageForm action={sendDeliveryCodeAction}>
          <Hidden portal={portal} />
          <p className={ACTIONS}>
            <Button type="submit">{t('messages.openFiles')}</Button>
          </p>
          <p className="text-sm text-ink-2">{t('messages.openFilesHint', { email: maskedAddress(email) })}</p>
        </PageForm>
      )}
      {messages.toReversed().map(({ id, author, about, body, files, at }) => (
        <Letter key={id}>
          <LetterHead>
            <b>
              {author === 'desk' ? t('messages.desk', { controller: definition.name }) : name}
              {about && `: ${t(`messages.about.${about}`)}`}
            </b>
            <time dateTime={at.toISOString()}>{dateAndTime(at, locale, definition.timezone)}</time>
          </LetterHead>
          <Typed>{body}</Typed>
          <Files view={{ portal, session }} files={files} />
        </Letter>
      ))}
      {state !== 'closed' && (
        <p className={ACTIONS}>
          <a className={buttonClasses()} href={`${home}/my-request/write`}>
            {t('messages.write')}
          </a>
        </p>
      )}
    </Section>
  );
}

/** The files of a message: links once the mailbox was proved afresh, else their names alone. */
function Files({
  view: { portal, session },
  files,
}: {
  view: Pick<StatusView, 'portal' | 'session'>;
  files: ConversationMessage['files'];
}) {
  if (files.length === 0) return null;
  return (
    <ul aria-label={portal.t('messages.files')} className="mt-3 space-y-1 border-t border-line pt-3">
      {files.map(({ id, name, bytes }) => {
        const called = `${name} (${sizeText(bytes, portal.locale)})`;
        return (
          <li key={id} className="flex gap-2 wrap-anywhere">
            <Icon of={Paperclip} className="mt-1 shrink-0 self-start text-ink-3" />
            {session.fresh ? (
              <a href={`${portal.home}/my-request/file/${id}`} download>
                {called}
              </a>
            ) : (
              <span>{called}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
