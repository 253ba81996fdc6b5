import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { claimInstance } from '@/lib/features/instance/mutations/claim';
import { presentOf } from '@/lib/features/staff/data/staff';
import { addStaff, signIn, totpCode } from '@/lib/features/staff/mutations/sign-in';
import { db } from '@/lib/platform/db/client';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { openSession } from '@/lib/features/staff/mutations/sessions';
import { aPerson, from } from '../staff/people';

instanceOfFile();

const otherKey = (): string => randomBytes(32).toString('base64');

const run = (args: string[], env: Record<string, string>) =>
  spawnSync(process.execPath, ['lib/cli/rightsdesk.js', ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    timeout: 60_000,
  });

vi.setConfig({ testTimeout: 180_000 });

const ADD = ['staff', 'add', '--email', 'new@example.com', '--name', 'New', '--role', 'desk'];

describe('a database', () => {
  it('that older versions filled is taken only by the keys that open what is in it', async () => {
    await aPerson();
    // Versions before this one left no such row.
    await db().instance.deleteMany();
    const strange = run(ADD, { MASTER_KEYS: `other:${otherKey()}` });
    expect([strange.status, strange.stderr]).toEqual([
      1,
      expect.stringContaining('belongs to an installation with another MASTER_KEYS'),
    ]);
    expect(await db().instance.count()).toBe(0);
    expect(await claimInstance({ demo: false })).toMatchObject({ ok: true });
  });

  it.each([
    ['MASTER_KEYS', `other:${otherKey()}`, [['worker'], ['web'], ADD]],
    ['INDEX_KEY', otherKey(), [['worker']]],
  ])('starts no process with another %s, and nothing in it changes', async (name, value, commands) => {
    await claimInstance({ demo: false });
    const before = await db().staffMember.count();
    for (const args of commands) {
      const { status, stderr } = run(args, { [name]: value });
      expect([args[0], status, stderr]).toEqual([
        args[0],
        1,
        expect.stringMatching(new RegExp(`another ${name} than this process has: nothing was started`)),
      ]);
    }
    expect(await db().staffMember.count()).toBe(before);
  });

  it('goes on with a new master key as long as the old one stands behind it, and then without the old one', async () => {
    await claimInstance({ demo: false });
    const added = (email: string, keys: string) =>
      run([...ADD.slice(0, 3), email, ...ADD.slice(4)], { MASTER_KEYS: keys }).status;
    const fresh = `second:${otherKey()}`;
    expect(added('second@example.com', `${fresh},${process.env.MASTER_KEYS}`)).toBe(0);
    expect(added('third@example.com', fresh)).toBe(0);
    expect(added('fourth@example.com', process.env.MASTER_KEYS ?? '')).toBe(1);
  });
});

describe('a demo account', () => {
  it('signs in nowhere but in the demo, with a session from there neither', async () => {
    const email = 'public@example.com';
    const added = await addStaff(
      { email, name: 'Public', roles: ['admin'], controllerIds: [] },
      { kind: 'system', id: 'portal' },
      { demo: true },
    );
    if (!added.ok) throw new Error(added.reason);
    const { staffId, password, totpSecret } = added.value;
    expect(await signIn({ email, password, totp: totpCode(totpSecret) }, from('203.0.113.7'))).toMatchObject({
      ok: false,
    });
    const session = await openSession(db(), staffId, from('203.0.113.7'), new Date());
    expect(await presentOf(session)).toBeNull();
  });
});
