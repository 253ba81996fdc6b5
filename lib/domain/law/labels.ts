import type { Exemption, Ground } from './types';

/** A ground or exemption as its file writes it, before it is given the key of its words. */
export type Unlabelled<R extends Ground | Exemption> = Omit<R, 'label'>;

/** The words for the requester stand under the rule's own id in the law texts. */
export const labelled = <R extends Ground | Exemption>(namespace: 'ground' | 'exemption', rules: readonly Unlabelled<R>[]): readonly R[] =>
  rules.map((rule) => ({ ...rule, label: `${namespace}.${rule.id}` }) as R);
