import type { Actor } from '@/lib/domain/case/actor';
import { awaitsDesk } from '@/lib/domain/case/carry-out';
import { recipientsDue } from '@/lib/domain/case/recipients';
import type { CaseCommand } from '@/lib/domain/case/commands';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import { weighable } from '@/lib/domain/effects/marks';
import type { RightItem } from '@/lib/domain/case/types';
import type { Weighing } from '@/lib/domain/law/weighing';
import { answersOf } from '@/lib/features/case-file/data/case';
import { startCollection } from '@/lib/features/cases/mutations/start-collection';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { collectFromSystem } from '@/lib/features/collection/mutations/collect';
import { buildBundle } from '@/lib/features/fulfilment/mutations/build-bundle';
import { answerMandate } from '@/lib/features/mandate/mutations';
import { sendNotice } from '@/lib/features/mail/mutations/send';
import { sendRecipientMail } from '@/lib/features/mail/mutations/send-recipient';
import { makeStatement } from '@/lib/features/statements/mutations';
import { controller } from '@/lib/platform/controllers/registry';
import { newId } from '@/lib/platform/ids';
import { approveErasure, carryOutErasure, carryOutInSystems, planErasure } from './done-by-worker';
import { type Cast, give, never, rowOf, type Scene, sceneOf } from './scene';
import type { Step } from './schema';

/** Asks each system as the worker does, and leaves shown what the data map leaves to a person. */
async function search({ caseId, cast: { desk } }: Scene): Promise<void> {
  const started = await startCollection(caseId as AuthorizedCaseId, desk);
  if (!started.ok) throw new Error(`The search was refused: ${started.reason}`);
  for (const { id } of (await rowOf(caseId)).tasks) await collectFromSystem(id, never);
  for (const { collectionId, marked } of (await rowOf(caseId)).results)
    for (const field of Object.keys((marked as { readonly toDecide: object } | null)?.toDecide ?? {}))
      await give(caseId, { type: 'KeepShown', keptId: newId(), collectionId, recordNo: null, field }, desk);
}

/** What a use is weighed with, for the first use that the right could end. */
function weighingOf(item: RightItem, { current }: Scene, words: Omit<Weighing, 'purposeIds'>): Weighing {
  const [use] = weighable(item.right, controller(current.controllerId).dataMap);
  return { purposeIds: use ? [use.id] : [], ...words };
}

/** Every right that is open gets the same answer, with all that its law wants in it. */
async function decide(scene: Scene, step: Extract<Step, { do: 'decide' }>): Promise<void> {
  const { outcome, grounds, facts, weighed } = step;
  for (const item of scene.current.rights.filter(({ decision }) => decision === null))
    await give(
      scene.caseId,
      {
        type: 'DecideRight',
        rightItemId: item.id,
        outcome,
        grounds,
        facts,
        despiteHidden: 'Only what is about other people is left out; everything about the requester is in the copy.',
        confirmed: scene.rules.contents(item, outcome).map(({ id }) => id),
        ...(weighed && { weighing: weighingOf(item, scene, weighed) }),
      },
      scene.cast.desk,
    );
}

/** A second person agrees; the copy or the statement, where one is owed, is made as the worker does. */
async function approve({ caseId, cast: { approver } }: Scene): Promise<void> {
  await give(caseId, { type: 'ApproveDecision' }, approver);
  const { bundles, statements } = await rowOf(caseId);
  for (const { id, state } of bundles) if (state === 'building') await buildBundle(id, never);
  for (const { id } of statements) await makeStatement(id);
}

/** What is wrong is the name by which they ask, and each system that says so has the right one from then on. */
async function correctName(scene: Scene, { words, name }: Extract<Step, { do: 'correctName' }>): Promise<void> {
  const { name: wrong } = await answersOf(await rowOf(scene.caseId));
  await carryOutInSystems(scene, words, { factId: 'name', wrong, right: name, evidence: 'A certificate of marriage.' });
}

async function carryOut({ caseId, current, rules, cast: { desk } }: Scene, facts: string): Promise<void> {
  const { timezone } = controller(current.controllerId).definition;
  const on = localDateOf(new Date().toISOString(), timezone);
  for (const item of current.rights.filter((one) => awaitsDesk(one, rules)))
    await give(
      caseId,
      {
        type: 'RecordCarriedOut',
        rightItemId: item.id,
        on,
        systems: ['elsewhere'],
        facts,
        confirmed: rules.doneContents(item).map(({ id }) => id),
      },
      desk,
    );
}

