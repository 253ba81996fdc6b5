import { beforeAll, describe, expect, it } from 'vitest';
import { toLocalDate } from '@/lib/domain/calendar/local-date';
import { PAGE_SIZE, queuePage } from '@/lib/features/queue/data';
import { loadHeldUp, loadQueue, loadQueueCounts } from '@/lib/features/queue/loaders';
import { type QueueFilters, queueFiltersSchema } from '@/lib/features/queue/schema';
import { db } from '@/lib/platform/db/client';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { must, submit, verified } from '../requests/walk';
import { aPerson, type Person } from '../staff/people';

const DAY = 86_400_000;
const NOW = new Date();
const ago = (days: number): Date => new Date(NOW.getTime() - days * DAY);
const filters = (given: Record<string, string> = {}): QueueFilters => queueFiltersSchema.parse(given);

instanceOfFile();
let me: Person;
let late: string;
let soon: string;
let fresh: string;
beforeAll(async () => {
  me = await aPerson();
  late = (await submit({ name: 'Grzegorz Wójcik', email: 'grzegorz@example.com' }, ago(60))).caseId;
  soon = (await submit({ name: 'Анна Крылова', email: 'anna@example.com' }, ago(26))).caseId;
  fresh = (
    await submit(
      { name: 'Anna Becker', email: 'Becker@Example.com', identifiers: { phone: '00352 691 555-018' } },
      ago(1),
    )
  ).caseId;
});

const REQUESTER = (id: string) => ({ kind: 'requester', id }) as const;

const confirmed = (caseId: string) => must(caseId, { type: 'ConfirmEmail', method: 'link' }, REQUESTER(caseId));

const ids = async (given: Record<string, string>): Promise<string[]> =>
  (await loadQueue(me.staff, filters(given), NOW)).rows.map(({ id }) => id);

describe('requests that nobody has confirmed', () => {
  it('stand in a list of their own and among those by day, and in nobody’s way', async () => {
    expect(await ids({})).toEqual([]);
    expect(await ids({ waits: 'confirmation' })).toEqual([late, soon, fresh]);
    expect(await ids({ due: 'overdue' })).toEqual([late]);
    expect(await loadQueueCounts(me.staff, NOW)).toMatchObject({
      open: 0,
      mine: 0,
      unconfirmed: 3,
      overdue: 1,
      week: 1,
    });
    for (const caseId of [late, soon, fresh]) await confirmed(caseId);
    expect(await ids({ waits: 'confirmation' })).toEqual([]);
    expect(await loadQueueCounts(me.staff, NOW)).toMatchObject({ open: 3, unconfirmed: 0 });
  });
});

describe('the queue', () => {
  it('shows the open cases, soonest last day first, with the name opened from the vault', async () => {
    const { rows, total } = await loadQueue(me.staff, filters(), NOW);
    expect(rows.map(({ id }) => id)).toEqual([late, soon, fresh]);
    expect(rows.map(({ due }) => due.state)).toEqual(['late', 'soon', 'ok']);
    const { dueOn } = await db().case.findUniqueOrThrow({ where: { id: soon }, select: { dueOn: true } });
    expect(rows[1]).toMatchObject({
      requester: 'Анна Крылова',
      rights: [{ right: 'access', progress: 'asked', lastDayOn: toLocalDate(dueOn) }],
      nextStep: 'acceptIdentity',
      assignee: null,
    });
    expect(total).toBe(3);
  });

  it('has for each saved view as many cases as its count says', async () => {
    await must(fresh, { type: 'AssignCase', staffId: me.staffId, insteadOf: null });
    const counts = await loadQueueCounts(me.staff, NOW);
    expect(await ids({ due: 'overdue' })).toEqual([late]);
    expect(await ids({ due: 'week' })).toEqual([soon]);
    expect(await ids({ who: 'me' })).toEqual([fresh]);
    expect(await ids({ who: 'nobody' })).toEqual([late, soon]);
    expect(await ids({ controller: 'chinook' })).toHaveLength(3);
    expect(await ids({ controller: 'elsewhere' })).toEqual([]);
    expect(counts).toMatchObject({ open: 3, mine: 3, overdue: 1, week: 1, approval: 0, messages: 0 });
  });

  it('shows a case that waits for an answer from us until the message is read', async () => {
    await must(
      soon,
      { type: 'WriteMessage', messageId: crypto.randomUUID(), body: 'Is anyone there?' },
      { kind: 'requester', id: soon },
    );
    expect(await ids({ waits: 'message', state: 'all' })).toEqual([soon]);
    await db().message.updateMany({ where: { caseId: soon }, data: { readAt: NOW } });
    expect(await ids({ waits: 'message', state: 'all' })).toEqual([]);
  });

  it('calls a case whose clock stands still paused, and never late', async () => {
    await db().case.update({ where: { id: late }, data: { pausedSinceOn: new Date('2026-10-02') } });
    expect(await ids({ waits: 'reply' })).toEqual([late]);
    expect(await ids({ due: 'overdue' })).toEqual([]);
    expect(await loadQueueCounts(me.staff, NOW)).toMatchObject({ paused: 1, overdue: 0 });
    expect((await loadQueue(me.staff, filters({ waits: 'reply' }), NOW)).rows[0]?.due.state).toBe('paused');
    await db().case.update({ where: { id: late }, data: { pausedSinceOn: null } });
  });

  it('calls a case that owes nothing any more answered, and late only while it owes something', async () => {
    await db().case.update({ where: { id: late }, data: { owed: false } });
    expect(await ids({ due: 'overdue' })).toEqual([]);
    expect(await loadQueueCounts(me.staff, NOW)).toMatchObject({ open: 3, overdue: 0 });
    expect((await loadQueue(me.staff, filters({}), NOW)).rows[0]).toMatchObject({
      id: late,
      due: { state: 'answered' },
    });
    await db().case.update({ where: { id: late }, data: { owed: true } });
    expect(await ids({ due: 'overdue' })).toEqual([late]);
  });

  it('does not show cases of controllers that a person does not work for', async () => {
    const other = await aPerson({ controllerIds: ['elsewhere'] });
    expect((await loadQueue(other.staff, filters({ state: 'all' }), NOW)).rows).toEqual([]);
    expect((await loadQueueCounts(other.staff, NOW)).open).toBe(0);
  });

  it('treats what it does not know in an address as if it were not there', async () => {
    expect(await ids({ state: 'burning', due: '<script>', who: 'x', after: '2026-99-99_1', found: 'a,b' })).toEqual([
      late,
      soon,
      fresh,
    ]);
  });

  it('logs that it was looked at once, by the names of the filters and not by what they were set to', async () => {
    const reader = await aPerson();
    await loadQueue(reader.staff, filters({ who: me.staffId }), NOW);
    await loadQueue(reader.staff, filters({ who: me.staffId }), NOW);
    const events = await db().auditEvent.findMany({ where: { actorId: reader.staffId, kind: 'QueueRead' } });
    expect(events.map(({ body }) => (JSON.parse(body) as { data: unknown }).data)).toEqual([
      { cases: 1, filters: ['who'] },
    ]);
  });
});

