import { randomUUID } from 'node:crypto';
import { loadQueue, loadQueueCounts } from '@/lib/features/queue/loaders';
import { closeDb } from '@/lib/platform/db/client';
import { report } from './measure';

// What the page of the queue asks of the database, again and again, as a colleague of the desk.
const LOADS = 30;
const ALICE = {
  id: randomUUID(),
  name: 'Alice',
  email: 'alice@example.com',
  roles: ['desk' as const],
  controllerIds: [],
};
const load = () => Promise.all([loadQueue(ALICE, {}), loadQueueCounts(ALICE)]);

await load();
await report(async () => {
  for (let no = 0; no < LOADS; no++) await load();
});
await closeDb();
