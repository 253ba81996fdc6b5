import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { loadLetter } from '@/lib/features/requester/loaders';
import { longDate } from '@/lib/platform/i18n/dates';
import { translator } from '@/lib/platform/i18n/translator';
import { buttonClasses } from '@/lib/ui/button';
import { ACTIONS } from '@/lib/ui/layout';
import { Letter } from '@/lib/ui/letter';
import { Reference } from '@/lib/ui/marks';
import { Reading, Title } from '@/lib/ui/reading';
import { Back } from '../../../_parts/back';
import { portal, type PortalParams } from '../../../portal';

type Props = { params: PortalParams & Promise<{ letter: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await portal(params)).t('letters.title') };
}

/** A letter of ours as it was sent, part by part, in the language in which it was. */
export default async function LetterPage({ params }: Props) {
  const open = await portal(params);
  const { t, home, definition, locale } = open;
  const kept = await loadLetter(definition.id, locale, (await params).letter);
  if (!kept) redirect(`${home}/my-request`);
  const { letter } = kept;
  const title = translator(letter.locale, 'letter')(`title.${letter.kind}`);
  return (
    <>
      <Back portal={open} href={`${home}/my-request`} />
      <Reading>
        <Title
          caption={
            <>
              <Reference>{letter.reference}</Reference> · {longDate(letter.on, locale)}
            </>
          }
        >
          {title}
        </Title>
        <Letter lang={letter.locale}>
          {letter.parts.map(({ id, right, heading, paragraphs }) => (
            <div key={`${id} ${right}`} className="space-y-2">
              {heading && <h2 className="pt-2">{heading}</h2>}
              {paragraphs.map((paragraph) => (
                <p key={paragraph} className="wrap-anywhere whitespace-pre-line">
                  {paragraph}
                </p>
              ))}
            </div>
          ))}
        </Letter>
        <p className={ACTIONS}>
          <a className={buttonClasses()} href={`${home}/my-request/letter/${kept.id}/pdf`} download>
            {t('letters.pdf')}
          </a>
        </p>
      </Reading>
    </>
  );
}
