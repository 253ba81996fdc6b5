import { describe, expect, it } from 'vitest';
import { checkSecrets } from '@/lib/domain/controller/check-secrets';
import { dataMapFileSchema } from '@/lib/domain/datamap/schema';
import type { RegimeId } from '@/lib/domain/law/types';

const checked = (field: Record<string, unknown>, ...regimes: RegimeId[]) => {
  const content = dataMapFileSchema.parse({
    dataset: [{ fides_key: 'app', collections: [{ name: 'driver', fields: [{ name: 'id' }, field] }] }],
  });
  return checkSecrets([{ file: 'map.yaml', content }], regimes);
};

const LICENCE = { name: 'driver_license', data_categories: ['user'] };

describe('fields that look like what must never be sent', () => {
  it('are pointed out with the law and what to write, where the map does not say what they are', () => {
    expect(checked(LICENCE, 'GDPR', 'CCPA')).toEqual([
      {
        file: 'map.yaml',
        path: ['dataset', 0, 'collections', 0, 'fields', 1],
        message:
          'app.driver.driver_license looks like what must never be sent (11 CCR 7024(d)), and is handed over as it is',
        fix: 'write meta.rightsdesk.secret: driversLicenceNumber, or false if it is none',
      },
    ]);
  });

  it('are nothing to a controller under whose laws they may be sent', () => {
    expect(checked(LICENCE, 'GDPR', 'UK_GDPR', 'CA_DELETE_ACT')).toEqual([]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['the map says it', { ...LICENCE, meta: { rightsdesk: { secret: 'driversLicenceNumber' } } }],
    ['the map says that it is none', { ...LICENCE, meta: { rightsdesk: { secret: false } } }],
    ['its category says it', { ...LICENCE, data_categories: ['user.government_id.drivers_license_number'] }],
    [
      'only "held or not" is read of it',
      { name: 'password', meta: { rightsdesk: { presenceOnly: 'kept unreadable' } } },
    ],
    ['its name says nothing', { name: 'colour' }],
  ])('are none where %s', (_, field) => {
    expect(checked(field, 'CCPA')).toEqual([]);
  });

  it('are found inside a column of JSON', () => {
    const papers = { name: 'papers', fields: [{ name: 'visa', fields: [{ name: 'passport_no' }] }] };
    expect(checked(papers, 'CCPA')).toMatchObject([
      { path: ['dataset', 0, 'collections', 0, 'fields', 1, 'fields', 0, 'fields', 0] },
    ]);
  });
});
