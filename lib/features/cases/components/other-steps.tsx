import { type Step, STEP_KEYS } from '@/lib/domain/case/next-steps';
import type { LocalDate } from '@/lib/domain/calendar/local-date';
import { StateWords } from '@/lib/ui/state';
import { shortDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { stepForm, type StepContext } from './step-form';

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
    <section className="besides small" aria-label={t('next.besides')}>
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
      <h3 id={id} className="faint">
        {label}
      </h3>
      <ul aria-labelledby={id}>
        {steps.map((step) => (
          <li key={step.key}>
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
      <p className="besides__line">
        <span>{heading}</span>
        {day}
      </p>
    );
  return (
    <details>
      <summary>
        <span>{heading}</span>
        {day}
      </summary>
      <div className="besides__body stack">
        <p className="muted">{t(`next.${step.key}.why`)}</p>
        {done.form}
      </div>
    </details>
  );
}

/** By when; of what may be done, the last day on which it still counts. */
function Day({ step: { mode, byOn }, today }: { step: Step; today: LocalDate }) {
  if (byOn === null) return null;
  const date = shortDate(byOn, 'en');
  if (mode === 'may') return <span className="muted">{t('next.countsUntil', { date })}</span>;
  return byOn < today ? (
    <StateWords state="soon">{t('next.behind', { date })}</StateWords>
  ) : (
    <span className="muted">{t('next.by', { date })}</span>
  );
}
