import { expect } from 'vitest';
import { openConnector } from '@/lib/connectors/open';
import { buildDataMap } from '@/lib/domain/datamap/build';
import type { Identities } from '@/lib/domain/datamap/identity';
import { dataMapFileSchema } from '@/lib/domain/datamap/schema';
import type { DataMap } from '@/lib/domain/datamap/types';
import { stepsOf, systemOf } from '../source';

export const OWNER = { languages: ['en'], country: 'BG', identifierKinds: ['email', 'phone', 'account'] } as const;
export const ANNA: Identities = { email: ['anna@example.com'] };

const CONTACTS = { by: 'email', request: 'GET /contacts', query: { email: '{email}' }, records: 'items' };

/** A customer register that is asked over HTTP: contacts by their address, and the orders of each. */
export function crmMap({
  find = {},
  http = {},
  system = {},
  contacts = {},
  orders = [],
}: {
  readonly find?: object;
  readonly http?: object;
  readonly system?: object;
  readonly contacts?: object;
  readonly orders?: readonly object[];
} = {}): DataMap {
  const content = dataMapFileSchema.parse({
    dataset: [
      {
        fides_key: 'crm',
        meta: {
          rightsdesk: { connector: 'http', http: { inside: ['localhost'], perSecond: 1000, ...http }, ...system },
        },
        collections: [
          {
            name: 'contacts',
            meta: { rightsdesk: { http: { find: [{ ...CONTACTS, ...find }], ...contacts }, erasure: 'erase' } },
            fields: [
              { name: 'id', fides_meta: { primary_key: true } },
              { name: 'email', fides_meta: { identity: 'email' } },
              { name: 'balance' },
              { name: 'tags' },
              { name: 'newsletter' },
            ],
          },
          ...orders,
        ],
      },
    ],
  });
  const { dataMap, problems } = buildDataMap([{ file: 'data-map.yaml', content }], OWNER);
  expect(problems).toEqual([]);
  return dataMap;
}

export const addressWith = (address: string, login: string): string => address.replace('//', `//${login}@`);

export const crmOf = (dataMap: DataMap, address: string, login = ':sesame') =>
  openConnector(systemOf(dataMap, 'crm'), { CRM_URL: addressWith(address, login) });

/** What a collection answers, line by line, its count said the same. */
export async function linesOf(
  dataMap: DataMap,
  address: string,
  { table = 'contacts', identities = ANNA, login = ':sesame' } = {},
): Promise<string[]> {
  const step = stepsOf(dataMap, 'crm', identities)[table]!;
  const chunks: Buffer[] = [];
  for await (const chunk of crmOf(dataMap, address, login).collect(step)) chunks.push(chunk);
  return Buffer.concat(chunks).toString().split('\n').slice(0, -1);
}
