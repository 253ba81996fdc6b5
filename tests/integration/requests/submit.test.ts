import { describe, expect, it } from 'vitest';
import { wantedBy } from '@/lib/domain/search/wanted';
import { answersOf, caseRow } from '@/lib/features/case-file/data/case';
import { submitRequest } from '@/lib/features/requests/mutations';
import { casesOf } from '@/lib/features/search/data';
import { db, transaction } from '@/lib/platform/db/client';
import { openJson, unwrapCaseKey } from '@/lib/platform/vault/case-key';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { answers, logOf, submit } from './walk';

const instance = instanceOfFile();

const RECEIVED_AT = new Date('2026-11-22T18:30:00.000Z');

const rowsOf = async (): Promise<Record<string, number>> => {
  const { rows } = await instance.sql.query<{ counts: Record<string, number> }>(`SELECT json_build_object(
    'requests', (SELECT count(*) FROM "RightsRequest"), 'cases', (SELECT count(*) FROM "Case"), 'keys', (SELECT count(*) FROM "CaseKey"),
    'rights', (SELECT count(*) FROM "RightItem"), 'index', (SELECT count(*) FROM "BlindIndexEntry"), 'tokens', (SELECT count(*) FROM "AccessToken"),
    'notices', (SELECT count(*) FROM "Notice"), 'events', (SELECT count(*) FROM "AuditEvent"), 'jobs', (SELECT count(*) FROM graphile_worker.jobs)) AS counts`);
  return rows[0]!.counts;
};

describe('a request that was sent', () => {
  it('makes one case with its key, rights, index, mail, job and log, and nothing else', async () => {
    const before = await rowsOf();
    const { caseId, reference, lastDayOn } = await submit({ rights: ['GDPR:access', 'GDPR:erasure'] }, RECEIVED_AT);
    const after = await rowsOf();
    expect(Object.fromEntries(Object.entries(after).map(([name, count]) => [name, count - before[name]!]))).toEqual({
      // The index: three forms of the reference, an address, two forms of a number, two words of a name and five of their beginnings.
      requests: 1,
      cases: 1,
      keys: 1,
      rights: 2,
      index: 13,
      tokens: 1,
      notices: 1,
      events: 2,
      jobs: 1,
    });
    expect(reference).toMatch(/^CK-/);
    expect(lastDayOn).toBe('2026-12-22');
    expect(await caseRow(caseId)).toMatchObject({
      state: 'received',
      version: 1,
      reference,
      nextStep: 'awaitEmail',
      nextStepByOn: new Date('2026-12-01'),
      dueOn: new Date('2026-12-22'),
    });
  });

  it('is said in the log by codes alone', async () => {
    const { caseId, reference } = await submit({}, RECEIVED_AT);
    expect(await logOf(caseId)).toMatchObject([
      {
        kind: 'RequestReceived',
        actor: { kind: 'requester', id: caseId },
        at: RECEIVED_AT.toISOString(),
        reference,
        data: { rights: ['access'], regimes: ['GDPR'], locale: 'en', channel: 'form' },
      },
      { kind: 'NoticeQueued', actor: { kind: 'system', id: 'portal' }, data: { notice: 'confirmEmail', locale: 'en' } },
    ]);
  });

  it('can be read with its key, and stands in no table in clear', async () => {
    const { caseId } = await submit({ name: 'Unmistakable Vasilevska', email: 'unmistakable@example.com' });
    const row = (await caseRow(caseId))!;
    expect(await answersOf(row)).toEqual(
      answers({ name: 'Unmistakable Vasilevska', email: 'unmistakable@example.com' }),
    );
    const { rows } = await instance.sql.query<{ table: string; clear: boolean }>(`
      SELECT c.relname AS table, query_to_xml(format('SELECT * FROM %I.%I', n.nspname, c.relname), true, true, '')::text ~* 'unmistakable|${Buffer.from('nmistakable').toString('base64').slice(0, 12)}' AS clear
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND n.nspname IN ('public', 'graphile_worker')`);
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.filter(({ clear }) => clear)).toEqual([]);
  });

  it('is found by what was typed, however it is typed again, and by the name of whom it is about', async () => {
    const { caseId } = await submit({
      forWhom: 'child',
      subject: { name: 'Iva Ivanova', relation: 'guardian', identifiers: { phone: '+55 12 3923 5555' } },
      identifiers: {},
      email: 'MOTHER@example.com',
      name: 'Мария Иванова',
    });
    const found = async (text: string) =>
      (await Promise.all(wantedBy(text, ['CK']).map((wanted) => casesOf(wanted, { controllerIds: [] })))).some(
        ({ ids }) => ids.includes(caseId),
      );
    expect(await found('mother@EXAMPLE.com')).toBe(true);
    expect(await found('0055 12 39235555')).toBe(true);
    expect(await found('ИВАНОВА')).toBe(true);
    expect(await found('iva')).toBe(true);
    expect(await found('luis')).toBe(false);
  });

  it('may give the same word for two identifiers', async () => {
    const { caseId } = await submit({ identifiers: { account: 'anna', nickname: 'Anna' } });
    expect(await db().blindIndexEntry.count({ where: { caseId, kind: 'account' } })).toBe(1);
  });

  it("tells the address what to confirm, in the requester's language, and the code is kept only as a hash", async () => {
    const { caseId, reference } = await submit();
    const [notice] = await db().notice.findMany({ where: { caseId }, include: { case: { include: { key: true } } } });
    const key = unwrapCaseKey(notice!.case.key!.wrappedKey!);
    const mail = openJson(key, notice!.sealedMail, `notice:${notice!.id}`) as {
      to: string;
      subject: string;
      text: string;
    };
    expect(mail.to).toBe('luis@example.com');
    expect(mail.text).toContain(reference);
    expect(mail.text).toMatch(/\b\d{6}\b/);
    expect(mail.text).toMatch(/https:\/\/rights\.example\.com\/chinook\/en\/confirm\/[A-Za-z0-9_-]{43}/);
    // What the person wrote does not travel by mail.
    expect(mail.text).not.toContain('since 2024');
  });

  it("happens with the caller's transaction or not at all", async () => {
    const before = await rowsOf();
    const failing = transaction(async (tx) => {
      await submitRequest(tx, {
        controllerId: 'chinook',
        answers: answers(),
        channel: 'form',
        receivedAt: RECEIVED_AT,
      });
      throw new Error('the caller failed afterwards');
    });
    await expect(failing).rejects.toThrow('the caller failed');
    expect(await rowsOf()).toEqual(before);
  });

  it('never changes again in the database, whoever asks', async () => {
    const { caseId } = await submit();
    const { requestId } = (await caseRow(caseId))!;
    await expect(
      instance.sql.query('UPDATE "RightsRequest" SET "locale" = $2 WHERE "id" = $1', [requestId, 'bg']),
    ).rejects.toThrow('immutable');
    await expect(instance.sql.query('TRUNCATE "RightsRequest"')).rejects.toThrow();
  });
});
