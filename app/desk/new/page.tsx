import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LogRequestForm } from '@/lib/features/other-channels/components/log-request-form';
import { PickForm } from '@/lib/features/other-channels/components/pick-form';
import { loadLogRequest, loadNewRequestChoices } from '@/lib/features/other-channels/loaders';
import { newRequestSchema } from '@/lib/features/other-channels/schema';
import { loadPrefilled } from '@/lib/features/incoming-mail/loaders';
import { requireStaff } from '@/lib/features/staff/loaders/session';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Note } from '@/lib/ui/note';
import { Top } from '@/lib/ui/top';
import { Bullets } from '@/lib/ui/lists';

export const metadata: Metadata = { title: t('title.log') };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** A request that came otherwise than through the portal: first to whom and from where, since those decide what can be asked. */
export default async function NewRequestPage({ searchParams }: Props) {
  const staff = await requireStaff('workCases');
  const { controllerId, residence, mail } = newRequestSchema.parse(await searchParams);
  if (controllerId === '' || residence === '')
    return (
      <>
        <Top back={{ href: '/desk', label: t('queue.title') }} heading={t('log.heading')} />
        <PickForm choices={loadNewRequestChoices(staff)} controllerId={controllerId} mail={mail} />
      </>
    );
  const page = loadLogRequest(staff, controllerId, residence);
  if (!page) notFound();
  const says = mail === undefined ? null : await loadPrefilled(staff, mail, controllerId);
  return (
    <>
      <Top back={{ href: '/desk/new', label: t('log.heading') }} heading={page.controller}>
        <span className="text-ink-3">{t('log.from', { place: page.residence })}</span>
      </Top>
      <div className="grid max-w-160 gap-4 p-5">
        {page.elsewhere && (
          <Note>
            <p>{t('log.california.why')}</p>
            <Bullets>
              <li>
                <b>{t('log.california.channel')}</b>
              </li>
              <li>{t('log.california.statement', { statement: page.elsewhere.statement })}</li>
              <li>{t('log.california.address')}</li>
              <li>{t('log.california.affirmed')}</li>
            </Bullets>
            <p>
              {t('log.california.link')} <a href={page.elsewhere.link}>{page.elsewhere.link}</a>
            </p>
          </Note>
        )}
        {says && <Note>{t('log.fromMail')}</Note>}
        <LogRequestForm {...page.form} mail={mail && says ? { id: mail, says } : undefined} />
      </div>
    </>
  );
}
