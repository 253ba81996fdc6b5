import { BadgeCheck, CalendarClock, CalendarX, Circle, History } from 'lucide-react';
import { SOURCES } from '@/lib/domain/law/sources';
import { withdrawConfirmationAction } from '@/lib/features/law/actions';
import type { Confirmation, RuleView } from '@/lib/features/law/types';
import { plainDate } from '@/lib/platform/i18n/dates';
import { dpoText as t } from '@/lib/platform/i18n/desk';
import { RuleFacts } from './rule-facts';
import { RuleTick } from './rule-tick';

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
    <li className="rulebook__rule" id={rule.id}>
      <RuleTick value={`${rule.id}:${fingerprint}`} label={t('law.tick', { citation: rule.citation, id: rule.id })} />
      <div>
        <h4>
          <a href={`#${rule.id}`}>{rule.citation}</a> <span className="mono faint">{rule.id}</span>
        </h4>
        <p>{rule.text}</p>
        <ul className="rulebook__marks">
          <InForce view={view} />
          <li>{t(`law.tag.${rule.verified}.name`)}</li>
          <li>
            <SourceOf view={view} />, {t('law.reviewed', { day: plainDate(rule.reviewedOn, 'en') })}
          </li>
          <li data-state={state}>
            <span className="state state--wrap">
              <Shape className="i" aria-hidden="true" />
              {t(`law.counsel.${counsel}`)}
            </span>
          </li>
        </ul>
        {confirmations.map((one) => (
          <ConfirmationLine key={one.id} one={one} isCurrent={one.fingerprint === fingerprint} filters={filters} />
        ))}
        <details>
          <summary>
            {t('law.details')}
            <span className="sr"> ({rule.id})</span>
          </summary>
          <RuleFacts entry={view} />
        </details>
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
    <li data-state={force === 'notYet' ? 'paused' : 'done'}>
      <span className="state state--tint state--wrap">
        <Shape className="i" aria-hidden="true" />
        {text}
      </span>
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
    <div className="rulebook__word small">
      <span>
        <b>{t('law.confirmation.by', said)}</b>
        {!isCurrent && ` (${t('law.confirmation.earlier')})`}
        {one.note && `: ${one.note}`}
      </span>
      <form action={withdrawConfirmationAction}>
        <input type="hidden" name="confirmationId" value={one.id} />
        <input type="hidden" name="filters" value={filters} />
        <button className="btn btn--sm" aria-label={t('law.confirmation.withdrawOf', { ...said, id: one.ruleId })}>
          {t('law.confirmation.withdraw')}
        </button>
      </form>
    </div>
  );
}
