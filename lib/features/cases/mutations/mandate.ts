import type { Notice } from '@/emails/notice';
import type { CaseCommand } from '@/lib/domain/case/commands';
import type { MandateEvent } from '@/lib/domain/case/commands/mandate';
import type { CaseEvent } from '@/lib/domain/case/events';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import { mailboxOf } from '@/lib/domain/intake/address';
import { BY_THEIR_LEAVE } from '@/lib/domain/intake/answers';
import { dataSubjectOf } from '@/lib/domain/intake/data-subject';
import { type Locale, LOCALES } from '@/lib/domain/locale';
import { answersOf, caseOf, localeOf } from '@/lib/features/case-file/data/case';
import { dropErasure } from '@/lib/features/case-file/rows/erasures';
import { askSubject, recordAnswer, recordSilent, remindSubject } from '@/lib/features/case-file/rows/mandates';
import { noticeCaseOf, queueNotice } from '@/lib/features/case-file/upkeep/outbox';
import { controller } from '@/lib/platform/controllers/registry';
import { env } from '@/lib/platform/env';
import { longDate } from '@/lib/platform/i18n/dates';
import { translator } from '@/lib/platform/i18n/translator';
import { newId } from '@/lib/platform/ids';
import { withinLimit } from '@/lib/platform/rate-limit';
import { mailedToken, mailedTokenHash } from '@/lib/platform/vault/mailed-token';
import { type ConsequenceRows, setCase, type Situation } from './consequences';

/** Whoever is at one address is asked this often in a day: nobody is written to by way of us as often as a stranger likes. */
const QUESTIONS_PER_DAY = 3;

export const MANDATE_CONSEQUENCES: ConsequenceRows<MandateEvent> = {
  SubjectAsked: {
    rows: async ({ mandateId }, situation) => {
      const { tx, row, at } = situation;
      const answerBy = await askSubject(tx, row.id, mandateId, at);
      await writeToSubject(situation, 'mandateAsked', { id: mandateId, answerBy });
    },
    mail: null,
  },
  SubjectReminded: {
    rows: async (_event, situation) => {
      const { tx, row, at } = situation;
      await remindSubject(tx, row.id, at);
      await writeToSubject(situation, 'mandateReminder', row.mandate!);
    },
    mail: null,
  },
  SubjectUnanswered: { rows: (_event, { tx, row, at }) => recordSilent(tx, row.id, at), mail: null },
  MandateConfirmed: { rows: (_event, { tx, row, at }) => recordAnswer(tx, row.id, 'confirmed', at), mail: null },
  MandateStopped: {
    rows: async (_event, situation) => {
      const { tx, row, at } = situation;
      await recordAnswer(tx, row.id, 'stopped', at);
      await dropErasure(tx, row.id);
      // Whatever had shown the mandate shows it no more.
      await setCase(situation, { identityMethod: null, identityAt: null, identityById: null, rejectionById: null });
    },
    mail: () => ({ kind: 'mandateStopped', words: {} }),
  },
};

/**
 * The command by which the person whose data it is comes to be asked, once whoever acts for them has shown that their own mailbox is theirs:
 * nobody can have us write to strangers without being known to us by an address.
 * @returns null where the law or the address leaves nothing to ask
 */
export async function owedQuestion(
  event: CaseEvent,
  { tx, row, at }: Situation,
): Promise<Extract<CaseCommand, { type: 'AskSubject' }> | null> {
  if (event.type !== 'EmailConfirmed' || row.forWhom !== 'someoneElse' || caseOf(row).state !== 'verifying')
    return null;
  const answers = await answersOf(row, tx);
  const { email } = dataSubjectOf(answers).identifiers;
  if (email === undefined || !BY_THEIR_LEAVE.includes(answers.subject?.relation ?? '')) return null;
  return (await withinLimit('subject', mailboxOf(email), QUESTIONS_PER_DAY, 86_400, at, tx))
    ? { type: 'AskSubject', mandateId: newId() }
    : null;
}

type Asked = { readonly id: string; readonly answerBy: Date };

/** A mail to the person whose data it is. What strangers typed is on the page behind its link, and not in it. */
async function writeToSubject(
  { tx, row, at }: Situation,
  kind: 'mandateAsked' | 'mandateReminder',
  { id, answerBy }: Asked,
): Promise<void> {
  const email = dataSubjectOf(await answersOf(row, tx)).identifiers.email;
  const token = mailedToken('mandate', id, mailedTokenHash('mandate', id));
  if (email === undefined || token === null) throw new Error(`Nobody can be asked about case ${row.id}`);
  const locale = localeOf(row.locale);
  const pageIn = (language: Locale) => `${env().BASE_URL}/${row.controllerId}/${language}/mandate/${token}`;
  const { timezone } = controller(row.controllerId).definition;
  const words = {
    until: longDate(localDateOf(answerBy.toISOString(), timezone), locale),
    languages: LOCALES.filter((other) => other !== locale)
      .map((other) => `${translator(other, 'mail')('mandateAsked.inThisLanguage')} ${pageIn(other)}`)
      .join('\n'),
  };
  const notice: Notice = { kind, words };
  const about = { ...(await noticeCaseOf(row, tx)), email };
  await queueNotice(tx, about, { notice, wayIn: { link: pageIn(locale), code: null } }, at);
}
