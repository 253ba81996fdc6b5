import { z } from 'zod';
import type { Identifier } from '../../controller/types';
import { needsSmtpUtf8 } from '../address';
import { asksForSelf, type DraftAnswers } from '../answers';
import { emailAnswer, field, identifierFields, identifiersAnswer, nameAnswer } from '../fields/schema';
import type { IntakeController } from '../offered';
import type { SummaryLine } from '../summary';
import type { Question } from './question';

const answers = {
  name: nameAnswer,
  email: emailAnswer,
  /** The requester's own, by kind as the controller's definition asks: phone, account name. Empty where they act for another. */
  identifiers: identifiersAnswer,
};

/** Name of the form's field for one of the controller's identifiers. */
export const identifierField = (kind: string): string => `identifier-${kind}`;

const asked = (answers: DraftAnswers, { identifiers }: IntakeController): readonly Identifier[] =>
  asksForSelf(answers) ? identifiers.filter(({ kind }) => kind !== 'email') : [];

export const WHO_QUESTION: Question<typeof answers> = {
  answers,
  concerns: () => true,
  isAnswered: ({ answers, controller }) =>
    answers.name !== undefined &&
    answers.email !== undefined &&
    asked(answers, controller).every(({ kind, required }) => !required || answers.identifiers?.[kind] !== undefined),
  page: ({ answers, controller, asciiMail = false }) => {
    // The requester's own address has to be one that our mails reach: whoever is told at once can give another.
    const email = emailAnswer.refine((address) => !asciiMail || !needsSmtpUtf8(address), 'emailOutOfReach');
    const identifiers = identifierFields(asked(answers, controller), identifierField);
    return z
      .object({ name: field(nameAnswer), email: field(email) })
      .and(identifiers.transform((given) => ({ identifiers: given })));
  },
  sends: ({ name, email, identifiers, ...others }) => ({
    name,
    email,
    identifiers: (asksForSelf(others) && identifiers) || {},
  }),
  summary: ({ answers: { name, email, identifiers } }) => {
    const line = (label: SummaryLine['label'], written: string): SummaryLine => ({
      part: 'requester',
      label,
      value: { written },
    });
    return [
      ...(name ? [line({ key: 'who.name' }, name)] : []),
      ...(email ? [line({ key: 'who.email' }, email)] : []),
      ...Object.entries(identifiers ?? {}).map(([kind, value]) => line({ identifier: kind }, value)),
    ];
  },
};
