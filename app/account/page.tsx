import type { Metadata } from 'next';
import Link from 'next/link';
import { requirePresent } from '@/lib/features/staff/loaders/session';
import { endSessionAction } from '@/lib/features/staff/actions/accounts';
import { loadSessions } from '@/lib/features/staff/loaders/accounts';
import { dateAndTime } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Button, buttonClasses } from '@/lib/ui/button';
import { STACK, ACTIONS } from '@/lib/ui/layout';

export const metadata: Metadata = { title: t('title.account') };

export default async function AccountPage() {
  const present = await requirePresent();
  const sessions = await loadSessions(present);
  return (
    <>
      <h1 className="mt-4 text-xl leading-tight">{present.staff.name}</h1>
      <p className="text-ink-2">{present.staff.email}</p>
      <p>
        <Link className={buttonClasses()} href="/account/password">
          {t('account.change')}
        </Link>
      </p>
      <h2 className="leading-tight">{t('account.sessions')}</h2>
      <ul className={STACK}>
        {sessions.map(({ id, browser, createdAt, here }) => (
          <li key={id}>
            <form action={endSessionAction} className={ACTIONS}>
              <input type="hidden" name="sessionId" value={id} />
              <span>
                {t('account.session', { browser, since: `${dateAndTime(createdAt, 'en', 'UTC')} UTC` })}
                {here && ` ${t('account.here')}`}
              </span>
              <Button size="small" className="ms-auto">
                {t('account.end')}
              </Button>
            </form>
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form action={endSessionAction}>
          <input type="hidden" name="sessionId" value="others" />
          <Button>{t('account.endOthers')}</Button>
        </form>
      )}
    </>
  );
}
