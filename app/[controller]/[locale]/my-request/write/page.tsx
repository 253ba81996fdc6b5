import type { Metadata } from 'next';
import { KeptForm } from '@/app/_ui/kept-form';
import { writeMessageAction } from '@/lib/features/requester/actions';
import { requireSession } from '@/lib/features/requester/loaders';
import { Back } from '../../_parts/back';
import { portal, type PortalParams } from '../../portal';

export async function generateMetadata({ params }: { params: PortalParams }): Promise<Metadata> {
  const { t } = await portal(params);
  return { title: t('write.title') };
}

export default async function WritePage({ params }: { params: PortalParams }) {
  const open = await portal(params);
  const { t, home, definition, locale } = open;
  await requireSession(definition.id, locale);
  const title = t('write.title');
  return (
    <>
      <Back portal={open} href={`${home}/my-request`} />
      <div className="read">
        <h1 className="title">{title}</h1>
        <KeptForm
          action={writeMessageAction}
          hidden={{ controllerId: definition.id, locale }}
          fields={[{ name: 'body', label: t('field.body'), hint: t('write.hint'), rows: 9 }]}
          texts={{ button: t('write.button'), errorTitle: t('errors.summary'), errorWord: t('errors.word'), errorPage: t('errors.pageTitle', { title }) }}
        />
      </div>
    </>
  );
}
