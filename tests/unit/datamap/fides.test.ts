import { describe, expect, it } from 'vitest';
import { buildDataMap } from '@/lib/domain/datamap/build';
import { withInstanceKey } from '@/lib/domain/datamap/fides';
import { collectionPlan } from '@/lib/domain/datamap/plan';
import { dataMapFileSchema } from '@/lib/domain/datamap/schema';

const build = (content: unknown) =>
  buildDataMap([{ file: 'shop.yml', content: dataMapFileSchema.parse(content) }], {
    languages: ['en'],
    country: 'IE',
    identifierKinds: ['email', 'phone'],
  });

/** What Fides lets a file say, in its own form, unset keys written out as its export does. */
const FILE = {
  dataset: [
    {
      fides_key: 'shop',
      organization_fides_key: 'default_organization',
      tags: null,
      meta: null,
      data_categories: null,
      fides_meta: { resource_id: 'shop.eu', after: ['crm'], namespace: { dataset_id: 'shop', project_id: 'eu' } },
      collections: [
        {
          name: 'customer',
          description: null,
          data_categories: null,
          fides_meta: { after: null, erase_after: ['shop.orders'], skip_processing: false, partitioning: null },
          fields: [
            {
              name: 'id',
              fides_meta: { primary_key: true, data_type: 'integer', length: null, read_only: null, identity: null },
              fields: null,
            },
            { name: 'email', fides_meta: { identity: 'email', data_type: 'string', length: 40 } },
            { name: 'loyalty', fides_meta: { identity: 'loyalty_id', data_type: 'string' } },
            { name: 'site', fides_meta: { custom_request_field: 'tenant_id' } },
            {
              name: 'profile',
              fields: [
                { name: 'mails', fides_meta: { data_type: 'string[]', return_all_elements: true, identity: 'email' } },
              ],
            },
          ],
        },
        {
          name: 'orders',
          fides_meta: { masking_strategy_override: { strategy: 'delete' } },
          fields: [
            {
              name: 'customer_id',
              fides_meta: { references: [{ dataset: 'shop', field: 'customer.id', direction: 'from' }] },
            },
            {
              name: 'lead_id',
              fides_meta: {
                read_only: true,
                references: [{ dataset: 'salesforce', field: 'leads.id', direction: 'to' }],
              },
            },
          ],
        },
      ],
    },
  ],
};

describe('a dataset as Fides has it', () => {
  const { dataMap, problems, notes } = build(FILE);

  it('loads unchanged, and what works without is followed', () => {
    expect(problems).toEqual([]);
    const plan = collectionPlan(dataMap, { email: ['anna@example.com'] });
    expect(plan.systems.flatMap(({ steps }) => steps.map(({ name }) => name))).toEqual(['customer', 'orders']);
  });

  it('names each thing that is not followed, once, and says what is done instead', () => {
    expect(notes.map(({ path, message }) => `${path.slice(2).join('.')}: ${message}`)).toEqual([
      expect.stringMatching(/^fides_meta\.namespace: .*the address of the system/),
      expect.stringMatching(/^fides_meta\.after: .*the order that their references need/),
      expect.stringMatching(/^collections\.0\.fides_meta\.erase_after: .*live foreign keys/),
      expect.stringMatching(/^collections\.0\.fields\.3\.fides_meta\.custom_request_field: /),
      expect.stringMatching(/^collections\.1\.fides_meta\.masking_strategy_override: /),
      expect.stringMatching(/^collections\.1\.fields\.1\.fides_meta\.read_only: /),
      'collections.0.fields.2.fides_meta.identity: nobody is asked for "loyalty_id"',
      'collections.1.fields.1.fides_meta.references.0.field: "salesforce" is no system of this map, so nothing is found along this reference',
    ]);
  });

  it('still takes a slip of the pen for a mistake', () => {
    const slip = structuredClone(FILE);
    slip.dataset[0]!.collections[1]!.fields[0]!.fides_meta = {
      references: [{ dataset: 'shpo', field: 'customer.id', direction: 'from' }],
    };
    expect(build(slip).problems.map(({ message }) => message)).toEqual(['there is no collection "shpo.customer"']);
  });
});

describe('a template of Fides', () => {
  it('takes the name of its file for that of its system, wherever the placeholder stands', () => {
    const content = withInstanceKey(
      {
        dataset: [
          {
            fides_key: '<instance_fides_key>',
            collections: [
              { name: 'person', fields: [{ name: 'id' }, { name: 'email', fides_meta: { identity: 'email' } }] },
              {
                name: 'note',
                fields: [
                  {
                    name: 'of',
                    fides_meta: {
                      references: [{ dataset: '<instance_fides_key>', field: 'person.id', direction: 'from' }],
                    },
                  },
                ],
              },
            ],
          },
        ],
      },
      'mailer',
    );
    const { dataMap, problems } = build(content);
    expect(problems).toEqual([]);
    expect(dataMap.systems.map(({ id, urlName }) => [id, urlName])).toEqual([['mailer', 'MAILER_URL']]);
    expect(dataMap.systems[0]!.collections[1]!.fields[0]!.references).toEqual([
      { collectionId: 'mailer.person', place: { column: 'id', path: [] }, direction: 'from' },
    ]);
  });

  it('leaves days and numbers as they are', () => {
    const given = { on: new Date(0), list: [1, null, true, 'text'] };
    expect(withInstanceKey(given, 'mailer')).toEqual(given);
  });
});
