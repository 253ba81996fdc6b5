import type { Actor } from '@/lib/domain/case/actor';
import type { CaseCommand } from '@/lib/domain/case/commands';
import type { Case } from '@/lib/domain/case/types';
import type { CaseRules } from '@/lib/domain/case/rules';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import { calendarsInForce } from '@/lib/features/case-file/data/calendars';
import { caseOf, type CaseRow, caseRow, rulesOf } from '@/lib/features/case-file/data/case';
import { handle } from '@/lib/features/cases/mutations/handle';
import { startCollection } from '@/lib/features/cases/mutations/start-collection';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { collectFromSystem } from '@/lib/features/collection/mutations/collect';
import { buildBundle } from '@/lib/features/fulfilment/mutations/build-bundle';
import { sendNotice } from '@/lib/features/mail/mutations/send';
import { controller } from '@/lib/platform/controllers/registry';
import { newId } from '@/lib/platform/ids';
import type { Step } from './schema';

/** Who works in the demo: one who decides, and one who agrees. */
export type Cast = {
  readonly desk: Actor & { readonly kind: 'staff' };
  readonly approver: Actor & { readonly kind: 'staff' };
};

type Scene = { readonly caseId: string; readonly current: Case; readonly rules: CaseRules; readonly cast: Cast };

const never = new AbortController().signal;

async function rowOf(caseId: string): Promise<CaseRow> {
  const row = await caseRow(caseId);
  if (!row) throw new Error(`There is no case ${caseId}`);
  return row;
}

async function sceneOf(caseId: string, cast: Cast): Promise<Scene> {
  const row = await rowOf(caseId);
  return { caseId, cast, current: caseOf(row), rules: rulesOf(row, await calendarsInForce()) };
}

/** @throws Error where the case does not take it: then the story is wrong. */
async function give(caseId: string, command: CaseCommand, actor: Actor): Promise<void> {
  const answer = await handle(caseId, command, actor);
  if (!answer.ok) throw new Error(`${command.type} was refused: ${answer.reason} ${answer.detail ?? ''}`);
}

/** Asks each system as the worker does, and leaves shown what the data map leaves to a person. */
async function search({ caseId, cast: { desk } }: Scene): Promise<void> {
  const started = await startCollection(caseId as AuthorizedCaseId, desk);
  if (!started.ok) throw new Error(`The search was refused: ${started.reason}`);
  for (const { id } of (await rowOf(caseId)).tasks) await collectFromSystem(id, never);
  for (const { collectionId, marked } of (await rowOf(caseId)).results)
    for (const field of Object.keys((marked as { readonly toDecide: object } | null)?.toDecide ?? {}))
      await give(caseId, { type: 'KeepShown', keptId: newId(), collectionId, recordNo: null, field }, desk);
}

/** Every right that is open gets the same answer, with all that its law wants in it. */
async function decide(scene: Scene, { outcome, grounds, facts }: Extract<Step, { do: 'decide' }>): Promise<void> {
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
      },
      scene.cast.desk,
    );
}

/** A second person agrees; the copy, where one is owed, is made as the worker does. */
async function approve({ caseId, cast: { approver } }: Scene): Promise<void> {
  await give(caseId, { type: 'ApproveDecision' }, approver);
  for (const { id, state } of (await rowOf(caseId)).bundles) if (state === 'building') await buildBundle(id, never);
}

async function carryOut({ caseId, current, rules, cast: { desk } }: Scene, facts: string): Promise<void> {
  const { timezone } = controller(current.controllerId).definition;
  const on = localDateOf(new Date().toISOString(), timezone);
  for (const item of current.rights.filter(({ decision, carriedOut }) => decision !== null && carriedOut === null))
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

/** The commands that a step gives, and who gives them. */
function commandsOf(
  step: Step,
  { caseId, current, rules, cast: { desk, approver } }: Scene,
): (readonly [Actor, CaseCommand])[] {
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
    case 'close':
      return [[desk, { type: 'CloseCase' }]];
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
  else for (const [actor, command] of commandsOf(step, scene)) await give(caseId, command, actor);
  await deliverMail(caseId);
}

/** What waits in the outbox of a case leaves. */
export async function deliverMail(caseId: string): Promise<void> {
  for (const { id, state } of (await rowOf(caseId)).notices)
    if (state === 'queued') await sendNotice(id, { attempt: 1, last: 1 }, new Date());
}
