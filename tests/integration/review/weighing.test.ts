import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { caseRow, keyOf } from '@/lib/features/case-file/data/case';
import { keptLetters } from '@/lib/features/case-file/data/letters';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { weighingIn } from '@/lib/features/cases/data/letter';
import { handle } from '@/lib/features/cases/mutations/handle';
import { weighable } from '@/lib/domain/effects/marks';
import { submitAlone } from '@/lib/features/requests/mutations';
import { loadLetters } from '@/lib/features/review/loaders/letters';
import { controller } from '@/lib/platform/controllers/registry';
import { db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';
import { dayIn } from '@/tests/support/days';
import { ALICE, answers, BOB, logOf, must } from '../requests/walk';

let instance: TestInstance;
beforeAll(async () => {
  instance = await anInstance({ CONTROLLERS_DIR: path.join(import.meta.dirname, '..', '..', '..', 'controllers') });
});
afterAll(() => instance.stop());

async function anObjection(): Promise<{ caseId: AuthorizedCaseId; rightItemId: string }> {
  const { caseId } = await submitAlone({
    controllerId: 'callsapp',
    answers: answers({
      rights: ['GDPR:objection'],
      name: 'Nadia',
      email: 'nadia@example.com',
      locale: 'fr',
      identifiers: {},
    }),
    channel: 'form',
    receivedAt: new Date(),
  });
  await must(caseId, { type: 'ConfirmEmail', method: 'code' }, { kind: 'requester', id: caseId });
  await must(caseId, { type: 'AcceptIdentity', method: 'evidence' });
  const { id } = await db().rightItem.findFirstOrThrow({ where: { caseId } });
  return { caseId: caseId as AuthorizedCaseId, rightItemId: id };
}

it('is shown to both people before the answer leaves, kept sealed, and told to the person word for word', async () => {
  const { caseId, rightItemId } = await anObjection();
  const { dataMap } = controller('callsapp');
  const uses = weighable('objection', dataMap);
  expect(uses.length).toBeGreaterThan(0);
  expect(uses.filter(({ directMarketing }) => directMarketing)).toEqual([]);
  const weighing = {
    purposeIds: [uses[0]!.id],
    ours: 'Sans cela, les fraudes ne seraient pas vues.',
    theirs: 'Vous téléphonez la nuit, pour votre travail.',
    why: 'Seuls des nombres sont gardés, un mois.',
  };
  const draft = {
    rightItemId,
    outcome: 'refused',
    grounds: ['GDPR-21-1-compelling'],
    facts: '',
    confirmed: [],
  } as const;
  expect(await handle(caseId, { type: 'DecideRight', ...draft }, ALICE)).toMatchObject({ reason: 'weighingMissing' });
  const [half] = await loadLetters(caseId, [{ ...draft, weighing: { ...weighing, why: '' } }]);
  expect(half?.letter.parts.map(({ id }) => id)).not.toContain('weighing');
  const [drafted] = await loadLetters(caseId, [{ ...draft, weighing }]);
  const confirmed = drafted!.missing.map(({ id }) => id);
  await must(caseId, { type: 'DecideRight', ...draft, weighing, confirmed });
  const [seen] = await loadLetters(caseId);
  const part = seen?.letter.parts.find(({ id }) => id === 'weighing');
  expect(part).toMatchObject({ source: 'law', right: rightItemId });
  expect(part?.paragraphs.join(' ')).toContain(weighing.why);
  expect(part?.paragraphs[0]).toContain(uses[0]!.title.fr);
  await must(caseId, { type: 'ApproveDecision' }, BOB);
  const row = (await caseRow(caseId))!;
  expect(weighingIn(row, rightItemId)).toEqual(weighing);
  const [sent] = await keptLetters(caseId, keyOf(row));
  expect(sent?.letter.parts.find(({ id }) => id === 'weighing')).toEqual(part);
  const log = await logOf(caseId);
  expect(log.find(({ kind }) => kind === 'OutcomeDecided')).toMatchObject({ data: { weighed: weighing.purposeIds } });
  expect(JSON.stringify(log)).not.toContain(weighing.ours);
});

it('lets the use pause meanwhile, as a right of its own on the ground of the objection', async () => {
  const { caseId, rightItemId } = await anObjection();
  const added = newId();
  await must(caseId, { type: 'RestrictMeanwhile', rightItemId: added, becauseOf: rightItemId });
  expect(await db().rightItem.findUniqueOrThrow({ where: { id: added } })).toMatchObject({
    right: 'restriction',
    regime: 'GDPR',
    restrictedFor: 'objection',
    outcome: null,
  });
  await must(caseId, { type: 'DecideRight', rightItemId: added, outcome: 'granted', grounds: [], facts: '' });
  await must(caseId, { type: 'ApproveDecision', rightItemIds: [added] }, BOB);
  await must(caseId, {
    type: 'RecordCarriedOut',
    rightItemId: added,
    on: dayIn('Europe/Luxembourg'),
    systems: ['accounts'],
    facts: 'Vos données sont seulement conservées.',
    confirmed: ['restricted', 'beforeLifting', 'recipientsTold'],
  });
  expect(await db().rightItem.findUniqueOrThrow({ where: { id: added } })).toMatchObject({
    restrictedFor: 'objection',
  });
});
