import type { Exemption, Ground, Remedy } from './types';

/** A ground or exemption as its file writes it, before it is given the key of its words. */
export type Unlabelled<R extends Ground | Exemption> = Omit<R, 'label'>;

/** The words for the requester stand under the rule's own id in the law texts. */
export const labelled = <R extends Ground | Exemption>(namespace: 'ground' | 'exemption', rules: readonly Unlabelled<R>[]): readonly R[] =>
  rules.map((rule) => ({ ...rule, label: `${namespace}.${rule.id}` }) as R);

/** A remedy's title and text for the requester stand under its id. */
export const remediesLabelled = (rules: readonly Omit<Remedy, 'label'>[]): readonly Remedy[] => rules.map((rule) => ({ ...rule, label: `remedy.${rule.id}` }));
