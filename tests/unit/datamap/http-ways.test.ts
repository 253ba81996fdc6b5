import { describe, expect, it } from 'vitest';
import { buildDataMap } from '@/lib/domain/datamap/build';
import { dataMapFileSchema } from '@/lib/domain/datamap/schema';

const OWNER = { languages: ['en'], country: 'IE', identifierKinds: ['email', 'phone'] } as const;

const refers = (field: string, direction?: string) => ({
  fides_meta: { references: [{ dataset: 'crm', field, ...(direction ? { direction } : {}) }] },
});

const asked = (find: readonly object[], more: object = {}) => ({ meta: { rightsdesk: { http: { find }, ...more } } });

const CONTACTS = {
  name: 'contacts',
  fields: [{ name: 'tenant' }, { name: 'id' }, { name: 'email', fides_meta: { identity: 'email' } }],
  ...asked([{ by: 'email', request: 'GET /contacts', query: { email: '{email}' } }]),
};

function messages(...collections: readonly object[]): string[] {
  const content = dataMapFileSchema.parse({
    dataset: [{ fides_key: 'crm', meta: { rightsdesk: { connector: 'http' } }, collections }],
  });
  return buildDataMap([{ file: 'data-map.yaml', content }], OWNER).problems.map(({ message }) => message);
}

describe('the ways in which a service is asked', () => {
  it('are those by which the plan may look, and no more: two fields together are one way', () => {
    const composite = [
      { dataset: 'crm', collection: 'contacts', direction: 'from', fields: { tenant: 'tenant', contact: 'id' } },
    ];
    const orders = (by: unknown, query: Record<string, string>) => ({
      name: 'orders',
      fields: [{ name: 'tenant' }, { name: 'contact' }],
      ...asked([{ by, request: 'GET /orders', query }], { references: composite }),
    });
    const both = { t: '{tenant}', c: '{contact}' };
    expect(messages(CONTACTS, orders(['contact', 'tenant'], both))).toEqual([]);
    expect(messages(CONTACTS, orders('contact', { c: '{contact}' }))).toEqual([
      expect.stringMatching(/found by contact \+ tenant, and no request/),
    ]);
    expect(messages(CONTACTS, orders(['contact', 'tenant'], { c: '{contact}' }))).toEqual([
      expect.stringMatching(/says nothing of "tenant"/),
    ]);
  });

  it('lead to what a record names, where the reference says so', () => {
    const company = {
      name: 'companies',
      fields: [{ name: 'no' }],
      ...asked([{ by: 'no', request: 'GET /companies/{no}' }]),
    };
    const people = (direction?: string) => ({
      ...CONTACTS,
      fields: [...CONTACTS.fields, { name: 'company', ...refers('companies.no', direction) }],
    });
    expect(messages(people('to'), company)).toEqual([]);
    const unasked = {
      ...company,
      ...asked([{ by: 'name', request: 'GET /companies/{name}' }]),
      fields: [{ name: 'no' }, { name: 'name' }],
    };
    expect(messages(people('to'), unasked)).toEqual([expect.stringMatching(/found by no, and no request/)]);
  });

  it('lead away from the person alone, where a reference has no direction', () => {
    const orders = {
      name: 'orders',
      fields: [{ name: 'contact', ...refers('contacts.id') }],
      ...asked([{ by: 'contact', request: 'GET /orders', query: { contact: '{contact}' } }]),
    };
    expect(messages(CONTACTS, orders)).toEqual([]);
  });

  it('may lead inside a field, under the names that lead there', () => {
    const profiles = (name: string) => ({
      name: 'profiles',
      fields: [{ name: 'contact', fields: [{ name: 'mail', fides_meta: { identity: 'email' } }] }],
      ...asked([{ by: name, request: 'POST /find', json: { mail: `{${name}}` } }]),
    });
    expect(messages(profiles('contact.mail'))).toEqual([]);
    expect(messages(profiles('contact'))).toEqual([expect.stringMatching(/found by contact\.mail, and no request/)]);
  });

  it('say by name what stands in the fields of a form', () => {
    const posted = (form: Record<string, string>) => ({
      ...CONTACTS,
      ...asked([{ by: 'email', request: 'POST /contacts/find', form }]),
    });
    expect(messages(posted({ mail: '{email}' }))).toEqual([]);
    expect(messages(posted({ mail: '{email}', to: '{phone}' }))).toEqual([
      expect.stringMatching(/"{phone}" stands for nothing/),
    ]);
  });
});
