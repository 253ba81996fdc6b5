import type { Metadata } from 'next';
import { KeptForm } from '@/app/_ui/kept-form';
import { FILE_ENDINGS, FILES_BYTES, MOST_FILES } from '@/lib/domain/files/take';
import { writeMessageAction } from '@/lib/features/requester/actions';
import { loadStatus } from '@/lib/features/requester/loaders';
import { Reading, Title } from '@/lib/ui/reading';
import { Letter, Typed } from '@/lib/ui/letter';
import { Back } from '../../_parts/back';
import { portal, type PortalParams } from '../../portal';

type Props = { params: PortalParams; searchParams: Promise<{ about?: string }> };

/** What is open decides what the page is for: the answer to our question, or a message of their own accord. */
async function opened({ params, searchParams }: Props) {
  const [open, { about: asked }] = [await portal(params), await searchParams];
  const { status } = await loadStatus(open.definition.id, open.locale);
  const about = status.purposes.find((purpose) => purpose === asked);
  const words = about ? `write.${about}` : status.questions.length > 0 ? 'write.answer' : 'write.any';
  return {
    open,
    about,
    questions: about ? [] : status.questions,
    title: open.t(`${words}.title`),
    hint: open.t(`${words}.hint`),
  };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await opened(props)).title };
}

export default async function WritePage(props: Props) {
  const { open, about, questions, title, hint } = await opened(props);
  const { t, home, definition, locale } = open;
  return (
    <>
      <Back portal={open} href={`${home}/my-request`} />
      <Reading>
        <Title>{title}</Title>
        {questions.map(({ cause, text }) => (
          <Letter as="section" key={cause} className="mt-11" aria-labelledby={`question-${cause}`}>
            <h2 id={`question-${cause}`}>{t('status.question.title', { cause })}</h2>
            <Typed>{text}</Typed>
          </Letter>
        ))}
        <KeptForm
          action={writeMessageAction}
          hidden={{ controllerId: definition.id, locale, ...(about && { about }) }}
          fields={[
            { name: 'body', label: t('field.body'), hint, rows: 9 },
            {
              name: 'files',
              label: t('write.files'),
              hint: t('write.filesHint', { most: MOST_FILES, megabytes: FILES_BYTES / 1024 / 1024 }),
              accept: FILE_ENDINGS.join(','),
            },
          ]}
          texts={{
            button: t('write.button'),
            errorTitle: t('errors.summary'),
            errorWord: t('errors.word'),
            errorPage: t('errors.pageTitle', { title }),
          }}
        />
      </Reading>
    </>
  );
}
