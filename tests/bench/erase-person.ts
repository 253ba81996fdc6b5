import { openConnector } from '@/lib/connectors/open';
import { postgresEraser } from '@/lib/connectors/postgres/erase/eraser';
import { localDate } from '@/lib/domain/calendar/local-date';
import { erasureSearch, systemErasures } from '@/lib/domain/erasure/systems';
import { connected } from '@/tests/support/shop';
import { collectionOf, dataMapOf } from '@/tests/unit/datamap/maps';
import { report } from './measure';

// One way of erasing in a process of its own. What people looked through and agreed to lies before the time that is taken.
const [how, reader = '', writer = ''] = process.argv.slice(2);
const EMAIL = 'person1@example.com';

const map = dataMapOf([
  collectionOf('app.person', { id: { key: true }, email: { identity: 'email' } }),
  collectionOf('app.visit', { id: { key: true }, person_id: { of: 'app.person.id' } }),
]);

async function byHand(): Promise<void> {
  const client = await connected(writer);
  await report(() => client.query('DELETE FROM visit WHERE person_id = 1'));
  await client.end();
}

async function product(): Promise<void> {
  const [system] = map.systems;
  const search = erasureSearch(map, { email: [EMAIL] });
  const [erasure] = systemErasures(map, search, {}, localDate('2026-11-27'));
  const eraser = postgresEraser(system!, writer);
  const approved = await eraser.rehearse(erasure!);
  const connector = openConnector(system!, { [system!.urlName]: reader });
  await report(async () => {
    const quiet = async () => undefined;
    await eraser.erase(erasure!, approved, { progress: quiet, beforeCommit: quiet, brokenOff: quiet });
    for (const step of search.systems[0]!.steps)
      if ((await connector.count(step)) > 0) throw new Error('Something was found again');
  });
}

await (how === 'by-hand' ? byHand() : product());
