import { randomUUID } from 'node:crypto';
import { dayIn } from '@/tests/support/days';
import { aCase, type Colleague, commands, firstSystem, query } from '../pages-desk/desk-world';

/** Cases whose data may be restricted while an objection is weighed, or are: in force, with a lifting of which the person is told, and being lifted by a person. */
export type RestrictedPlace = 'objected' | 'restricted' | 'liftAnnounced' | 'lifting';

export async function restrictedPlaces(
  decider: Colleague,
  approver: Colleague,
): Promise<Record<RestrictedPlace, string>> {
  const restricted = await aRestriction(decider, approver);
  const liftAnnounced = await aRestriction(decider, approver);
  const lifting = await aRestriction(decider, approver);
  for (const caseId of [liftAnnounced, lifting])
    await commands(caseId, decider.staffId, {
      type: 'AnnounceLifting',
      liftingId: randomUUID(),
      noticeId: randomUUID(),
      why: 'claimsOver',
      liftOn: '2099-01-01',
      facts: 'The claim is over.',
    });
  await query('update "Lifting" set "state" = \'lifting\', "begunAt" = now() where "caseId" = $1', [lifting]);
  await query(
    'insert into "Effect" ("id", "caseId", "rightItemId", "systemId", "step", "byPerson", "startedById", "startedAt") select gen_random_uuid(), $1, "rightItemId", $2, \'lift\', true, "announcedById", now() from "Lifting" where "caseId" = $1',
    [lifting, await firstSystem()],
  );
  const { caseId: objected } = await aCase({ rights: ['GDPR:objection'] });
  await commands(objected, decider.staffId, { type: 'AcceptIdentity', method: 'confirmedEmail' });
  return { objected, restricted, liftAnnounced, lifting };
}

/** A case whose data a person restricted in one system, as two people agreed. */
async function aRestriction(decider: Colleague, approver: Colleague): Promise<string> {
  const { caseId } = await aCase({ rights: ['GDPR:restriction'] });
  const [item] = await query<{ id: string }>('select "id" from "RightItem" where "caseId" = $1', [caseId]);
  await commands(
    caseId,
    decider.staffId,
    { type: 'AcceptIdentity', method: 'confirmedEmail' },
    { type: 'DecideRight', rightItemId: item?.id, outcome: 'granted', grounds: [], facts: '', despiteHidden: null },
  );
  await commands(
    caseId,
    approver.staffId,
    { type: 'ApproveDecision' },
    {
      type: 'RecordCarriedOut',
      rightItemId: item?.id,
      on: dayIn('Europe/Luxembourg'),
      systems: [await firstSystem()],
      facts: 'Your data are only stored.',
      confirmed: ['restricted', 'beforeLifting', 'recipientsTold'],
    },
  );
  return caseId;
}
