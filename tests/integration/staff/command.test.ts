import { spawnSync } from 'node:child_process';
import { expect, it, vi } from 'vitest';
import { presentOf } from '@/lib/features/staff/data/staff';
import { signIn, totpCode } from '@/lib/features/staff/mutations/sign-in';
import { db } from '@/lib/platform/db/client';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { aPerson, from } from './people';

vi.setConfig({ testTimeout: 180_000 });

instanceOfFile();

const staff = (...args: string[]) =>
  spawnSync(process.execPath, ['lib/cli/rightsdesk.js', 'staff', ...args], { encoding: 'utf8', timeout: 60_000 });

it('rightsdesk staff lists, disables, enables, and gives a new password that has to be changed', async () => {
  const { email, staffId, totpSecret } = await aPerson();
  expect(staff('list').stdout).toContain(`${email}\tÉloïse Thill\tdesk\tevery controller\t0 sessions`);
  expect(staff('disable', email)).toMatchObject({ status: 0, stdout: '' });
  expect((await db().staffMember.findUniqueOrThrow({ where: { id: staffId } })).disabledAt).not.toBeNull();
  expect(staff('enable', email).status).toBe(0);
  const password = staff('reset-password', email).stdout.trim();
  const entered = await signIn({ email, password, totp: totpCode(totpSecret) }, from('203.0.113.7'));
  expect(entered.ok && (await presentOf(entered.value))?.mustChangePassword).toBe(true);
  expect(staff('role', email, 'dpo').status).toBe(0);
  expect((await db().staffMember.findUniqueOrThrow({ where: { id: staffId } })).roles).toEqual(['dpo']);
  expect(staff('unlock', 'nobody@example.com')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('Nobody signs in with nobody@example.com') as string,
  });
});
