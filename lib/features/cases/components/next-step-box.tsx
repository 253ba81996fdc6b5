import type { Step, StepKey } from '@/lib/domain/case/next-steps';
import type { LocalDate } from '@/lib/domain/calendar/local-date';
import type { CasePage } from '@/lib/features/cases/types/page';
import { StateWords } from '@/lib/ui/state';
import type { Due } from '@/lib/domain/case/due-today';
import type { AccountMatch } from '@/lib/features/cases/data/account-match';
import { OtherSteps } from './other-steps';
import { stepForm } from './step-form';
import { shortDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';

/** The one next step: what, by when, why, and the button; below it, quietly, what else is open. Without `forms` it only says so. */
export function NextStepBox({
  page,
  match,
  forms,
  mayApprove,
  me,
}: {
  page: CasePage;
  match: AccountMatch | null;
  forms: boolean;
  mayApprove: boolean;
  me: string;
}) {
  const {
    steps: [first, ...others],
    today,
  } = page;
  const context = { page, match, mayApprove, me };
  const done = first && forms ? stepForm(first, { ...context, main: true }) : null;
  const returned = page.current.returnedFor ? t(`return.reason.${page.current.returnedFor}`) : '';
  const key = `next.${first?.key ?? 'none'}`;
  return (
    <>
      <section className="nextstep" aria-labelledby="next">
        <p className="nextstep__by small">
          <span className="muted">{t('next.label')}</span>
          {first && <ByWhen step={first} due={page.due} today={today} />}
        </p>
        <h2 id="next">{t(`${key}.heading`, { reason: returned })}</h2>
        <p>{t(`${key}.why`)}</p>
        {done && <div className={done.wide ? 'wide stack' : 'actions'}>{done.form}</div>}
      </section>
      <OtherSteps steps={others} today={today} context={forms ? { ...context, main: false } : null} />
    </>
  );
}

// Their day is the law's own; every other day is our plan, counted back from the last one.
const OWN_DAY: readonly StepKey[] = ['mendNotice', 'stopUse', 'carryOut', 'acknowledge', 'awaitNotice'];

function ByWhen({
  step: { key, mode, byOn, blockedBy, citation },
  due,
  today,
}: {
  step: Step;
  due: Due;
  today: LocalDate;
}) {
  const behind = byOn !== null && byOn < today;
  // Our own plan is late before the law is: that takes someone's attention, not yet an apology.
  const state = behind && due.state === 'ok' ? 'soon' : due.state;
  return (
    <>
      {byOn && (
        <StateWords state={state}>{t(behind ? 'next.behind' : 'next.by', { date: shortDate(byOn, 'en') })}</StateWords>
      )}
      {byOn && !OWN_DAY.includes(key) && (
        <span className="muted">{t('next.soThat', { date: shortDate(due.dueOn, 'en') })}</span>
      )}
      <span className="faint">{citation}</span>
      {mode === 'must' &&
        blockedBy.map((blocker) => (
          <span key={blocker} className="muted">
            {t(`next.blockedBy.${blocker}`)}
          </span>
        ))}
    </>
  );
}
