'use client';

import { BadgeCheck, TriangleAlert } from 'lucide-react';
import { useActionState } from 'react';
import { confirmRulesAction } from '@/lib/features/law/actions';
import type { ConfirmState } from '@/lib/features/law/schema';
import { dpoText as t } from '@/lib/platform/i18n/desk';
import { CONFIRM_FORM, Ticked } from './rule-tick';

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
    className: 'input--sm',
    defaultValue: typed[name],
    ...(problem?.field === name && { 'aria-invalid': true, 'aria-describedby': 'confirm-problem' }),
  });
  return (
    <Ticked value={{ all: tickAll && turn === 0, values: ticked, turn }}>
      <div className="rulebook" data-tried={turn > 0 || undefined}>
        {children}
        <form
          id={CONFIRM_FORM}
          action={submit}
          className="rulebook__confirm"
          key={turn}
          aria-labelledby="confirm-heading"
        >
          <input type="hidden" name="filters" value={filters} />
          <details open={turn > 0}>
            <summary className="btn btn--main">
              <BadgeCheck className="i" aria-hidden="true" />
              <span id="confirm-heading">{t('law.confirm.heading')}</span>
            </summary>
            <div className="rulebook__fields">
              {problem && (
                <p className="refusal" role="alert" id="confirm-problem" data-refused={problem.mark}>
                  <TriangleAlert className="i" aria-hidden="true" />
                  <span>{t(`law.problem.${problem.reason}`)}</span>
                </p>
              )}
              <p>
                <label htmlFor="confirm-counsel">{t('law.confirm.counsel')}</label>
                <input {...field('counsel')} autoComplete="off" maxLength={120} required />
              </p>
              <p>
                <label htmlFor="confirm-confirmedOn">{t('law.confirm.confirmedOn')}</label>
                <input {...field('confirmedOn')} type="date" max={today} required />
              </p>
              <p className="rulebook__note">
                <label htmlFor="confirm-note">{t('law.confirm.note')}</label>
                <input {...field('note')} autoComplete="off" maxLength={500} />
              </p>
              <button className="btn btn--main" aria-disabled={pending}>
                {t('law.confirm.submit')}
              </button>
              <p className="small muted rulebook__hint">{t('law.confirm.hint')}</p>
            </div>
          </details>
        </form>
      </div>
    </Ticked>
  );
}
