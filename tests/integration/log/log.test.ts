import { beforeAll, describe, expect, it } from 'vitest';
import { verifyExportedLog } from '@/lib/domain/log/verify-export';
import { exportedCsv, exportedJson, loadEvent, loadLog, loadLogHealth } from '@/lib/features/log/loaders/log';
import { PAGE_SIZE } from '@/lib/features/log/data/log';
import { type LogFilters, logFiltersSchema } from '@/lib/features/log/schema';
import { storyEvents } from '@/lib/features/cases/data/story';
import { sealLog } from '@/lib/features/log/mutations/seal';
import { db } from '@/lib/platform/db/client';
import { logKey } from '@/lib/platform/log-key';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { submit, verified } from '../requests/walk';
import { aPerson, type Person } from '../staff/people';

const instance = instanceOfFile();
let dpo: Person;
let walked: { caseId: string; reference: string };
beforeAll(async () => {
  dpo = await aPerson({ roles: ['dpo'], name: 'Claire Reuter' });
  walked = await verified();
  await sealLog();
});

const filters = (given: Record<string, string> = {}): LogFilters => logFiltersSchema.parse(given);
const kinds = async (given: Record<string, string>): Promise<string[]> =>
  (await loadLog(dpo.staff, filters(given))).lines.map(({ event }) => event.kind);
const whole = async (chunks: AsyncGenerator<string>): Promise<string> => {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
};

describe('the log', () => {
  it('is filtered by case, kind, person and time, and says who', async () => {
    expect(await kinds({ case: walked.reference, kind: 'IdentityAccepted' })).toEqual(['IdentityAccepted']);
    expect(new Set(await kinds({ case: walked.reference.toLowerCase(), person: 'requester' }))).toEqual(
      new Set(['EmailConfirmed', 'RequestReceived']),
    );
    expect(await kinds({ case: walked.reference, to: '2020-01-01' })).toEqual([]);
    expect((await kinds({ case: walked.reference, from: '2020-01-01', to: '2999-01-01' })).length).toBeGreaterThan(4);
    const { lines } = await loadLog(dpo.staff, filters({ kind: 'LogRead' }));
    expect(lines[0]?.event.actor).toEqual({ kind: 'staff', id: dpo.staff.id });
  });

  it('logs that it was read, with the names of the filters alone', async () => {
    const reader = await aPerson({ roles: ['dpo'] });
    await loadLog(reader.staff, filters({ case: walked.reference }));
    const read = await db().auditEvent.findFirstOrThrow({ where: { kind: 'LogRead', actorId: reader.staffId } });
    expect((JSON.parse(read.body) as { data: unknown }).data).toEqual({
      events: expect.any(Number),
      filters: ['case'],
    });
  });

  it('comes in pages that leave nothing out', async () => {
    for (let n = 0; n < 20; n++) await submit();
    const seen: bigint[] = [];
    let before: string | null | undefined;
    do {
      const page = await loadLog(dpo.staff, filters({ kind: 'NoticeQueued', ...(before ? { before } : {}) }));
      expect(page.lines.length).toBeLessThanOrEqual(PAGE_SIZE);
      seen.push(...page.lines.map(({ position }) => position));
      before = page.before;
    } while (before);
    const all = await db().auditEvent.findMany({
      where: { kind: 'NoticeQueued' },
      orderBy: { position: 'desc' },
      select: { position: true },
    });
    expect(seen).toEqual(all.map(({ position }) => position));
  });

  it('shows nothing of other controllers to an overseer of one', async () => {
    const other = await aPerson({ roles: ['dpo'], controllerIds: ['elsewhere'] });
    expect((await loadLog(other.staff, filters({ case: walked.reference }))).lines).toEqual([]);
    const { id } = await db().auditEvent.findFirstOrThrow({ where: { caseId: walked.caseId } });
    expect(await loadEvent(other.staff, id)).toBeNull();
  });
});

describe('proof', () => {
  it('holds for every sealed event, with as many siblings as its place asks for', async () => {
    await sealLog();
    for (const { id } of await db().auditEvent.findMany({
      where: { leaf: { isNot: null } },
      select: { id: true },
      take: 60,
    })) {
      const opened = await loadEvent(dpo.staff, id);
      expect(opened?.proof?.holds).toBe(true);
      expect(opened?.proof?.path.every(({ side }) => side === 'left' || side === 'right')).toBe(true);
    }
  });

  it('is not there for an event that is not sealed, and the banner counts it', async () => {
    await sealLog();
    await submit();
    const { id } = await db().auditEvent.findFirstOrThrow({ where: { leaf: null } });
    expect(await loadEvent(dpo.staff, id)).toMatchObject({ proof: null });
    const health = await loadLogHealth();
    expect(health).toMatchObject({
      state: 'verified',
      unsealed: await db().auditEvent.count({ where: { leaf: null } }),
    });
  });
});

describe('an export', () => {
  it('is checked by somebody who has only our public key', async () => {
    await sealLog();
    const text = await whole(exportedJson(filters(), [], new Date()));
    const checked = verifyExportedLog(text, [logKey()]);
    expect(checked).toMatchObject({ ok: true });
    expect((JSON.parse(text) as { entries: unknown[] }).entries).toHaveLength(await db().auditEvent.count());
    const some = JSON.parse(await whole(exportedJson(filters({ case: walked.reference }), [], new Date()))) as {
      entries: { event: { reference: string } }[];
    };
    expect(new Set(some.entries.map(({ event }) => event.reference))).toEqual(new Set([walked.reference]));
    expect(
      verifyExportedLog(text.replace('"kind":"IdentityAccepted"', '"kind":"IdentityRejected"'), [logKey()]).ok,
    ).toBe(false);
  });

  it('as a table has one line for each event', async () => {
    const lines = (await whole(exportedCsv(filters({ case: walked.reference }), []))).trimEnd().split('\r\n');
    expect(lines[0]).toBe('index,at,kind,actorKind,actorId,controllerId,reference,caseId,id,data');
    expect(lines).toHaveLength(1 + (await db().auditEvent.count({ where: { caseId: walked.caseId } })));
  });
});

describe('a log that somebody changed behind its triggers', () => {
  it('is called broken at the event that is not as it was sealed', async () => {
    await sealLog();
    const victim = await db().auditLeaf.findUniqueOrThrow({ where: { index: 3n } });
    await instance.sql.query('ALTER TABLE "AuditEvent" DISABLE TRIGGER ALL');
    await instance.sql.query(`UPDATE "AuditEvent" SET "body" = replace("body", '"v":1', '"v":2') WHERE "id" = $1`, [
      victim.eventId,
    ]);
    expect(await loadLogHealth(new Date(Date.now() + 6 * 60_000))).toMatchObject({
      state: 'broken',
      faults: [{ kind: 'edited', index: 3 }],
    });
  });

  it('is still shown, without what is no event any more', async () => {
    await instance.sql.query('SET session_replication_role = replica');
    await instance.sql.query(`UPDATE "AuditEvent" SET "body" = 'null' WHERE "kind" = 'IdentityAccepted'`);
    expect((await loadLog(dpo.staff, filters({ kind: 'IdentityAccepted' }))).lines).toEqual([]);
    expect((await storyEvents(walked.caseId)).map(({ kind }) => kind)).not.toContain('IdentityAccepted');
  });
});