/** Whoever received the data and has no address in the data map is told by a person. */
function toldRecipients({ current, cast: { desk } }: Scene, receipt: string): (readonly [Actor, CaseCommand])[] {
  const on = localDateOf(new Date().toISOString(), controller(current.controllerId).definition.timezone);
  return recipientsDue(current).map(({ id }) => [
    desk,
    { type: 'RecordRecipientTold', recipientNoticeId: id, on, receipt },
  ]);
}

/** The commands that a step gives, and who gives them. */
function commandsOf(step: Step, scene: Scene): (readonly [Actor, CaseCommand])[] {
  const { caseId, current, rules, cast } = scene;
  const { desk, approver } = cast;
  const requester: Actor = { kind: 'requester', id: caseId };
  const written = { messageId: newId(), body: 'words' in step ? step.words : '' };
  switch (step.do) {
    case 'confirm':
      return [[requester, { type: 'ConfirmEmail', method: 'link' }]];
    case 'withdraw':
      return [[requester, { type: 'WithdrawRequest', told: null }]];
    case 'take':
      return [[desk, { type: 'AssignCase', staffId: desk.id, insteadOf: null }]];
    case 'prove':
      return [[desk, { type: 'AcceptIdentity', method: step.method }]];
    case 'doubt':
      return [
        [desk, { type: 'QuestionIdentity', doubt: step.doubt, means: step.means, lateBecause: null, ...written }],
      ];
    case 'clarify':
      return [[desk, { type: 'AskClarification', largeQuantity: true, lateBecause: null, ...written }]];
    case 'reply': {
      const repliedAt = new Date().toISOString();
      return [[desk, { type: 'RecordReply', cause: step.cause, way: step.way, repliedAt }]];
    }
    case 'extend': {
      const more = { noticeId: newId(), reasons: step.reasons, promisedOn: null };
      return [[desk, { type: 'ExtendDeadline', ...more, ...written }]];
    }
    case 'stopUse':
      return current.rights.map(({ id }) => [desk, { type: 'RecordStopped', rightItemId: id }]);
    case 'return':
      return [
        [approver, { type: 'ReturnDecision', reason: step.reason }],
        [approver, { type: 'WriteNote', ...written }],
      ];
    case 'rejectIdentity': {
      const why = { grounds: step.grounds, facts: step.words, unaskedBecause: null };
      const confirmed = current.rights.flatMap((item) => rules.contents(item, 'refused').map(({ id }) => id));
      return [[desk, { type: 'ProposeRejection', ...why, confirmed }]];
    }
    case 'approveRejection':
      return [[approver, { type: 'ApproveRejection' }]];
    case 'write':
      return [[step.by === 'desk' ? desk : requester, { type: 'WriteMessage', ...written }]];
    case 'note':
      return [[desk, { type: 'WriteNote', ...written }]];
    case 'tellRecipients':
      return toldRecipients(scene, step.words);
    case 'close':
      return [[desk, { type: 'CloseCase' }]];
    case 'closeStopped':
      return [[desk, { type: 'CloseStopped' }]];
    case 'reopen':
      return [[desk, { type: 'ReopenCase', reason: step.reason }]];
    default:
      return [];
  }
}

/** Does one step of a story as it is done every day, through the use-cases of the desk, the portal and the worker; mails leave at once. */
export async function doStep(caseId: string, step: Step, cast: Cast): Promise<void> {
  const scene = await sceneOf(caseId, cast);
  if (step.do === 'search') await search(scene);
  else if (step.do === 'decide') await decide(scene, step);
  else if (step.do === 'approve') await approve(scene);
  else if (step.do === 'carryOut') await carryOut(scene, step.words);
  else if (step.do === 'carryOutInSystems') await carryOutInSystems(scene, step.words, null);
  else if (step.do === 'correctName') await correctName(scene, step);
  else if (step.do === 'planErasure') await planErasure(scene);
  else if (step.do === 'approveErasure') await approveErasure(scene, step.coolingOffDays);
  else if (step.do === 'answerMandate') await answerMandate(caseId, step.answer, new Date());
  else if (step.do === 'erase') await carryOutErasure(scene);
  else for (const [actor, command] of commandsOf(step, scene)) await give(caseId, command, actor);
  await deliverMail(caseId);
}

const ONLY = { attempt: 1, last: 1 };

/** What waits in the outbox of a case leaves. */
export async function deliverMail(caseId: string): Promise<void> {
  const { notices, recipients } = await rowOf(caseId);
  for (const { id, state } of notices) if (state === 'queued') await sendNotice(id, ONLY, new Date());
  for (const { id, state } of recipients) if (state === 'queued') await sendRecipientMail(id, ONLY);
}
