import type { Metadata } from 'next';
import { PageForm } from '@/app/_ui/page-form';
import { confirmTellingAction } from '@/lib/features/recipients/actions';
import { loadTelling } from '@/lib/features/recipients/loaders';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { Button } from '@/lib/ui/button';
import { ACTIONS } from '@/lib/ui/layout';
import { Reading, Title } from '@/lib/ui/reading';

type Props = { params: Promise<{ token: string }> };

// The address is the key: only where it leads is told, never the rest. Told nothing at all, a browser would send the form as from nowhere.
export const metadata: Metadata = { title: t('title.told'), referrer: 'strict-origin' };

/** What a recipient is told of the data it received, for whoever holds the link: no account, and no script is needed. */
export default async function ToldPage({ params }: Props) {
  const { token } = await params;
  const found = await loadTelling(token);
  if (!found.ok)
    return (
      <Frame>
        <Title>{t(`recipients.closed.${found.reason}.title`)}</Title>
        <p className="text-lg">{t(`recipients.closed.${found.reason}.text`)}</p>
      </Frame>
    );
  const { controller, reference, step, data, corrections, statements, name, knownBy } = found.value;
  return (
    <Frame>
      <Title>{t(`recipients.page.${step}.heading`)}</Title>
      <p className="text-lg">{t(`recipients.page.${step}.lead`, { controller })}</p>
      <section className="space-y-3 rounded-md border border-line bg-surface p-5" aria-labelledby="person">
        <h2 className="text-lg font-medium" id="person">
          {t('recipients.page.person')}
        </h2>
        <dl className="space-y-2">
          <Term label={t('inquiry.name')} values={[name]} />
          {knownBy.map(({ kind, label, values }) => (
            <Term key={kind} label={label} values={values} />
          ))}
          {corrections.map(({ fact, wrong, right }) => (
            <Term key={fact} label={fact} values={[t('recipients.page.corrected', { wrong, right })]} />
          ))}
          {statements.length > 0 && <Term label={t('recipients.page.statement')} values={statements} />}
          <Term label={t('recipients.page.data')} values={data} />
          <Term label={t('recipients.page.reference')} values={[reference]} />
        </dl>
        <p>{t('recipients.page.only')}</p>
      </section>
      <PageForm action={confirmTellingAction}>
        <input type="hidden" name="token" value={token} />
        <p className="mb-3">{t(`recipients.page.${step}.ask`)}</p>
        <p className={ACTIONS}>
          <Button type="submit">{t(`recipients.page.${step}.button`)}</Button>
        </p>
      </PageForm>
    </Frame>
  );
}

const Term = ({ label, values }: { label: string; values: readonly string[] }) => (
  <div>
    <dt className="text-ink-2">{label}</dt>
    {values.map((value) => (
      <dd key={value} className="wrap-anywhere">
        {value}
      </dd>
    ))}
  </div>
);

const Frame = ({ children }: { children: React.ReactNode }) => (
  <div className="min-h-screen bg-sunken px-4 py-10">
    <main className="mx-auto max-w-read" id="main">
      <Reading>{children}</Reading>
    </main>
  </div>
);
