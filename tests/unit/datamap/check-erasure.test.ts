import { describe, expect, it } from 'vitest';
import { buildDataMap } from '@/lib/domain/datamap/build';
import { dataMapFileSchema } from '@/lib/domain/datamap/schema';

const ID = { name: 'id', fides_meta: { primary_key: true } };
const EMAIL = { name: 'email', fides_meta: { identity: 'email' } };
const OWNER = {
  name: 'owner',
  fides_meta: { references: [{ dataset: 'app', field: 'account.id', direction: 'from' }] },
};
const BILL = { name: 'bill', fides_meta: { references: [{ dataset: 'app', field: 'bill.id', direction: 'from' }] } };
const UNTIL = { period: 'P6Y', from: 'made_on' };
const KEEP = { keep: 'tax law', ground: 'GDPR-17-3-b' };

const erasing = (erasure: unknown) => ({ rightsdesk: { erasure } });

/** What is wrong with a map of an account, its bills and their lines. */
const problemsWith = (erasures: { account?: unknown; bill?: unknown; line?: unknown }) =>
  buildDataMap(
    [
      {
        file: 'map.yaml',
        content: dataMapFileSchema.parse({
          dataset: [
            {
              fides_key: 'app',
              collections: [
                { name: 'account', fields: [ID, EMAIL], meta: erasing(erasures.account ?? 'erase') },
                { name: 'bill', fields: [ID, OWNER, { name: 'made_on' }], meta: erasing(erasures.bill ?? 'erase') },
                { name: 'line', fields: [ID, BILL], meta: erasing(erasures.line ?? 'erase') },
              ],
            },
          ],
        }),
      },
    ],
    { languages: ['en'], country: 'LU', identifierKinds: ['email'] },
  ).problems.map(({ path, message, fix }) => [path.slice(3).join('.'), message, fix]);

describe('what the map says of erasing', () => {
  it('may keep a bill for its time, its lines with it, and of the account what the bill refers to', () => {
    expect(
      problemsWith({
        account: { whileKept: { email: null }, why: 'a bill refers to it' },
        bill: { ...KEEP, until: UNTIL },
        line: { ...KEEP, until: { as: 'app.bill' } },
      }),
    ).toEqual([]);
  });

  it('must blank what leads to the person', () => {
    expect(problemsWith({ account: { whileKept: { id: 0 }, why: 'x' } })).toEqual([
      ['0.meta.rightsdesk.erasure.whileKept', '"email" holds the person\'s email and would stay', expect.any(String)],
    ]);
    expect(problemsWith({ bill: { anonymise: { made_on: null }, why: 'x' } })).toEqual([
      [
        '1.meta.rightsdesk.erasure.anonymise',
        '"owner" leads back to app.account and would stay',
        'add owner: null, or a value that is the same for everybody',
      ],
    ]);
  });

  it('names fields that are there', () => {
    expect(problemsWith({ bill: { anonymise: { owner: null, mad_on: null }, why: 'x' } })).toEqual([
      ['1.meta.rightsdesk.erasure.anonymise.mad_on', 'app.bill has no field "mad_on"', 'write "made_on"'],
    ]);
    expect(problemsWith({ bill: { ...KEEP, until: { ...UNTIL, from: 'made' } } })).toEqual([
      ['1.meta.rightsdesk.erasure.until.from', 'app.bill has no field "made"', expect.any(String)],
    ]);
  });

  it('keeps a record as long as another one only where that one has a day and leads to it', () => {
    const as = (collection: string) => ({ ...KEEP, until: { as: collection } });
    const messages = (line: unknown, bill?: unknown) => problemsWith({ line, bill }).map(([, message]) => message);
    expect(messages(as('app.bil'))).toEqual(['there is no collection "app.bil"']);
    expect(messages(as('app.account'))).toEqual(['no reference, or more than one, leads from app.account to app.line']);
    expect(messages(as('app.bill'))).toEqual(['app.bill is not kept until a day of its own']);
  });

  it.each([
    [{ ...KEEP }],
    [{ ...KEEP, until: { period: 'ten years', from: 'made_on' } }],
    [{ keep: 'because', until: UNTIL }],
    [{ anonymise: {}, why: 'x' }],
    [{ anonymise: { email: null } }],
    ['forget'],
  ])('is refused by its form: %j', (erasure) => {
    expect(() => problemsWith({ bill: erasure })).toThrow();
  });
});
