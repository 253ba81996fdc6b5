import { ChevronLeft, Ellipsis, User } from 'lucide-react';
import Link from 'next/link';
import { assignCaseAction } from '@/lib/features/cases/actions/conversation';
import type { CasePage } from '@/lib/features/cases/types/page';
import { DueWords } from '@/lib/ui/due';
import { ControllerMark } from '@/lib/ui/marks';
import type { Staff } from '@/lib/features/staff/types/staff';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { CommandForm } from './command-form';
import { ReopenForm, WithdrawForm } from './ending-forms';

/** Where we are: the reference, whose it is, how long it is, who works on it. */
export function CaseHead({ page, back, children }: { page: CasePage; back: string; children?: React.ReactNode }) {
  return (
    <div className="top">
      <Link className="crumb" href={back} prefetch={false}>
        <ChevronLeft className="i" aria-hidden="true" />
        {t('case.back')}
      </Link>
      <h1>
        <span className="ref">{page.current.reference}</span>{' '}
        <span lang={page.current.locale}>{page.answers?.name ?? t('queue.forgotten')}</span>
      </h1>
      <ControllerMark controller={page.controller} />
      <DueWords due={page.due} look="tint" />
      <div className="top__end">{children}</div>
    </div>
  );
}

/** Who works on the case, and the rarer things. */
export function CaseMenus({ page, workers, me }: { page: CasePage; workers: readonly Staff[]; me: string }) {
  const target = { caseId: page.current.id, seenVersion: page.current.version };
  const mine = page.current.assigneeId === me;
  return (
    <>
      {!mine && page.current.state !== 'closed' && (
        <CommandForm action={assignCaseAction} target={target}>
          <input type="hidden" name="staffId" value={me} />
          <input type="hidden" name="insteadOf" value={page.current.assigneeId ?? 'nobody'} />
          <button className="btn">
            <User className="i" aria-hidden="true" />
            {t('case.assignToMe')}
          </button>
        </CommandForm>
      )}
      <details className="pop">
        <summary className="btn">
          {mine ? <User className="i" aria-hidden="true" /> : <Ellipsis className="i" aria-hidden="true" />}
          {page.assignee ?? t('who.nobody')}
        </summary>
        <div className="pop__body">
          <CommandForm action={assignCaseAction} target={target} className="stack">
            <input type="hidden" name="insteadOf" value={page.current.assigneeId ?? 'nobody'} />
            <p>
              <label htmlFor="assign-to">{t('case.assign')}</label>
              <select
                id="assign-to"
                name="staffId"
                className="input--sm"
                defaultValue={page.current.assigneeId ?? 'nobody'}
              >
                <option value="nobody">{t('who.nobody')}</option>
                {workers.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </p>
            <button className="btn">{t('bulk.assign')}</button>
          </CommandForm>
          {page.withdrawal && (
            <details className="mt">
              <summary>{t('case.withdraw.open')}</summary>
              <WithdrawForm target={target} today={page.today} mail={page.withdrawal} lang={page.current.locale} />
            </details>
          )}
          {page.current.state === 'closed' && page.current.from !== null && page.answers && (
            <details className="mt">
              <summary>{t('case.reopen.open')}</summary>
              <ReopenForm target={target} />
            </details>
          )}
        </div>
      </details>
    </>
  );
}
