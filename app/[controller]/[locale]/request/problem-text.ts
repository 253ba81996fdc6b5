import type { FieldProblem } from '@/lib/domain/intake/check-answer';
import type { Portal } from '../portal';

/** Label of one of the controller's identifiers, in its own words or ours. */
export const identifierLabel = ({ definition, locale, t }: Portal, kind: string): string => {
  const label = definition.identifiers.find((identifier) => identifier.kind === kind)?.label;
  return label ? label[locale] : t(`field.identifier.${kind === 'phone' ? 'phone' : 'other'}`);
};

/** What to do about a problem, for the summary and the field alike. */
export function problemText(open: Portal, { field, key, values }: FieldProblem): string {
  const identifier = field.startsWith('identifier-') ? identifierLabel(open, field.slice('identifier-'.length)) : null;
  if (key === 'empty') return identifier ? open.t('problem.emptyIdentifier', { label: identifier }) : open.t(`problem.empty.${field}`);
  return open.t(`problem.${key}`, { label: identifier ?? open.t(`field.${field}`), ...values });
}
