import 'server-only';
import type { LocalDate } from '@/lib/domain/calendar/local-date';
import { catalogue } from '@/lib/domain/law/catalogue';
import { counselState } from '@/lib/domain/law/confirmation';
import { type LawFilters, matches } from '@/lib/domain/law/find';
import { fingerprintOf } from '@/lib/domain/law/fingerprint';
import { LAW_HISTORY } from '@/lib/domain/law/history';
import { LAW } from '@/lib/domain/law/law';
import { isInForce } from '@/lib/domain/law/rights';
import { SOURCES } from '@/lib/domain/law/sources';
import { type Law, VERIFIED, type Verified } from '@/lib/domain/law/types';
import { todayOf } from '@/lib/features/staff/loaders/today';
import { recordReading, recordReportRead } from '@/lib/features/log/mutations/reading';
import type { Staff } from '@/lib/features/staff/types/staff';
import { dpoText as t } from '@/lib/platform/i18n/desk';
import { standingConfirmations } from './data';
import type { LawPage, RuleView } from './types';

const newestVersion = () => LAW_HISTORY.at(-1) ?? LAW_HISTORY[0];

async function views(today: LocalDate, law: Law): Promise<readonly RuleView[]> {
  const standing = await standingConfirmations();
  return catalogue(law).map((entry): RuleView => {
    const [fingerprint, own] = [fingerprintOf(entry.rule), standing.filter(({ ruleId }) => ruleId === entry.rule.id)];
    const force = isInForce(entry.rule, today) ? 'inForce' : today < entry.rule.inForceFrom ? 'notYet' : 'noLonger';
    return {
      ...entry,
      fingerprint,
      force,
      confirmations: own,
      counsel: counselState(
        fingerprint,
        own.map((one) => one.fingerprint),
      ),
    };
  });
}

/** Every rule under the filters, with its figures; looking at it is an event of the log. */
export async function loadLaw(
  staff: Staff,
  filters: LawFilters,
  now: Date = new Date(),
  law: Law = LAW,
): Promise<LawPage> {
  const today = todayOf(staff, now);
  const all = await views(today, law);
  await recordReportRead(staff.id, 'law', now);
  const shown = all.filter((view) => matches(view, view.counsel, filters));
  const count = (is: (view: RuleView) => boolean): number => all.filter(is).length;
  return {
    today,
    version: newestVersion(),
    figures: {
      rules: all.length,
      inForce: count(({ force }) => force === 'inForce'),
      notConfirmed: count(({ counsel }) => counsel !== 'confirmed'),
      earlierWording: count(({ counsel }) => counsel === 'earlierWording'),
      byTag: Object.fromEntries(VERIFIED.map((tag) => [tag, count(({ rule }) => rule.verified === tag)])) as Record<
        Verified,
        number
      >,
    },
    regimes: law
      .map(({ id, title }) => ({ id, title, rules: shown.filter(({ rule }) => rule.regime === id) }))
      .filter(({ rules }) => rules.length > 0),
    shown: shown.length,
  };
}

/** Everything for counsel to work on elsewhere. Whether a rule is confirmed is said, by whom is not: the file leaves us. */
export async function exportedLaw(staff: Staff, now: Date = new Date(), law: Law = LAW): Promise<object> {
  const { number, releasedOn, changes } = newestVersion();
  const all = await views(todayOf(staff, now), law);
  await recordReading(staff.id, {}, { kind: 'ReportRead', data: { report: 'law.json' } }, now);
  return {
    format: 'rightsdesk-law/1',
    exportedAt: now.toISOString(),
    notice: t('law.notAdvice'),
    version: { number, releasedOn, changes },
    tags: Object.fromEntries(VERIFIED.map((tag) => [tag, t(`law.tag.${tag}.means`)])),
    rules: all.map(({ kind, rule, fingerprint, counsel, force, confirmations }) => ({
      ...rule,
      kind,
      source: { key: rule.source, ...SOURCES[rule.source] },
      force,
      fingerprint,
      counsel: { state: counsel, lastOn: confirmations[0]?.confirmedOn ?? null },
    })),
  };
}
