import { describe, expect, it } from 'vitest';
import { buildDataMap } from '@/lib/domain/datamap/build';
import { dataMapFileSchema } from '@/lib/domain/datamap/schema';

const OWNER = { name: 'Tom Tracker', email: 'privacy@tracker.example.com' };
const EMAIL = { name: 'email', fides_meta: { identity: 'email' } };
const PROFILE = { name: 'profile', fields: [EMAIL] };
const OPENDSR = { connector: 'opendsr', owner: OWNER };
const from = (field: string, direction = 'from') => ({
  fides_meta: { references: [{ dataset: 'shop', field: `customer.${field}`, direction }] },
});

function built(system: object, collections: readonly object[] = [PROFILE], shop: object = {}) {
  const content = dataMapFileSchema.parse({
    dataset: [
      { fides_key: 'tracker', meta: { rightsdesk: system }, collections },
      { fides_key: 'shop', collections: [{ name: 'customer', fields: [EMAIL, { name: 'id', ...shop }] }] },
    ],
  });
  return buildDataMap([{ file: 'data-map.yaml', content }], {
    languages: ['en'],
    country: 'IE',
    identifierKinds: ['email'],
  });
}

const messages = (...given: Parameters<typeof built>) => built(...given).problems.map(({ message }) => message);

describe('a processor', () => {
  it('is reached as its map says, and answers with documents or words', () => {
    const { dataMap, problems } = built(OPENDSR);
    expect(problems).toEqual([]);
    const [tracker] = dataMap.systems;
    expect(tracker).toMatchObject({ connector: 'opendsr', owner: { ...OWNER, days: 7 } });
    expect(tracker!.access).toEqual({
      kind: 'opendsr',
      login: { kind: 'bearer' },
      inside: [],
      perSecond: 5,
      headers: {},
      answerDays: 30,
      path: '/requests',
      domain: null,
      certificate: null,
      body: {},
    });
    expect(tracker!.collections[0]!.fields.map(({ name }) => name)).toContain('document');
  });

  it('may sign for another domain by a certificate that the map names, and want more in a request', () => {
    const certificate = Array.from({ length: 32 }, () => 'ab').join(':');
    const opendsr = { domain: 'OpenDSR.Example.com', certificate, path: '/opendsr_requests', body: { property_id: 7 } };
    expect(built({ ...OPENDSR, opendsr }).dataMap.systems[0]!.access).toMatchObject({
      domain: 'opendsr.example.com',
      certificate: certificate.toUpperCase(),
      path: '/opendsr_requests',
      body: { property_id: 7 },
    });
  });

  it.each([
    [{ domain: 'https://example.com' }],
    [{ certificate: 'ab:cd' }],
    [{ path: 'requests' }],
    [{ path: '/requests?x=1' }],
    [{ answerDays: 91 }],
    [{ secret: 'x' }],
  ])('says nothing else of how it is reached: %j', (opendsr) => {
    expect(() => built({ ...OPENDSR, opendsr })).toThrow();
  });

  it('is found by a key of another system too', () => {
    const fields = [EMAIL, { name: 'controller_customer_id', ...from('id') }];
    expect(messages(OPENDSR, [{ ...PROFILE, fields }])).toEqual([]);
    expect(messages(OPENDSR, [{ ...PROFILE, fields: fields.slice(1) }])).toEqual([]);
  });

  it.each<[string, Parameters<typeof built>, string]>([
    ['of another kind', [{ opendsr: {} }], '"opendsr" belongs to another connector'],
    [
      'without anybody to ask',
      [{ connector: 'opendsr' }],
      'nobody is named who could be asked where the processor takes no request',
    ],
    [
      'of two collections',
      [OPENDSR, [PROFILE, { ...PROFILE, name: 'other' }]],
      'a request is about all that a processor holds of a person, which is one collection',
    ],
    [
      'asked by nothing',
      [OPENDSR, [{ ...PROFILE, fields: [{ name: 'visits' }] }]],
      'nothing says by which identities the processor is asked',
    ],
    [
      'asked by what stands inside a field',
      [OPENDSR, [{ ...PROFILE, fields: [EMAIL, { name: 'ids', fields: [EMAIL] }] }]],
      'an identity is one value, which stands in one field',
    ],
    [
      'asked by several columns together',
      [
        OPENDSR,
        [
          {
            ...PROFILE,
            meta: {
              rightsdesk: {
                references: [
                  { dataset: 'shop', collection: 'customer', direction: 'from', fields: { email: 'email', no: 'id' } },
                ],
              },
            },
            fields: [EMAIL, { name: 'no' }],
          },
        ],
      ],
      'an identity is one value, which stands in one field',
    ],
    [
      'that leads on',
      [OPENDSR, [{ ...PROFILE, fields: [EMAIL, { name: 'controller_customer_id', ...from('id', 'to') }] }]],
      'a reference leads on from what nobody here can read',
    ],
    [
      'from which another system leads on',
      [
        OPENDSR,
        [PROFILE],
        { fides_meta: { references: [{ dataset: 'tracker', field: 'profile.email', direction: 'from' }] } },
      ],
      'a reference leads on from what nobody here can read',
    ],
    [
      'of accounts',
      [OPENDSR, [{ ...PROFILE, meta: { rightsdesk: { account: true } } }]],
      'accounts are looked up, and nobody looks there',
    ],
    [
      'with a field of the answer',
      [OPENDSR, [{ ...PROFILE, fields: [EMAIL, { name: 'document' }] }]],
      '"document" is what the answer itself has',
    ],
    [
      'that keeps a part',
      [
        OPENDSR,
        [
          {
            ...PROFILE,
            meta: {
              rightsdesk: { erasure: { keep: 'The law.', ground: 'GDPR-17-3-b', until: { open: 'Nobody knows.' } } },
            },
          },
        ],
      ],
      'a request has all erased that the processor holds of a person, and no part of it',
    ],
  ])('%s is refused', (_, given, message) => {
    expect(messages(...given)).toContain(message);
  });
});
