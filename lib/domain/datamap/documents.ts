import { byLocale } from '../locale';
import type { Field } from './types';
import { MAP_WORDS } from './words.generated';

/** What each record of a collection holds that a person answers for: what they wrote, or a document they handed in. */
export const DOCUMENT_KEYS = ['text', 'document', 'mediaType', 'bytes', 'sha256'] as const;

export type DocumentKey = (typeof DOCUMENT_KEYS)[number];

export const DOCUMENT_FIELDS: readonly Field[] = DOCUMENT_KEYS.map((name) => ({
  name,
  title: byLocale((locale) => MAP_WORDS[locale][`documents.${name}`]),
  description: null,
  dataCategories: [],
  identity: null,
  match: 'text',
  primaryKey: false,
  references: [],
  inside: [],
  cast: null,
  otherPerson: null,
  secrets: [],
  presenceOnly: null,
  unit: null,
  values: {},
  factId: null,
  technical: name === 'sha256' || name === 'mediaType',
}));

/** What each record of a file holds that is handed over as it is: its name tells it from the others. */
export const FILE_FIELDS: readonly Field[] = DOCUMENT_FIELDS.filter(({ name }) => name !== 'text').map((field) => ({
  ...field,
  primaryKey: field.name === 'document',
}));
