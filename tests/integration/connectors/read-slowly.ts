import { setImmediate } from 'node:timers/promises';
import { postgresConnector } from '@/lib/connectors/postgres/connector';
import { collectionPlan } from '@/lib/domain/datamap/plan';
import { collectionOf, dataMapOf } from '@/tests/unit/datamap/maps';

/** Reads one person's records in a process of its own and prints how many there were and the most memory it ever held. */
async function main(url: string, email: string): Promise<void> {
  const map = dataMapOf([collectionOf('app.wide', { id: {}, email: { identity: 'email' }, words: {} })]);
  const [step] = collectionPlan(map, { email: [email] }).systems[0]!.steps;
  let records = 0;
  for await (const chunk of postgresConnector(map.systems[0]!, url).collect(step!)) {
    await setImmediate();
    for (const byte of chunk) if (byte === 0x0a) records++;
  }
  process.stdout.write(JSON.stringify({ records, megabytes: process.resourceUsage().maxRSS / 1024 }));
}

await main(process.argv[2]!, process.argv[3]!);
