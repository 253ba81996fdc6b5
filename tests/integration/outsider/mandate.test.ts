import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { answerMandateAction } from '@/lib/features/mandate/actions';
import { loadMandate } from '@/lib/features/mandate/loaders';
import { sendable } from '@/lib/features/delivery/mutations';
import { answerMandate } from '@/lib/features/mandate/mutations';
import { sessionBy } from '@/lib/features/requester/data/sessions';
import { db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { hashSecret } from '@/lib/platform/vault/secrets';
import { asked, mandateOf, tokenOf } from '@/tests/integration/mandate/agent';
import { must } from '@/tests/integration/requests/walk';
import { instanceOfFile } from '@/tests/support/demo-controllers';

instanceOfFile();

const answer = (token: string, controllerId = 'chinook', said = 'confirmed') => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ controllerId, locale: 'en', token, answer: said }))
    form.set(name, value);
  return answerMandateAction(form).catch((error: Error) => error.message);
};

it('nobody reads or answers by a secret that was mailed to nobody, or at another controller', async () => {
  const caseId = await asked();
  const own = await tokenOf(caseId);
  for (const token of ['', 'unknown', randomBytes(32).toString('base64url'), `${own.slice(0, 42)}.`]) {
    expect(await loadMandate(token, 'chinook')).toMatchObject({ ok: false, reason: 'wrong' });
    await answer(token);
  }
  expect(await loadMandate(own, 'callsapp')).toMatchObject({ ok: false, reason: 'wrong' });
  await answer(own, 'callsapp');
  await answer(own, 'chinook', 'whatever');
  expect(await mandateOf(caseId)).toMatchObject({ answer: null });
});

it('one case is not answered by the link of another', async () => {
  const [one, other] = [await asked(), await asked({ email: 'second@example.com' })];
  await answer(await tokenOf(one));
  expect(await mandateOf(one)).toMatchObject({ answer: 'confirmed' });
  expect(await mandateOf(other)).toMatchObject({ answer: null });
});

it('nobody reads or answers by a link whose days are over, or about a request that was taken back', async () => {
  const [old, gone] = [await asked({ email: 'old@example.com' }), await asked({ email: 'gone@example.com' })];
  await db().mandate.update({ where: { caseId: old }, data: { askedAt: new Date(Date.now() - 61 * 86_400_000) } });
  await must(gone, { type: 'WithdrawRequest', told: null }, { kind: 'requester', id: gone });
  expect(await loadMandate(await tokenOf(old), 'chinook')).toMatchObject({ ok: false, reason: 'expired' });
  expect(await loadMandate(await tokenOf(gone), 'chinook')).toMatchObject({ ok: false, reason: 'ended' });
  for (const caseId of [old, gone]) {
    await answer(await tokenOf(caseId), 'chinook', 'stopped');
    expect(await mandateOf(caseId)).toMatchObject({ answer: null });
  }
});

it('what was stopped is open to nobody, however fresh their session is', async () => {
  const caseId = await asked({
    email: 'late@example.com',
    subject: { name: 'L', relation: 'authorised', identifiers: { email: 'late-subject@example.com' } },
  });
  const [at, secret] = [new Date(), 'a-session-of-the-one-who-asked'];
  const later = new Date(at.getTime() + 60_000);
  await db().requesterSession.create({
    data: { id: newId(), secretHash: hashSecret(secret), caseId, createdAt: at, expiresAt: later, freshUntil: later },
  });
  expect(await sessionBy(secret, 'chinook', at)).toMatchObject({ fresh: true });
  await answerMandate(caseId, 'stopped', at);
  const session = await sessionBy(secret, 'chinook', at);
  expect(session).toMatchObject({ fresh: false });
  expect((await sendable(session!, at)).ok).toBe(false);
});
