import type { LocalText, OtherPerson } from '@/lib/domain/datamap/types';
import { byLocale } from '@/lib/domain/locale';
import type { LawfulCollection, LawfulField, LawfulOtherPerson } from '@/lib/domain/fulfilment/under-law';

/** A text that says its language, so that a wrong one shows. */
export const text = (word: string): LocalText => byLocale((locale) => `${word} (${locale})`);

export const field = (name: string, given: Partial<LawfulField> = {}): LawfulField => ({
  name,
  title: text(`Title of ${name}`),
  description: null,
  dataCategories: ['user'],
  identity: null,
  match: 'exact',
  primaryKey: false,
  references: [],
  inside: [],
  cast: null,
  otherPerson: null,
  secrets: [],
  neverSent: [],
  presenceOnly: null,
  unit: null,
  values: {},
  technical: false,
  factId: null,
  ...given,
});

export const otherPerson = (rule: OtherPerson['rule'], given: Partial<LawfulOtherPerson> = {}): LawfulOtherPerson => ({
  rule,
  label: text('the person you called'),
  ground: 'othersRights',
  grounds: ['GDPR-15-4'],
  unless: null,
  toldBy: null,
  ...given,
});

export const collection = (
  fields: readonly LawfulField[],
  given: Partial<LawfulCollection> = {},
): LawfulCollection => ({
  id: 'calls.call',
  systemId: 'calls',
  schema: null,
  name: 'call',
  title: text('Calls'),
  description: text('Each call you made.'),
  categoryId: 'calls',
  account: false,
  fields,
  references: [],
  leftOut: [],
  purposeIds: [],
  recipientIds: [],
  retentionId: null,
  transferIds: [],
  source: { kind: 'observed', text: text('Recorded') },
  automated: true,
  automatedDecision: null,
  publicToOthers: null,
  access: null,
  erasure: null,
  restriction: null,
  statementField: null,
  portableAs: null,
  ...given,
});
