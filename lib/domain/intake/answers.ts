import type { SubmittedAnswers } from './schema';

/** For whom the request is made. Everyone but the person themselves shows a mandate later. */
export const FOR_WHOM = ['self', 'child', 'someoneElse', 'deceased'] as const;

export type ForWhom = (typeof FOR_WHOM)[number];

/** On what footing somebody acts for another; the desk asks to be shown the mandate. */
export const RELATIONS = {
  self: [],
  child: ['parent', 'guardian'],
  someoneElse: ['authorised', 'legalRepresentative', 'authorisedAgent'],
  deceased: ['heir', 'family', 'legalInterest'],
} as const satisfies Record<ForWhom, readonly string[]>;

/** By these somebody acts by leave of the person, who can be asked for it; a court's order is shown by the order. */
export const BY_THEIR_LEAVE: readonly string[] = ['authorised', 'authorisedAgent'];

/** What has been answered so far: any part of what is sent in the end. */
export type DraftAnswers = { readonly [K in keyof SubmittedAnswers]?: SubmittedAnswers[K] | undefined };

/** Whether somebody asks for themselves; so it is taken until they say. */
export const asksForSelf = ({ forWhom = 'self' }: DraftAnswers): boolean => forWhom === 'self';

/** A form as the browser sends it: one text for each field, several where boxes may be ticked together. */
export type RawForm = Readonly<Record<string, string | readonly string[]>>;

export const textOf = (raw: RawForm, field: string): string => {
  const value = raw[field];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
};

export const textsOf = (raw: RawForm, field: string): readonly string[] => {
  const value = raw[field];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
};
