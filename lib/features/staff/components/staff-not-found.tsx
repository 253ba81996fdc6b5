import Link from 'next/link';
import { ReturnedWords } from './returned-words';
import type { Returned } from '@/lib/features/staff/types/kept-words';
import { homeOf } from '@/lib/features/staff/ability';
import type { Missing, Staff } from '@/lib/features/staff/types/staff';
import { deskText as t } from '@/lib/platform/i18n/desk';

/** What somebody who works here learns of an address that leads nowhere for them: which role it needs, which they have, and the way back. */
export function StaffNotFound({
  staff,
  missing,
  returned,
}: {
  staff: Staff;
  missing: Missing;
  returned: Returned | null;
}) {
  const roles = staff.roles.map((role) => t(`role.${role}`)).join(', ');
  return (
    <main className="wrap page" id="main">
      <div className="read">
        <ReturnedWords returned={returned} />
        <h1 className="title">{t(missing === 'nothing' ? 'notFound.title' : 'notFound.notYours')}</h1>
        <p className="lead">{t(`notFound.${missing}`)}</p>
        <p>{t('notFound.roles', { name: staff.name, roles })}</p>
        <p className="actions">
          <Link className="btn" href={homeOf(staff)} prefetch={false}>
            {t('notFound.home')}
          </Link>
        </p>
      </div>
    </main>
  );
}
