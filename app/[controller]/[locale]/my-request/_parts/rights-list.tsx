import { Circle, CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import { Icon } from '@/lib/ui/icon';
import { cite, describeShortDate } from '@/lib/domain/wording';
import { localDateOf } from '@/lib/domain/calendar/local-date';
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
            <b>
              <RightName right={item.right} citation={rule?.citation ?? item.regime} law={portal.law} />
            </b>
            <State view={view} item={item} />
            {item.stoppedAt && (
              <p className="small muted">
                {portal.t('status.stopped', {
                  date: describeShortDate(
                    localDateOf(item.stoppedAt.toISOString(), portal.definition.timezone),
                    portal.law,
                  ),
                })}
              </p>
            )}
            {item.carriedOut && <CarriedOut view={view} done={item.carriedOut} />}
            {item.answer && <Reasons view={view} answer={item.answer} />}
          </li>
        );
      })}
    </ul>
  );
}

/** A word that stands alone begins as a sentence does. */
const capital = (text: string, locale: string): string => text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1);

function State({
  view: {
    portal: { t, law, locale, definition },
    status,
  },
  item: { answer, standing, dueOn },
}: {
  view: StatusView;
  item: RightStatus;
}) {
  const over = status.state === 'closed';
  const by = dueOn === null ? 'none' : longDate(dueOn, locale);
  if (standing === 'open' || answer === null) {
    return (
      <span className="state" data-state={over ? 'done' : 'ok'}>
        <Icon of={over ? CircleDashed : Circle} />
        {over ? t('status.notAnswered') : t('status.working', { by })}
      </span>
    );
  }
  // Only what an event records as done is called done.
  if (standing === 'agreed') {
    const part = answer.outcome === 'partlyGranted' ? 'yes' : 'no';
    return (
      <span className="state state--wrap" data-state={over ? 'done' : 'ok'}>
        <Icon of={CircleDashed} />
        {over ? t('status.notDone') : t('status.agreed', { part, controller: definition.name, by })}
      </span>
    );
  }
  const given = standing === 'done' || answer.outcome === 'noData';
  return (
    <span className="state" data-state="done">
      <Icon of={given ? CircleCheck : CircleX} />
      {capital(law(`outcome.${answer.outcome}`), locale)}
    </span>
  );
}

/** What was done, where and when, as the desk recorded it. */
function CarriedOut({
  view: {
    portal: { t, dataMap, law, locale },
  },
  done,
}: {
  view: StatusView;
  done: NonNullable<RightStatus['carriedOut']>;
}) {
  const names = done.systems.map(
    (id) => dataMap.systems.find((system) => system.id === id)?.name[locale] ?? t('status.elsewhere'),
  );
  return (
    <div className="rights__why small">
      <p className="muted">
        {t('status.carriedOut', {
          date: describeShortDate(done.on, law),
          where: new Intl.ListFormat(locale).format(names),
        })}
      </p>
      <p className="typed">{done.facts}</p>
    </div>
  );
}

/** On what grounds and facts nothing was handed over: each with its article. */
export function Grounds({
  view: {
    portal: { t, law },
  },
  grounds,
  facts,
}: {
  view: StatusView;
  grounds: readonly string[];
  facts: string;
}) {
  return (
    <>
      {allRules()
        .filter(isReason)
        .filter(({ id }) => grounds.includes(id))
        .map((ground) => (
          <p key={ground.id}>
            {'reach' in ground ? law(ground.label) : t('status.leftOut', { what: law(ground.label) })}{' '}
            <span className="law">({cite(ground.citation, law)})</span>
          </p>
        ))}
      {facts !== '' && <p className="typed">{facts}</p>}
    </>
  );
}

function Reasons({ view, answer }: { view: StatusView; answer: NonNullable<RightStatus['answer']> }) {
  const { t, locale, definition } = view.portal;
  return (
    <div className="rights__why small">
      <p className="muted">
        {t('status.answeredOn', { date: longDate(localDateOf(answer.at.toISOString(), definition.timezone), locale) })}
      </p>
      <Grounds view={view} grounds={answer.grounds} facts={answer.facts} />
    </div>
  );
}