describe('pages of the queue', () => {
  it('leave no case out and show none twice, also where many have the same last day', async () => {
    const at = ago(3);
    for (let n = 0; n < PAGE_SIZE + 5; n++) await confirmed((await submit({ name: `Same Day ${n}` }, at)).caseId);
    const scope = { staffId: me.staffId, controllerIds: [], today: '2026-11-22' as never };
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const { cases, more } = await queuePage(filters(after ? { after } : {}), scope);
      seen.push(...cases.map(({ id }) => id));
      const last = cases.at(-1);
      after = more && last ? `${last.dueOn.toISOString().slice(0, 10)}_${last.id}` : undefined;
    } while (after);
    const all = await db().case.findMany({
      where: { state: { not: 'closed' } },
      orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
      select: { id: true },
    });
    expect(seen).toEqual(all.map(({ id }) => id));
  });
});

describe('what is held up', () => {
  it('names systems that do not answer and mails that did not leave', async () => {
    const { caseId, reference } = await verified({ email: 'held@example.com' });
    await must(caseId, {
      type: 'StartCollection',
      tasks: [{ id: crypto.randomUUID(), systemId: 'chinook' }],
      dataMapDigest: 'ab'.repeat(32),
    });
    await must(
      caseId,
      { type: 'RecordSourceFailure', systemId: 'chinook', attempt: 0, reason: 'unreachable', retryAt: null },
      { kind: 'system', id: 'worker' },
    );
    await db().notice.updateMany({
      where: { caseId, kind: 'acknowledgement' },
      data: { state: 'delayed', lastFailure: 'unreachable' },
    });
    const held = (await loadHeldUp(me.staff)).filter((one) => one.caseId === caseId);
    expect(held).toEqual([
      { kind: 'source', caseId, reference, detail: expect.any(String), state: 'unreachable' },
      { kind: 'mail', caseId, reference, detail: 'acknowledgement', state: 'delayed' },
    ]);
    expect(await ids({ waits: 'source' })).toEqual([caseId]);
  });
});

describe('the figures beside the views', () => {
  it('counts in one walk exactly what each list holds, for one person and one controller too', async () => {
    await submit({ name: 'Nobody', email: 'nobody@example.com' }, ago(28));
    const paused = (await submit({ name: 'Paul', email: 'paul@example.com' }, ago(61))).caseId;
    await confirmed(paused);
    await db().case.update({ where: { id: paused }, data: { pausedSinceOn: new Date('2026-10-02') } });
    const hers = await aPerson();
    await must(late, { type: 'AssignCase', staffId: hers.staffId, insteadOf: null });
    const views = {
      open: {},
      mine: { who: 'team' },
      unconfirmed: { waits: 'confirmation' },
      overdue: { due: 'overdue' },
      week: { due: 'week' },
      sources: { waits: 'source' },
      paused: { waits: 'reply' },
      approval: { state: 'awaitingApproval' },
      messages: { waits: 'message', state: 'all' },
    };
    for (const { staff } of [me, hers, await aPerson({ controllerIds: ['chinook'] })]) {
      const { byController, ...counts } = await loadQueueCounts(staff, NOW);
      const lengths = Object.entries(views).map(async ([name, view]) => [
        name,
        (await loadQueue(staff, filters(view), NOW)).total,
      ]);
      expect(counts).toEqual(Object.fromEntries(await Promise.all(lengths)));
      expect(byController.find(({ controller }) => controller.id === 'chinook')?.open).toBe(counts.open);
    }
    const { open, mine } = await loadQueueCounts(hers.staff, NOW);
    expect(mine).toBe(open - 1);
  });
});
