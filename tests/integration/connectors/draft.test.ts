import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { describeDatabase } from '@/lib/connectors/postgres/describe';
import { postgresConnector } from '@/lib/connectors/postgres/connector';
import { buildDataMap } from '@/lib/domain/datamap/build';
import { dataMapFileSchema } from '@/lib/domain/datamap/schema';
import { ROOT } from '@/lib/platform/root';
import { serverUrl } from '@/tests/support/database';
import { type Chinook, chinookMissing, loadChinook } from '@/tests/support/chinook';
import { type Source, sourceWith, stepsOf, systemOf } from './source';

const run = promisify(execFile);
const command = (args: readonly string[], env: Record<string, string>) =>
  run(process.execPath, [path.join(ROOT, 'lib/cli/rightsdesk.js'), 'datamap', ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
  });

describe.skipIf(chinookMissing() !== null)('a map drafted from a database that nobody has described', () => {
  let chinook: Chinook;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'rightsdesk-draft-'));
    chinook = await loadChinook(serverUrl());
  });
  afterAll(async () => {
    await chinook.drop();
    rmSync(folder, { recursive: true });
  });

  it('reads as it is, fits its database, and finds all of one person and nothing of another', async () => {
    const file = path.join(folder, 'data-map.yaml');
    const env = { MUSIC_URL: chinook.readOnlyUrl };
    const { stderr } = await command(['draft', '--system', 'music', '--out', file], env);
    expect(stderr).toMatch(/Drafted 4 of 11 tables/);
    const content = dataMapFileSchema.parse(parse(readFileSync(file, 'utf8')));
    const { dataMap, problems } = buildDataMap([{ file, content }], {
      languages: ['en'],
      country: 'IE',
      identifierKinds: ['email', 'phone'],
    });
    expect(problems).toEqual([]);
    const connector = postgresConnector(systemOf(dataMap, 'music'), chinook.readOnlyUrl);
    // Every column has its field and every other table its place under leftOut.
    expect(await connector.probe()).toMatchObject({ ok: true, drift: [] });
    const steps = stepsOf(dataMap, 'music', { email: ['luisg@embraer.com.br'] });
    const found = Object.fromEntries(
      await Promise.all(Object.values(steps).map(async (step) => [step.name, await connector.count(step)] as const)),
    );
    const client = new Client({ connectionString: chinook.adminUrl });
    await client.connect();
    const { rows } = await client.query<{ invoice: number; invoice_line: number }>(
      `SELECT count(DISTINCT i.invoice_id)::int AS invoice, count(l.*)::int AS invoice_line
       FROM customer c JOIN invoice i USING (customer_id) JOIN invoice_line l USING (invoice_id) WHERE c.email = 'luisg@embraer.com.br'`,
    );
    await client.end();
    expect(found).toEqual({ employee: 0, customer: 1, ...rows[0] });

    const again = command(['draft', '--system', 'music', '--out', file], env);
    await expect(again).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/is there already/) as string });
  });
});

describe('what a database says of itself', () => {
  let source: Source;
  beforeAll(async () => {
    source = await sourceWith(`
      CREATE DOMAIN address AS text;
      CREATE TABLE person (tenant int, no int, "Mail" address, tags text[], PRIMARY KEY (tenant, no));
      COMMENT ON COLUMN person.tags IS 'what they like';
      CREATE TABLE visit (at date, tenant int, person int, FOREIGN KEY (tenant, person) REFERENCES person) PARTITION BY RANGE (at);
      CREATE TABLE visit_2026 PARTITION OF visit FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
      CREATE TABLE nothing ();`);
  });
  afterAll(() => source.drop());

  it('is its tables once each, with keys of several columns in their order', async () => {
    expect(await describeDatabase({ url: source.readerUrl, timeoutSeconds: 60 }, 'public')).toEqual({
      tables: [
        {
          name: 'person',
          comment: null,
          columns: [
            { name: 'tenant', type: 'int4', comment: null },
            { name: 'no', type: 'int4', comment: null },
            { name: 'Mail', type: 'text', comment: null },
            { name: 'tags', type: 'text', comment: 'what they like' },
          ],
          primaryKey: ['tenant', 'no'],
        },
        {
          name: 'visit',
          comment: null,
          columns: [
            { name: 'at', type: 'date', comment: null },
            { name: 'tenant', type: 'int4', comment: null },
            { name: 'person', type: 'int4', comment: null },
          ],
          primaryKey: [],
        },
        { name: 'nothing', comment: null, columns: [], primaryKey: [] },
      ],
      keys: [{ from: 'visit', columns: ['tenant', 'person'], to: 'person', toColumns: ['tenant', 'no'] }],
    });
  });

  it('is asked of a login that can only read, and of a schema that is there', async () => {
    const asOwner = command(['draft', '--system', 'club'], { CLUB_URL: source.adminUrl });
    await expect(asOwner).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/give one that can only read/) as string,
    });
    const elsewhere = command(['draft', '--system', 'club', '--schema', 'nowhere'], { CLUB_URL: source.readerUrl });
    await expect(elsewhere).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/nowhere/) as string });
    await expect(command(['draft', '--system', 'club'], {})).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/Set CLUB_URL/) as string,
    });
    for (const [CLUB_URL, page] of [
      ['https://:token@club.example.com', /docs\/connectors\/http\.md/],
      ['file:///srv/club', /docs\/connectors\/files\.md/],
    ] as const)
      await expect(command(['draft', '--system', 'club'], { CLUB_URL })).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringMatching(page) as string,
      });
  });
});
