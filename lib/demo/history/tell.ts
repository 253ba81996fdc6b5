import type { SubmittedAnswers } from '@/lib/domain/intake/schema';
import type { Locale } from '@/lib/domain/locale';
import { submitAlone } from '@/lib/features/requests/mutations';
import { controllers } from '@/lib/platform/controllers/registry';
import { signInRow } from '@/lib/features/staff/data/staff';
import { mailbox } from '../names';
import { demoPeople } from '../people';
import { DEMO_STAFF } from '../staff';
import { deliverMail, doStep } from './do-step';
import type { Cast } from './scene';
import { type Step, storiesSchema, type Story } from './schema';
import { happening } from './set-back-clock';
import stories from './stories.json';

const DAY = 86_400_000;
const MINUTE = 60_000;

type Event = { readonly at: Date; readonly happens: () => Promise<void> };

type Asker = Pick<SubmittedAnswers, 'forWhom' | 'name' | 'email' | 'locale' | 'identifiers' | 'subject'>;

/** Who asks: somebody the company's systems know, a namesake of theirs whom they do not, or a friend of theirs. Nobody asks twice. */
function askers(): (story: Story) => Asker {
  const next = new Map<string, number>();
  return ({ controllerId, known, language: spoken, byAgent }) => {
    const people = demoPeople(controllerId).filter(({ role }) => role === 'ordinary');
    // From the far end of the list: those at the front are who the demo's visitor plays.
    const number = (next.get(controllerId) ?? 0) + 1;
    next.set(controllerId, number);
    const { name, email, language } = people.at(-number)!;
    const stranger = `${mailbox(name)}.${1000 + number}@example.org`;
    const asker = { locale: spoken ?? (language as Locale), identifiers: {} };
    if (!byAgent) return { ...asker, forWhom: 'self', name, email: known ? email : stranger };
    const subject = { name, relation: 'authorised', identifiers: { email } } as const;
    return {
      ...asker,
      forWhom: 'someoneElse',
      name: 'Ines Almeida',
      email: `ines.almeida.${number}@example.org`,
      subject,
    };
  };
}

/** @returns null where the people of the demo who work on cases are not there */
async function castOf(): Promise<Cast | null> {
  const idOf = async (role: string) =>
    (await signInRow(DEMO_STAFF.find((one) => one.role === role)?.email ?? ''))?.id ?? null;
  const [desk, approver] = [await idOf('desk'), await idOf('approver')];
  return desk && approver ? { desk: { kind: 'staff', id: desk }, approver: { kind: 'staff', id: approver } } : null;
}

/** One case from its receipt on, at its own times. What follows a step that the product refused is left out, for it rests on that step. */
function life(
  story: Story,
  answers: SubmittedAnswers,
  receivedAt: Date,
  cast: Cast,
  refused: string[],
): readonly Event[] {
  let caseId: string | null = null;
  const begin = async () => {
    ({ caseId } = await submitAlone({ controllerId: story.controllerId, answers, channel: 'form', receivedAt }));
    await deliverMail(caseId);
  };
  const go = (step: Step) => async () => {
    if (caseId === null) return;
    try {
      await doStep(caseId, step, cast);
    } catch (error) {
      caseId = null;
      refused.push(`${story.story}, ${step.do}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  return [
    { at: receivedAt, happens: begin },
    ...story.steps.map((step) => ({ at: new Date(receivedAt.getTime() + step.day * DAY), happens: go(step) })),
  ];
}

/**
 * Lets three months of cases happen in the demo's companies, each step at its own time and through the product's own use-cases, so that
 * lists, clocks, figures and the log show what a desk sees. Steps that would lie in the future are left out. Needs a process of its own.
 * @param every whether to let each case happen or the newest of each kind
 * @returns how many cases there are of it, and what a story wanted that the product refused
 */
export async function tellHistory(
  now: Date,
  every: 'case' | 'kind' = 'case',
): Promise<{ readonly cases: number; readonly refused: readonly string[] }> {
  const cast = await castOf();
  if (!cast) return { cases: 0, refused: [] };
  const askerOf = askers();
  const refused: string[] = [];
  const lives = storiesSchema
    .parse(stories)
    .filter(({ controllerId }) => controllers().has(controllerId))
    .flatMap((story) =>
      (every === 'kind' ? story.daysAgo.slice(-1) : story.daysAgo).map((daysAgo, no) => {
        const { residence, rights, asked } = story;
        const answers = { ...askerOf(story), ...asked, residence, rights, details: '' } as const;
        // Not all at the same minute of a day.
        const receivedAt = new Date(now.getTime() - daysAgo * DAY - no * 37 * MINUTE);
        return life(story, answers, receivedAt, cast, refused);
      }),
    );
  const events = lives.flat().filter(({ at }) => at < now);
  for (const { at, happens } of events.toSorted((one, other) => one.at.getTime() - other.at.getTime()))
    await happening(at, happens);
  return { cases: lives.length, refused };
}
