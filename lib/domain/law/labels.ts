import type { Exemption, Ground, Remedy } from './types';

/** A ground as its file writes it: the key of its words is given here, and what does not say of which countries it is holds in all. */
export type UnlabelledGround = Omit<Ground, 'label' | 'establishments'> & Partial<Pick<Ground, 'establishments'>>;

/** The words for the requester stand under the rule's own id in the law texts. */
export const groundsLabelled = (rules: readonly UnlabelledGround[]): readonly Ground[] =>
  rules.map((rule) => ({ establishments: null, ...rule, label: `ground.${rule.id}` }));

export const exemptionsLabelled = (rules: readonly Omit<Exemption, 'label'>[]): readonly Exemption[] =>
  rules.map((rule) => ({ ...rule, label: `exemption.${rule.id}` }));

/** A remedy's title and text for the requester stand under its id. */
export const remediesLabelled = (
  rules: readonly (Omit<Remedy, 'label' | 'country' | 'replaces'> & Partial<Pick<Remedy, 'country' | 'replaces'>>)[],
): readonly Remedy[] => rules.map((rule) => ({ country: null, replaces: null, ...rule, label: `remedy.${rule.id}` }));
