import 'server-only';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import { footingsOffered, relationsOffered } from '@/lib/domain/intake/offered';
import { otherCountries, placesOffered } from '@/lib/domain/intake/places';
import { theirIdentifierField } from '@/lib/domain/intake/questions/found-by';
import { identifierField } from '@/lib/domain/intake/questions/who';
import { offeredWishes } from '@/lib/domain/intake/wishes';
import { cite, describePlace } from '@/lib/domain/wording';
import { seesController } from '@/lib/features/staff/ability';
import type { Staff } from '@/lib/features/staff/types/staff';
import { controllers } from '@/lib/platform/controllers/registry';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { translator } from '@/lib/platform/i18n/translator';
import { env } from '@/lib/platform/env';
import type { LogRequestFormProps } from './components/log-request-form';

const publicText = translator('en', 'public');
const law = translator('en', 'law');

const named = (texts: readonly string[], key: (value: string) => string) =>
  texts.map((value) => ({ value, label: key(value) }));

/** Everything with which a field of the form can be wrong, in words, by problem and field. */
const PROBLEM_FIELDS = {
  empty: ['forWhom', 'subjectName', 'relation', 'rights', 'name', 'email', 'place', 'country'],
} as const;

const problems = (): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(PROBLEM_FIELDS.empty.map((field) => [`empty.${field}`, publicText(`problem.empty.${field}`)])),
  'empty.channel': t('log.problem.channel'),
  'mailGone.mailId': t('log.problem.mailGone'),
  'notADate.receivedOn': t('log.problem.receivedOn'),
  'dayOutOfTime.receivedOn': t('log.problem.dayOutOfTime'),
  'emailWithoutAt.email': publicText('problem.emailWithoutAt'),
  'notAnEmail.email': publicText('problem.notAnEmail'),
  'notAPhone.identifier-phone': publicText('problem.notAPhone'),
  'notAPhone.their-phone': publicText('problem.notAPhone'),
});

/** What can be chosen on the way to the form: the controllers that somebody sees, and where a person can live. */
export const loadNewRequestChoices = (staff: Staff) =>
  [...controllers().values()]
    .filter(({ definition }) => seesController(staff, definition.id))
    .map(({ definition: { id, name, establishment } }) => ({
      id,
      name,
      residences: [
        establishment.country,
        ...otherCountries(establishment.country),
        ...placesOffered().filter((place) => place !== 'own' && place !== 'eea'),
      ].map((value) => ({ value, label: describePlace(value, law) })),
    }));

/** The form for one controller and residence; null where somebody does not see that controller. */
export function loadLogRequest(staff: Staff, controllerId: string, residence: string, now = new Date()) {
  const loaded = controllers().get(controllerId);
  if (!loaded || !seesController(staff, controllerId)) return null;
  const { definition, intake } = loaded;
  const today = localDateOf(now.toISOString(), definition.timezone);
  const wishes = offeredWishes({ forWhom: 'self', residence }, intake, today);
  const elsewhere = wishes.filter(({ rights }) => rights.some(({ rule }) => rule.asksFor !== undefined));
  const form: LogRequestFormProps = {
    controllerId,
    residence,
    today,
    wishes: wishes
      .filter((wish) => !elsewhere.includes(wish))
      .map(({ id, rights: [first, ...rest] }) => ({
        value: id,
        label: `${law(first.labels.plain)} (${[first, ...rest].map(({ citation }) => cite(citation, law)).join('; ')})`,
      })),
    footings: named(footingsOffered(intake, today), (footing) => t(`person.forWhom.${footing}`)),
    relations: named(
      (['child', 'someoneElse', 'deceased'] as const).flatMap((forWhom) => relationsOffered({ forWhom, residence })),
      (relation) => t(`person.mandate.${relation}`),
    ),
    identifiers: intake.identifiers
      .filter(({ kind }) => kind !== 'email')
      .map(({ kind, label }) => ({ value: identifierField(kind), label: label?.en ?? kindName(kind) })),
    theirs: intake.identifiers.map(({ kind, label }) => ({
      value: theirIdentifierField(kind),
      label: t('person.theirs', { kind: label?.en ?? kindName(kind) }),
    })),
    problems: problems(),
  };
  return {
    controller: definition.name,
    residence: describePlace(residence, law),
    form,
    // What the law ties to one form of its own is not entered here: the person is sent to it.
    elsewhere:
      elsewhere.length === 0
        ? null
        : {
            link: `${env().BASE_URL}/${controllerId}/en/request/for-whom`,
            statement: definition.texts.californiaStatement?.en ?? '',
          },
  };
}

const kindName = (kind: string): string => (kind === 'phone' || kind === 'email' ? t(`person.${kind}`) : kind);
