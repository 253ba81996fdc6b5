import { describeShortDate } from '@/lib/domain/wording';
import type { FieldProblem } from '@/lib/domain/intake/problems';
import { daysInWords, type Phrase } from '@/lib/domain/intake/summary';
import type { Portal } from '../portal';

/** Label of one of the controller's identifiers, in its own words or ours. */
export const identifierLabel = ({ definition, locale, t }: Portal, kind: string): string => {
  const label = definition.identifiers.find((identifier) => identifier.kind === kind)?.label;
  if (label) return label[locale];
  return kind === 'email' ? t('field.email') : t(`field.identifier.${kind === 'phone' ? 'phone' : 'other'}`);
};

/** The same of the person that somebody acts for. */
export const theirIdentifierLabel = (open: Portal, kind: string, name: string): string =>
  open.t(`foundBy.${kind === 'email' || kind === 'phone' ? kind : 'other'}`, {
    name,
    label: identifierLabel(open, kind),
  });

/** The values of a text of ours, with their days in words. */
export const spoken = (values: Phrase['values'], { law }: Portal): Phrase['values'] =>
  daysInWords(values, (on) => describeShortDate(on, law));

// Of whoever asks, or of whom they ask for.
const IDENTIFIER = /^(identifier|their)-/;

/** To whom one can write without this form. */
export const contactWords = ({ definition: { contact }, locale }: Portal): string =>
  [contact.name[locale], contact.email, contact.address].filter(Boolean).join(', ');

/** What to do about a problem, for the summary and the field alike. */
export function problemText(open: Portal, { field, key, values }: FieldProblem): string {
  const identifier = IDENTIFIER.test(field) ? identifierLabel(open, field.replace(IDENTIFIER, '')) : null;
  if (key === 'empty')
    return identifier ? open.t('problem.emptyIdentifier', { label: identifier }) : open.t(`problem.empty.${field}`);
  const label = identifier ?? (key === 'tooLong' ? open.t(`field.${field}`) : '');
  return open.t(`problem.${key}`, { label, contact: contactWords(open), ...spoken(values, open) });
}
