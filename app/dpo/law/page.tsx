import { CircleCheck, Download, Scale } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { RULE_KINDS } from '@/lib/domain/law/catalogue';
import { LAW } from '@/lib/domain/law/law';
import { ConfirmRules } from '@/lib/features/law/components/confirm-rules';
import { LawFilterBar } from '@/lib/features/law/components/law-filters';
import { LawChanges, LawFigureRow, LawTags } from '@/lib/features/law/components/law-overview';
import { RuleCard } from '@/lib/features/law/components/rule-card';
import { loadLaw } from '@/lib/features/law/loaders';
import { lawAddress, lawFiltersSchema } from '@/lib/features/law/schema';
import type { RuleView } from '@/lib/features/law/types';
import { requireStaff } from '@/lib/features/staff/loaders/session';
import { dpoText as t } from '@/lib/platform/i18n/desk';

export const metadata: Metadata = { title: t('title.law') };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LawRulesPage({ searchParams }: Props) {
  const staff = await requireStaff('oversee');
  const raw = await searchParams;
  const filters = lawFiltersSchema.parse(raw);
  const page = await loadLaw(staff, filters);
  const params = Object.fromEntries(
    Object.entries(filters).flatMap(([name, value]: [string, string | undefined]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
  const query = new URLSearchParams(params).toString();
  const tickAll = raw.tick === 'all';
  const recorded = typeof raw.recorded === 'string' && /^\d{1,4}$/.test(raw.recorded) ? Number(raw.recorded) : null;
  return (
    <>
      <div className="top">
        <h1>{t('law.heading')}</h1>
        <span className="faint">{t('law.count', { shown: page.shown, all: query ? page.figures.rules : 0 })}</span>
        <div className="top__end">
          <a className="btn" href="/dpo/law/export" download>
            <Download className="i" aria-hidden="true" />
            {t('law.export')}
          </a>
        </div>
      </div>
      <p className="note">
        <Scale className="i" aria-hidden="true" />
        <span>{t('law.notAdvice')}</span>
      </p>
      <LawFigureRow page={page} regimes={LAW.length} />
      <LawTags byTag={page.figures.byTag} />
      <LawChanges version={page.version} />
      <div className="chips" id="rules" role="group" aria-label={t('filter.label')}>
        <LawFilterBar filters={filters} params={params} />
      </div>
      {recorded !== null && (
        <p className="note" role="status">
          <CircleCheck className="i" aria-hidden="true" />
          <span>{t('law.recorded', { rules: recorded })}</span>
        </p>
      )}
      {page.shown === 0 ? (
        <div className="empty">
          <p>{t('law.empty')}</p>
          <p className="mt">
            <Link className="btn" href={lawAddress({})} prefetch={false}>
              {t('law.all')}
            </Link>
          </p>
        </div>
      ) : (
        <ConfirmRules
          filters={query}
          today={page.today}
          tickAll={tickAll}
          key={`${query}-${recorded ?? ''}-${tickAll}`}
        >
          <div className="rulebook__lead">
            <nav aria-label={t('law.laws')}>
              <ul>
                {page.regimes.map(({ id, title, rules }) => (
                  <li key={id}>
                    <a href={`#law-${id}`}>{title}</a> <span className="faint">{rules.length}</span>
                  </li>
                ))}
              </ul>
            </nav>
            <p className="small muted">
              {t('law.tickHint')}{' '}
              <a href={lawAddress(filters, tickAll ? {} : { tick: 'all' })}>
                {tickAll ? t('law.untickAll') : t('law.tickAll', { shown: page.shown })}
              </a>
            </p>
          </div>
          {page.regimes.map((regime) => (
            <RegimeSection key={regime.id} {...regime} filters={query} />
          ))}
        </ConfirmRules>
      )}
    </>
  );
}

function RegimeSection({
  id,
  title,
  rules,
  filters,
}: {
  id: string;
  title: string;
  rules: readonly RuleView[];
  filters: string;
}) {
  return (
    <section aria-labelledby={`law-${id}`} className="rulebook__regime">
      <h2 id={`law-${id}`}>{title}</h2>
      {RULE_KINDS.map((kind) => {
        const own = rules.filter((view) => view.kind === kind);
        return (
          own.length > 0 && (
            <section key={kind} aria-labelledby={`law-${id}-${kind}`}>
              <h3 id={`law-${id}-${kind}`}>
                {t(`law.kind.${kind}`)} <span className="faint">{own.length}</span>
              </h3>
              <ul>
                {own.map((view) => (
                  <RuleCard key={view.rule.id} view={view} filters={filters} />
                ))}
              </ul>
            </section>
          )
        );
      })}
    </section>
  );
}
