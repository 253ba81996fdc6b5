import type { LawChange, LawVersion } from '@/lib/domain/law/law-change';
import { VERIFIED } from '@/lib/domain/law/types';
import { lawAddress } from '@/lib/features/law/schema';
import type { LawFigures, LawPage } from '@/lib/features/law/types';
import { type Figure, Figures } from '@/lib/features/queue/components/figures';
import { plainDate } from '@/lib/platform/i18n/dates';
import { dpoText as t } from '@/lib/platform/i18n/desk';
import { RuleLink } from './rule-facts';
import { Panel } from '@/lib/ui/panel';
import { Fold } from '@/lib/ui/fold';
import { Bullets } from '@/lib/ui/lists';

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
    <Panel id="tags" heading={t('law.tags.heading')}>
      <ul className="grid gap-1">
        {VERIFIED.map((tag) => (
          <li key={tag} className="grid grid-cols-[2.5rem_minmax(0,1fr)] gap-3">
            <b className="text-end font-bold">{byTag[tag]}</b>
            <span>
              <a href={lawAddress({ tag })}>{t(`law.tag.${tag}.name`)}</a>{' '}
              <span className="text-ink-2">{t(`law.tag.${tag}.means`)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What the newest version did to which rules, and why: rules that changed for one reason stand together. */
export function LawChanges({ version: { number, releasedOn, changes } }: { version: LawVersion }) {
  const reasons = [...new Set(changes.map(({ why }) => why))];
  return (
    <Panel id="changes" heading={t('law.changes.heading', { number, day: plainDate(releasedOn, 'en') })}>
      {changes.length === 0 && <p>{t(number === 1 ? 'law.changes.first' : 'law.changes.none')}</p>}
      <Bullets className="grid grid-cols-1 gap-2">
        {reasons.map((why) => {
          const own = changes.filter((change) => change.why === why);
          return (
            <li key={why}>
              {why}
              {own.length > FEW ? (
                <Fold summary={t('law.changes.rules', { count: own.length })}>
                  <ChangedRules changes={own} />
                </Fold>
              ) : (
                <ChangedRules changes={own} />
              )}
            </li>
          );
        })}
      </Bullets>
    </Panel>
  );
}

function ChangedRules({ changes }: { changes: readonly LawChange[] }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-0.5 text-sm">
      {changes.map(({ rule, what, citation }) => (
        <li key={rule}>
          {t(`law.changes.what.${what}`)} <RuleLink id={rule} /> <span className="text-ink-2">({citation})</span>
        </li>
      ))}
    </ul>
  );
}
