import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMATS, identitiesFor, knownIn } from '@/lib/connectors/opendsr/identities';
import type { CollectionStep, Condition } from '@/lib/domain/datamap/plan';

const at = (column: string) => ({ column, path: [] });
const email = (...values: string[]): Condition => ({
  kind: 'identity',
  identity: 'email',
  at: at('email'),
  match: 'email',
  values,
  country: 'IE',
});
const customer: Condition = { kind: 'carried', at: [at('controller_customer_id')], carryId: 'shop.customer.id' };
const stepBy = (...where: Condition[]): CollectionStep => ({
  collectionId: 'tracker.profile',
  systemId: 'tracker',
  schema: null,
  name: 'profile',
  where,
  columns: [],
  orderBy: [],
  through: [],
  circles: [],
  needs: [],
});

describe('what is known of a person', () => {
  it('is what they gave, and what led there from another system, each once', () => {
    const carried = new Map([['shop.customer.id', [['7'], ['8'], ['7']]]]);
    expect(knownIn(stepBy(email('anna@example.com'), customer), carried)).toEqual([
      { type: 'email', value: 'anna@example.com' },
      { type: 'controller_customer_id', value: '7' },
      { type: 'controller_customer_id', value: '8' },
    ]);
    expect(knownIn(stepBy(customer), new Map())).toEqual([]);
  });

  it('is nothing that would have to be read at the processor', () => {
    const linked: Condition = { kind: 'linked', at: [at('email')], of: 'tracker.other', ofAt: [at('email')] };
    expect(() => knownIn(stepBy(linked), new Map())).toThrow('badMap');
  });
});

const known = fc.array(
  fc.record({ type: fc.constantFrom('email', 'android_id', 'ios_vendor_id'), value: fc.string() }),
);
const supported = fc.array(
  fc.record({ type: fc.constantFrom('email', 'android_id', 'fax'), format: fc.constantFrom(...FORMATS, 'sha512', '') }),
);

describe('the identities of a request', () => {
  it('are in every format in which the processor may hold them', () => {
    const digest = (name: string) => createHash(name).update('anna@example.com').digest('hex');
    expect(
      identitiesFor(
        [{ type: 'email', value: 'anna@example.com' }],
        [...FORMATS, 'sha512'].map((format) => ({ type: 'email', format })),
      ).map(({ identity_format, identity_value }) => [identity_format, identity_value]),
    ).toEqual([
      ['raw', 'anna@example.com'],
      ['sha1', digest('sha1')],
      ['md5', digest('md5')],
      ['sha256', digest('sha256')],
    ]);
  });

  it('are never of a kind or in a format that the processor does not name, and none is left out that it does', () => {
    fc.assert(
      fc.property(known, supported, (given, takes) => {
        const told = identitiesFor(given, takes);
        const names = new Set(takes.map(({ type, format }) => `${type} ${format}`));
        expect(told.every((one) => names.has(`${one.identity_type} ${one.identity_format}`))).toBe(true);
        const expected = given.flatMap(({ type }) => FORMATS.filter((format) => names.has(`${type} ${format}`)));
        expect(told).toHaveLength(expected.length);
      }),
    );
  });

  it('show a value as it is only where the processor takes it raw', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 12 }), fc.subarray(['sha1', 'md5', 'sha256']), (value, formats) => {
        const takes = formats.map((format) => ({ type: 'email', format }));
        expect(JSON.stringify(identitiesFor([{ type: 'email', value }], takes))).not.toContain(JSON.stringify(value));
      }),
    );
  });
});
