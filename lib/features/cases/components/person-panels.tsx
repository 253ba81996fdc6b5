import { CircleDashed, History } from 'lucide-react';
import Link from 'next/link';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import { gaveOwnAddress } from '@/lib/domain/intake/data-subject';
import type { SubmittedAnswers } from '@/lib/domain/intake/schema';
import { daysInWords, type Phrase } from '@/lib/domain/intake/summary';
import type { MandateWork } from '@/lib/domain/case/types';
import type { Locale } from '@/lib/domain/locale';
import { childRulesFor } from '@/lib/domain/law/remedies';
import type { CasePage, EarlierRequest } from '@/lib/features/cases/types/page';
import type { AddedIdentifier } from '@/lib/features/case-file/data/identifiers';
import { dateAndTime, longDate } from '@/lib/platform/i18n/dates';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { languageNames } from '@/lib/platform/i18n/language-name';
import { Panel } from '@/lib/ui/panel';
import { Bullets, Row, Fact, Facts } from '@/lib/ui/lists';
import { Reference } from '@/lib/ui/marks';
import { StateWords } from '@/lib/ui/state';

/** Who asks, and how we know. */
export function PersonPanels({ page, area }: { page: CasePage; area: 'desk' | 'dpo' }) {
  const { answers, current, identity, emailConfirmed, timezone } = page;
  return (
    <>
      <Panel id="who" heading={t('person.heading')}>
        {answers === null ? (
          <p className="text-ink-2">{t('person.forgotten')}</p>
        ) : (
          <Facts>
            <Fact label={t('person.name')} lang={current.locale}>
              {answers.name}
            </Fact>
            <Fact label={t('person.actsFor')}>{t(`person.forWhom.${answers.forWhom}`)}</Fact>
            <Fact label={t('person.livesIn')}>{page.residence}</Fact>
            <Fact label={t('person.email')}>
              {answers.email}{' '}
              <span className="text-ink-3">{t(emailConfirmed ? 'person.confirmed' : 'person.notConfirmed')}</span>
            </Fact>
            {answers.forWhom === 'self' &&
              Object.entries(answers.identifiers).map(([kind, value]) => (
                <Identifier key={kind} kind={kind} value={value} />
              ))}
            <Subject answers={answers} added={page.added} />
            <Situation facts={page.facts} locale={current.locale} />
            <Fact label={t('person.language')}>{languageNames([current.locale], 'en')}</Fact>
            {answers.details && (
              <>
                <Fact label={t('person.details')} lang={current.locale}>
                  {answers.details}
                </Fact>
              </>
            )}
          </Facts>
        )}
      </Panel>
      {page.earlier.length > 0 && <Earlier requests={page.earlier} area={area} />}
      {answers && (answers.forWhom === 'child' || answers.young) && (
        <ChildRules page={page} residence={answers.residence} />
      )}
      <Panel id="verification" heading={t('verification.heading')}>
        {current.mandate && <MandateState mandate={current.mandate} />}
        {identity ? (
          <>
            <StateWords state="done" wrap>
              {t(`identity.method.${identity.method}.done`)}
            </StateWords>
            <p className="text-sm text-ink-2">
              {t('verification.by', {
                name: identity.by ?? t('who.portal'),
                at: dateAndTime(identity.at, 'en', timezone),
              })}
            </p>
          </>
        ) : (
          <StateWords shape={CircleDashed} wrap>
            {t(emailConfirmed ? 'verification.pending' : 'verification.waitsForEmail')}
          </StateWords>
        )}
      </Panel>
    </>
  );
}

const MANDATE_LOOKS = { asked: undefined, unanswered: 'soon', confirmed: 'done', stopped: 'late' } as const;

/** What the person whose data it is says of whoever acts for them. */
function MandateState({ mandate: { state, undelivered } }: { mandate: MandateWork }) {
  const lost = state === 'asked' && undelivered;
  const look = lost ? 'soon' : MANDATE_LOOKS[state];
  const said = t(`mandate.${lost ? 'undelivered' : state}`);
  return look ? (
    <StateWords state={look} wrap>
      {said}
    </StateWords>
  ) : (
    <StateWords shape={CircleDashed} wrap>
      {said}
    </StateWords>
  );
}

/** Whether a request repeats an earlier one is weighed with these in hand (Art. 12(5) GDPR; Cal. Civ. Code 1798.130(b), 1798.83(c)(1)). */
const Earlier = ({ requests, area }: { requests: readonly EarlierRequest[]; area: 'desk' | 'dpo' }) => (
  <Panel id="earlier" heading={t('earlier.heading')}>
    <p className="text-sm text-ink-2">{t('earlier.hint')}</p>
    <ul>
      {requests.map(({ id, reference, receivedOn, state, how }) => (
        <Row icon={History} key={id}>
          <span>
            <Link href={`/${area}/cases/${id}`} prefetch={false}>
              <Reference>{reference}</Reference>
            </Link>{' '}
            <span className="text-ink-3">{t('earlier.received', { on: longDate(receivedOn, 'en') })}</span>
          </span>
          <span>{how ? t(`earlier.how.${how}`) : t(`state.${state}`)}</span>
        </Row>
      ))}
    </ul>
  </Panel>
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
    <Fact label={of ? t('person.theirs', { kind: name }) : name}>
      {value} {note && <span className="text-ink-3">{note}</span>}
    </Fact>
  );
};

/** Whose data it is, where the requester acts for another, and all that they can be found by: nothing else is searched. */
function Subject({ answers, added }: { answers: SubmittedAnswers; added: readonly AddedIdentifier[] }) {
  const { subject } = answers;
  const own = gaveOwnAddress(answers);
  const given = Object.entries(subject?.identifiers ?? {});
  return (
    <>
      {subject && (
        <Fact label={t('person.subject')}>
          {subject.name} <span className="text-ink-3">{t(`person.mandate.${subject.relation}`)}</span>
        </Fact>
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
      {subject && given.length + added.length === 0 && <dd className="text-ink-2">{t('person.notFindable')}</dd>}
    </>
  );
}

/** What the form asked only because the law makes something of it. */
const Situation = ({ facts, locale }: { facts: CasePage['facts']; locale: Locale }) =>
  facts.map(({ label, value }) => (
    <Fact key={label} label={t(label)} {...('prose' in value && { lang: locale })}>
      {'prose' in value ? (
        value.prose
      ) : 'named' in value ? (
        <Bullets>
          {value.named.map((one) => {
            const name = 'key' in one ? say(one) : typeof one.text === 'string' ? one.text : one.text.en;
            return <li key={name}>{name}</li>;
          })}
        </Bullets>
      ) : (
        say(value)
      )}
    </Fact>
  ));

const say = ({ key, values }: Phrase): string =>
  t(
    key,
    daysInWords(values, (on) => longDate(on, 'en')),
  );

/** What the law has to say when a child asks, or a parent for one. */
function ChildRules({ page: { current, timezone }, residence }: { page: CasePage; residence: string }) {
  const rules = childRulesFor(
    current.rights.map(({ regime }) => regime),
    residence,
    localDateOf(current.receivedAt, timezone),
  );
  return (
    <Panel id="child" heading={t('person.child')}>
      <Bullets>
        {rules.map(({ id, text, citation, verified }) => (
          <li key={id}>
            {text}{' '}
            <span className="text-ink-3">
              {citation} ({t(`person.verified.${verified}`)})
            </span>
          </li>
        ))}
      </Bullets>
    </Panel>
  );
}
