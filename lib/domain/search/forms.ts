import type { SubmittedAnswers } from '../intake/schema';
import { beginningsOf, nameWords } from './name';
import { phoneForms } from './phone';
import { referenceGroups } from './reference';
import { accountForm, emailForm } from './wanted';

export type SearchForm = {
  readonly kind: 'email' | 'phone' | 'name' | 'beginning' | 'account' | 'reference';
  readonly form: string;
};

/** Counts up whenever the forms below change: cases that were indexed by older ones are indexed anew. */
export const FORMS_VERSION = 4;

/** Everything by which a case can be found, each once. */
export function searchForms(
  reference: string,
  { name, email, identifiers, subject }: Pick<SubmittedAnswers, 'name' | 'email' | 'identifiers' | 'subject'>,
): SearchForm[] {
  // Another person's address is left out: by it, requests from the same sender are told from others.
  const { email: _, phone, ...others } = { ...identifiers, ...subject?.identifiers };
  const words = [name, subject?.name ?? ''].flatMap(nameWords);
  const forms: SearchForm[] = [
    ...referenceGroups(reference).map((form) => ({ kind: 'reference', form }) as const),
    { kind: 'email', form: emailForm(email) },
    ...(phone ? phoneForms(phone) : []).map((form) => ({ kind: 'phone', form }) as const),
    ...Object.values(others).map((value) => ({ kind: 'account', form: accountForm(value) }) as const),
    ...words.map((form) => ({ kind: 'name', form }) as const),
    ...words.flatMap(beginningsOf).map((form) => ({ kind: 'beginning', form }) as const),
  ];
  return [...new Map(forms.map((one) => [`${one.kind} ${one.form}`, one])).values()];
}
