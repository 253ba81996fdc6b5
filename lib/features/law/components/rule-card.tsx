import { BadgeCheck, CalendarClock, CalendarX, Circle, History } from 'lucide-react';
import { SOURCES } from '@/lib/domain/law/sources';
import { withdrawConfirmationAction } from '@/lib/features/law/actions';
import type { Confirmation, RuleView } from '@/lib/features/law/types';
import { plainDate } from '@/lib/platform/i18n/dates';
import { dpoText as t } from '@/lib/platform/i18n/desk';
import { RuleFacts } from './rule-facts';
import { RuleTick } from './rule-tick';
import { Button } from '@/lib/ui/button';
import { Fold } from '@/lib/ui/fold';
import { StateWords } from '@/lib/ui/state';

const COUNSEL = {
  confirmed: { Shape: BadgeCheck, state: 'ok' },
  earlierWording: { Shape: History, state: 'soon' },
  unconfirmed: { Shape: Circle, state: undefined },
} as const;

/** One rule: what it says, whether it holds, how far it was checked and by whom. The long parts fold away. */
export function RuleCard({ view, filters }: { view: RuleView; filters: string }) {
  const { rule, fingerprint, counsel, confirmations } = view;
  const { Shape, state } = COUNSEL[counsel];
  return (
    <li
      className="grid scroll-mt-2 grid-cols-[1.5rem_minmax(0,1fr)] gap-x-3 border-b border-line px-5 py-3 target:bg-hover target:shadow-here has-[[data-tick]:checked]:bg-selected @max-phone:gap-x-2 @max-phone:px-3.5"
      id={rule.id}
      data-rule
    >
      <RuleTick value={`${rule.id}:${fingerprint}`} label={t('law.tick', { citation: rule.citation, id: rule.id })} />
      <div className="grid grid-cols-1 gap-1">
        <h4 className="leading-6">
          <a className="text-inherit no-underline hover:underline" href={`#${rule.id}`}>
            {rule.citation}
          </a>{' '}
          <span className="ms-1.5 font-mono text-[0.92em] font-normal wrap-anywhere text-ink-3">{rule.id}</span>
        </h4>
        <p className="max-w-[52rem]">{rule.text}</p>
        <ul className="flex flex-wrap gap-x-2.5 gap-y-0.5 text-sm/5.5 text-ink-2 @max-phone:grid @max-phone:[&>li]:after:hidden [&>li:not(:last-child)]:after:ms-2.5 [&>li:not(:last-child)]:after:text-ink-3 [&>li:not(:last-child)]:after:content-['·']">
          <InForce view={view} />
          <li>{t(`law.tag.${rule.verified}.name`)}</li>
          <li>
            <SourceOf view={view} />, {t('law.reviewed', { day: plainDate(rule.reviewedOn, 'en') })}
          </li>
          <li>
            <StateWords state={state} shape={Shape} wrap>
              {t(`law.counsel.${counsel}`)}
            </StateWords>
          </li>
        </ul>
        {confirmations.map((one) => (
          <ConfirmationLine key={one.id} one={one} isCurrent={one.fingerprint === fingerprint} filters={filters} />
        ))}
        <Fold
          summary={
            <>
              {t('law.details')}
              <span className="sr-only"> ({rule.id})</span>
            </>
          }
        >
          <RuleFacts entry={view} />
        </Fold>
      </div>
    </li>
  );
}

function InForce({ view: { rule, force } }: { view: RuleView }) {
  const days = { from: plainDate(rule.inForceFrom, 'en'), to: rule.inForceTo ? plainDate(rule.inForceTo, 'en') : '' };
  const text = t(`law.force.${force}${rule.inForceTo && force !== 'noLonger' ? 'To' : ''}`, days);
  if (force === 'inForce') return <li>{text}</li>;
  const Shape = force === 'notYet' ? CalendarClock : CalendarX;
  return (
    <li>
      <StateWords state={force === 'notYet' ? 'paused' : 'done'} shape={Shape} look="tint" wrap>
        {text}
      </StateWords>
    </li>
  );
}

function SourceOf({ view: { rule } }: { view: RuleView }) {
  const source = SOURCES[rule.source];
  if (!source?.url) return source?.title;
  return (
    <a href={source.url} rel="noreferrer">
      {source.title}
    </a>
  );
}

function ConfirmationLine({ one, isCurrent, filters }: { one: Confirmation; isCurrent: boolean; filters: string }) {
  const said = { counsel: one.counsel, day: plainDate(one.confirmedOn, 'en') };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <span>
        <b>{t('law.confirmation.by', said)}</b>
        {!isCurrent && ` (${t('law.confirmation.earlier')})`}
        {one.note && `: ${one.note}`}
      </span>
      <form action={withdrawConfirmationAction}>
        <input type="hidden" name="confirmationId" value={one.id} />
        <input type="hidden" name="filters" value={filters} />
        <Button size="small" aria-label={t('law.confirmation.withdrawOf', { ...said, id: one.ruleId })}>
          {t('law.confirmation.withdraw')}
        </Button>
      </form>
    </div>
  );
}
