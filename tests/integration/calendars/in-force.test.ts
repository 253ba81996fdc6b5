import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { calendarsInForce } from '@/lib/features/calendars/data';
import type { AuthorizedCaseId } from '@/lib/features/cases/types';
import { statusOf } from '@/lib/features/requester/data';
import { db } from '@/lib/platform/db/client';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';
import { ALICE, submit } from '../requests/walk';

let instance: TestInstance;
beforeAll(async () => {
  instance = await anInstance();
});
afterAll(() => instance.stop());

const NOW = new Date('2026-11-22T09:00:00.000Z');

const override = (change: 'add' | 'remove', day: string, createdAt: Date) =>
  db().holidayOverride.create({ data: { id: randomUUID(), calendar: 'IE', onDate: new Date(day), change, reason: 'By decree', byId: ALICE.id, createdAt } });

it('what was overridden is in force until it is withdrawn, for new requests and for the page of an old one', async () => {
  const before = await submit({}, NOW);
  expect(before.dueOn).toBe('2026-12-22');
  const { id } = await override('add', '2026-12-22', NOW);
  const calendar = (await calendarsInForce())('IE');
  expect([...(calendar?.overrides?.values() ?? [])]).toEqual([{ calendar: 'IE', on: '2026-12-22', change: 'add', reason: 'By decree', by: ALICE.id }]);
  expect((await submit({}, NOW)).dueOn).toBe('2026-12-23');
  const { clock } = await statusOf(before.caseId as AuthorizedCaseId, NOW);
  expect([clock.bindingOn, clock.working.some(({ key }) => key === 'addedDayOff')]).toEqual(['2026-12-23', true]);
  await db().holidayOverride.update({ where: { id }, data: { withdrawnAt: NOW, withdrawnById: ALICE.id } });
  expect((await calendarsInForce())('IE')?.overrides).toBeUndefined();
  expect((await statusOf(before.caseId as AuthorizedCaseId, NOW)).clock.bindingOn).toBe('2026-12-22');
});

it('the later of two overrides of a day counts', async () => {
  await override('remove', '2026-12-24', new Date(NOW.getTime() + 1000));
  await override('add', '2026-12-24', NOW);
  expect((await calendarsInForce())('IE')?.holidays.has('2026-12-24' as never)).toBe(false);
});
