import clsx from 'clsx';
import { type Step, STEP_KEYS } from '@/lib/domain/case/step';
import type { LocalDate } from '@/lib/domain/calendar/local-date';
import { StateWords } from '@/lib/ui/state';
import { shortDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { stepForm, type StepContext } from './step-form';
import { STACK } from '@/lib/ui/layout';

/** What else is open, and what the desk may do, one line each until it is opened. Without `context` it only says so. */
export function OtherSteps({
  steps,
  today,
  context,
}: {
  steps: readonly Step[];
  today: LocalDate;
  context: StepContext | null;
}) {
  const open = steps.filter(({ mode }) => mode !== 'may');
  // The rarer the later: the keys stand in that order.
  const may = STEP_KEYS.flatMap((key) => steps.filter((step) => step.mode === 'may' && step.key === key));
  if (steps.length === 0) return null;
  return (
    <section
      className="grid grid-cols-[repeat(auto-fit,minmax(min(26rem,100%),1fr))] items-start gap-x-10 gap-y-3 ps-10 pe-5 pb-4 text-sm has-[details[open]]:grid-cols-1 @max-phone:px-3.5 @max-phone:pt-3 @max-phone:pb-3"
      aria-label={t('next.besides')}
    >
      <Steps id="also" label={t('next.also')} steps={open} today={today} context={context} />
      <Steps id="may" label={t('next.may')} steps={may} today={today} context={context} />
    </section>
  );
}

function Steps({
  id,
  label,
  steps,
  today,
  context,
}: {
  id: string;
  label: string;
  steps: readonly Step[];
  today: LocalDate;
  context: StepContext | null;
}) {
  if (steps.length === 0) return null;
  return (
    <div>
      <h3 id={id} className="text-sm font-medium tracking-normal text-ink-3">
        {label}
      </h3>
      <ul aria-labelledby={id}>
        {steps.map((step) => (
          <li key={step.key} className="border-t border-line">
            <Line step={step} today={today} context={context} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Line({ step, today, context }: { step: Step; today: LocalDate; context: StepContext | null }) {
  const done = context && stepForm(step, context);
  const heading = t(`next.${step.key}.heading`);
  const day = <Day step={step} today={today} />;
  if (!done)
    return (
      <p className="flex flex-wrap gap-x-3 py-[0.3rem]">
        <span>{heading}</span>
        {day}
      </p>
    );
  return (
    <details>
      <summary className="mb-0 min-h-6 cursor-pointer py-[0.3rem] text-accent no-underline">
        <span className="me-3 underline decoration-1 underline-offset-[0.18em]">{heading}</span>
        {day && <span className="inline-flex">{day}</span>}
      </summary>
      <div className={clsx(STACK, 'mt-0 max-w-[46rem] ps-4 pt-2 pb-5 text-md')}>
        <p className="text-ink-2">{t(`next.${step.key}.why`)}</p>
        {done.form}
      </div>
    </details>
  );
}

/** By when; of what may be done, the last day on which it still counts. */
function Day({ step: { mode, byOn }, today }: { step: Step; today: LocalDate }) {
  if (byOn === null) return null;
  const date = shortDate(byOn, 'en');
  if (mode === 'may') return <span className="text-ink-2">{t('next.countsUntil', { date })}</span>;
  return byOn < today ? (
    <StateWords state="soon">{t('next.behind', { date })}</StateWords>
  ) : (
    <span className="text-ink-2">{t('next.by', { date })}</span>
  );
}
