import type { Metadata } from 'next';
import { PageForm } from '@/app/_ui/page-form';
import { answerMandateAction } from '@/lib/features/mandate/actions';
import { loadMandate } from '@/lib/features/mandate/loaders';
import type { MandateView } from '@/lib/features/mandate/types';
import { longDate } from '@/lib/platform/i18n/dates';
import { Button } from '@/lib/ui/button';
import { ACTIONS } from '@/lib/ui/layout';
import { Bullets, Fact, Facts } from '@/lib/ui/lists';
import { Reference } from '@/lib/ui/marks';
import { Reading, Title } from '@/lib/ui/reading';
import { Hidden } from '../../_parts/hidden';
import { portal, type Portal } from '../../portal';

type Props = { params: Promise<{ controller: string; locale: string; token: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await portal(params);
  // The address is the key: only where it leads is told, never the rest. Told nothing at all, a browser would send the form as from nowhere.
  return { title: t('mandate.pageTitle'), referrer: 'strict-origin' };
}

/** Who asks in somebody's name, and for what, for whoever holds the link that was mailed to them: no account, and no script is needed. */
export default async function MandatePage({ params }: Props) {
  const open = await portal(params);
  const { t, definition } = open;
  const { token } = await params;
  const found = await loadMandate(token, definition.id);
  if (!found.ok)
    return (
      <Reading>
        <Title>{t(`mandate.closed.${found.reason}.title`)}</Title>
        <p className="text-lg">{t(`mandate.closed.${found.reason}.text`)}</p>
      </Reading>
    );
  const { state } = found.value;
  const answered = state === 'confirmed' || state === 'stopped' ? state : null;
  return (
    <Reading>
      <Title>{t(answered ? `mandate.${answered}.title` : 'mandate.title')}</Title>
      <p className="text-lg">
        {t(answered ? `mandate.${answered}.text` : 'mandate.text', { controller: definition.legalName })}
      </p>
      <WhoAsks portal={open} view={found.value} />
      <Answers portal={open} token={token} view={found.value} />
    </Reading>
  );
}

const WhoAsks = ({ portal: { t, law, locale }, view }: { portal: Portal; view: MandateView }) => (
  <section className="space-y-3 rounded-md border border-line bg-surface p-5" aria-labelledby="who">
    <h2 className="text-lg font-medium" id="who">
      {t('mandate.who')}
    </h2>
    <Facts look="long">
      <Fact label={t('mandate.name')}>{view.name}</Fact>
      <Fact label={t('mandate.email')}>{view.email}</Fact>
      <Fact label={t('mandate.relation')}>{t(`relation.${view.relation}`)}</Fact>
      <Fact label={t('mandate.asks')}>
        <Bullets>
          {view.rights.map((right) => (
            <li key={right}>{law(`right.${right}.plain`)}</li>
          ))}
        </Bullets>
      </Fact>
      <Fact label={t('mandate.receivedOn')}>{longDate(view.receivedOn, locale)}</Fact>
      <Fact label={t('mandate.reference')}>
        <Reference>{view.reference}</Reference>
      </Fact>
    </Facts>
    <p className="text-sm text-ink-2">{t('mandate.notChecked')}</p>
  </section>
);

/** Both answers stand side by side, and neither is made to look like the right one. */
function Answers({ portal: open, token, view }: { portal: Portal; token: string; view: MandateView }) {
  const { t } = open;
  const { state } = view;
  const answers = [
    ...(state !== 'confirmed' && view.open ? (['confirmed'] as const) : []),
    ...(state !== 'stopped' ? (['stopped'] as const) : []),
  ];
  const answered = state === 'confirmed' || state === 'stopped';
  return (
    <div className="grid gap-6">
      {answers.map((answer) => (
        <PageForm action={answerMandateAction} key={answer}>
          <Hidden portal={open} />
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="answer" value={answer} />
          <p id={`means-${answer}`}>{t(`mandate.${answer}.means`)}</p>
          <p className={ACTIONS}>
            <Button type="submit" aria-describedby={`means-${answer}`}>
              {t(answered ? `mandate.${answer}.change` : `mandate.${answer}.button`)}
            </Button>
          </p>
        </PageForm>
      ))}
      {!answered && <p className="text-ink-2">{t('mandate.nothing')}</p>}
    </div>
  );
}
