import { CircleCheck, CircleDashed } from 'lucide-react';
import { takeBackDecisionAction } from '@/lib/features/cases/actions/decisions';
import type { CasePage } from '@/lib/features/cases/types/page';
import type { RightView } from '@/lib/features/cases/loaders/rights';
import { dateAndTime, shortDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { CommandForm } from './command-form';
import { DecisionForm } from './decision-form';

const NOTHING_HIDDEN = { count: 0, grounds: [], facts: '', toDecide: 0 };

/** The rights of a case, how each was settled, and while the case is in review the form that settles it. */
export function RightsPanel({ page, forms, me = '' }: { page: CasePage; forms: boolean; me?: string }) {
  const deciding = forms && page.current.state === 'reviewing';
  const target = { caseId: page.current.id, seenVersion: page.current.version };
  return (
    <section className="panel" aria-labelledby="rights">
      <h2 id="rights">{t('rights.heading')}</h2>
      <ul className="rows">
        {page.rights.map((item) => (
          <li key={item.id}>
            {item.outcome && item.standing !== 'agreed' ? (
              <CircleCheck className="i" aria-hidden="true" />
            ) : (
              <CircleDashed className="i" aria-hidden="true" />
            )}
            <span>
              <b>{t(`right.${item.right}`)}</b> <span className="faint">{item.citation}</span>
            </span>
            <span className="strong5">{item.outcome ? t(`outcome.${item.outcome}.label`) : t('rights.open')}</span>
            <Doing item={item} page={page} />
            {item.stop.due && (
              <span className="sub state" data-state="soon">
                {t('rights.stopDue')}
              </span>
            )}
            {item.stop.stoppedAt && (
              <span className="sub">
                {t('rights.stopped', { at: dateAndTime(new Date(item.stop.stoppedAt), 'en', page.timezone) })}
              </span>
            )}
            {item.reached && item.outcome === null && (
              <span className="sub">{t('rights.reached', { times: item.reached.times, per: item.reached.per })}</span>
            )}
            <Reasons item={item} page={page} />
            {forms &&
              page.current.state === 'awaitingApproval' &&
              item.approvedById === null &&
              item.decidedById === me && (
                <CommandForm action={takeBackDecisionAction} target={target} className="sub">
                  <input type="hidden" name="rightItemId" value={item.id} />
                  <button className="link">{t('decide.takeBack', { right: t(`right.${item.right}`) })}</button>
                </CommandForm>
              )}
            {deciding && (
              <details className="sub" open={item.outcome === null && page.rights.length === 1}>
                <summary>
                  {t(item.outcome ? 'decide.again' : 'decide.open', { right: t(`right.${item.right}`) })}
                </summary>
                <DecisionForm
                  target={target}
                  item={item}
                  hidden={item.copy ? page.hidden : NOTHING_HIDDEN}
                  caseId={page.current.id}
                  lang={page.current.locale}
                  language={t(`language.${page.current.locale}`)}
                />
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Granted is not done: what was agreed and by when, or what was done, where and when. */
function Doing({ item, page }: { item: RightView; page: CasePage }) {
  if (item.standing === 'agreed')
    return (
      <span className="sub state" data-state="soon">
        {t('rights.agreed', { doneBy: item.doneBy, date: item.dueOn ? shortDate(item.dueOn, 'en') : '' })}
      </span>
    );
  if (!item.carriedOut) return null;
  const { on, systems, facts, byId } = item.carriedOut;
  const names = systems.map((id) => page.places.find((place) => place.id === id)?.name ?? t(`carryOut.${id}`));
  return (
    <div className="sub">
      <p>
        {t('rights.carriedOut', {
          date: shortDate(on, 'en'),
          where: new Intl.ListFormat('en').format(names),
          name: page.staff.get(byId) ?? t('who.unknown'),
        })}
      </p>
      {facts && (
        <p className="bubble" lang={page.current.locale}>
          {facts}
        </p>
      )}
    </div>
  );
}

function Reasons({ item, page }: { item: RightView; page: CasePage }) {
  if (!item.outcome) return null;
  return (
    <div className="sub">
      {item.grounds.map(({ id, citation, text }) => (
        <p key={id}>
          {citation}: {text}
        </p>
      ))}
      {item.facts && (
        <p className="bubble" lang={page.current.locale}>
          {item.facts}
        </p>
      )}
      <p>{t('rights.decidedBy', { name: page.staff.get(item.decidedById ?? '') ?? t('who.unknown') })}</p>
      {item.approvedById && (
        <p>{t('rights.approvedBy', { name: page.staff.get(item.approvedById) ?? t('who.unknown') })}</p>
      )}
    </div>
  );
}
