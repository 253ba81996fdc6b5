import Link from 'next/link';
import { ReturnedWords } from './returned-words';
import type { Returned } from '@/lib/features/staff/types/kept-words';
import { homeOf } from '@/lib/features/staff/ability';
import type { Missing, Staff } from '@/lib/features/staff/types/staff';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { buttonClasses } from '@/lib/ui/button';
import { ACTIONS } from '@/lib/ui/layout';
import { Main } from '@/lib/ui/page';
import { Reading, Title } from '@/lib/ui/reading';

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
    <Main>
      <Reading>
        <ReturnedWords returned={returned} />
        <Title>{t(missing === 'nothing' ? 'notFound.title' : 'notFound.notYours')}</Title>
        <p className="text-lg">{t(`notFound.${missing}`)}</p>
        <p>{t('notFound.roles', { name: staff.name, roles })}</p>
        <p className={ACTIONS}>
          <Link className={buttonClasses()} href={homeOf(staff)} prefetch={false}>
            {t('notFound.home')}
          </Link>
        </p>
      </Reading>
    </Main>
  );
}
