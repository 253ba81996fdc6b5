import { CircleCheck, CircleDashed } from 'lucide-react';
import Link from 'next/link';
import { takeBackDecisionAction } from '@/lib/features/cases/actions/decisions';
import { restrictMeanwhileAction } from '@/lib/features/cases/actions/restriction';
import { CommandForm, type Target } from '@/lib/features/cases/components/command-form';
import { Doing, Reasons } from '@/lib/features/cases/components/rights-panel';
import type { RightView } from '@/lib/features/cases/loaders/rights';
import type { CasePage } from '@/lib/features/cases/types/page';
import type { LetterPreview, Review } from '@/lib/features/review/types';
import { shortDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { languageNames } from '@/lib/platform/i18n/language-name';
import { Button } from '@/lib/ui/button';
import { Note } from '@/lib/ui/note';
import { PANEL } from '@/lib/ui/panel';
import { StateWords } from '@/lib/ui/state';
import { StatementPreview } from '@/lib/features/cases/components/statement-preview';
import { DecisionForm } from './decision-form';
import { HiddenValues } from './hidden-values';
import { Letters } from './letters';

const NOTHING_HIDDEN = { count: 0, grounds: [], facts: '', toDecide: 0 };

type Props = { page: CasePage; review: Review; letters: readonly LetterPreview[]; me: string };

/** Where a case is decided: every right with its grounds, and what the copy does not show. */
export function DecidingPage({ page, review, letters, me }: Props) {
  const { toDecide } = page.hidden;
  const copies = page.rights.some(({ copy }) => copy);
  return (
    <div className="@container pb-10">
      {page.current.returnedFor && (
        <Note className="mx-5 mt-4">
          {t('deciding.returned', { reason: t(`return.reason.${page.current.returnedFor}`) })}
        </Note>
      )}
      {copies && toDecide > 0 && (
        <Note className="mx-5 mt-4">
          {t('decide.toDecide', { count: toDecide })}{' '}
          <Link href={`/desk/cases/${page.current.id}/review`} prefetch={false}>
            {t('decide.toThem', { count: toDecide })}
          </Link>
        </Note>
      )}
      {page.rights.map((item) => (
        <RightToDecide key={item.id} item={item} page={page} me={me} />
      ))}
      <Letters of={letters} caseId={page.current.id} />
      {copies && <HiddenValues review={review} />}
    </div>
  );
}

/** One right: the form that settles it, or how it was settled and the way back as long as nobody has agreed. */
function RightToDecide({ item, page, me }: { item: RightView; page: CasePage; me: string }) {
  const target = { caseId: page.current.id, seenVersion: page.current.version };
  const name = t(`right.${item.right}`);
  return (
    <section className={PANEL} aria-labelledby={`right-${item.id}`}>
      <header className="mb-2 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="text-lg leading-tight" id={`right-${item.id}`}>
          {name}
        </h2>
        <span className="text-ink-3">{item.citation}</span>
        <StateWords shape={item.outcome ? CircleCheck : CircleDashed} className="ms-auto">
          {item.outcome ? t(`outcome.${item.outcome}.label`) : t('rights.open')}
        </StateWords>
        {item.lastDayOn && (
          <span className="text-sm text-ink-2">{t('deciding.lastDay', { date: shortDate(item.lastDayOn, 'en') })}</span>
        )}
      </header>
      {item.statement && <StatementPreview of={item.statement} lang={page.current.locale} />}
      {item.meanwhile && <Meanwhile because={item} citation={item.meanwhile} target={target} />}
      {item.decidable ? (
        <DecisionForm
          target={target}
          item={item}
          hidden={item.copy ? page.hidden : NOTHING_HIDDEN}
          lang={page.current.locale}
          language={languageNames([page.current.locale], 'en')}
        />
      ) : item.outcome === null ? (
        <p className="text-ink-2">{t('deciding.notYet', { progress: t(`progress.${item.progress}`) })}</p>
      ) : (
        <div className="grid gap-2">
          <Doing item={item} page={page} />
          <Reasons item={item} page={page} />
          {page.current.state !== 'closed' && item.progress === 'decided' && item.decidedById === me && (
            <CommandForm action={takeBackDecisionAction} target={target}>
              <input type="hidden" name="rightItemId" value={item.id} />
              <Button size="small">{t('decide.takeBack', { right: name })}</Button>
            </CommandForm>
          )}
        </div>
      )}
    </section>
  );
}

/** That the use may pause while a right is looked into, as a right of its own: Art. 18(1)(a) and (d) GDPR. */
const Meanwhile = ({ because, citation, target }: { because: RightView; citation: string; target: Target }) => (
  <Note className="mb-3">
    <p>{t('meanwhile.offer', { citation })}</p>
    <CommandForm action={restrictMeanwhileAction} target={target} className="mt-2">
      <input type="hidden" name="becauseOf" value={because.id} />
      <Button size="small">{t('meanwhile.button')}</Button>
      <p className="mt-1 text-sm text-ink-2">{t('meanwhile.hint')}</p>
    </CommandForm>
  </Note>
);
