import 'server-only';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import { ok, refuse, type Result } from '@/lib/domain/result';
import { answersOf, caseOf, contactOf } from '@/lib/features/case-file/data/case';
import { controller } from '@/lib/platform/controllers/registry';
import { withinLimit } from '@/lib/platform/rate-limit';
import { openMandate } from './data';
import { logMandateRead } from './mutations';
import { mandateTokenSchema } from './schema';
import type { MandateRefusal, MandateView } from './types';

const VIEWS_PER_HOUR = 120;

/** What the page of a link shows; that it was shown is a line of the log. Nothing is used up by it. */
export async function loadMandate(
  token: string,
  controllerId: string,
  now: Date = new Date(),
): Promise<Result<MandateView, MandateRefusal>> {
  if (!mandateTokenSchema.safeParse(token).success) return refuse('wrong');
  if (!(await withinLimit('mandate', token, VIEWS_PER_HOUR, 3600, now))) return refuse('wrong');
  const opened = await openMandate(token, controllerId, now);
  if (!opened.ok) return opened;
  const { row, state } = opened.value;
  await logMandateRead(row, now);
  const [answers, email] = await Promise.all([answersOf(row), contactOf(row)]);
  const current = caseOf(row);
  return ok({
    state,
    reference: row.reference,
    receivedOn: localDateOf(row.receivedAt.toISOString(), controller(row.controllerId).definition.timezone),
    name: answers.name,
    email,
    relation: answers.subject?.relation ?? '',
    rights: [...new Set(current.rights.map(({ right }) => right))],
    open: current.state !== 'closed',
  });
}
