import { LOCALES, type Locale } from '../locale';
import { unreadKeys } from './fides';
import { missingLanguages } from './local-text';
import { nearest, type Report } from './problem';
import {
  collectionSchema,
  datasetSchema,
  fieldMetaSchema,
  fieldSchema,
  referenceSchema,
  type DataMapFile,
} from './schema';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: Record<string, unknown>): boolean => {
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => (LOCALES as readonly string[]).includes(key));
};

/** Every text written by language must speak each language of the controller: a person reads the answer in one of them. */
export function checkTexts(
  content: unknown,
  languages: readonly Locale[],
  report: Report,
  path: readonly PropertyKey[] = [],
): void {
  if (Array.isArray(content)) {
    content.forEach((item, index) => checkTexts(item, languages, report, [...path, index]));
  } else if (isRecord(content) && isText(content)) {
    for (const locale of missingLanguages(content, languages)) {
      report(path, `the text has no words in "${locale}", a language of this controller`, `add ${locale}: …`);
    }
  } else if (isRecord(content)) {
    for (const [key, value] of Object.entries(content)) {
      // Codes may be those of languages.
      const texts = key === 'values' && isRecord(value) ? Object.entries(value) : [];
      if (texts.length === 0) checkTexts(value, languages, report, [...path, key]);
      for (const [code, text] of texts) checkTexts(text, languages, report, [...path, key, code]);
    }
  }
}

const FILE_KEYS = ['dataset', 'rightsdesk'];
const DATASET_KEYS = [...Object.keys(datasetSchema.shape), 'fides_meta', 'fidesops_meta'];
const COLLECTION_KEYS = [...Object.keys(collectionSchema.shape), 'fides_meta', 'fidesops_meta'];
const FIELD_KEYS = Object.keys(fieldSchema.shape);
const FIELD_META_KEYS = [...Object.keys(fieldMetaSchema.shape), ...unreadKeys('field')];
const REFERENCE_KEYS = Object.keys(referenceSchema.shape);
const META_KEYS = ['rightsdesk'];

/**
 * Fides lets unknown keys through, and so do we; but `refrences` would silently lose somebody's data.
 * A key that is nearly one we read is therefore a mistake, and any other key is none of our business.
 */
export function checkKeys(content: DataMapFile, report: Report): void {
  const check = (object: object | null | undefined, known: readonly string[], path: readonly PropertyKey[]) => {
    for (const key of Object.keys(object ?? {})) {
      const meant = known.includes(key) ? null : nearest(key, known);
      if (meant !== null) report([...path, key], `"${key}" is not read`, `write "${meant}"`);
    }
  };
  check(content, FILE_KEYS, []);
  (content.dataset ?? []).forEach((system, index) => {
    const path = ['dataset', index];
    check(system, DATASET_KEYS, path);
    check(system.meta, META_KEYS, [...path, 'meta']);
    system.collections.forEach((collection, number) => {
      const at = [...path, 'collections', number];
      check(collection, COLLECTION_KEYS, at);
      check(collection.meta, META_KEYS, [...at, 'meta']);
      collection.fields.forEach((field, position) => {
        const here = [...at, 'fields', position];
        check(field, FIELD_KEYS, here);
        check(field.meta, META_KEYS, [...here, 'meta']);
        for (const name of ['fides_meta', 'fidesops_meta'] as const) {
          check(field[name], FIELD_META_KEYS, [...here, name]);
          (field[name]?.references ?? []).forEach((reference, which) =>
            check(reference, REFERENCE_KEYS, [...here, name, 'references', which]),
          );
        }
      });
    });
  });
}
