import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { caseRow, keyOf } from '@/lib/features/case-file/data/case';
import { removeExpired } from '@/lib/features/expiry/mutations/remove-expired';
import { putBlob } from '@/lib/platform/blobs';
import { db } from '@/lib/platform/db/client';
import { withinLimit } from '@/lib/platform/rate-limit';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { kindsOf, logOf, submit } from '../requests/walk';

const instance = instanceOfFile();

const NOW = new Date('2026-11-22T12:00:00.000Z');
const days = (count: number): Date => new Date(NOW.getTime() + count * 86_400_000);
const bytes = (): Uint8Array<ArrayBuffer> => new Uint8Array(randomBytes(32));

/** A sealed bundle with a file, whose last day is given. */
async function aBundle(expiresAt: Date): Promise<{ caseId: string; id: string; file: string }> {
  const { caseId } = await submit();
  const [id, blobKey] = [randomUUID(), `cases/${caseId}/bundles/${randomUUID()}`];
  await putBlob(blobKey, keyOf((await caseRow(caseId))!), [Buffer.from('zip')]);
  await db().bundle.create({ data: { id, caseId, locale: 'en', state: 'sealed', blobKey, expiresAt } });
  return { caseId, id, file: path.join(instance.blobDir, blobKey) };
}

describe('what has had its time', () => {
  it('is removed, and nothing that has not', async () => {
    const { caseId } = await submit({}, NOW);
    const draft = (expiresAt: Date) =>
      db().requestDraft.create({
        data: {
          id: randomUUID(),
          secretHash: bytes(),
          controllerId: 'chinook',
          wrappedKey: bytes(),
          sealedAnswers: bytes(),
          expiresAt,
        },
      });
    const session = (expiresAt: Date) =>
      db().requesterSession.create({ data: { id: randomUUID(), secretHash: bytes(), caseId, expiresAt } });
    const token = (expiresAt: Date) =>
      db().accessToken.create({
        data: { id: randomUUID(), caseId, purpose: 'accessLink', tokenHash: bytes(), codeHash: bytes(), expiresAt },
      });
    const kept = [await draft(days(1)), await session(days(1)), await token(days(-29))].map(({ id }) => id);
    const gone = [await draft(days(-1)), await session(days(-1)), await token(days(-31))].map(({ id }) => id);
    await removeExpired(NOW);
    const left = [
      ...(await db().requestDraft.findMany()),
      ...(await db().requesterSession.findMany()),
      ...(await db().accessToken.findMany({ where: { purpose: 'accessLink' } })),
    ].map(({ id }) => id);
    expect(left.sort()).toEqual([...kept].sort());
    expect(gone.filter((id) => left.includes(id))).toEqual([]);
  });

  it('takes the file of a bundle with it, says so in the log, and leaves the row to tell', async () => {
    const [old, fresh] = [await aBundle(days(-1)), await aBundle(days(1))];
    await removeExpired(NOW);
    expect([existsSync(old.file), existsSync(fresh.file)]).toEqual([false, true]);
    expect(await db().bundle.findUniqueOrThrow({ where: { id: old.id } })).toMatchObject({
      state: 'destroyed',
      blobKey: null,
    });
    expect((await logOf(old.caseId)).at(-1)).toMatchObject({
      kind: 'BundleDestroyed',
      actor: { kind: 'system', id: 'clock' },
      data: { bundleId: old.id, reason: 'expired' },
    });
    expect(await kindsOf(fresh.caseId)).not.toContain('BundleDestroyed');
  });

  it('is removed once, however many sweep, also where the file was gone already', async () => {
    const { caseId, file } = await aBundle(days(-1));
    await rm(file);
    await Promise.all([removeExpired(NOW), removeExpired(NOW), removeExpired(NOW)]);
    expect((await kindsOf(caseId)).filter((kind) => kind === 'BundleDestroyed')).toHaveLength(1);
  });
});

describe('a limit', () => {
  it('lets through as many as it says in a window, for each purpose and person by itself, also when all come at once', async () => {
    const at = NOW;
    const asked = await Promise.all(
      Array.from({ length: 8 }, () => withinLimit('find', 'Anna@example.bg', 5, 3600, at)),
    );
    expect(asked.filter(Boolean)).toHaveLength(5);
    expect(await withinLimit('find', 'anna@EXAMPLE.bg ', 5, 3600, at)).toBe(false);
    expect(await withinLimit('find', 'boris@example.bg', 5, 3600, at)).toBe(true);
    expect(await withinLimit('submit', 'anna@example.bg', 5, 3600, at)).toBe(true);
    expect(await withinLimit('find', 'anna@example.bg', 5, 3600, new Date(at.getTime() + 3_600_000))).toBe(true);
  });

  it('keeps no address, and forgets the count after a day', async () => {
    await withinLimit('find', 'anna@example.bg', 5, 3600, days(-3));
    const { rows } = await instance.sql.query<{ key: string }>('SELECT "key" FROM "RateLimit"');
    expect(rows.map(({ key }) => key).join()).not.toMatch(/anna|example/i);
    await removeExpired(NOW);
    expect(await db().rateLimit.count({ where: { windowAt: { lt: days(-1) } } })).toBe(0);
    expect(await db().rateLimit.count()).toBeGreaterThan(0);
  });
});
