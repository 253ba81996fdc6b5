import type { Metadata } from 'next';
import Link from 'next/link';
import { requirePresent } from '@/lib/features/staff/loaders/session';
import { endSessionAction } from '@/lib/features/staff/actions/accounts';
import { loadSessions } from '@/lib/features/staff/loaders/accounts';
import { dateAndTime } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';

export const metadata: Metadata = { title: t('title.account') };

export default async function AccountPage() {
  const present = await requirePresent();
  const sessions = await loadSessions(present);
  return (
    <>
      <h1>{present.staff.name}</h1>
      <p className="muted">{present.staff.email}</p>
      <p>
        <Link className="btn" href="/account/password">
          {t('account.change')}
        </Link>
      </p>
      <h2>{t('account.sessions')}</h2>
      <ul className="stack">
        {sessions.map(({ id, browser, createdAt, here }) => (
          <li key={id}>
            <form action={endSessionAction} className="actions">
              <input type="hidden" name="sessionId" value={id} />
              <span>
                {t('account.session', { browser, since: `${dateAndTime(createdAt, 'en', 'UTC')} UTC` })}
                {here && ` ${t('account.here')}`}
              </span>
              <button className="btn btn--sm end">{t('account.end')}</button>
            </form>
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form action={endSessionAction}>
          <input type="hidden" name="sessionId" value="others" />
          <button className="btn">{t('account.endOthers')}</button>
        </form>
      )}
    </>
  );
}
