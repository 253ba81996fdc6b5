import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tellHistory } from '@/lib/demo/history/tell';
import { seedDemo } from '@/lib/demo/seed';
import { seedDemoStaff } from '@/lib/demo/staff';
import { CASE_STATES, CLOSED_HOW } from '@/lib/domain/case/types';
import { OUTCOMES } from '@/lib/domain/law/types';
import { closeDb, db } from '@/lib/platform/db/client';
import { serverUrl, testDatabase, type TestDatabase } from '@/tests/support/database';
import { dropDemo } from '@/tests/support/demo-databases';
import { instanceSettings } from '@/tests/support/instance-settings';

const PREFIX = 'history_test';
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const blobDir = mkdtempSync(path.join(tmpdir(), 'rightsdesk-history-'));
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  const { env } = await seedDemo({ adminUrl: serverUrl(), readerPassword: 'r', prefix: PREFIX, bigRecords: 100 });
  Object.assign(process.env, instanceSettings({ databaseUrl: database.url, blobDir, sourceUrl: '' }), env, {
    CONTROLLERS_DIR: path.join(import.meta.dirname, '..', '..', '..', 'controllers'),
    DEMO: '1',
  });
  await seedDemoStaff();
});
afterAll(async () => {
  await closeDb();
  await database.drop();
  await dropDemo(PREFIX);
  rmSync(blobDir, { recursive: true, force: true });
});

it('lets the demo’s cases happen by what the product does itself, each at its own time, and none is refused', async () => {
  const now = new Date();
  const { cases, refused } = await tellHistory(now, 'kind');
  expect(refused).toEqual([]);
  const rows = await db().case.findMany({ select: { state: true, closedHow: true, closedAt: true, receivedAt: true } });
  expect(rows).toHaveLength(cases);
  const states = new Set(rows.map(({ state }) => state));
  // What the worker does between two looks of a person is never left standing.
  expect(CASE_STATES.filter((state) => !states.has(state))).toEqual(['verified', 'collecting', 'preparing']);
  expect(new Set(rows.flatMap(({ closedHow }) => closedHow ?? []))).toEqual(new Set(CLOSED_HOW));
  const items = await db().rightItem.findMany({ select: { outcome: true } });
  expect(new Set(items.flatMap(({ outcome }) => outcome ?? []))).toEqual(new Set(OUTCOMES));
  const mandates = await db().mandate.findMany({ select: { answer: true } });
  expect(new Set(mandates.map(({ answer }) => answer))).toEqual(new Set(['confirmed', 'stopped', null]));
  const erasures = await db().erasure.findMany({ select: { state: true } });
  expect(new Set(erasures.map(({ state }) => state))).toEqual(new Set(['planned', 'approved', 'proved']));
  expect(await db().effect.count({ where: { state: { not: 'answered' }, byPerson: false } })).toBe(0);
  expect(await db().statement.count({ where: { madeAt: null } })).toBe(0);
  for (const { closedAt, receivedAt } of rows) {
    expect(receivedAt.getTime()).toBeLessThan(now.getTime());
    if (closedAt) expect(now.getTime() - closedAt.getTime()).toBeGreaterThan(DAY / 2);
  }
  // Opened again after its answer, it is late with nothing; of what is closed nothing is owed.
  const answered = await db().case.findMany({ where: { nextStep: 'close' }, select: { state: true, owed: true } });
  expect(answered).toEqual([{ state: 'ready', owed: false }]);
  expect(await db().case.count({ where: { state: 'closed', owed: true } })).toBe(0);
  const events = await db().auditEvent.findMany({ where: { caseId: { not: null } }, orderBy: { position: 'asc' } });
  const times = events.map(({ at }) => at.getTime());
  // In the order of their times, but for what one step says in the same moment.
  times.forEach((time, no) => expect(time).toBeGreaterThan(Math.max(...times.slice(0, no)) - 5 * MINUTE));
  expect(await db().notice.count({ where: { state: { not: 'sent' } } })).toBe(0);
}, 600_000);
