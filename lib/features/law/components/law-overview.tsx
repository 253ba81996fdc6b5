import type { LawChange, LawVersion } from '@/lib/domain/law/law-change';
import { VERIFIED } from '@/lib/domain/law/types';
import { lawAddress } from '@/lib/features/law/schema';
import type { LawFigures, LawPage } from '@/lib/features/law/types';
import { type Figure, Figures } from '@/lib/features/queue/components/figures';
import { plainDate } from '@/lib/platform/i18n/dates';
import { dpoText as t } from '@/lib/platform/i18n/desk';
import { RuleLink } from './rule-facts';

/** More rules than this that changed for one reason fold away. */
const FEW = 5;

/** Counts of the whole law, whatever the filters; each opens its list. */
export function LawFigureRow({ page: { figures, today, version }, regimes }: { page: LawPage; regimes: number }) {
  const { rules, inForce, notConfirmed, earlierWording } = figures;
  const row: Figure[] = [
    {
      href: lawAddress({}),
      n: rules,
      label: t('law.figure.rules'),
      more: t('law.figure.rulesMore', { regimes }),
      state: undefined,
    },
    {
      href: lawAddress({ on: today }),
      n: inForce,
      label: t('law.figure.inForce'),
      more: t('law.figure.inForceMore', { others: rules - inForce }),
      state: undefined,
    },
    {
      href: lawAddress({ counsel: 'notConfirmed' }),
      n: notConfirmed,
      label: t('law.figure.notConfirmed'),
      more: t('law.figure.notConfirmedMore', { confirmed: rules - notConfirmed }),
      state: undefined,
    },
    {
      href: lawAddress({ counsel: 'earlierWording' }),
      n: earlierWording,
      label: t('law.figure.earlierWording'),
      more: t('law.figure.earlierWordingMore'),
      state: 'soon',
    },
    {
      href: '/dpo/law#changes',
      n: version.changes.length,
      label: t('law.figure.changed', { number: version.number }),
      more: t('law.figure.changedMore', { day: plainDate(version.releasedOn, 'en') }),
      state: undefined,
    },
  ];
  return <Figures figures={row} />;
}

/** What each tag means, with the number of rules that bear it. */
export function LawTags({ byTag }: { byTag: LawFigures['byTag'] }) {
  return (
    <section className="panel" aria-labelledby="tags">
      <h2 id="tags">{t('law.tags.heading')}</h2>
      <ul className="rulebook__tags">
        {VERIFIED.map((tag) => (
          <li key={tag}>
            <b>{byTag[tag]}</b>
            <span>
              <a href={lawAddress({ tag })}>{t(`law.tag.${tag}.name`)}</a>{' '}
              <span className="muted">{t(`law.tag.${tag}.means`)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the newest version did to which rules, and why: rules that changed for one reason stand together. */
export function LawChanges({ version: { number, releasedOn, changes } }: { version: LawVersion }) {
  const reasons = [...new Set(changes.map(({ why }) => why))];
  return (
    <section className="panel" aria-labelledby="changes">
      <h2 id="changes">{t('law.changes.heading', { number, day: plainDate(releasedOn, 'en') })}</h2>
      {changes.length === 0 && <p>{t(number === 1 ? 'law.changes.first' : 'law.changes.none')}</p>}
      <ul className="bullets rulebook__changes">
        {reasons.map((why) => {
          const own = changes.filter((change) => change.why === why);
          return (
            <li key={why}>
              {why}
              {own.length > FEW ? (
                <details>
                  <summary>{t('law.changes.rules', { count: own.length })}</summary>
                  <ChangedRules changes={own} />
                </details>
              ) : (
                <ChangedRules changes={own} />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function ChangedRules({ changes }: { changes: readonly LawChange[] }) {
  return (
    <ul className="rulebook__changed small">
      {changes.map(({ rule, what, citation }) => (
        <li key={rule}>
          {t(`law.changes.what.${what}`)} <RuleLink id={rule} /> <span className="muted">({citation})</span>
        </li>
      ))}
    </ul>
  );
}
