import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { expect, it, vi } from 'vitest';
import { letter } from '@/tests/support/mails';
import { instanceOfFile } from '@/tests/support/demo-controllers';

const run = promisify(execFile);
const [OLD, NEW] = ['first', 'second'].map((id) => `${id}:${randomBytes(32).toString('base64')}`) as [string, string];

const instance = instanceOfFile({ MASTER_KEYS: OLD });

/** The product as a process started with these keys would have it. */
async function processWith(keys: string) {
  await (await import('@/lib/platform/db/client')).closeDb();
  vi.resetModules();
  process.env.MASTER_KEYS = keys;
  const [
    { submit },
    { aPerson },
    { rewrapKeys },
    { answersOf, caseRow },
    { totpSecretOf },
    { takeMail },
    { waitingMails },
  ] = [
    await import('../requests/walk'),
    await import('../staff/people'),
    await import('@/lib/features/keys/mutations'),
    await import('@/lib/features/case-file/data/case'),
    await import('@/lib/features/staff/data/staff'),
    await import('@/lib/features/incoming-mail/mutations'),
    await import('@/lib/features/incoming-mail/data'),
  ];
  const nameOf = async (caseId: string) => (await answersOf((await caseRow(caseId))!)).name;
  return { submit, aPerson, rewrapKeys, nameOf, totpSecretOf, takeMail, waitingMails };
}

const people = async () =>
  (await instance.sql.query<{ id: string; sealedTotp: Buffer }>('SELECT id, "sealedTotp" FROM "StaffMember"')).rows;
const under = async (id: string): Promise<number> =>
  (
    await instance.sql.query(`SELECT 1 FROM "CaseKey" WHERE position($1::bytea in "wrappedKey") = 1`, [
      Buffer.from(`${id}\0`),
    ])
  ).rows.length;

it(
  'after a change of MASTER_KEYS everything opens with the new key alone, whatever was broken off in between, and what is forgotten stays forgotten',
  { timeout: 120_000 },
  async () => {
    const before = await processWith(OLD);
    const cases = new Map<string, string>();
    for (let no = 0; no < 5; no++) cases.set((await before.submit({ name: `Person ${no}` })).caseId, `Person ${no}`);
    const { caseId: forgotten } = await before.submit({ name: 'Forgotten' });
    await instance.sql.query(`UPDATE "CaseKey" SET "wrappedKey" = NULL, "destroyedAt" = now() WHERE "caseId" = $1`, [
      forgotten,
    ]);
    await before.aPerson();
    await before.takeMail('chinook', letter({ text: 'Erase everything' }));
    const secrets = (await people()).map((row) => before.totpSecretOf(row));

    const between = await processWith(`${NEW},${OLD}`);
    cases.set((await between.submit({ name: 'Came between' })).caseId, 'Came between');
    expect([await under('first'), await under('second')]).toEqual([5, 1]);
    // Broken off after the first row of a batch: the database refuses the second.
    await instance.sql
      .query(`CREATE SEQUENCE tries; CREATE FUNCTION stop_second() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF nextval('tries') = 2 THEN RAISE EXCEPTION 'broken off'; END IF; RETURN NEW; END $$;
    CREATE TRIGGER stop_second BEFORE UPDATE ON "CaseKey" FOR EACH ROW EXECUTE FUNCTION stop_second()`);
    await expect(between.rewrapKeys()).rejects.toThrow('broken off');
    expect([await under('first'), await under('second')]).toEqual([4, 2]);
    for (const [caseId, name] of cases) expect(await between.nameOf(caseId)).toBe(name);

    const { stdout } = await run(process.execPath, ['lib/cli/rightsdesk.js', 'keys', 'rewrap'], { env: process.env });
    expect(stdout).toContain(
      'Wrapped anew under "second": 4 cases, 0 unsent forms, the codes of 1 people, 1 mails that wait.',
    );
    expect(stdout).toContain('"first" may be taken out of MASTER_KEYS');
    expect([await under('first'), await under('second')]).toEqual([0, 6]);

    const after = await processWith(NEW);
    for (const [caseId, name] of cases) expect(await after.nameOf(caseId)).toBe(name);
    expect((await people()).map((row) => after.totpSecretOf(row))).toEqual(secrets);
    expect((await after.waitingMails([])).map(({ mail }) => mail.text)).toEqual(['Erase everything']);
    await expect(after.nameOf(forgotten)).rejects.toThrow();
    expect(await after.rewrapKeys()).toEqual({ cases: 0, drafts: 0, people: 0, mails: 0 });
    await run(process.execPath, ['lib/cli/rightsdesk.js', 'keys', 'rewrap'], { env: process.env });
  },
);

it('without the key that something is under it stops and names the key', async () => {
  await (await processWith(NEW)).submit({ name: 'Under second' });
  const { rewrapKeys } = await processWith(`third:${randomBytes(32).toString('base64')}`);
  await expect(rewrapKeys()).rejects.toThrow('MASTER_KEYS has no key "second"');
});
