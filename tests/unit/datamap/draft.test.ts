import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildDataMap } from '@/lib/domain/datamap/build';
import { type DescribedDatabase, type DescribedTable, draftDataMap } from '@/lib/domain/datamap/draft';
import { guessCategory, guessIdentity } from '@/lib/domain/datamap/guess';
import { dataMapFileSchema } from '@/lib/domain/datamap/schema';
import { draftFile } from '@/lib/platform/controllers/draft-file';

const table = (name: string, columns: Record<string, string>, primaryKey: string[] = ['id']): DescribedTable => ({
  name,
  comment: null,
  columns: Object.entries(columns).map(([column, type]) => ({ name: column, type, comment: null })),
  primaryKey,
});

const CLUB: DescribedDatabase = {
  tables: [
    table('sport', { id: 'int4', label: 'text' }),
    table('trainer', { id: 'int4', name: 'text', email: 'text', boss: 'int4' }),
    table('member', { id: 'int4', name: 'text', email: 'text', trainer_id: 'int4', shoe_size: 'int4' }),
    table('card', { club: 'int4', number: 'int4', member_id: 'int4', sport_id: 'int4' }, ['club', 'number']),
    table('visit', { club: 'int4', card_no: 'int4', at: 'timestamptz', guest_email: 'text' }, []),
  ],
  keys: [
    { from: 'trainer', columns: ['boss'], to: 'trainer', toColumns: ['id'] },
    { from: 'member', columns: ['trainer_id'], to: 'trainer', toColumns: ['id'] },
    { from: 'card', columns: ['member_id'], to: 'member', toColumns: ['id'] },
    { from: 'card', columns: ['sport_id'], to: 'sport', toColumns: ['id'] },
    { from: 'visit', columns: ['club', 'card_no'], to: 'card', toColumns: ['club', 'number'] },
  ],
};

const OWNER = { languages: ['en'], country: 'IE', identifierKinds: ['email', 'phone'] } as const;

/** The draft as its file is read again. */
const builtFrom = (database: DescribedDatabase) => {
  const text = draftFile(draftDataMap('club', database));
  const content = dataMapFileSchema.parse(parse(text));
  return { text, ...buildDataMap([{ file: 'data-map.yaml', content }], OWNER) };
};

describe('a drafted data map', () => {
  const { content } = draftDataMap('club', CLUB);
  const [dataset] = content.dataset;
  const collection = (name: string) => dataset!.collections.find((one) => one.name === name)!;
  const field = (of: string, name: string) => collection(of).fields.find((one) => one.name === name)!;

  it('finds people by their own address and follows foreign keys to what is theirs', () => {
    expect(dataset!.collections.map(({ name }) => name)).toEqual(['trainer', 'member', 'card', 'visit']);
    expect(field('member', 'email').fides_meta).toEqual({ identity: 'email' });
    expect(field('card', 'member_id').fides_meta?.references).toEqual([
      { dataset: 'club', field: 'member.id', direction: 'from' },
    ]);
  });

  it('keeps the columns of one key together', () => {
    expect(collection('visit').meta?.rightsdesk.references).toEqual([
      { dataset: 'club', collection: 'card', direction: 'from', fields: { club: 'club', card_no: 'number' } },
    ]);
    expect(field('visit', 'club').fides_meta).toBeUndefined();
  });

  it('never follows a key from one person to another, nor takes another person’s address for theirs', () => {
    expect(field('member', 'trainer_id').fides_meta).toBeUndefined();
    expect(field('trainer', 'boss').fides_meta).toBeUndefined();
    expect(field('visit', 'guest_email').fides_meta).toBeUndefined();
    expect(field('visit', 'guest_email').data_categories).toEqual(['user.contact.email']);
  });

  it('leaves out what nothing leads to, and says at each place what is left to a person', () => {
    expect(dataset!.meta?.rightsdesk.leftOut).toEqual({ sport: 'no foreign key leads here from a person' });
    const { text } = builtFrom(CLUB);
    expect(text).toMatch(/# names somebody of trainer, who is another person: not followed\n\s+- name: trainer_id/);
    expect(text).toMatch(/# not described: [^\n]+\n\s+- name: shoe_size/);
    expect(text).toMatch(/# whose is it\? [^\n]+\n\s+- name: guest_email/);
    expect(text).toMatch(/leftOut:\n\s+# look at each/);
  });

  it('says of what looks like a number or secret which kind it is, once, for somebody to confirm', () => {
    const { text, dataMap } = builtFrom({
      tables: [table('driver', { id: 'int4', email: 'text', driver_license: 'text', iban: 'text', ssn: 'text' })],
      keys: [],
    });
    expect(text).toMatch(/# looks like a driversLicenceNumber[^\n]+\n\s+- name: driver_license/);
    expect(text.match(/secret: \w+$/gm)).toEqual(['secret: driversLicenceNumber', 'secret: socialSecurityNumber']);
    expect(dataMap.systems[0]!.collections[0]!.fields.map(({ secrets }) => secrets[0]?.kind)).toEqual([
      undefined,
      undefined,
      'driversLicenceNumber',
      'financialAccountNumber',
      'socialSecurityNumber',
    ]);
  });

  it('reads as it is, whatever the database', () => {
    const name = fc.stringMatching(/^[a-zA-Z. "#:_-]{1,20}$/).filter((text) => text.trim() !== '');
    const tables = fc.uniqueArray(
      fc.record({
        name,
        comment: fc.option(fc.string()),
        columns: fc.uniqueArray(
          fc.record({
            name: fc.oneof(name, fc.constantFrom('email', 'phone', 'id', 'name', 'recipient_email')),
            type: fc.constantFrom('text', 'int4', 'jsonb', 'bytea', 'date'),
            comment: fc.option(fc.string()),
          }),
          { minLength: 1, maxLength: 6, selector: (column) => column.name },
        ),
      }),
      { maxLength: 6, selector: (one) => one.name },
    );
    const database = tables.chain((some) =>
      fc.record({
        tables: fc.constant(some.map((one) => ({ ...one, primaryKey: [one.columns[0]!.name] }))),
        keys:
          some.length === 0
            ? fc.constant([])
            : fc.array(
                fc.tuple(fc.constantFrom(...some), fc.constantFrom(...some)).map(([from, to]) => {
                  const count = Math.min(2, from.columns.length, to.columns.length);
                  const names = (of: typeof from) => of.columns.slice(0, count).map((column) => column.name);
                  return { from: from.name, columns: names(from), to: to.name, toColumns: names(to) };
                }),
                { maxLength: 6 },
              ),
      }),
    );
    fc.assert(
      fc.property(database, (described) => {
        expect(builtFrom(described).problems).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a guess', () => {
  it.each([
    ['EMail', 'user.contact.email'],
    ['billingAddress2', 'user.contact.address.street'],
    ['date_of_birth', 'user.demographic.date_of_birth'],
    ['password_hash', 'user.authorization.password'],
    ['last_login_ip', 'user.device.ip_address'],
    ['shoe_size', null],
    ['statement', null],
  ])('of %s is %s', (column, category) => expect(guessCategory(column)).toBe(category));

  it.each([
    ['email', 'email'],
    ['MobileNumber', 'phone_number'],
    ['recipient_email', null],
    ['support_phone', null],
  ])('of whose %s is: %s', (column, identity) => expect(guessIdentity(column)).toBe(identity));
});
