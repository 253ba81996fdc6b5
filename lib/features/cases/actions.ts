'use server';

import { revalidatePath } from 'next/cache';
import { notFound, redirect } from 'next/navigation';
import type { z } from 'zod';
import type { Actor } from '@/lib/domain/case/actor';
import { repliedAtOf } from '@/lib/domain/case/ask';
import type { CaseCommand } from '@/lib/domain/case/commands';
import type { Result } from '@/lib/domain/result';
import { sayRefused } from '@/lib/features/staff/mutations/kept-words';
import { startCollection } from '@/lib/features/cases/mutations/start-collection';
import { type Ability, authorizeCase, requireStaff } from '@/lib/features/staff/loaders/session';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { newId } from '@/lib/platform/ids';
import { systemIdsOf, timezoneOf } from './loaders/page';
import { handle } from './mutations/handle';
import {
  acceptIdentitySchema,
  addIdentifierSchema,
  askClarificationSchema,
  assignSchema,
  carryOutSchema,
  caseTargetSchema,
  collectAgainSchema,
  type CommandState,
  decideSchema,
  ELSEWHERE,
  extendSchema,
  proposeRejectionSchema,
  questionIdentitySchema,
  reopenSchema,
  replySchema,
  resendSchema,
  returnSchema,
  retrySchema,
  stopSchema,
  takeBackSchema,
  toldSchema,
  withdrawSchema,
  wordsSchema,
} from './schema';
import type { Handled, HandleRefusal } from './types/handled';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';

type On = { readonly caseId: AuthorizedCaseId; readonly actor: Actor; readonly seenVersion: number };
type Answer = Result<Handled, HandleRefusal>;

/** Gate, parse, act; then the case's page anew, or the same form with what was typed and why it was not taken. */
async function act(
  before: CommandState,
  form: FormData,
  ability: Ability,
  run: (on: On) => Promise<Answer | string> | string,
): Promise<CommandState> {
  const staff = await requireStaff(ability, form);
  const target = caseTargetSchema.safeParse(Object.fromEntries(form));
  if (!target.success) notFound();
  const caseId = await authorizeCase(staff, target.data.caseId);
  const answer = await run({ caseId, actor: { kind: 'staff', id: staff.id }, seenVersion: target.data.seenVersion });
  if (typeof answer !== 'string' && answer.ok) redirect(`/desk/cases/${caseId}`);
  // The page comes with the newest version of the case, so that sending the same again means it.
  revalidatePath(`/desk/cases/${caseId}`);
  const typed: Record<string, string[]> = {};
  for (const [name, value] of form)
    if (typeof value === 'string' && !name.startsWith('$')) (typed[name] ??= []).push(value);
  const refused =
    typeof answer === 'string'
      ? { refusal: answer, detail: '' }
      : { refusal: answer.reason, detail: answer.detail ?? '' };
  const mark = await sayRefused(t(`refusal.${refused.refusal}`, { detail: refused.detail }), form);
  return { ...refused, mark, typed, turn: before.turn + 1 };
}

const command = (on: On, given: CaseCommand): Promise<Answer> =>
  handle(on.caseId, given, on.actor, { seenVersion: on.seenVersion });

/** The given fields if they are in order, or the text that says what is not. */
const parse = <S extends z.ZodType>(schema: S, fields: unknown): { data: z.output<S> } | string => {
  const parsed = schema.safeParse(fields);
  if (parsed.success) return { data: parsed.data };
  const message = parsed.error.issues[0]?.message ?? '';
  return message === 'tooLong' ? message : 'incomplete';
};

export async function acceptIdentityAction(before: CommandState, form: FormData): Promise<CommandState> {
  const given = parse(acceptIdentitySchema, Object.fromEntries(form));
  return act(before, form, 'workCases', (on) =>
    typeof given === 'string' ? given : command(on, { type: 'AcceptIdentity', method: given.data.method }),
  );
}

export async function addIdentifierAction(before: CommandState, form: FormData): Promise<CommandState> {
  const given = parse(addIdentifierSchema, Object.fromEntries(form));
  return act(before, form, 'workCases', (on) =>
    typeof given === 'string' ? given : command(on, { type: 'AddIdentifier', identifierId: newId(), ...given.data }),
  );
}

