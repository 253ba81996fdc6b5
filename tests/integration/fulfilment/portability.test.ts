import { describe, expect, it } from 'vitest';
import { caseRow } from '@/lib/features/case-file/data/case';
import { buildBundle } from '@/lib/features/fulfilment/mutations/build-bundle';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { approved, never } from './approved';
import { bundleOf, readable } from './bundle-files';

const instance = instanceOfFile();

type Index = {
  readonly collections: readonly {
    readonly collectionId: string;
    readonly records: number;
    readonly json: string;
    readonly csv: string;
    readonly file: string | null;
    readonly schema: { readonly items: { readonly properties: Record<string, { readonly type: string[] }> } };
  }[];
};

async function made(rights: readonly string[]) {
  const one = await approved([], { rights: [...rights] });
  await buildBundle(one.bundleId, never);
  const { files } = await bundleOf(one.caseId, instance.blobDir);
  const index = JSON.parse(files.get('portable.json')!.toString('utf8')) as Index;
  return { files, index, caseId: one.caseId };
}

describe('data to take elsewhere (Art. 20 GDPR)', () => {
  it('are what the person provided, on consent or contract: neither what others said nor what nobody may take', async () => {
    const { files, index, caseId } = await made(['GDPR:portability']);
    const ids = index.collections.map(({ collectionId }) => collectionId);
    expect(ids).toContain('shop.customer');
    expect(ids).not.toContain('shop.employee');
    // What is beyond the right is in no file at all, and still counted: the copy was sealed.
    expect([...files.keys()].filter((name) => name.includes('employee'))).toEqual([]);
    expect([...files.keys()].filter((name) => /^data\/.*\.json$/u.test(name))).toHaveLength(ids.length);
    expect(await caseRow(caseId)).toMatchObject({ state: 'ready' });
    for (const { json, csv, records, schema } of index.collections) {
      const rows = JSON.parse(files.get(json)!.toString('utf8')) as Record<string, unknown>[];
      expect(rows).toHaveLength(records);
      expect(files.has(csv)).toBe(true);
      for (const name of Object.keys(rows[0] ?? {})) expect(schema.items.properties).toHaveProperty(name);
    }
    const report = readable('report.pdf', files.get('report.pdf')!);
    expect(report).toContain('It is not a copy of everything we hold');
  });

  it('have the card that address books take beside JSON and CSV', async () => {
    const { files, index } = await made(['GDPR:portability']);
    const { file } = index.collections.find(({ collectionId }) => collectionId === 'shop.customer')!;
    expect(file).toBe('portable/shop.customer.vcf');
    expect(files.get(file!)!.toString('utf8')).toBe(
      [
        'BEGIN:VCARD',
        'VERSION:4.0',
        'FN:Luís',
        'TEL:+55 (12) 3923-5555',
        'EMAIL:Luis@example.com',
        'END:VCARD',
        '',
      ].join('\r\n'),
    );
  });

  it('are named in the copy where that was asked for too, which stays whole', async () => {
    const { files, index } = await made(['GDPR:access', 'GDPR:portability']);
    expect([...files.keys()]).toContain('data/shop.employee.json');
    expect(index.collections.map(({ collectionId }) => collectionId)).not.toContain('shop.employee');
    const report = readable('report.pdf', files.get('report.pdf')!);
    expect(report).toContain('What you can take elsewhere is named in portable.json');
    expect(report).not.toContain('It is not a copy of everything we hold');
  });
});
