import { asksForSelf } from '../answers';
import { gaveOwnAddress } from '../data-subject';
import { identifierFields } from '../fields/schema';
import type { SummaryLine } from '../summary';
import type { Question } from './question';

/** Name of the form's field for an identifier of the person that somebody acts for. */
export const theirIdentifierField = (kind: string): string => `their-${kind}`;

/** By what the person is found for whom somebody acts: kept with that person. */
export const FOUND_BY_QUESTION: Question<Record<never, never>> = {
  answers: {},
  concerns: ({ answers }) => !asksForSelf(answers),
  isAnswered: ({ answers: { subject } }) => subject?.identifiers !== undefined,
  // None is required: a parent need not know with which number a child signed up, and is then asked what else there is to go by.
  page: ({ controller, answers: { subject } }) =>
    identifierFields(
      controller.identifiers.map(({ kind }) => ({ kind, required: false })),
      theirIdentifierField,
    ).transform((identifiers) => ({ subject: subject && { ...subject, identifiers } })),
  summary: ({ answers }) => {
    const { subject } = answers;
    if (!subject) return [];
    const given = Object.entries(subject.identifiers ?? {});
    const own = gaveOwnAddress(answers);
    const lines = given.map(([kind, value]): SummaryLine => ({
      part: 'subject',
      label: { identifier: kind },
      value: { written: value, note: kind === 'email' && own ? { key: 'foundBy.ownAddress' } : undefined },
    }));
    // By their own address nobody else is found.
    if (given.length > (own ? 1 : 0)) return lines;
    return [
      ...lines,
      { part: 'subject', label: { key: 'foundBy.label' }, value: { said: [{ key: 'foundBy.unknown' }] } },
    ];
  },
};
