import { LAW } from './law';
import type {
  ChildRule,
  ClockRule,
  Exemption,
  Ground,
  Law,
  MeansRule,
  RecordRule,
  Remedy,
  RightRule,
  TellingRule,
} from './types';

/** A rule together with what kind of rule it is, which its own fields do not say. */
export type CatalogueEntry =
  | { readonly kind: 'right'; readonly rule: RightRule }
  | { readonly kind: 'clock'; readonly rule: ClockRule }
  | { readonly kind: 'ground'; readonly rule: Ground }
  | { readonly kind: 'exemption'; readonly rule: Exemption }
  | { readonly kind: 'remedy'; readonly rule: Remedy }
  | { readonly kind: 'child'; readonly rule: ChildRule }
  | { readonly kind: 'record'; readonly rule: RecordRule }
  | { readonly kind: 'telling'; readonly rule: TellingRule }
  | { readonly kind: 'means'; readonly rule: MeansRule };

export type RuleKind = CatalogueEntry['kind'];

/** In the order in which a law is read: what people may ask, by when, when not, what may be left out, whom to turn to, what is different for children, how long it is kept, what is told unasked, and what nobody may be asked for. */
export const RULE_KINDS = [
  'right',
  'clock',
  'ground',
  'exemption',
  'remedy',
  'child',
  'record',
  'telling',
  'means',
] as const satisfies readonly RuleKind[];

/** Every rule of every law, law by law and kind by kind. */
export const catalogue = (law: Law = LAW): readonly CatalogueEntry[] =>
  law.flatMap((regime): CatalogueEntry[] => [
    ...regime.rights.map((rule) => ({ kind: 'right', rule }) as const),
    ...regime.clocks.map((rule) => ({ kind: 'clock', rule }) as const),
    ...regime.grounds.map((rule) => ({ kind: 'ground', rule }) as const),
    ...regime.exemptions.map((rule) => ({ kind: 'exemption', rule }) as const),
    ...regime.remedies.map((rule) => ({ kind: 'remedy', rule }) as const),
    ...regime.childRules.map((rule) => ({ kind: 'child', rule }) as const),
    ...regime.records.map((rule) => ({ kind: 'record', rule }) as const),
    ...regime.tellings.map((rule) => ({ kind: 'telling', rule }) as const),
    ...regime.identity.forbidden.map((rule) => ({ kind: 'means', rule }) as const),
  ]);
