import { beforeEach, expect, it } from 'vitest';
import { collectFromSystem } from '@/lib/features/collection/mutations/collect';
import { db } from '@/lib/platform/db/client';
import {
  asking,
  callBack,
  type Calling,
  KEY,
  lastTask,
  legacyOfFile,
  takesIt,
} from '@/tests/integration/call-backs/legacy';

const world = legacyOfFile();
const never = new AbortController().signal;
const seconds = Math.floor(Date.now() / 1000);

let body: string;
let waiting: string;
let people = 0;
beforeEach(async () => {
  const { tasks } = await asking(`person-${(people += 1)}@example.com`);
  takesIt(world.service);
  await collectFromSystem(tasks.legacy!, never);
  waiting = tasks.legacy!;
  body = JSON.stringify({ task: lastTask(world.service) });
});

const isCalledBack = async () =>
  (await db().awaitedTask.findFirstOrThrow({ where: { subjectId: waiting } })).calledBackAt !== null;

it.each<[string, number, Calling]>([
  ['with another secret', 401, { by: Buffer.from('another secret of 32 bytes, yes!') }],
  ['with a key where a secret is agreed', 401, { by: KEY }],
  ['with a signature of something else', 401, { content: '{"task":"task_00000000000000000000000000000000"}' }],
  ['of ten minutes ago', 401, { at: seconds - 600 }],
  ['of ten minutes from now', 401, { at: seconds + 600 }],
  ['that is a task of ours, sent back', 401, { id: 'task_0123456789abcdef0123456789abcdef' }],
  ['to a system that has no way to call back', 404, { to: 'chinook/silent' }],
  ['to another system, whose key is another', 401, { to: 'chinook/sealed' }],
  ['to another system by its key, for a task that is not its own', 404, { to: 'chinook/sealed', by: KEY }],
  ['to another controller, for a task that is not its own', 404, { to: 'otherco/legacy' }],
  ['to nobody', 404, { to: 'nobody/legacy' }],
  ['to a database', 404, { to: 'chinook/shop' }],
])('/api/tasks/[controller]/[system] takes no call %s', async (_, status, calling) => {
  expect(await callBack(body, calling)).toMatchObject({ status });
  expect(await isCalledBack()).toBe(false);
});

it('a call that is no call, names another task or is too long is refused', async () => {
  const unknown = JSON.stringify({ task: `task_${'0'.repeat(32)}` });
  expect(await callBack(unknown)).toMatchObject({ status: 404, problem: 'noSuchTask' });
  for (const text of ['', 'ready', '{}', JSON.stringify({ task: 'task_1' }), body.replace('}', ',"found":[]}')])
    expect(await callBack(text)).toMatchObject({ status: 422 });
  expect(await callBack(`${body}${' '.repeat(5000)}`)).toMatchObject({ status: 413 });
  expect(await isCalledBack()).toBe(false);
});

it('a call counts once, however often it is sent, and one for what nobody waited for yet is not used up', async () => {
  const early = { id: 'msg_early' };
  const { taskHash } = await db().awaitedTask.findFirstOrThrow({ where: { subjectId: waiting } });
  await db().awaitedTask.updateMany({ where: { subjectId: waiting }, data: { taskHash: new Uint8Array(32) } });
  expect(await callBack(body, early)).toMatchObject({ status: 404 });
  await db().awaitedTask.updateMany({ where: { subjectId: waiting }, data: { taskHash } });
  expect(await callBack(body, early)).toEqual({ status: 200, as: 'taken' });
  await db().awaitedTask.updateMany({ where: { subjectId: waiting }, data: { calledBackAt: null } });
  expect(await callBack(body, early)).toEqual({ status: 200, as: 'before' });
  expect(await isCalledBack()).toBe(false);
  const both = await Promise.all([callBack(body, { id: 'msg_twice' }), callBack(body, { id: 'msg_twice' })]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  const told = await db().auditEvent.count({ where: { kind: 'CallBackTaken', body: { contains: 'legacy' } } });
  expect(told).toBe(2);
});
