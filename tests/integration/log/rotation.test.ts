import { generateKeyPairSync } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { verifyExportedLog } from '@/lib/domain/log/verify-export';
import { parsePublishedKeys } from '@/lib/domain/bundle/published-keys';
import { instanceOfFile } from '@/tests/support/demo-controllers';

const pair = () =>
  generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
const base64 = (pem: string): string => Buffer.from(pem).toString('base64');
const [OLD, NEW] = [pair(), pair()];

const instance = instanceOfFile({ SIGNING_KEY: base64(OLD.privateKey) });

/** The product as a process started with these keys would have it. */
async function processWith(keys: string) {
  await (await import('@/lib/platform/db/client')).closeDb();
  vi.resetModules();
  process.env.SIGNING_KEY = keys;
  const [{ submit }, { sealLog }, log, { loadPublishedKeys }] = [
    await import('../requests/walk'),
    await import('@/lib/features/log/mutations/seal'),
    await import('@/lib/features/log/loaders/log'),
    await import('@/lib/features/instance/loaders'),
  ];
  const exported = async (): Promise<string> => {
    let text = '';
    for await (const piece of log.exportedJson({}, [], new Date())) text += piece;
    return text;
  };
  const published = async (): Promise<string> => JSON.stringify({ keys: await loadPublishedKeys() });
  return { submit, sealLog, exported, published, health: log.loadLogHealth };
}

const newestNote = async (): Promise<string> =>
  (await instance.sql.query<{ note: string }>('SELECT note FROM "Checkpoint" ORDER BY "treeSize" DESC LIMIT 1')).rows[0]
    ?.note ?? '';

it(
  'after a change of SIGNING_KEY kept checkpoints still verify, the log stays whole, and every key is published with its days',
  { timeout: 60_000 },
  async () => {
    const before = await processWith(base64(OLD.privateKey));
    await before.submit();
    await before.sealLog();
    const kept = await newestNote();

    const after = await processWith(`${base64(NEW.privateKey)},${base64(OLD.publicKey)}`);
    expect(await after.health()).toMatchObject({ state: 'verified' });
    expect(verifyExportedLog(await after.exported())).toMatchObject({ ok: true });
    await after.submit();
    await after.sealLog();
    const today = new Date().toISOString().slice(0, 10);
    const text = await after.published();
    expect(JSON.parse(text)).toMatchObject({
      keys: [
        { pem: NEW.publicKey, present: true, signedSince: today, signedUntil: null },
        { pem: OLD.publicKey, present: false, signedSince: today, signedUntil: today },
      ],
    });
    const keys = parsePublishedKeys(text);
    if (!keys.ok) throw new Error(keys.reason);
    expect(keys.value.bundles).toHaveLength(2);
    const shown = verifyExportedLog(await after.exported(), keys.value.logs, [kept]);
    expect(shown).toMatchObject({ ok: true, value: { complete: true } });
    expect(verifyExportedLog(await after.exported(), undefined, [kept])).toMatchObject({ ok: true });
    expect(verifyExportedLog(await after.exported(), keys.value.logs.slice(0, 1), [kept])).toMatchObject({
      ok: false,
      reason: 'notSignedByKey',
    });
  },
);
