'use client';

import clsx from 'clsx';

import { BadgeCheck, TriangleAlert } from 'lucide-react';
import { useActionState } from 'react';
import { confirmRulesAction } from '@/lib/features/law/actions';
import type { ConfirmState } from '@/lib/features/law/schema';
import { dpoText as t } from '@/lib/platform/i18n/desk';
import { CONFIRM_FORM, Ticked } from './rule-tick';
import { Icon } from '@/lib/ui/icon';
import { Button, buttonClasses } from '@/lib/ui/button';
import { Note } from '@/lib/ui/note';
import { Field } from '@/lib/ui/field';
import { Input } from '@/lib/ui/input';

type Props = { filters: string; today: string; tickAll: boolean; children: React.ReactNode };

/**
 * The list, and after it the form for what is ticked in it. CSS shows the form as soon as something is, so it needs no script; without
 * one, its answer opens at the form.
 */
export function ConfirmRules({ filters, today, tickAll, children }: Props) {
  const start: ConfirmState = {
    problem: null,
    ticked: [],
    typed: { counsel: '', confirmedOn: today, note: '' },
    turn: 0,
  };
  const [{ problem, ticked, typed, turn }, submit, pending] = useActionState(
    confirmRulesAction,
    start,
    `/dpo/law?${filters}#${CONFIRM_FORM}`,
  );
  const field = (name: 'counsel' | 'confirmedOn' | 'note') => ({
    id: `confirm-${name}`,
    name,
    defaultValue: typed[name],
    ...(problem?.field === name && { 'aria-invalid': true, 'aria-describedby': 'confirm-problem' }),
  });
  return (
    <Ticked value={{ all: tickAll && turn === 0, values: ticked, turn }}>
      <div className="group/rules [counter-reset:ticked] [&_[data-tick]:checked]:[counter-increment:ticked]">
        {children}
        <form
          id={CONFIRM_FORM}
          action={submit}
          className={clsx(
            'sticky bottom-0 z-4 max-h-[80vh] overflow-y-auto border-t border-line-strong bg-raised px-5 py-2.5 shadow-menu @max-phone:px-3.5',
            turn === 0 && 'hidden group-has-[[data-tick]:checked]/rules:block',
          )}
          key={turn}
          aria-labelledby="confirm-heading"
        >
          <input type="hidden" name="filters" value={filters} />
          <details open={turn > 0}>
            <summary
              className={buttonClasses(
                { look: 'main' },
                "mb-0 list-none after:content-['('_counter(ticked)_')'] [&::-webkit-details-marker]:hidden",
              )}
            >
              <Icon of={BadgeCheck} />
              <span id="confirm-heading">{t('law.confirm.heading')}</span>
            </summary>
            <div className="mt-0 grid grid-cols-[minmax(0,16rem)_10rem_minmax(0,1fr)_auto] items-end gap-x-4 gap-y-2 pt-3 @max-wide:grid-cols-2">
              {problem && (
                <Note
                  className="col-span-full"
                  tone="refused"
                  icon={TriangleAlert}
                  role="alert"
                  id="confirm-problem"
                  data-refused={problem.mark}
                >
                  {t(`law.problem.${problem.reason}`)}
                </Note>
              )}
              <Field id="confirm-counsel" label={t('law.confirm.counsel')}>
                <Input {...field('counsel')} autoComplete="off" maxLength={120} required />
              </Field>
              <Field id="confirm-confirmedOn" label={t('law.confirm.confirmedOn')}>
                <Input {...field('confirmedOn')} type="date" max={today} required />
              </Field>
              <Field id="confirm-note" label={t('law.confirm.note')} className="@max-wide:col-span-full">
                <Input {...field('note')} autoComplete="off" maxLength={500} />
              </Field>
              <Button look="main" aria-disabled={pending}>
                {t('law.confirm.submit')}
              </Button>
              <p className="col-span-full text-sm text-ink-2">{t('law.confirm.hint')}</p>
            </div>
          </details>
        </form>
      </div>
    </Ticked>
  );
}
