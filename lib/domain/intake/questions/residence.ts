import { z } from 'zod';
import { field } from '../fields/schema';
import { otherCountries, placesOffered } from '../places';
import type { Question } from './question';

const answers = {
  /** ISO 3166 country or `US-CA`; `ZZ` for elsewhere, `XX` for untold, both codes that ISO leaves to its users. */
  residence: z.string().regex(/^[A-Z]{2}(-[A-Z]{2})?$/, 'empty'),
};

export const RESIDENCE_QUESTION: Question<typeof answers> = {
  answers,
  concerns: () => true,
  isAnswered: ({ answers: { residence } }) => residence !== undefined,
  page: ({ controller, law }) => {
    const own = controller.establishment.country;
    return z.object({ place: field(z.string()), country: field(z.string()) }).transform((sent, context) => {
      // Whoever has chosen a country of the list has said that it is one of those.
      const button = sent.place || (sent.country === '' ? '' : 'eea');
      const place = placesOffered(law).find((offered) => offered === button);
      const residence =
        place === 'own' ? own : place === 'eea' ? otherCountries(own).find((one) => one === sent.country) : place;
      if (residence !== undefined) return { residence };
      context.addIssue({ code: 'custom', message: 'empty', path: [place === 'eea' ? 'country' : 'place'] });
      return z.NEVER;
    });
  },
  summary: ({ answers: { residence, forWhom = 'self' } }) =>
    residence
      ? [{ part: 'situation', label: { key: 'check.residence', values: { forWhom } }, value: { residence } }]
      : [],
};
