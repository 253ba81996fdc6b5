import { createHmac } from 'node:crypto';
import type { Actor } from '@/lib/domain/case/actor';
import type { CaseRules } from '@/lib/domain/case/rules';
import type { LocalDate } from '@/lib/domain/calendar/local-date';
import { askedRight, type SubmittedAnswers } from '@/lib/domain/intake/schema';
import type { RegimeId, RightId } from '@/lib/domain/law/types';
import { appendAudit } from '@/lib/features/log/mutations/append';
import { calendarsInForce } from '@/lib/features/case-file/data/calendars';
import { caseRow, type CaseRow, rulesOf } from '@/lib/features/case-file/data/case';
import { openCase } from '@/lib/features/case-file/rows/case';
import { project } from '@/lib/features/case-file/upkeep/projection';
import { issueToken } from '@/lib/features/confirmation/mutations';
import { confirmNotice } from '@/lib/features/cases/data/mail-words';
import { queueNotice } from '@/lib/features/case-file/upkeep/outbox';
import { addRights } from '@/lib/features/case-file/rows/rights';
import { indexed } from '@/lib/features/search/mutations';
import { controller } from '@/lib/platform/controllers/registry';
import { type Db, transaction } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { newId, newReference } from '@/lib/platform/ids';
import { type CaseKey, newCaseKey } from '@/lib/platform/vault/case-key';

export type Submission = {
  readonly controllerId: string;
  readonly answers: SubmittedAnswers;
  readonly channel: 'form' | 'phone' | 'letter' | 'email' | 'inPerson';
  readonly receivedAt: Date;
  /** By whom of the desk it was entered, and when, where it came otherwise than through the portal. */
  readonly entered?: { readonly by: Actor; readonly at: Date };
};

export type Submitted = { readonly caseId: string; readonly reference: string; readonly lastDayOn: LocalDate };

/**
 * Takes a request: the immutable submission, the case with its own key, clocks, search index, log, and the mail that asks to confirm
 * the address, all in the caller's transaction. The clock starts with its receipt, whatever is confirmed later (Art. 12(3) GDPR), also where
 * the desk enters it days after it came.
 */
export async function submitRequest(tx: Db, submission: Submission): Promise<Submitted> {
  const { controllerId, answers, channel, receivedAt, entered } = submission;
  const { definition } = controller(controllerId);
  const rights = answers.rights.map(askedRight);
  const rules = rulesOf({ controllerId, receivedAt }, await calendarsInForce(tx));
  const reference = newReference(definition.referencePrefix);
  const key = newCaseKey();
  const caseId = await openCase(tx, key, {
    controllerId,
    reference,
    answers,
    channel,
    receivedAt,
    ...indexed(reference, answers),
  });
  await addRights(tx, caseId, rights);
  const row = await caseRow(caseId, tx);
  if (!row) throw new Error(`Case ${caseId} vanished in its own transaction`);
  const lastDayOn = await project(tx, row, rules, entered?.at ?? receivedAt);
  await tellAndLog(tx, { row, rules, key, rights }, submission);
  return { caseId, reference, lastDayOn };
}

/** The same in a transaction of its own. */
export const submitAlone = (submission: Submission): Promise<Submitted> =>
  transaction((tx) => submitRequest(tx, submission));

async function tellAndLog(
  tx: Db,
  made: {
    row: CaseRow;
    rules: CaseRules;
    key: CaseKey;
    rights: readonly { regime: RegimeId; right: RightId }[];
  },
  { controllerId, answers, channel, receivedAt, entered }: Submission,
): Promise<void> {
  const { row, rules, key, rights } = made;
  const { id: caseId, reference } = row;
  const at = entered?.at ?? receivedAt;
  // Keyed with the case's own key: it proves what was submitted while the key lives and means nothing afterwards.
  const submissionDigest = createHmac('sha256', key).update(JSON.stringify(answers)).digest('hex');
  const { locale } = answers;
  const regimes = [...new Set(rights.map(({ regime }) => regime))];
  await appendAudit(
    tx,
    entered?.by ?? { kind: 'requester', id: caseId },
    { controllerId, caseId, reference },
    [
      {
        kind: 'RequestReceived',
        data: { rights: rights.map(({ right }) => right), regimes, locale, channel, submissionDigest },
      },
    ],
    at,
  );
  const noticeId = newId();
  const { token, code, expiresAt } = await issueToken(tx, {
    caseId,
    purpose: 'confirmEmail',
    noticeId,
    at,
  });
  const link = `${env().BASE_URL}/${controllerId}/${locale}/confirm/${token}`;
  await queueNotice(
    tx,
    { caseId, controllerId, reference, locale, email: answers.email, key },
    { ...confirmNotice(row, rules, expiresAt, at), wayIn: { link, code } },
    at,
    noticeId,
  );
}
