import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { loadCasePage } from '@/lib/features/cases/loaders/page';
import { copyPage, systemsOf } from '@/lib/features/delivery/data';
import { collectFromSystem } from '@/lib/features/collection/mutations/collect';
import { buildBundle } from '@/lib/features/fulfilment/mutations/build-bundle';
import { isNeverSentIn } from '@/lib/features/review/data/hiding';
import { loadReview } from '@/lib/features/review/loaders/review';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';
import { TEST_CONTROLLERS } from '@/tests/support/chinook';
import { collecting } from '../requests/walk';
import { aPerson } from '../staff/people';
import { approved, never } from './approved';
import { bundleOf, readable } from './bundle-files';

const [LICENCE, PASSPORT] = ['D-7305-1188-42', 'X-9917-204'];
const MORE = `          - { name: licence, data_categories: [user.government_id.drivers_license_number], meta: { rightsdesk: { title: Driving licence } } }
          - name: papers
            meta: { rightsdesk: { title: Papers } }
            fields: [{ name: passport, fields: [{ name: number, meta: { rightsdesk: { secret: governmentIdNumber } } }, { name: country }] }]
`;

let instance: TestInstance;
const folder = mkdtempSync(path.join(tmpdir(), 'never-sent-'));
beforeAll(async () => {
  cpSync(TEST_CONTROLLERS, folder, { recursive: true });
  const map = path.join(folder, 'chinook', 'data-map.yaml');
  const anchor = '          - name: support_rep_id\n';
  writeFileSync(map, readFileSync(map, 'utf8').replace(anchor, MORE + anchor));
  instance = await anInstance({ CONTROLLERS_DIR: folder });
  await instance.shop.sql.query('ALTER TABLE customer ADD COLUMN licence text, ADD COLUMN papers jsonb');
  await instance.shop.sql.query('UPDATE customer SET licence = $1, papers = $2', [
    LICENCE,
    JSON.stringify({ passport: { number: PASSPORT, country: 'PT' } }),
  ]);
});
afterAll(async () => {
  await instance.stop();
  rmSync(folder, { recursive: true });
});

const CALIFORNIA = { residence: 'US-CA', rights: ['CCPA:know_specific'] };
const BOTH = { residence: 'US-CA', rights: ['GDPR:access', 'CCPA:know_specific'] };
const EUROPE = { residence: 'IE', rights: ['GDPR:access'] };

async function filesUnder(given: Parameters<typeof approved>[1]) {
  const { caseId, bundleId } = await approved([], given);
  await buildBundle(bundleId, never);
  const { files } = await bundleOf(caseId, instance.blobDir);
  return { caseId, files };
}

describe('a value that the law never lets be sent', { timeout: 120_000 }, () => {
  it.each([
    ['under the CCPA', CALIFORNIA],
    ['under GDPR and CCPA in one file', BOTH],
  ])('stands in no file of a copy %s: its kind is said in each', async (_, given) => {
    const { caseId, files } = await filesUnder(given);
    for (const [name, bytes] of files)
      for (const value of [LICENCE, PASSPORT])
        expect([name, readable(name, bytes).includes(value)]).toEqual([name, false]);
    const [customer] = JSON.parse(files.get('data/shop.customer.json')!.toString()) as Record<string, unknown>[];
    const mark = (holds: string, instead: unknown) => ({ $hidden: ['CCPA-7024-d'], holds, instead });
    const said = expect.stringMatching(/^\[We hold your driver’s licence number\. .*11 CCR 7024\(d\)/);
    expect(customer).toMatchObject({
      licence: mark('driversLicenceNumber', said),
      papers: {
        passport: { number: mark('governmentIdNumber', expect.stringContaining('identity document')), country: 'PT' },
      },
    });
    for (const name of ['data/shop.customer.csv', 'report.pdf', 'index.html'])
      expect([name, readable(name, files.get(name)!)]).toEqual([
        name,
        expect.stringContaining('We hold your driver’s licence number.'),
      ]);
    expect(JSON.parse(files.get('hidden.json')!.toString())).toEqual(
      expect.arrayContaining(
        ['licence', 'papers'].map((field) => expect.objectContaining({ field, record: 0, citation: '11 CCR 7024(d)' })),
      ),
    );
    const [system] = await systemsOf(caseId as AuthorizedCaseId, 'en', [{ collectionId: 'shop.customer', records: 1 }]);
    const { shown } = await copyPage(caseId as AuthorizedCaseId, system!.kinds[0]!.category, 'en', 0, 10);
    expect(JSON.stringify(shown)).toContain('We hold your driver’s licence number.');
    expect(JSON.stringify(shown)).not.toMatch(new RegExp(`${LICENCE}|${PASSPORT}`));
  });

  it('is in a copy under the GDPR', async () => {
    const { files } = await filesUnder(EUROPE);
    for (const name of ['data/shop.customer.json', 'data/shop.customer.csv', 'report.pdf', 'index.html'])
      expect([name, readable(name, files.get(name)!)]).toEqual([name, expect.stringContaining(LICENCE)]);
  });

  it('is counted as hidden before anything is decided, with its article, and the desk cannot decide otherwise', async () => {
    const { staff } = await aPerson();
    const { caseId, taskId } = await collecting(CALIFORNIA);
    await collectFromSystem(taskId, never);
    const page = await loadCasePage(caseId as AuthorizedCaseId, staff, 'case');
    expect(page.hidden.grounds).toContain('CCPA-7024-d');
    const review = (await loadReview(caseId as AuthorizedCaseId, staff, 'review'))!;
    const fields = review.systems
      .flatMap(({ collections }) => collections)
      .find(({ collection: { id } }) => id === 'shop.customer')!.collection.fields;
    expect(fields.filter(({ neverSent }) => neverSent.length > 0).map(({ name }) => name)).toEqual([
      'licence',
      'papers',
    ]);
    const locked = (field: string) => isNeverSentIn(caseId, 'shop.customer', 0, field);
    expect([await locked('licence'), await locked('papers'), await locked('email')]).toEqual([true, false, false]);
  });
});
