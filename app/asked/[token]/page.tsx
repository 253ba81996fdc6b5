import type { Metadata } from 'next';
import { NOT_APPLICABLE } from '@/lib/domain/inquiry/answer';
import { DOCUMENT_ENDINGS } from '@/lib/domain/inquiry/document-kind';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import { AnswerForm, type AnswerWords } from '@/lib/features/inquiries/components/answer-form';
import { loadInquiry } from '@/lib/features/inquiries/loaders';
import { longDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Reading, Title } from '@/lib/ui/reading';

type Props = { params: Promise<{ token: string }> };

// The address is the key: only where it leads is told, never the rest. Told nothing at all, a browser would send the form as from nowhere.
export const metadata: Metadata = { title: t('title.inquiry'), referrer: 'strict-origin' };

const WORDS: readonly (keyof AnswerWords)[] = [
  'errors',
  'error',
  'found',
  'foundHint',
  'nothing',
  'notApplicable',
  'reason',
  'documents',
  'documentsHint',
  'text',
  'textHint',
  'note',
  'noteHint',
  'send',
];

const words = (): AnswerWords =>
  Object.fromEntries(WORDS.map((word) => [word, t(`inquiry.form.${word}`)])) as unknown as AnswerWords;

/** What the owner of a system is asked, for whoever holds the link: no account, and no script is needed. */
export default async function InquiryPage({ params }: Props) {
  const { token } = await params;
  const found = await loadInquiry(token);
  if (!found.ok)
    return (
      <Frame>
        <Title>{t(`inquiry.closed.${found.reason}.title`)}</Title>
        <p className="text-lg">{t(`inquiry.closed.${found.reason}.text`)}</p>
      </Frame>
    );
  const { controller, system, answerBy, name, knownBy, questions } = found.value;
  const date = longDate(localDateOf(answerBy.toISOString(), 'UTC'), 'en');
  return (
    <Frame>
      <Title>{t('inquiry.heading', { system })}</Title>
      <p className="text-lg">{t('inquiry.lead', { controller, date })}</p>
      <section className="space-y-3 rounded-md border border-line bg-surface p-5" aria-labelledby="person">
        <h2 className="text-lg font-medium" id="person">
          {t('inquiry.person')}
        </h2>
        <dl className="space-y-2">
          <div>
            <dt className="text-ink-2">{t('inquiry.name')}</dt>
            <dd className="wrap-anywhere">{name}</dd>
          </div>
          {knownBy.map(({ kind, label, values }) => (
            <div key={kind}>
              <dt className="text-ink-2">{label}</dt>
              {values.map((value) => (
                <dd key={value} className="wrap-anywhere">
                  {value}
                </dd>
              ))}
            </div>
          ))}
        </dl>
        <p>{t('inquiry.only')}</p>
      </section>
      <AnswerForm
        token={token}
        questions={questions}
        accept={DOCUMENT_ENDINGS.join(',')}
        reasons={NOT_APPLICABLE.map((value) => ({ value, label: t(`inquiry.reason.${value}`) }))}
        words={words()}
      />
    </Frame>
  );
}

const Frame = ({ children }: { children: React.ReactNode }) => (
  <div className="min-h-screen bg-sunken px-4 py-10">
    <main className="mx-auto max-w-read" id="main">
      <Reading>{children}</Reading>
    </main>
  </div>
);
