import { CircleCheck, CircleDashed, History } from 'lucide-react';
import Link from 'next/link';
import { Fragment } from 'react';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import { gaveOwnAddress } from '@/lib/domain/intake/data-subject';
import type { SubmittedAnswers } from '@/lib/domain/intake/schema';
import { daysInWords, deskFacts } from '@/lib/domain/intake/summary';
import { childRulesFor } from '@/lib/domain/law/remedies';
import type { CasePage, EarlierRequest } from '@/lib/features/cases/types/page';
import type { AddedIdentifier } from '@/lib/features/case-file/data/identifiers';
import { dateAndTime, longDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';

/** Who asks, and how we know. */
export function PersonPanels({ page, area }: { page: CasePage; area: 'desk' | 'dpo' }) {
  const { answers, current, identity, emailConfirmed, timezone } = page;
  return (
    <>
      <section className="panel" aria-labelledby="who">
        <h2 id="who">{t('person.heading')}</h2>
        {answers === null ? (
          <p className="muted">{t('person.forgotten')}</p>
        ) : (
          <dl className="facts">
            <dt>{t('person.name')}</dt>
            <dd lang={current.locale}>{answers.name}</dd>
            <dt>{t('person.actsFor')}</dt>
            <dd>{t(`person.forWhom.${answers.forWhom}`)}</dd>
            <dt>{t('person.livesIn')}</dt>
            <dd>{page.residence}</dd>
            <dt>{t('person.email')}</dt>
            <dd>
              {answers.email}{' '}
              <span className="faint">{t(emailConfirmed ? 'person.confirmed' : 'person.notConfirmed')}</span>
            </dd>
            {answers.forWhom === 'self' &&
              Object.entries(answers.identifiers).map(([kind, value]) => (
                <Identifier key={kind} kind={kind} value={value} />
              ))}
            <Subject answers={answers} added={page.added} />
            <Situation answers={answers} />
            <dt>{t('person.language')}</dt>
            <dd>{t(`language.${current.locale}`)}</dd>
            {answers.details && (
              <>
                <dt>{t('person.details')}</dt>
                <dd lang={current.locale}>{answers.details}</dd>
              </>
            )}
          </dl>
        )}
      </section>
      {page.earlier.length > 0 && <Earlier requests={page.earlier} area={area} />}
      {answers && (answers.forWhom === 'child' || answers.young) && (
        <ChildRules page={page} residence={answers.residence} />
      )}
      <section className="panel" aria-labelledby="verification">
        <h2 id="verification">{t('verification.heading')}</h2>
        {identity ? (
          <>
            <p className="state state--wrap" data-state="done">
              <CircleCheck className="i" aria-hidden="true" />
              {t(`identity.method.${identity.method}.done`)}
            </p>
            <p className="small muted">
              {t('verification.by', {
                name: identity.by ?? t('who.portal'),
                at: dateAndTime(identity.at, 'en', timezone),
              })}
            </p>
          </>
        ) : (
          <p className="state state--wrap">
            <CircleDashed className="i" aria-hidden="true" />
            {t(emailConfirmed ? 'verification.pending' : 'verification.waitsForEmail')}
          </p>
        )}
      </section>
    </>
  );
}

/** Whether a request repeats an earlier one is weighed with these in hand (Art. 12(5) GDPR; Cal. Civ. Code 1798.130(b), 1798.83(c)(1)). */
const Earlier = ({ requests, area }: { requests: readonly EarlierRequest[]; area: 'desk' | 'dpo' }) => (
  <section className="panel" aria-labelledby="earlier">
    <h2 id="earlier">{t('earlier.heading')}</h2>
    <p className="small muted">{t('earlier.hint')}</p>
    <ul className="rows">
      {requests.map(({ id, reference, receivedOn, state, how }) => (
        <li key={id}>
          <History className="i" aria-hidden="true" />
          <span>
            <Link className="ref" href={`/${area}/cases/${id}`} prefetch={false}>
              {reference}
            </Link>{' '}
            <span className="faint">{t('earlier.received', { on: longDate(receivedOn, 'en') })}</span>
          </span>
          <span>{how ? t(`earlier.how.${how}`) : t(`state.${state}`)}</span>
        </li>
      ))}
    </ul>
  </section>
);

const Identifier = ({
  kind,
  value,
  of = false,
  note,
}: {
  kind: string;
  value: string;
  of?: boolean;
  note?: string | undefined;
}) => {
  const name = kind === 'phone' || kind === 'email' ? t(`person.${kind}`) : kind;
  return (
    <div className="facts__row">
      <dt>{of ? t('person.theirs', { kind: name }) : name}</dt>
      <dd>
        {value} {note && <span className="faint">{note}</span>}
      </dd>
    </div>
  );
};

/** Whose data it is, where the requester acts for another, and all that they can be found by: nothing else is searched. */
function Subject({ answers, added }: { answers: SubmittedAnswers; added: readonly AddedIdentifier[] }) {
  const { subject } = answers;
  const own = gaveOwnAddress(answers);
  const given = Object.entries(subject?.identifiers ?? {});
  return (
    <>
      {subject && <dt>{t('person.subject')}</dt>}
      {subject && (
        <dd>
          {subject.name} <span className="faint">{t(`person.mandate.${subject.relation}`)}</span>
        </dd>
      )}
      {given.map(([kind, value]) => (
        <Identifier
          key={kind}
          kind={kind}
          value={value}
          of
          note={kind === 'email' && own ? t('person.ownAddress') : undefined}
        />
      ))}
      {added.map(({ kind, value }) => (
        <Identifier
          key={`${kind} ${value}`}
          kind={kind}
          value={value}
          of={subject !== undefined}
          note={t('person.added')}
        />
      ))}
      {subject && given.length + added.length === 0 && <dd className="muted">{t('person.notFindable')}</dd>}
    </>
  );
}

/** What the form asked only because the law makes something of it. */
const Situation = ({ answers }: { answers: SubmittedAnswers }) =>
  deskFacts(answers).map(({ label, value: { key, values } }) => (
    <Fragment key={label}>
      <dt>{t(label)}</dt>
      <dd>
        {t(
          key,
          daysInWords(values, (on) => longDate(on, 'en')),
        )}
      </dd>
    </Fragment>
  ));

/** What the law has to say when a child asks, or a parent for one. */
function ChildRules({ page: { current, timezone }, residence }: { page: CasePage; residence: string }) {
  const rules = childRulesFor(
    current.rights.map(({ regime }) => regime),
    residence,
    localDateOf(current.receivedAt, timezone),
  );
  return (
    <section className="panel" aria-labelledby="child">
      <h2 id="child">{t('person.child')}</h2>
      <ul className="bullets">
        {rules.map(({ id, text, citation, verified }) => (
          <li key={id}>
            {text}{' '}
            <span className="faint">
              {citation} ({t(`person.verified.${verified}`)})
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
