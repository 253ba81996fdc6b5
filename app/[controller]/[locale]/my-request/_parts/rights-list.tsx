import clsx from 'clsx';
import { Circle, CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import { StateWords } from '@/lib/ui/state';
import { publicReason } from '@/lib/domain/clock/describe';
import { cite, describeShortDate } from '@/lib/domain/wording';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import { allRules, rightRule } from '@/lib/domain/law/rights';
import type { Exemption, Ground } from '@/lib/domain/law/types';
import type { RightStatus } from '@/lib/features/requester/types';
import { longDate } from '@/lib/platform/i18n/dates';
import { Typed } from '@/lib/ui/letter';
import { RightName } from '../../_parts/right-name';
import type { StatusView } from '../view';

/** What is said of a right below its name. */
const WHY = 'grid gap-1 text-sm @phone:col-start-1';

/** What came of a right, at the other end of its line where there is room. */
const STANDING = 'self-start @phone:col-start-2 @phone:row-start-1 @phone:justify-self-end';

const isReason = (rule: object): rule is Ground | Exemption => 'mustShow' in rule;

/** What was asked for, right by right, with the outcome and, where it is less than was asked, ground, citation and facts. */
export function RightsList(view: StatusView) {
  const { portal, status } = view;
  const receivedOn = localDateOf(status.receivedAt.toISOString(), portal.definition.timezone);
  // One date is told with its reason beside the clock; of several, each stands with its own.
  const dates = new Set(status.rights.flatMap(({ lastDayOn }) => lastDayOn ?? []));
  return (
    <ul className="border-t border-line" aria-label={portal.t('status.rights')}>
      {status.rights.map((item) => {
        const rule = rightRule(item.regime, item.right, receivedOn);
        return (
          <li
            className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-[0.1rem] border-b border-line py-[0.9rem] @phone:grid-cols-[minmax(0,1fr)_fit-content(55%)]"
            key={`${item.regime}:${item.right}`}
          >
            <b>
              <RightName right={item.right} citation={rule?.citation ?? item.regime} law={portal.law} />
            </b>
            <State view={view} item={item} />
            {dates.size > 1 && item.clock && (
              <p className={clsx(WHY, 'text-ink-2')}>{publicReason(item.clock, portal.law)}</p>
            )}
            {item.stoppedAt && (
              <p className="text-sm text-ink-2 @phone:col-start-1">
                {portal.t('status.stopped', {
                  date: describeShortDate(
                    localDateOf(item.stoppedAt.toISOString(), portal.definition.timezone),
                    portal.law,
                  ),
                })}
              </p>
            )}
            {item.carriedOut && <CarriedOut view={view} done={item.carriedOut} />}
            {item.restriction && (
              <p className={WHY}>
                {portal.t(`status.restriction.${item.restriction.standing}`, {
                  on: describeShortDate(item.restriction.on, portal.law),
                })}
              </p>
            )}
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
  item: { answer, standing, progress, waitsForCopy, lastDayOn, statement },
}: {
  view: StatusView;
  item: RightStatus;
}) {
  const over = status.state === 'closed';
  const by = lastDayOn === null ? 'none' : longDate(lastDayOn, locale);
  if (standing === 'open' || answer === null) {
    return (
      <StateWords state={over ? 'done' : 'ok'} shape={over ? CircleDashed : Circle} wrap className={STANDING}>
        {over ? t('status.notAnswered') : t('status.working', { progress, by })}
      </StateWords>
    );
  }
  // Only what an event records as done is called done.
  if (standing === 'agreed') {
    const part = answer.outcome === 'partlyGranted' ? 'yes' : 'no';
    return (
      <StateWords state={over ? 'done' : 'ok'} shape={CircleDashed} wrap className={STANDING}>
        {over
          ? t('status.notDone')
          : waitsForCopy
            ? t('status.afterCopy', { controller: definition.name, by })
            : t('status.agreed', { part, controller: definition.name, by })}
      </StateWords>
    );
  }
  if (standing === 'takenBack')
    return (
      <StateWords state="done" shape={CircleDashed} wrap className={STANDING}>
        {t('status.takenBack')}
      </StateWords>
    );
  const given = standing === 'done' || answer.outcome === 'noData';
  return (
    <StateWords state="done" shape={given ? CircleCheck : CircleX} wrap className={STANDING}>
      {/* A statement says itself what there is, or that there is nothing. */}
      {capital(law(`outcome.${statement ? 'granted' : answer.outcome}`), locale)}
    </StateWords>
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
    <div className={WHY}>
      <p className="text-ink-2">
        {t('status.carriedOut', {
          date: describeShortDate(done.on, law),
          where: new Intl.ListFormat(locale).format(names),
        })}
      </p>
      {done.by !== null && <p>{t('status.lookedAgain', { name: done.by })}</p>}
      <Typed>{done.facts}</Typed>
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
            <span className="text-ink-2">({cite(ground.citation, law)})</span>
          </p>
        ))}
      {facts !== '' && <Typed>{facts}</Typed>}
    </>
  );
}

function Reasons({ view, answer }: { view: StatusView; answer: NonNullable<RightStatus['answer']> }) {
  const { t, locale, definition } = view.portal;
  return (
    <div className={WHY}>
      <p className="text-ink-2">
        {t('status.answeredOn', { date: longDate(localDateOf(answer.at.toISOString(), definition.timezone), locale) })}
      </p>
      <Grounds view={view} grounds={answer.grounds} facts={answer.facts} />
    </div>
  );
}
