import { type LocalDate, parseLocalDate } from '../calendar/local-date';
import type { Identifier } from '../controller/types';
import type { Locale } from '../locale';
import { needsSmtpUtf8 } from './address';
import { asksForSelf, type DraftAnswers, type RawForm, textOf, textsOf } from './answers';
import { asciiDigits, withoutUnseen } from './clean';
import type { QuestionId } from './journey';
import {
  agesAsked,
  footingsOffered,
  type IntakeController,
  lookbackOf,
  offeredRights,
  pairOf,
  relationsAsked,
  relationsOffered,
} from './offered';
import { otherCountries, PLACES } from './places';
import { PERIODS } from './schema';
import {
  type AnswerProblem,
  checkCaliforniaZip,
  checkChoice,
  checkEmail,
  checkLine,
  checkPhone,
  checkProse,
  type Checked,
} from './text';

/** A problem and the field of the page that has it. */
export type FieldProblem = AnswerProblem & { readonly field: string };

export type CheckedAnswer =
  | { readonly ok: true; readonly answers: DraftAnswers }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

export type AnswerContext = {
  readonly controller: IntakeController;
  readonly locale: Locale;
  readonly on: LocalDate;
  /** Whether our mail server is known to take ASCII alone before the @ of an address. */
  readonly asciiMail?: boolean;
};

/** Longest texts, in UTF-16 units; the schema of the whole request has the same. */
export const LONGEST = { line: 200, city: 100, details: 4000 } as const;

/** Gathers what is right and what is wrong of several fields, so that all of it is said at once. */
class Fields {
  readonly problems: FieldProblem[] = [];

  take<T>(field: string, checked: Checked<T>): T | undefined {
    if (checked.ok) return checked.value;
    this.problems.push({ field, ...checked.problem });
    return undefined;
  }

  with(answers: DraftAnswers): CheckedAnswer {
    return this.problems.length > 0 ? { ok: false, problems: this.problems } : { ok: true, answers };
  }
}

/** Name of the form's field for one of the controller's identifiers. */
export const identifierField = (kind: string): string => `identifier-${kind}`;

/** Name of the form's field for an identifier of the person that somebody acts for. */
export const theirIdentifierField = (kind: string): string => `their-${kind}`;

const asked = (controller: IntakeController): readonly Identifier[] =>
  controller.identifiers.filter(({ kind }) => kind !== 'email');

function checkIdentifier(kind: string, text: string): Checked<string> {
  if (kind === 'email') return checkEmail(text);
  return kind === 'phone' ? checkPhone(text, LONGEST.line) : checkLine(text, LONGEST.line);
}

/** The requester's own address has to be one that our mails reach: whoever is told at once can give another. */
function checkOwnEmail(raw: RawForm, asciiMail: boolean): Checked<string> {
  const checked = checkEmail(textOf(raw, 'email'));
  return checked.ok && asciiMail && needsSmtpUtf8(checked.value)
    ? { ok: false, problem: { key: 'emailOutOfReach' } }
    : checked;
}

function checkWho(
  raw: RawForm,
  answers: DraftAnswers,
  { controller, asciiMail = false }: AnswerContext,
): CheckedAnswer {
  const fields = new Fields();
  const name = fields.take('name', checkLine(textOf(raw, 'name'), LONGEST.line));
  const email = fields.take('email', checkOwnEmail(raw, asciiMail));
  const identifiers: Record<string, string> = {};
  for (const { kind, required } of asksForSelf(answers) ? asked(controller) : []) {
    const field = identifierField(kind);
    const text = textOf(raw, field);
    if (text.trim() === '' && !required) continue;
    const value = fields.take(field, checkIdentifier(kind, text));
    if (value !== undefined) identifiers[kind] = value;
  }
  return fields.with({ ...answers, name, email, identifiers });
}

/** None is required: a parent need not know with which number a child signed up, and is then asked what else there is to go by. */
function checkFoundBy(raw: RawForm, answers: DraftAnswers, { controller }: AnswerContext): CheckedAnswer {
  const fields = new Fields();
  const identifiers: Record<string, string> = {};
  for (const { kind } of controller.identifiers) {
    const text = textOf(raw, theirIdentifierField(kind));
    const value = text.trim() === '' ? undefined : fields.take(theirIdentifierField(kind), checkIdentifier(kind, text));
    if (value !== undefined) identifiers[kind] = value;
  }
  return fields.with({ ...answers, subject: answers.subject && { ...answers.subject, identifiers } });
}

function checkWhose(raw: RawForm, answers: DraftAnswers): CheckedAnswer {
  const fields = new Fields();
  const name = fields.take('subjectName', checkLine(textOf(raw, 'subjectName'), LONGEST.line));
  const relation = fields.take('relation', checkChoice<string>(textOf(raw, 'relation'), relationsOffered(answers)));
  // Another name is another person: by what the first was to be found, the second is not.
  const identifiers = name === answers.subject?.name ? answers.subject?.identifiers : undefined;
  return fields.with({
    ...answers,
    subject: name !== undefined && relation !== undefined ? { name, relation, identifiers } : undefined,
  });
}

