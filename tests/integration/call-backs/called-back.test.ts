import { expect, it } from 'vitest';
import { loadSystems } from '@/lib/features/cases/loaders/systems';
import { collectFromSystem, nameAbandonedTasks } from '@/lib/features/collection/mutations/collect';
import { controller } from '@/lib/platform/controllers/registry';
import { db } from '@/lib/platform/db/client';
import { ALICE, logOf, must } from '@/tests/integration/requests/walk';
import { asking, callBack, goBy, hasDone, KEY, lastTask, legacyOfFile, takesIt } from './legacy';

const world = legacyOfFile();
const never = new AbortController().signal;

const systemsOf = async (caseId: string) =>
  Object.fromEntries((await loadSystems(caseId, controller('chinook').dataMap)).map((system) => [system.id, system]));

/** When the queue looks for a task again, as a day; `now` where at once. */
async function nextLook(taskId: string): Promise<string | null> {
  const { rows } = await world.instance.sql.query<{ run_at: Date }>(
    'select run_at from graphile_worker.jobs where key = $1',
    [`collect:${taskId}`],
  );
  const at = rows[0]?.run_at;
  if (!at) return null;
  return at.getTime() <= Date.now() ? 'now' : `in ${Math.round((at.getTime() - Date.now()) / 86_400_000)} days`;
}

it('a system that has taken its task is waited for, calls back, and answers when it is asked then', async () => {
  const { caseId, tasks } = await asking();
  takesIt(world.service);
  await collectFromSystem(tasks.legacy!, never);
  expect((await systemsOf(caseId)).legacy).toMatchObject({ state: 'waiting', failure: 'taken' });
  expect(await nextLook(tasks.legacy!)).toBe('in 2 days');
  // The sweep that names what nobody asks any more leaves it alone.
  await nameAbandonedTasks();
  expect((await systemsOf(caseId)).legacy).toMatchObject({ state: 'waiting', failure: 'taken' });

  const task = lastTask(world.service);
  expect(JSON.stringify(await db().awaitedTask.findMany())).not.toContain(task);
  expect(await callBack(JSON.stringify({ task }))).toEqual({ status: 200, as: 'taken' });
  expect(await nextLook(tasks.legacy!)).toBe('now');
  expect((await logOf(caseId)).slice(-2)).toMatchObject([
    { kind: 'SourceFailed', data: { system: 'legacy', reason: 'taken' } },
    { kind: 'CallBackTaken', data: { system: 'legacy' } },
  ]);
  hasDone(world.service);
  await collectFromSystem(tasks.legacy!, never);
  expect((await systemsOf(caseId)).legacy).toMatchObject({ state: 'answered', records: 1 });
});

it('calls back by a key of its own', async () => {
  const { caseId, tasks } = await asking();
  takesIt(world.service);
  await collectFromSystem(tasks.sealed!, never);
  const body = JSON.stringify({ task: lastTask(world.service, 'sealed') });
  expect(await callBack(body, { to: 'chinook/sealed', by: KEY })).toEqual({ status: 200, as: 'taken' });
  expect(await nextLook(tasks.sealed!)).toBe('now');
  expect((await systemsOf(caseId)).sealed).toMatchObject({ state: 'waiting' });
});

it('is reminded by the same task at half of its time, and after all of it a person has it, who can ask anew', async () => {
  const { caseId, tasks } = await asking('anna@example.com');
  takesIt(world.service);
  await collectFromSystem(tasks.legacy!, never);
  const task = lastTask(world.service);
  await goBy(2);
  await collectFromSystem(tasks.legacy!, never);
  expect(lastTask(world.service)).toBe(task);
  expect(await nextLook(tasks.legacy!)).toBe('in 2 days');
  await goBy(2);
  await collectFromSystem(tasks.legacy!, never);
  expect((await systemsOf(caseId)).legacy).toMatchObject({ state: 'failed', failure: 'noAnswer', attempts: 3 });
  // A late call still counts.
  expect(await callBack(JSON.stringify({ task }))).toEqual({ status: 200, as: 'taken' });
  expect(await nextLook(tasks.legacy!)).toBe('now');

  await must(caseId, { type: 'RetrySource', systemId: 'legacy' }, ALICE);
  await collectFromSystem(tasks.legacy!, never);
  expect((await systemsOf(caseId)).legacy).toMatchObject({ state: 'waiting', failure: 'taken' });
  expect(await nextLook(tasks.legacy!)).toBe('in 2 days');
});
