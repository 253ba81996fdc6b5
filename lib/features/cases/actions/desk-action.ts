import { revalidatePath } from 'next/cache';
import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import type { Actor } from '@/lib/domain/case/actor';
import type { CaseCommand } from '@/lib/domain/case/commands';
import type { Result } from '@/lib/domain/result';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { handle } from '@/lib/features/cases/mutations/handle';
import { caseTargetSchema, type CommandState, decideSchema } from '@/lib/features/cases/schema';
import type { Handled, HandleRefusal } from '@/lib/features/cases/types/handled';
import { type Ability, authorizeCase, requireStaff } from '@/lib/features/staff/loaders/session';
import { sayRefused } from '@/lib/features/staff/mutations/kept-words';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { newId } from '@/lib/platform/ids';

/** The case a form is about, who sent it, and the version they had before their eyes. */
export type On = { readonly caseId: AuthorizedCaseId; readonly actor: Actor; readonly seenVersion: number };

/** A refusal is the code of its text where it is the form that is not in order. */
type Answer = Result<Handled, HandleRefusal> | string;

export type DeskAction = (before: CommandState, form: FormData) => Promise<CommandState>;

/** What the sender must be allowed to; null for fields that are not in order. */
type AbilityFor<Given> = Ability | ((given: Given | null) => Ability);

type Fields = Readonly<Record<string, unknown>>;

/** The fields of a form that a schema asks for: a list has all of its name, another field its last. */
export const fieldsOf = (schema: z.ZodObject, form: FormData): Fields =>
  Object.fromEntries(
    Object.entries(schema.shape).map(([name, field]) => {
      const sent = form.getAll(name);
      return [name, field instanceof z.ZodArray ? sent : sent.at(-1)];
    }),
  );

/** What was typed, to be shown again. */
export function typedIn(form: FormData): Record<string, string[]> {
  const typed: Record<string, string[]> = {};
  for (const [name, value] of form)
    if (typeof value === 'string' && !name.startsWith('$')) (typed[name] ??= []).push(value);
  return typed;
}

/** The fields of a decision: every outcome has its own grounds on the page; those of an outcome that was not chosen say nothing. */
export const decideFields = (form: FormData): Fields => ({
  ...fieldsOf(decideSchema, form),
  grounds: form.getAll(`grounds.${String(form.get('outcome'))}`),
});

/** The fields if they are in order, or the text that says what is not. */
function parse<S extends z.ZodObject>(schema: S, fields: Fields): z.output<S> | string {
  const parsed = schema.safeParse(fields);
  if (parsed.success) return parsed.data;
  const message = parsed.error.issues[0]?.message ?? '';
  return message === 'tooLong' ? message : 'incomplete';
}

export const give = (on: On, command: CaseCommand): Promise<Answer> =>
  handle(on.caseId, command, on.actor, { seenVersion: on.seenVersion });

/** What should be different goes beside what is sent back as a note, since the log takes only codes. */
export async function sendBack(on: On, returning: CaseCommand, note: string): ReturnType<typeof give> {
  const returned = await give(on, returning);
  if (typeof returned === 'string' || !returned.ok || note === '') return returned;
  return handle(on.caseId, { type: 'WriteNote', messageId: newId(), body: note }, on.actor);
}

/**
 * A form of the desk on one case: parse, gate, act; then the case's page anew, or the same form with what was typed and why it was not taken.
 * @param fields what is parsed, where the names on the page are not those of the schema
 */
export const deskStep =
  <S extends z.ZodObject>(
    schema: S,
    ability: AbilityFor<z.output<S>>,
    run: (given: z.output<S>, on: On) => Promise<Answer>,
    fields: (form: FormData) => Fields = (form) => fieldsOf(schema, form),
  ): DeskAction =>
  async (before, form) => {
    const given = parse(schema, fields(form));
    const inOrder = typeof given === 'string' ? null : given;
    const staff = await requireStaff(typeof ability === 'string' ? ability : ability(inOrder), form);
    const target = caseTargetSchema.safeParse(Object.fromEntries(form));
    if (!target.success) notFound();
    const caseId = await authorizeCase(staff, target.data.caseId);
    const on: On = { caseId, actor: { kind: 'staff', id: staff.id }, seenVersion: target.data.seenVersion };
    const answer = typeof given === 'string' ? given : await run(given, on);
    if (typeof answer !== 'string' && answer.ok) redirect(`/desk/cases/${caseId}`);
    // The page comes with the newest version of the case, so that sending the same again means it.
    revalidatePath(`/desk/cases/${caseId}`);
    const typed = typedIn(form);
    const refused =
      typeof answer === 'string'
        ? { refusal: answer, detail: '' }
        : { refusal: answer.reason, detail: answer.detail ?? '' };
    const mark = await sayRefused(t(`refusal.${refused.refusal}`, { detail: refused.detail }), form);
    return { ...refused, mark, typed, turn: before.turn + 1 };
  };

/** A form that gives one command, at the version its sender saw. */
export const deskAction = <S extends z.ZodObject>(
  schema: S,
  ability: AbilityFor<z.output<S>>,
  toCommand: (given: z.output<S>, on: On) => CaseCommand | string | Promise<CaseCommand | string>,
  fields?: (form: FormData) => Fields,
): DeskAction =>
  deskStep(
    schema,
    ability,
    async (given, on) => {
      const command = await toCommand(given, on);
      return typeof command === 'string' ? command : give(on, command);
    },
    fields,
  );
