import { Circle, CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import { Icon } from '@/app/_ui/icon';
import { cite, describeShortDate } from '@/lib/domain/clock/describe';
import { localDateOf } from '@/lib/domain/clock/local-date';
import { allRules, rightRule } from '@/lib/domain/law/rights';
import type { Exemption, Ground } from '@/lib/domain/law/types';
import type { RightStatus } from '@/lib/features/requester/types';
import { longDate } from '@/lib/platform/i18n/dates';
import { RightName } from '../../_parts/right-name';
import type { StatusView } from '../view';

const isReason = (rule: object): rule is Ground | Exemption => 'mustShow' in rule;

/** What was asked for, right by right, with the outcome and, where it is less than was asked, ground, citation and facts. */
export function RightsList(view: StatusView) {
  const { portal, status } = view;
  const receivedOn = localDateOf(status.receivedAt.toISOString(), portal.definition.timezone);
  return (
    <ul className="rights" aria-label={portal.t('status.rights')}>
      {status.rights.map((item) => {
        const rule = rightRule(item.regime, item.right, receivedOn);
        return (
          <li key={`${item.regime}:${item.right}`}>
            <b><RightName right={item.right} citation={rule?.citation ?? item.regime} law={portal.law} /></b>
            <State view={view} item={item} />
            {item.stoppedAt && <p className="small muted">{portal.t('status.stopped', { date: describeShortDate(localDateOf(item.stoppedAt.toISOString(), portal.definition.timezone), portal.law) })}</p>}
            {item.answer && <Reasons view={view} answer={item.answer} />}
          </li>
        );
      })}
    </ul>
  );
}

/** A word that stands alone begins as a sentence does. */
const capital = (text: string, locale: string): string => text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1);

function State({ view: { portal: { t, law, locale }, status }, item: { answer } }: { view: StatusView; item: RightStatus }) {
  if (!answer) {
    const over = status.state === 'closed';
    return <span className="state" data-state={over ? 'done' : 'ok'}><Icon of={over ? CircleDashed : Circle} />{t(over ? 'status.notAnswered' : 'status.working')}</span>;
  }
  const given = answer.outcome === 'granted' || answer.outcome === 'partlyGranted' || answer.outcome === 'noData';
  return <span className="state" data-state="done"><Icon of={given ? CircleCheck : CircleX} />{capital(law(`outcome.${answer.outcome}`), locale)}</span>;
}

function Reasons({ view: { portal: { t, law, locale, definition } }, answer }: { view: StatusView; answer: NonNullable<RightStatus['answer']> }) {
  const grounds = allRules().filter(isReason).filter(({ id }) => answer.grounds.includes(id));
  return (
    <div className="rights__why small">
      <p className="muted">{t('status.answeredOn', { date: longDate(localDateOf(answer.at.toISOString(), definition.timezone), locale) })}</p>
      {grounds.map((ground) => (
        <p key={ground.id}>{'reach' in ground ? law(ground.label) : t('status.leftOut', { what: law(ground.label) })} <span className="law">({cite(ground.citation, law)})</span></p>
      ))}
      {answer.facts !== '' && <p className="typed">{answer.facts}</p>}
    </div>
  );
}
