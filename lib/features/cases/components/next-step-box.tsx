import Link from 'next/link';
import { addDays } from '@/lib/domain/clock/local-date';
import { closeCaseAction, startCollectionAction } from '@/lib/features/cases/actions';
import type { CasePage } from '@/lib/features/cases/loaders';
import { StateWords } from '@/lib/features/queue/components/due';
import type { AccountMatch } from '@/lib/features/sources/data';
import { shortDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { CommandForm } from './command-form';
import { IdentityForm } from './identity-form';
import { RetryForms } from './systems-panel';

/** The one next step: what, by when, why, and the button. Without `forms` it only says so. */
export function NextStepBox({ page, match, forms, mayApprove }: { page: CasePage; match: AccountMatch | null; forms: boolean; mayApprove: boolean }) {
  const { current, next, due } = page;
  const key = `next.${next.key}`;
  const target = { caseId: current.id, seenVersion: current.version };
  const today = addDays(due.dueOn, -due.daysLeft);
  // Our own plan is late before the law is: that takes someone's attention, not yet an apology.
  const behind = next.byOn !== null && next.byOn < today;
  const state = behind && due.state === 'ok' ? 'soon' : due.state;
  return (
    <section className="nextstep" aria-labelledby="next">
      <p className="nextstep__by small">
        <span className="muted">{t('next.label')}</span>
        {next.byOn && (
          <>
            <StateWords state={state}>{t(behind ? 'next.behind' : 'next.by', { date: shortDate(next.byOn, 'en') })}</StateWords>
            <span className="muted">{t('next.soThat', { date: shortDate(due.dueOn, 'en') })}</span>
          </>
        )}
      </p>
      <h2 id="next">{t(`${key}.heading`)}</h2>
      <p>{t(`${key}.why`)}</p>
      {forms && (
        <>
          {next.key === 'startCollection' && (
            <CommandForm action={startCollectionAction} target={target} className="actions">
              <button className="btn btn--main">{t(`${key}.button`)}</button>
            </CommandForm>
          )}
          {next.key === 'decide' && page.systems.length > 0 && (
            <p className="actions">
              <Link className="btn btn--main" href={`/desk/cases/${current.id}/review`} prefetch={false}>{t(`${key}.button`)}</Link>
            </p>
          )}
          {next.key === 'approve' && (
            <p className="actions">
              {mayApprove ? <Link className="btn btn--main" href={`/desk/cases/${current.id}/approval`} prefetch={false}>{t(`${key}.button`)}</Link> : <span className="muted">{t('next.approve.notYou')}</span>}
            </p>
          )}
          {next.key === 'awaitDownload' && (
            <CommandForm action={closeCaseAction} target={target} className="actions">
              <button className="btn">{t(`${key}.button`)}</button>
            </CommandForm>
          )}
          {next.key === 'retrySource' && <RetryForms systems={page.systems} target={target} />}
          {next.key === 'acceptIdentity' && match && <IdentityForm target={target} match={match} />}
        </>
      )}
    </section>
  );
}
