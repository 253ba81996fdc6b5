import { describe, expect, it } from 'vitest';
import { dataPaths } from '@/lib/domain/bundle/paths';
import { formOf, MEDIA_TYPES, MOST_LISTED, recordsPath } from '@/lib/domain/bundle/record-form';

const paths = dataPaths(['calls.calls']).get('calls.calls')!;

describe('the form of the records for programs', () => {
  it.each([
    [0, 'json', 'data/calls.calls.json', 'application/json'],
    [1, 'json', 'data/calls.calls.json', 'application/json'],
    [MOST_LISTED, 'json', 'data/calls.calls.json', 'application/json'],
    [MOST_LISTED + 1, 'ndjson', 'data/calls.calls.ndjson', 'application/x-ndjson'],
    [5_000_000, 'ndjson', 'data/calls.calls.ndjson', 'application/x-ndjson'],
  ] as const)('of %i records is %s', (records, form, path, mediaType) => {
    expect([formOf(records), recordsPath(paths, records), MEDIA_TYPES[formOf(records)]]).toEqual([
      form,
      path,
      mediaType,
    ]);
  });
});
