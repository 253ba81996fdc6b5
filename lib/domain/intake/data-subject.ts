import type { SubmittedAnswers } from './schema';

/** The person whose data it is (Art. 4(1) GDPR), and what they can be found by: one value for each kind of identifier. */
export type DataSubject = { readonly name: string; readonly identifiers: Readonly<Record<string, string>> };

type Asking = Pick<SubmittedAnswers, 'forWhom' | 'name' | 'email' | 'identifiers' | 'subject'>;

const sameAddress = (one: string, other: string): boolean =>
  one.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase();

/**
 * Whose data a request is about. Whoever acts for another is written to at their own address, and by that address nothing is searched:
 * it would bring their own data into another person's copy.
 */
export function dataSubjectOf({ forWhom, name, email, identifiers, subject }: Asking): DataSubject {
  if (forWhom === 'self') return { name, identifiers: { ...identifiers, email } };
  const theirs = Object.entries(subject?.identifiers ?? {}).filter(
    ([kind, value]) => kind !== 'email' || !sameAddress(value, email),
  );
  return { name: subject?.name ?? '', identifiers: Object.fromEntries(theirs) };
}

/** Whether whoever acts for another gave their own address as that person's. */
export const gaveOwnAddress = ({
  email,
  subject,
}: {
  email?: string | undefined;
  subject?: SubmittedAnswers['subject'];
}): boolean =>
  email !== undefined && subject?.identifiers?.email !== undefined && sameAddress(subject.identifiers.email, email);