export async function proposeRejectionAction(before: CommandState, form: FormData): Promise<CommandState> {
  const given = parse(proposeRejectionSchema, {
    ...Object.fromEntries(form),
    grounds: form.getAll('grounds'),
    confirmed: form.getAll('confirmed'),
  });
  return act(before, form, 'workCases', (on) =>
    typeof given === 'string' ? given : command(on, { type: 'ProposeRejection', ...given.data }),
  );
}

export async function approveRejectionAction(before: CommandState, form: FormData): Promise<CommandState> {
  return act(before, form, 'approve', (on) => command(on, { type: 'ApproveRejection' }));
}

/** Sends it back; what should be different goes beside it as a note, since the log takes only codes. */
export async function returnRejectionAction(before: CommandState, form: FormData): Promise<CommandState> {
  const given = parse(returnSchema, Object.fromEntries(form));
  return act(before, form, 'approve', (on) =>
    typeof given === 'string'
      ? given
      : sentBack(on, { type: 'ReturnRejection', reason: given.data.reason }, given.data.note),
  );
}

async function sentBack(on: On, returning: CaseCommand, note: string): Promise<Answer> {
  const returned = await command(on, returning);
  if (!returned.ok || note === '') return returned;
  return handle(on.caseId, { type: 'WriteNote', messageId: newId(), body: note }, on.actor);
}

export async function assignCaseAction(before: CommandState, form: FormData): Promise<CommandState> {
  const given = parse(assignSchema, Object.fromEntries(form));
  return act(before, form, 'workCases', (on) =>
    typeof given === 'string' ? given : command(on, { type: 'AssignCase', ...given.data }),
  );
}

/** Whoever asks late and wants the clock to stand still signs for why: that takes a second person. */
const abilityToAsk = (given: { data: { lateBecause: string | null } } | string): Ability =>
  typeof given !== 'string' && given.data.lateBecause !== null ? 'approve' : 'workCases';

export async function questionIdentityAction(before: CommandState, form: FormData): Promise<CommandState> {
  const given = parse(questionIdentitySchema, { ...Object.fromEntries(form), means: form.getAll('means') });
  return act(before, form, abilityToAsk(given), (on) =>
    typeof given === 'string' ? given : command(on, { type: 'QuestionIdentity', messageId: newId(), ...given.data }),
  );
}

export async function askClarificationAction(before: CommandState, form: FormData): Promise<CommandState> {
  const given = parse(askClarificationSchema, Object.fromEntries(form));
  return act(before, form, abilityToAsk(given), (on) =>
    typeof given === 'string' ? given : command(on, { type: 'AskClarification', messageId: newId(), ...given.data }),
  );
}

export async function recordReplyAction(before: CommandState, form: FormData): Promise<CommandState> {
  const given = parse(replySchema, Object.fromEntries(form));
  return act(before, form, 'workCases', async (on) => {
    if (typeof given === 'string') return given;
    const { cause, way, on: repliedOn, time } = given.data;
    return command(on, {
      type: 'RecordReply',
      cause,
      way,
      repliedAt: repliedAtOf(repliedOn, time, await timezoneOf(on.caseId), new Date().toISOString()),
    });
  });
}

export async function extendDeadlineAction(before: CommandState, form: FormData): Promise<CommandState> {
  const given = parse(extendSchema, { ...Object.fromEntries(form), reasons: form.getAll('reasons') });
  return act(before, form, 'workCases', (on) =>
    typeof given === 'string'
      ? given
      : command(on, { type: 'ExtendDeadline', noticeId: newId(), messageId: newId(), ...given.data }),
  );
}

export async function recordStoppedAction(before: CommandState, form: FormData): Promise<CommandState> {
  const given = parse(stopSchema, Object.fromEntries(form));
  return act(before, form, 'workCases', (on) =>
    typeof given === 'string' ? given : command(on, { type: 'RecordStopped', ...given.data }),
  );
}

/** What was done of something agreed. Where: systems of the data map, and whatever is none of them. */
export async function recordCarriedOutAction(before: CommandState, form: FormData): Promise<CommandState> {
  const given = parse(carryOutSchema, {
    ...Object.fromEntries(form),
    systems: form.getAll('systems'),
    confirmed: form.getAll('confirmed'),
  });
  return act(before, form, 'workCases', async (on) => {
    if (typeof given === 'string') return given;
    const known = [...(await systemIdsOf(on.caseId)), ELSEWHERE];
    return given.data.systems.every((id) => known.includes(id))
      ? command(on, { type: 'RecordCarriedOut', ...given.data })
      : 'incomplete';
  });
}

