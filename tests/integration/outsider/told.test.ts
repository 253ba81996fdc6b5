import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { confirmTellingAction } from '@/lib/features/recipients/actions';
import { loadTelling } from '@/lib/features/recipients/loaders';
import { db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { mailedToken } from '@/lib/platform/vault/mailed-token';
import { must, verified } from '@/tests/integration/requests/walk';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';

let instance: TestInstance;
beforeAll(async () => {
  instance = await anInstance();
});
afterAll(() => instance.stop());

async function told() {
  const { caseId } = await verified();
  const id = newId();
  await must(
    caseId,
    {
      type: 'OweRecipients',
      step: 'erased',
      recipients: [{ id, recipientId: 'hosting', collections: ['shop.customer'], way: 'mail' }],
    },
    { kind: 'system', id: 'portal' },
  );
  const { tokenHash } = await db().recipientNotice.findUniqueOrThrow({ where: { id } });
  return { caseId, id, token: mailedToken('recipient', id, tokenHash)! };
}

const confirm = (token: string) => {
  const form = new FormData();
  form.set('token', token);
  return confirmTellingAction(form).catch((error: Error) => error.message);
};

it('nobody reads or confirms by a secret that is not of a recipient', async () => {
  const { id } = await told();
  for (const token of ['', 'unknown', randomBytes(32).toString('base64url'), `${'a'.repeat(42)}.`]) {
    expect(await loadTelling(token)).toMatchObject({ ok: false, reason: 'wrong' });
    expect(await confirm(token)).toBe('NEXT_REDIRECT');
  }
  expect(await db().recipientNotice.findUniqueOrThrow({ where: { id } })).toMatchObject({ confirmedAt: null });
});

it('nobody reads or confirms by a link whose days are over', async () => {
  const { id, token } = await told();
  await db().recipientNotice.update({
    where: { id },
    data: { createdAt: new Date(Date.now() - 61 * 86_400_000) },
  });
  expect(await loadTelling(token)).toMatchObject({ ok: false, reason: 'expired' });
  expect(await confirm(token)).toBe('NEXT_REDIRECT');
  expect(await db().recipientNotice.findUniqueOrThrow({ where: { id } })).toMatchObject({ confirmedAt: null });
});
