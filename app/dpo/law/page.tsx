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
import { Icon } from '@/lib/ui/icon';
import { buttonClasses } from '@/lib/ui/button';
import { Note } from '@/lib/ui/note';
import { Top } from '@/lib/ui/top';
import { Toolbar } from '@/lib/ui/toolbar';

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
      <Top
        heading={t('law.heading')}
        end={
          <>
            <a className={buttonClasses()} href="/dpo/law/export" download>
              <Icon of={Download} />
              {t('law.export')}
            </a>
          </>
        }
      >
        <span className="text-ink-3">{t('law.count', { shown: page.shown, all: query ? page.figures.rules : 0 })}</span>
      </Top>
      <Note className="mx-5 mt-3" icon={Scale}>
        {t('law.notAdvice')}
      </Note>
      <LawFigureRow page={page} regimes={LAW.length} />
      <LawTags byTag={page.figures.byTag} />
      <LawChanges version={page.version} />
      <Toolbar id="rules" className="scroll-mt-2" role="group" aria-label={t('filter.label')}>
        <LawFilterBar filters={filters} params={params} />
      </Toolbar>
      {recorded !== null && (
        <Note className="mx-5 mt-3" icon={CircleCheck} role="status">
          {t('law.recorded', { rules: recorded })}
        </Note>
      )}
      {page.shown === 0 ? (
        <div className="px-5 py-16 text-center">
          <p>{t('law.empty')}</p>
          <p className="mt-3">
            <Link className={buttonClasses()} href={lawAddress({})} prefetch={false}>
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
          <div className="grid gap-2 border-b border-line px-5 py-3 @max-phone:px-3.5">
            <nav aria-label={t('law.laws')}>
              <ul className="flex flex-wrap gap-x-5 gap-y-1">
                {page.regimes.map(({ id, title, rules }) => (
                  <li key={id}>
                    <a href={`#law-${id}`}>{title}</a> <span className="text-ink-3">{rules.length}</span>
                  </li>
                ))}
              </ul>
            </nav>
            <p className="text-sm text-ink-2">
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
    <section aria-labelledby={`law-${id}`}>
      <h2 className="scroll-mt-2 px-5 pt-6 text-xl @max-phone:px-3.5" id={`law-${id}`}>
        {title}
      </h2>
      {RULE_KINDS.map((kind) => {
        const own = rules.filter((view) => view.kind === kind);
        return (
          own.length > 0 && (
            <section key={kind} aria-labelledby={`law-${id}-${kind}`}>
              <h3
                className="border-b border-line-strong px-5 pt-4 pb-1.5 text-md leading-tight @max-phone:px-3.5"
                id={`law-${id}-${kind}`}
              >
                {t(`law.kind.${kind}`)} <span className="font-normal text-ink-3">{own.length}</span>
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
