import { beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { previewOverride, previewWithdrawal } from '@/lib/features/calendars/data';
import { calendarsInForce } from '@/lib/features/case-file/data/calendars';
import { loadCalendarPage, loadOutlook } from '@/lib/features/calendars/loaders';
import { overrideHoliday, withdrawOverride } from '@/lib/features/calendars/mutations';
import { calendarFiltersSchema } from '@/lib/features/calendars/schema';
import type { NewOverride } from '@/lib/features/calendars/types';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { statusOf } from '@/lib/features/requester/data/status';
import { requesterOf } from '@/lib/features/requester/mutations';
import { mayConfigure } from '@/lib/features/staff/ability';
import { db } from '@/lib/platform/db/client';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { must, submit } from '../requests/walk';
import { aPerson, type Person } from '../staff/people';

const NOW = new Date('2026-11-22T09:00:00.000Z');

const instance = instanceOfFile();
let admin: Person;
let caseId: AuthorizedCaseId;
let reference: string;
beforeAll(async () => {
  admin = await aPerson({ roles: ['admin'], name: 'Ралица Христова' });
  const submitted = await submit({}, NOW);
  expect(submitted.lastDayOn).toBe('2026-12-22');
  [caseId, reference] = [submitted.caseId as AuthorizedCaseId, submitted.reference];
});

const dayOff = (
  on: string,
  reason = 'National day of mourning',
  change: NewOverride['change'] = 'add',
): NewOverride => ({ calendar: 'IE', on: localDate(on), change, reason });
const save = (given: NewOverride, seen: number) => overrideHoliday(given, { staffId: admin.staffId, seen, at: NOW });
const clock = async () => (await statusOf(caseId, NOW)).clock;
const inForceId = async (on: string) =>
  (await db().holidayOverride.findFirstOrThrow({ where: { onDate: new Date(on), withdrawnAt: null } })).id;
const logged = async () =>
  (
    await db().auditEvent.findMany({ where: { kind: { startsWith: 'HolidayOverrid' } }, orderBy: { position: 'asc' } })
  ).map(({ body }) => JSON.parse(body) as { kind: string; data: object; actor: object });
const sweeps = async () =>
  (await instance.sql.query(`select 1 from graphile_worker.jobs where task_identifier = 'watchClocks'`)).rows.length;

describe('an override', () => {
  it('says before it is made which open cases move, and to which day', async () => {
    expect(await previewOverride(dayOff('2026-12-22'), NOW)).toEqual({
      ok: true,
      value: { onWeekend: false, moves: [{ caseId, reference, fromOn: '2026-12-22', toOn: '2026-12-23' }] },
    });
    expect(await previewOverride(dayOff('2026-12-21'), NOW)).toEqual({
      ok: true,
      value: { onWeekend: false, moves: [] },
    });
    expect(await previewOverride(dayOff('2026-12-19'), NOW)).toEqual({
      ok: true,
      value: { onWeekend: true, moves: [] },
    });
    expect(await previewOverride({ ...dayOff('2026-12-22'), calendar: 'BG' }, NOW)).toMatchObject({
      value: { moves: [] },
    });
  });

  it('moves the case’s last day, says why, is logged, and wakes the sweep that stores it', async () => {
    expect(await sweeps()).toBe(0);
    expect(await save(dayOff('2026-12-22'), 1)).toEqual({ ok: true, value: 1 });
    const moved = await clock();
    expect(moved.lastDayOn).toBe('2026-12-23');
    expect(moved.working.find(({ key }) => key === 'addedDayOff')?.values).toEqual({
      dayOn: '2026-12-22',
      reason: 'National day of mourning',
    });
    expect((await submit({}, NOW)).lastDayOn).toBe('2026-12-23');
    expect(await logged()).toMatchObject([
      {
        kind: 'HolidayOverridden',
        actor: { kind: 'staff', id: admin.staffId },
        data: { calendar: 'IE', on: '2026-12-22', change: 'add', cases: 1 },
      },
    ]);
    expect(JSON.stringify(await logged())).not.toContain('mourning');
    expect(await sweeps()).toBe(1);
  });

  it('is not made where it would be nothing, nor twice, nor for a year that is not known', async () => {
    const reasons = [];
    for (const given of [
      dayOff('2026-12-22'),
      dayOff('2026-12-25'),
      dayOff('2031-06-02'),
      dayOff('2026-12-01', 'No', 'remove'),
      dayOff('2026-12-05', 'No', 'remove'),
      { ...dayOff('2026-12-01'), calendar: 'XX' },
    ]) {
      const [asked, saved] = [await previewOverride(given, NOW), await save(given, 0)];
      expect(asked).toEqual(saved);
      reasons.push(asked.ok ? null : asked.reason);
    }
    expect(reasons).toEqual(['alreadyChanged', 'alreadyOff', 'unknownYear', 'noHoliday', 'weekend', 'unknownYear']);
    expect(await db().holidayOverride.count()).toBe(1);
  });

  it('is not made when other cases would move than were shown', async () => {
    expect(await save(dayOff('2026-12-23'), 0)).toEqual({ ok: false, reason: 'movesChanged' });
    expect(await db().holidayOverride.count()).toBe(1);
  });

  it('of two at once, one is made', async () => {
    const both = await Promise.all([save(dayOff('2027-02-04', 'One'), 0), save(dayOff('2027-02-04', 'Other'), 0)]);
    expect(both.map((result) => result.ok || result.reason).sort()).toEqual(['alreadyChanged', true]);
  });

  it('moves the day back when it is withdrawn, which is shown first and logged, and leaves its row', async () => {
    const id = await inForceId('2026-12-22');
    const preview = await previewWithdrawal(id, NOW);
    expect(preview.ok && preview.value.moves.map(({ fromOn, toOn }) => [fromOn, toOn])).toEqual([
      ['2026-12-23', '2026-12-22'],
      ['2026-12-23', '2026-12-22'],
    ]);
    expect(await withdrawOverride(id, { staffId: admin.staffId, seen: 1, at: NOW })).toEqual({
      ok: false,
      reason: 'movesChanged',
    });
    expect(await withdrawOverride(id, { staffId: admin.staffId, seen: 2, at: NOW })).toEqual({ ok: true, value: 2 });
    expect((await clock()).lastDayOn).toBe('2026-12-22');
    expect((await logged()).at(-1)).toMatchObject({
      kind: 'HolidayOverrideWithdrawn',
      data: { calendar: 'IE', on: '2026-12-22', change: 'add', cases: 2 },
    });
    expect(await withdrawOverride(id, { staffId: admin.staffId, seen: 2, at: NOW })).toEqual({
      ok: false,
      reason: 'alreadyWithdrawn',
    });
    expect(await db().holidayOverride.findUniqueOrThrow({ where: { id } })).toMatchObject({
      reason: 'National day of mourning',
      withdrawnById: admin.staffId,
    });
  });

  it('declares a holiday a working day, so that a last day comes back to it', async () => {
    const { caseId: other, lastDayOn } = await submit({}, new Date('2026-11-25T09:00:00.000Z'));
    expect(lastDayOn).toBe('2026-12-28');
    // 26 December 2026 is a Saturday: taking its holiday away moves nothing.
    expect(await previewOverride(dayOff('2026-12-26', 'Worked', 'remove'), NOW)).toEqual({
      ok: true,
      value: { onWeekend: true, moves: [] },
    });
    expect(await previewOverride(dayOff('2026-12-25', 'Worked', 'remove'), NOW)).toMatchObject({
      value: { moves: [{ caseId: other, fromOn: '2026-12-28', toOn: '2026-12-25' }] },
    });
  });

  it('does not reach cases that are closed, or whose last day is another', async () => {
    const closed = await submit({}, NOW);
    await must(closed.caseId, { type: 'WithdrawRequest', told: null }, requesterOf(closed.caseId));
    const moves = await previewOverride(dayOff('2026-12-22', 'Again'), NOW);
    expect(moves.ok && moves.value.moves.map((move) => move.caseId)).not.toContain(closed.caseId);
    expect(moves.ok && moves.value.moves).toHaveLength(2);
  });
});

describe('the page of calendars', () => {
  const page = async (query: Record<string, string> = {}, now = NOW) => {
    const found = await loadCalendarPage(admin.staff, calendarFiltersSchema.parse(query), now);
    if (!found) throw new Error('no page');
    return found;
  };

  it('lists the days of this year, and who changed which', async () => {
    const { all, year, years, holidays, overrides } = await page();
    expect(all).toEqual([{ calendar: 'IE', knownUntil: 2030, state: 'ok', name: 'Ireland', usedBy: ['Chinook'] }]);
    expect([year, years]).toEqual([2026, [2024, 2025, 2026, 2027, 2028, 2029, 2030]]);
    expect(holidays.find(({ on }) => on === '2026-02-02')).toEqual({
      on: '2026-02-02',
      name: 'St Brigid’s Day',
      added: false,
    });
    expect(overrides.map(({ on, reason, by, withdrawn }) => [on, reason, by, withdrawn?.by])).toContainEqual([
      '2026-12-22',
      'National day of mourning',
      'Ралица Христова',
      'Ралица Христова',
    ]);
  });

  it('marks what was added in the year asked for, and takes nonsense for this year and the first place', async () => {
    const { holidays, year } = await page({ place: 'IE', year: '2027' });
    expect([year, holidays.filter(({ added }) => added).map(({ on }) => on)]).toEqual([2027, ['2027-02-04']]);
    expect(await page({ place: '<x>', year: '1' })).toMatchObject({ year: 2026, shown: { calendar: 'IE' } });
  });

  it('shows the last known year when this one is not', async () => {
    expect(await page({}, new Date('2033-01-10T09:00:00.000Z'))).toMatchObject({
      year: 2030,
      shown: { state: 'missing' },
    });
  });

  it.each([
    ['2026-11-22', 'ok'],
    ['2030-03-30', 'ok'],
    ['2030-04-01', 'endsSoon'],
    ['2030-12-10', 'missing'],
    ['2031-02-01', 'missing'],
  ])('on %s the outlook is %s', async (day, state) => {
    expect(await loadOutlook(admin.staff, new Date(`${day}T12:00:00.000Z`))).toEqual([
      { calendar: 'IE', knownUntil: 2030, state },
    ]);
  });

  it('knows nothing of controllers that somebody does not see', async () => {
    const elsewhere = await aPerson({ roles: ['admin'], controllerIds: ['elsewhere'] });
    expect(await loadCalendarPage(elsewhere.staff, calendarFiltersSchema.parse({}), NOW)).toBeNull();
    expect(mayConfigure(elsewhere.staff)).toBe(false);
  });
});

it('only an administrator of every controller may change a day', async () => {
  expect(mayConfigure(admin.staff)).toBe(true);
  for (const roles of [['desk'], ['approver'], ['dpo'], ['desk', 'approver', 'dpo']] as const)
    expect(mayConfigure((await aPerson({ roles: [...roles] })).staff)).toBe(false);
});

it('the later of two overrides of a day counts, should both be in force', async () => {
  const row = { calendar: 'IE', onDate: new Date('2026-12-24'), reason: 'By decree', byId: admin.staffId };
  const later = new Date(NOW.getTime() + 1000);
  for (const [id, change, createdAt] of [
    ['00000000-0000-4000-8000-000000000001', 'remove', later],
    ['00000000-0000-4000-8000-000000000002', 'add', NOW],
  ] as const) {
    await db().holidayOverride.create({ data: { ...row, id, change, createdAt } });
  }
  expect((await calendarsInForce())('IE')?.holidays.has(localDate('2026-12-24'))).toBe(false);
});
