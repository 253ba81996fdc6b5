import type { Named, Phrase, SummaryRow } from '@/lib/domain/intake/summary';
import { cite } from '@/lib/domain/wording';
import { residenceName } from '../place-name';
import type { Portal } from '../portal';
import { identifierLabel, spoken } from './problem-text';

// An answer in words, for the page that shows it and for the receipt.

export const say = (portal: Portal, { key, values }: Phrase): string => portal.t(key, spoken(values, portal));

export const labelOf = (portal: Portal, label: SummaryRow['label']): string =>
  'identifier' in label ? identifierLabel(portal, label.identifier) : say(portal, label);

const named = (portal: Portal, one: Named): string =>
  'key' in one ? say(portal, one) : typeof one.text === 'string' ? one.text : one.text[portal.locale];

export function answerText(portal: Portal, value: SummaryRow['value']): string {
  if ('rights' in value) {
    const { law } = portal;
    const laws = value.rights.map(({ labels, citation }) => `${law(labels.term)}, ${cite(citation, law)}`);
    return [`${law(value.rights[0].labels.plain)} (${laws.join('; ')})`, value.note && say(portal, value.note)]
      .filter(Boolean)
      .join('. ');
  }
  if ('residence' in value) return residenceName(value.residence, portal);
  if ('prose' in value) return value.prose;
  if ('named' in value) return new Intl.ListFormat(portal.locale).format(value.named.map((one) => named(portal, one)));
  if ('said' in value) return value.said.map((phrase) => say(portal, phrase)).join('. ');
  return [value.written, value.note && say(portal, value.note)].filter(Boolean).join('. ');
}
