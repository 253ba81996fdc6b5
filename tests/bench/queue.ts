import type { Client } from 'pg';
import { collecting, submit, verified } from '@/tests/integration/requests/walk';
import { benchInstance } from './bench-instance';
import { measure, type Ratio } from './measure';

const [FEW, MANY] = [1_000, 100_000];
const DAY = 86_400_000;
// Enough that a whole page of the list is of these.
const OF_A_KIND = 30;

// Long ago, as most that is closed is: whoever looks for what is open must not walk past all of it.
const CLOSED = `jsonb_build_object('state', 'closed', 'dueOn', current_date - 900 + n % 400, 'closedAt', now(), 'closedHow', 'answered', 'closedFrom', 'ready')`;

/** The queue's page over many cases against the same page over few. */
export async function queueRatio(): Promise<Ratio> {
  const instance = await benchInstance();
  try {
    const longAgo = () => new Date(Date.now() - 90 * DAY);
    for (let no = 0; no < OF_A_KIND; no++) {
      await submit({}, longAgo());
      await verified();
      await collecting();
    }
    await fillUp(instance.sql, FEW);
    const few = await measure('queue-page');
    await fillUp(instance.sql, MANY);
    const many = await measure('queue-page');
    const ratio = many.seconds / few.seconds;
    return {
      name: 'queue',
      subject: `the page of the queue at ${MANY} cases`,
      baseline: `at ${FEW} cases`,
      ratio,
      growth: ratio / (MANY / FEW),
      memory: many.peakMiB / few.peakMiB,
      peakRssMb: many.peakMiB,
    };
  } finally {
    await instance.stop();
  }
}

/**
 * Cases by SQL until there are as many: likenesses of those that came by the form, later in the list than these, so that no page opens
 * what is sealed in them. Three in four are closed.
 */
async function fillUp(sql: Client, wanted: number): Promise<void> {
  await sql.query(
    `CREATE TEMP TABLE likeness AS SELECT n::int, c.id AS of_case, gen_random_uuid() AS case_id, gen_random_uuid() AS request_id
     FROM generate_series((SELECT count(*) + 1 FROM "Case"), $1::int) n JOIN (SELECT id, row_number() OVER (ORDER BY "receivedAt", id) - 1 AS no FROM "Case" WHERE reference NOT LIKE 'LIKE-%') c ON c.no = n % ${3 * OF_A_KIND}`,
    [wanted],
  );
  const like = (table: string, from: string, changes: string, also = `'{}'`) =>
    sql.query(
      `INSERT INTO "${table}" SELECT r.* FROM likeness l JOIN ${from} CROSS JOIN LATERAL jsonb_populate_record(NULL::"${table}", to_jsonb(t) || jsonb_build_object(${changes}) || ${also}) r`,
    );
  await like(
    'RightsRequest',
    '"Case" c ON c.id = l.of_case JOIN "RightsRequest" t ON t.id = c."requestId"',
    `'id', request_id, 'reference', 'LIKE-' || n`,
  );
  await like(
    'Case',
    '"Case" t ON t.id = l.of_case',
    `'id', case_id, 'requestId', request_id, 'reference', 'LIKE-' || n, 'dueOn', current_date + 60 + n % 400`,
    `CASE WHEN n % 4 = 0 THEN '{}' ELSE ${CLOSED} END`,
  );
  await like('CaseKey', '"CaseKey" t ON t."caseId" = l.of_case', `'caseId', case_id`);
  const ofCase = `'id', gen_random_uuid(), 'caseId', case_id`;
  await like('RightItem', '"RightItem" t ON t."caseId" = l.of_case', ofCase);
  // What is closed waits for no system.
  await like(
    'CollectionTask',
    '"CollectionTask" t ON t."caseId" = l.of_case',
    ofCase,
    `CASE WHEN n % 4 = 0 THEN '{}' ELSE jsonb_build_object('state', 'answered') END`,
  );
  await sql.query('DROP TABLE likeness');
  // As autovacuum leaves a database that has stood: what is read from an index alone needs it.
  await sql.query('VACUUM (ANALYZE)');
}
