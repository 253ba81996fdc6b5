import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { db } from '@/lib/platform/db/client';
import { BOB, collecting, grantAll, must, ofThisPortal } from '@/tests/integration/requests/walk';
import { benchInstance } from './bench-instance';
import { measure, type Measured, type Ratio } from './measure';

const HIDDEN_VALUES = 50;
const STAGES = ['copy', 'collect', 'read', 'pages', 'search', 'redact', 'bundle'] as const;
type Stage = (typeof STAGES)[number];
type Walked = Readonly<Record<Stage, Measured>>;

const WHAT: Readonly<Record<Stage, string>> = {
  copy: 'COPY (SELECT row_to_json …) TO STDOUT of the same rows',
  collect: 'the connector reads, parts are sealed, counted and answered',
  read: 'every sealed part opened and parsed',
  pages: '100 pages of the review, from all over',
  search: 'every value folded and looked through',
  redact: 'read, the rules and what the desk hid applied and counted',
  bundle: 'all of that, and JSON, CSV, PDF, viewer and manifest as a sealed ZIP',
};

/** One person's records from a PostgreSQL source to the sealed bundle, at two sizes; each stage against a plain COPY of the same rows. */
export async function caseRatios(records: number): Promise<Ratio[]> {
  const instance = await benchInstance();
  try {
    const small = await walkTo(everyStage, instance.shop, 11, records);
    const large = await walkTo(everyStage, instance.shop, 12, records * 10);
    return STAGES.map((stage) => ratioOf(stage, small, large));
  } finally {
    await instance.stop();
  }
}

function ratioOf(stage: Stage, small: Walked, large: Walked): Ratio {
  const [before, after] = [small[stage], large[stage]];
  // As many pages at either size: a page is the unit there, a record everywhere else.
  const units = stage === 'pages' ? 1 : 10;
  return {
    name: `case/${stage}`,
    subject: WHAT[stage],
    baseline: WHAT.copy,
    ratio: after.seconds / large.copy.seconds,
    growth: after.seconds / units / before.seconds,
    memory: after.peakMiB / before.peakMiB,
    peakRssMb: after.peakMiB,
  };
}

type At = (stage: Stage) => Promise<Measured>;
type Measuring<T> = (at: At, decide: () => Promise<void>) => Promise<T>;

const everyStage: Measuring<Walked> = async (at, decide) => {
  const copy = await at('copy');
  const collect = await at('collect');
  const [read, pages, search] = [await at('read'), await at('pages'), await at('search')];
  await decide();
  return { copy, collect, read, pages, search, redact: await at('redact'), bundle: await at('bundle') };
};

/** What makes the copy, and nothing of what the desk looks at meanwhile. */
export const exported: Measuring<Pick<Walked, 'copy' | 'collect' | 'bundle'>> = async (at, decide) => {
  const copy = await at('copy');
  const collect = await at('collect');
  await decide();
  return { copy, collect, bundle: await at('bundle') };
};

/** Takes a case of a person with so many records through these stages, to a sealed bundle. */
export async function walkTo<T>(stages: Measuring<T>, shop: Client, customerId: number, records: number): Promise<T> {
  const caseId = await caseOfMany(shop, customerId, records);
  const measured = await stages(
    (stage) => measure('stage', stage, caseId, stage === 'copy' ? customerId : records),
    () => decideOn(caseId, records),
  );
  const { state, recordsWritten } = await db().bundle.findFirstOrThrow({ where: { caseId } });
  if (state !== 'sealed' || recordsWritten !== records + 1 + (await ofThisPortal(caseId)))
    throw new Error(`The bundle of ${records} records is ${state} with ${recordsWritten}`);
  return measured;
}

/** Puts so many records of a person into the shop, and opens a case of theirs for which the shop is to be asked. */
export async function caseOfMany(shop: Client, customerId: number, records: number): Promise<string> {
  const email = `person${customerId}@example.com`;
  await shop.query('INSERT INTO customer (customer_id, first_name, last_name, email) VALUES ($1, $2, $3, $4)', [
    customerId,
    'Анна',
    'Крылова',
    email,
  ]);
  await shop.query(
    `INSERT INTO bill SELECT $1::int * 100000000 + n, $1::int, timestamp '2020-01-01' + n * interval '1 minute', 'бул. Витоша ' || n || ', вх. А', 'София', NULL, 'Bulgaria', (1000 + n % 9000)::text, n % 1000 / 10.0
     FROM generate_series(1, $2::int) n`,
    [customerId, records],
  );
  await shop.query('CREATE INDEX IF NOT EXISTS bill_of ON bill (customer_id, invoice_id)');
  await shop.query('VACUUM ANALYZE');
  return (await collecting({ email, identifiers: {} })).caseId;
}

/** Hides something in some of the records, grants, and has somebody else approve it. */
export async function decideOn(caseId: string, records: number): Promise<void> {
  for (let no = 0; no < HIDDEN_VALUES; no++) {
    const recordNo = Math.floor((no * records) / HIDDEN_VALUES);
    await must(caseId, {
      type: 'RedactValue',
      redactionId: randomUUID(),
      collectionId: 'shop.invoice',
      recordNo,
      field: 'billing_address',
      scope: 'value',
      ground: 'GDPR-15-4',
      decides: [],
      detail: { passage: 'Витоша', facts: 'Another person lives there.' },
    });
  }
  await grantAll(caseId);
  await must(caseId, { type: 'ApproveDecision' }, BOB);
}
