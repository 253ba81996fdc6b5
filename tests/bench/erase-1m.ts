import { connected } from '@/tests/support/shop';
import { throwAwayServer } from '@/tests/support/throw-away-server';
import { measure, type Ratio } from './measure';

export const ERASED = 1_000_000;
const OTHERS = 200_000;

const DDL = `
  CREATE TABLE person (id bigint PRIMARY KEY, email text NOT NULL);
  CREATE TABLE visit (id bigint PRIMARY KEY, person_id bigint NOT NULL REFERENCES person, seen_at timestamptz NOT NULL, page text NOT NULL, device text NOT NULL);
  INSERT INTO person SELECT n, 'person' || n || '@example.com' FROM generate_series(1, 1000) n;
  INSERT INTO visit SELECT n, CASE WHEN n <= ${ERASED} THEN 1 ELSE 2 + n % 999 END, timestamptz '2026-01-01' + n * interval '1 second',
    '/products/' || n % 5000, 'a device of the kind ' || n % 12 FROM generate_series(1, ${ERASED + OTHERS}) n;
  CREATE INDEX ON visit (person_id);`;

/** One person's million records erased through the connector, searched again by another login, over the one DELETE that somebody writes by hand. */
export async function eraseRatio(): Promise<Ratio> {
  const server = await throwAwayServer();
  try {
    const admin = await connected(server.url('postgres'));
    await admin.query("CREATE ROLE reader LOGIN PASSWORD 'reader'; CREATE ROLE writer LOGIN PASSWORD 'writer'");
    const run = async (name: string, how: 'by-hand' | 'product') => {
      await admin.query(`CREATE DATABASE ${name}`);
      const database = await connected(server.url(name));
      await database.query(DDL);
      await database.query(
        'GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader, writer; GRANT DELETE ON ALL TABLES IN SCHEMA public TO writer',
      );
      await database.query('VACUUM ANALYZE');
      await database.query('CHECKPOINT');
      await database.end();
      const as = (role: string) => {
        const url = new URL(server.url(name));
        url.username = role;
        url.password = role;
        return url.href;
      };
      const measured = await measure('erase-person', how, as('reader'), as('writer'));
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      return measured;
    };
    const byHand = await run('by_hand', 'by-hand');
    const product = await run('product', 'product');
    await admin.end();
    return {
      name: 'erase-1m',
      subject: `${ERASED} records of one person looked through, compared with what was approved, erased in one transaction and searched again`,
      baseline: 'DELETE FROM visit WHERE person_id = …, by hand',
      ratio: product.seconds / byHand.seconds,
      growth: 1,
      memory: product.peakMiB / byHand.peakMiB,
      peakRssMb: product.peakMiB,
    };
  } finally {
    await server.stop();
  }
}
