import type { Fields } from '@/lib/platform/form-likeness';

// React's own fields, ids and versions that the page writes by itself, and what is chosen rather than written: it stands in the form, or is chosen anew.
const NOT_WRITTEN =
  /^\$|Ids?$|^(seenVersion|step|seen|back|audience|insteadOf|filters|calendar|change|case|rule|way|method|outcome|confirmed|systems|reasons?|means|scope|doubt|cause|kind|ground|roles|collection|recordNo|field|passage)$|^grounds/;

/** What somebody wrote in their own words, of all that a form sends. */
export const writtenIn = (fields: Fields): Fields =>
  fields.filter(([name, value]) => value.trim() !== '' && !NOT_WRITTEN.test(name));

/** Everything a form sent as text. */
export const fieldsOf = (form: FormData): Fields =>
  [...form].flatMap(([name, value]) =>
    typeof value === 'string' && !name.startsWith('$') ? [[name, value] as const] : [],
  );
