import { describe, expect, it } from 'vitest';
import { KINDS } from '@/lib/connectors/kinds';
import { byPerson, openEraser } from '@/lib/connectors/open';
import { STEPS } from '@/lib/connectors/system-kind';
import type { DataSystem } from '@/lib/domain/datamap/types';
import { byLocale } from '@/lib/domain/locale';

const name = byLocale(() => 'Shop');
const shop: DataSystem = {
  id: 'shop',
  name,
  description: null,
  connector: 'postgres',
  urlName: 'SHOP_URL',
  writeUrlName: 'SHOP_WRITE_URL',
  timeoutSeconds: 900,
  access: null,
  owner: null,
  backups: null,
  leftOut: [],
  collections: [],
};
const reading = { SHOP_URL: 'postgresql://reader@localhost/shop' };

describe('the steps of a system', () => {
  it.each(Object.entries(KINDS))('are each declared by the kind %s, as done or as a person’s', (_, kind) => {
    for (const step of STEPS) expect(kind[step] === null || typeof kind[step] === 'function').toBe(true);
  });

  it('that change something are a person’s where nobody gave a login for changing', () => {
    expect(byPerson(shop, reading)).toEqual(expect.arrayContaining(['erase', 'rectify', 'restrict', 'setPreference']));
    expect(byPerson(shop, reading)).not.toContain('collect');
    expect(openEraser(shop, reading)).toBeNull();
  });

  it('are the product’s where its kind has something for them and the login is there', () => {
    const addresses = { ...reading, SHOP_WRITE_URL: 'postgresql://writer@localhost/shop' };
    expect(byPerson(shop, addresses)).toEqual(STEPS.filter((step) => KINDS.postgres[step] === null));
    expect(openEraser(shop, addresses)).not.toBeNull();
    expect(openEraser({ ...shop, writeUrlName: null }, addresses)).toBeNull();
  });
});
