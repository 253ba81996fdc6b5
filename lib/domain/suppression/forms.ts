import { phoneForms, wantedPhoneForms } from '../search/phone';
import { accountForm, emailForm } from '../search/wanted';

/** The forms under which an erased identifier is kept, keyed: what people vary without meaning another person is folded. */
export function suppressedForms(kind: string, value: string): readonly string[] {
  if (kind === 'phone' || kind === 'phone_number') return phoneForms(value);
  return [kind === 'email' ? emailForm(value) : accountForm(value)].filter((form) => form !== '');
}

/** The forms under which an identifier that somebody brings may have been kept. */
export const soughtForms = (kind: string, value: string): readonly string[] =>
  kind === 'phone' || kind === 'phone_number' ? wantedPhoneForms(value) : suppressedForms(kind, value);