export async function resendNoticeAction(before: CommandState, form: FormData): Promise<CommandState> {
  const given = parse(resendSchema, Object.fromEntries(form));
  return act(before, form, 'workCases', (on) =>
    typeof given === 'string' ? given : command(on, { type: 'ResendNotice', ...given.data }),
  );
}

export async function recordNoticeToldAction(before: CommandState, form: FormData): Promise<CommandState> {
  const given = parse(toldSchema, Object.fromEntries(form));
  return act(before, form, 'workCases', (on) =>
    typeof given === 'string' ? given : command(on, { type: 'RecordNoticeTold', ...given.data }),
  );
}

export async function startCollectionAction(before: CommandState, form: FormData): Promise<CommandState> {
  return act(before, form, 'workCases', (on) => startCollection(on.caseId, on.actor, on.seenVersion));
}

export async function retrySourceAction(before: CommandState, form: FormData): Promise<CommandState> {
  const given = parse(retrySchema, Object.fromEntries(form));
  return act(before, form, 'workCases', (on) =>
    typeof given === 'string' ? given : command(on, { type: 'RetrySource', systemId: given.data.systemId }),
  );
}

export async function retryBundleAction(before: CommandState, form: FormData): Promise<CommandState> {
  return act(before, form, 'workCases', (on) => command(on, { type: 'RetryBundle' }));
}

export async function collectAgainAction(before: CommandState, form: FormData): Promise<CommandState> {
  const given = parse(collectAgainSchema, { systemIds: form.getAll('systemIds') });
  return act(before, form, 'workCases', (on) =>
    typeof given === 'string' ? given : command(on, { type: 'CollectAgain', systemIds: given.data.systemIds }),
  );
}

export async function writeAction(before: CommandState, form: FormData): Promise<CommandState> {
  const given = parse(wordsSchema, Object.fromEntries(form));
  return act(before, form, 'workCases', (on) => {
    if (typeof given === 'string') return given;
    const { body, audience } = given.data;
    return command(on, { type: audience === 'desk' ? 'WriteNote' : 'WriteMessage', messageId: newId(), body });
  });
}

export async function decideRightAction(before: CommandState, form: FormData): Promise<CommandState> {
  // Every outcome has its own grounds on the page; those of an outcome that was not chosen say nothing.
  const grounds = form.getAll(`grounds.${String(form.get('outcome'))}`);
  const given = parse(decideSchema, { ...Object.fromEntries(form), grounds, confirmed: form.getAll('confirmed') });
  return act(before, form, 'workCases', (on) =>
    typeof given === 'string' ? given : command(on, { type: 'DecideRight', ...given.data }),
  );
}

export async function takeBackDecisionAction(before: CommandState, form: FormData): Promise<CommandState> {
  const given = parse(takeBackSchema, Object.fromEntries(form));
  return act(before, form, 'workCases', (on) =>
    typeof given === 'string' ? given : command(on, { type: 'TakeBackDecision', ...given.data }),
  );
}

export async function approveDecisionAction(before: CommandState, form: FormData): Promise<CommandState> {
  return act(before, form, 'approve', (on) => command(on, { type: 'ApproveDecision' }));
}

/** Sends a decision back; what should be different goes beside it as a note, since the log takes only codes. */
export async function returnDecisionAction(before: CommandState, form: FormData): Promise<CommandState> {
  const given = parse(returnSchema, Object.fromEntries(form));
  return act(before, form, 'approve', (on) =>
    typeof given === 'string'
      ? given
      : sentBack(on, { type: 'ReturnDecision', reason: given.data.reason }, given.data.note),
  );
}

export async function closeCaseAction(before: CommandState, form: FormData): Promise<CommandState> {
  return act(before, form, 'workCases', (on) => command(on, { type: 'CloseCase' }));
}

/** For a requester who takes the request back by telephone or letter; on their own page they do it themselves. */
export async function withdrawCaseAction(before: CommandState, form: FormData): Promise<CommandState> {
  const given = parse(withdrawSchema, Object.fromEntries(form));
  return act(before, form, 'workCases', (on) =>
    typeof given === 'string' ? given : command(on, { type: 'WithdrawRequest', told: given.data }),
  );
}

export async function reopenCaseAction(before: CommandState, form: FormData): Promise<CommandState> {
  const given = parse(reopenSchema, Object.fromEntries(form));
  return act(before, form, 'workCases', (on) =>
    typeof given === 'string' ? given : command(on, { type: 'ReopenCase', reason: given.data.reason }),
  );
}
