import clsx from 'clsx';
import type { Step, StepKey } from '@/lib/domain/case/step';
import type { LocalDate } from '@/lib/domain/calendar/local-date';
import type { CasePage } from '@/lib/features/cases/types/page';
import { StateWords } from '@/lib/ui/state';
import type { Due } from '@/lib/domain/case/due-today';
import type { AccountMatch } from '@/lib/features/cases/data/account-match';
import { OtherSteps } from './other-steps';
import { stepForm } from './step-form';
import { shortDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { STACK, ACTIONS } from '@/lib/ui/layout';

const WIDE = clsx(STACK, 'col-span-full mt-1.5 border-t border-line pt-3');
const BESIDE = clsx(ACTIONS, 'col-start-2 row-span-3 row-start-1 @max-narrow:col-start-1 @max-narrow:row-auto');

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
  // Of records is spoken only where a system was asked for some.
  const words = first?.key === 'decide' && page.systems.length === 0 ? 'decideAlone' : (first?.key ?? 'none');
  const key = `next.${words}`;
  return (
    <>
      <section
        className="m-5 grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-8 gap-y-1.5 rounded-lg border border-ink px-5 py-4 @max-narrow:grid-cols-1 @max-phone:mx-0 @max-phone:my-0 @max-phone:rounded-none @max-phone:border-x-0 @max-phone:px-3.5"
        aria-labelledby="next"
      >
        <p className="col-start-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-2">
          <span className="text-ink-2">{t('next.label')}</span>
          {first && <ByWhen step={first} due={page.due} today={today} />}
        </p>
        <h2 className="col-start-1 text-xl" id="next">
          {t(`${key}.heading`, { reason: returned })}
        </h2>
        <p className="col-start-1 max-w-[52rem] text-ink-2">{t(`${key}.why`)}</p>
        {done && <div className={done.wide ? WIDE : BESIDE}>{done.form}</div>}
      </section>
      <OtherSteps steps={others} today={today} context={forms ? { ...context, main: false } : null} />
    </>
  );
}

// Their day is the law's own; every other day is our plan, counted back from the last one.
const OWN_DAY: readonly StepKey[] = [
  'mendNotice',
  'stopUse',
  'carryOut',
  'planErasure',
  'mendErasure',
  'approveErasure',
  'awaitErasure',
  'acknowledge',
  'awaitNotice',
];

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
        <span className="text-ink-2">{t('next.soThat', { date: shortDate(due.lastDayOn, 'en') })}</span>
      )}
      <span className="text-ink-3">{citation}</span>
      {mode === 'must' &&
        blockedBy.map((blocker) => (
          <span key={blocker} className="text-ink-2">
            {t(`next.blockedBy.${blocker}`)}
          </span>
        ))}
    </>
  );
}