function checkResidence(raw: RawForm, answers: DraftAnswers, { controller }: AnswerContext): CheckedAnswer {
  const fields = new Fields();
  // Whoever has chosen a country of the list has said that it is one of those.
  const button = textOf(raw, 'place') || (textOf(raw, 'country') === '' ? '' : 'eea');
  const place = fields.take('place', checkChoice(button, PLACES));
  const own = controller.establishment.country;
  const country =
    place === 'eea' ? fields.take('country', checkChoice(textOf(raw, 'country'), otherCountries(own))) : undefined;
  return fields.with({ ...answers, residence: place === 'own' ? own : place === 'eea' ? country : place });
}

function checkRights(raw: RawForm, answers: DraftAnswers, { controller, on }: AnswerContext): CheckedAnswer {
  const fields = new Fields();
  const chosen = new Set(textsOf(raw, 'rights'));
  const rights = offeredRights(answers, controller, on)
    .map(pairOf)
    .filter((pair) => chosen.has(pair));
  if (rights.length === 0) fields.problems.push({ field: 'rights', key: 'empty' });
  const details = fields.take('details', checkProse(textOf(raw, 'details'), LONGEST.details));
  return fields.with({ ...answers, rights, details });
}

function checkCalifornia(raw: RawForm, answers: DraftAnswers, { controller, locale }: AnswerContext): CheckedAnswer {
  const fields = new Fields();
  const street = fields.take('street', checkLine(textOf(raw, 'street'), LONGEST.line));
  const city = fields.take('city', checkLine(textOf(raw, 'city'), LONGEST.city));
  const zip = fields.take('zip', checkCaliforniaZip(textOf(raw, 'zip')));
  const affirmed = textOf(raw, 'affirmed') === 'yes';
  if (!affirmed) fields.problems.push({ field: 'affirmed', key: 'empty' });
  // The statement is ours to place: a request without it need not be honoured, so it cannot be left out.
  const statement = controller.texts.californiaStatement?.[locale] ?? '';
  const whole = street !== undefined && city !== undefined && zip !== undefined && affirmed;
  return fields.with({
    ...answers,
    california: whole ? { statement, street, city, state: 'CA', zip, affirmed: true } : undefined,
  });
}

/** The parts of a date as a person writes them; 1 and 01 are the same month. */
function checkDay(raw: RawForm, field: string, earliestOn: LocalDate, today: LocalDate): Checked<LocalDate> {
  const [year, month, day] = ['year', 'month', 'day'].map((part) =>
    asciiDigits(withoutUnseen(textOf(raw, `${field}-${part}`))),
  );
  if (!year && !month && !day) return { ok: false, problem: { key: 'empty' } };
  const on = parseLocalDate(`${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`);
  if (!on) return { ok: false, problem: { key: 'notADate' } };
  if (on < earliestOn) return { ok: false, problem: { key: 'tooEarly', values: { earliestOn } } };
  return on <= today ? { ok: true, value: on } : { ok: false, problem: { key: 'inFuture' } };
}

function checkPeriod(raw: RawForm, answers: DraftAnswers, { controller, on }: AnswerContext): CheckedAnswer {
  const fields = new Fields();
  const of = fields.take('period', checkChoice(textOf(raw, 'period'), PERIODS));
  const lookback = lookbackOf(answers, controller, on);
  // Nobody is asked who chose nothing that reaches back; what is sent all the same changes nothing.
  if (!lookback || of === undefined) return fields.with(answers);
  if (of !== 'since') return fields.with({ ...answers, period: { of } });
  const since = fields.take('since', checkDay(raw, 'since', lookback.earliestOn, on));
  return fields.with({ ...answers, period: since && { of, on: since } });
}

/** Checks one page as the browser sent it against what that page offers, and adds it to the answers. */
export function checkAnswer(
  question: QuestionId,
  raw: RawForm,
  answers: DraftAnswers,
  context: AnswerContext,
): CheckedAnswer {
  switch (question) {
    case 'for-whom': {
      const fields = new Fields();
      const forWhom = fields.take(
        'forWhom',
        checkChoice(textOf(raw, 'forWhom'), footingsOffered(context.controller, context.on)),
      );
      // Another footing is another person: what was said of the first does not pass to the second.
      const same = forWhom === answers.forWhom;
      const young = forWhom === 'self' && textOf(raw, 'young') === 'yes' ? true : undefined;
      return fields.with({
        ...answers,
        forWhom,
        young,
        ...(!same && { subject: undefined, ageBand: undefined, identifiers: undefined }),
      });
    }
    case 'whose':
      return checkWhose(raw, answers);
    case 'found-by':
      return checkFoundBy(raw, answers, context);
    case 'residence':
      return checkResidence(raw, answers, context);
    case 'age': {
      const fields = new Fields();
      return fields.with({
        ...answers,
        ageBand: fields.take(
          'ageBand',
          checkChoice(textOf(raw, 'ageBand'), agesAsked(answers, context.controller, context.on)),
        ),
      });
    }
    case 'relation': {
      const fields = new Fields();
      return fields.with({
        ...answers,
        relation: fields.take(
          'connection',
          checkChoice(textOf(raw, 'connection'), relationsAsked(answers, context.controller, context.on)),
        ),
      });
    }
    case 'period':
      return checkPeriod(raw, answers, context);
    case 'rights':
      return checkRights(raw, answers, context);
    case 'who':
      return checkWho(raw, answers, context);
    case 'california':
      return checkCalifornia(raw, answers, context);
    default:
      return question satisfies never;
  }
}
