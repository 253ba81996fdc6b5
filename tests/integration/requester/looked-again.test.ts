import { expect, it } from 'vitest';
import { statusOf } from '@/lib/features/requester/data/status';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { db } from '@/lib/platform/db/client';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { dayIn } from '@/tests/support/days';
import { aPerson } from '../staff/people';
import { BOB, logOf, must, verified } from '../requests/walk';

instanceOfFile();

it('tells who looked at a decision of a machine again, on which day, with what outcome and why', async () => {
  const reviewer = await aPerson({ name: 'Éloïse Thill' });
  const actor = { kind: 'staff', id: reviewer.staff.id } as const;
  const { caseId } = await verified({ rights: ['GDPR:automated_decision', 'GDPR:objection'] });
  const [machine, use] = await Promise.all(
    ['automated_decision', 'objection'].map((right) => db().rightItem.findFirstOrThrow({ where: { caseId, right } })),
  );
  for (const { id: rightItemId } of [machine!, use!])
    await must(caseId, { type: 'DecideRight', rightItemId, outcome: 'granted', grounds: [], facts: '' }, actor);
  await must(caseId, { type: 'ApproveDecision' }, BOB);
  const [agreed] = (await statusOf(caseId as AuthorizedCaseId, new Date())).rights;
  expect(agreed).toMatchObject({ standing: 'agreed', carriedOut: null });

  const on = dayIn('Europe/Dublin');
  const facts = 'The block was lifted: the messages were no spam.';
  for (const [item, confirmed] of [
    [machine!, ['review']],
    [use!, ['decision']],
  ] as const)
    await must(
      caseId,
      { type: 'RecordCarriedOut', rightItemId: item.id, on, systems: ['shop'], facts, confirmed: [...confirmed] },
      actor,
    );
  const { rights } = await statusOf(caseId as AuthorizedCaseId, new Date());
  const of = (right: string) => rights.find((one) => one.right === right);
  expect(of('automated_decision')).toMatchObject({
    standing: 'done',
    carriedOut: { on, facts, by: reviewer.staff.name },
  });
  // Elsewhere nobody of the staff is named to the person.
  expect(of('objection')).toMatchObject({ standing: 'done', carriedOut: { facts, by: null } });
  expect((await logOf(caseId)).filter(({ kind }) => kind === 'RightCarriedOut')).toMatchObject([
    { actor, data: { right: 'automated_decision' } },
    { actor, data: { right: 'objection' } },
  ]);
});
