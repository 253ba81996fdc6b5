import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { to as copyTo } from 'pg-copy-streams';
import { caseRow } from '@/lib/features/case-file/data/case';
import { bundleContent } from '@/lib/features/fulfilment/data';
import { buildBundle } from '@/lib/features/fulfilment/mutations/build-bundle';
import { allRecords, readRecords, searchRecords } from '@/lib/features/collection/data/records';
import { MOST_MATCHES, RECORDS_PER_PAGE } from '@/lib/features/review/schema';
import { collectFromSystem } from '@/lib/features/collection/mutations/collect';
import { closeDb, db } from '@/lib/platform/db/client';
import { taskOf } from '@/tests/integration/requests/walk';
import { connected } from '@/tests/support/shop';
import { report } from './measure';

// One stage of a case in a process of its own: the very use-cases that the worker's jobs and the desk's pages call.
const [stage = '', caseId = '', count = ''] = process.argv.slice(2);
const COLLECTION = 'shop.invoice';
const PAGES = 100;
const never = new AbortController().signal;

const STAGES: Readonly<Record<string, () => Promise<unknown>>> = {
  async copy() {
    const client = await connected(process.env.CHINOOK_DB_URL!);
    const sql = `COPY (SELECT row_to_json(r) FROM (SELECT * FROM invoice WHERE customer_id = ${Number(count)} ORDER BY invoice_id) r) TO STDOUT`;
    await pipeline(client.query(copyTo(sql)), new Writable({ write: (_chunk, _encoding, done) => done() }));
    await client.end();
  },
  async collect() {
    await collectFromSystem(await taskOf(caseId, 'shop'), never);
  },
  async read() {
    for await (const _ of allRecords(caseId, COLLECTION)) continue;
  },
  async redact() {
    const row = await caseRow(caseId);
    if (!row) throw new Error('The case is gone');
    await bundleContent(row, new Date());
  },
  /** Pages from all over the list, as somebody who scrolls asks for them. */
  async pages() {
    for (let no = 0; no < PAGES; no++)
      await readRecords(caseId, COLLECTION, Math.floor((no * Number(count)) / PAGES), RECORDS_PER_PAGE);
  },
  search: () => searchRecords(caseId, COLLECTION, 'stands nowhere', MOST_MATCHES),
  async bundle() {
    await buildBundle((await db().bundle.findFirstOrThrow({ where: { caseId } })).id, never);
  },
};

await report(STAGES[stage]!);
await closeDb();
