import { mailboxOf, maskedAddress } from '@/lib/domain/intake/address';
import { ok, refuse, type Result } from '@/lib/domain/result';
import { caseRow, type CaseRow, contactOf, keyOf, lockedCase } from '@/lib/features/case-file/data/case';
import { notePendingContact } from '@/lib/features/case-file/upkeep/contact';
import { noticeCaseOf, queueNotice } from '@/lib/features/case-file/upkeep/outbox';
import { handle } from '@/lib/features/cases/mutations/handle';
import { endTokens, issueToken, LIFETIME_MINUTES, redeemCode } from '@/lib/features/confirmation/mutations';
import type { TokenRefusal } from '@/lib/features/confirmation/types';
import { logRefusal, requesterOf } from '@/lib/features/requester/mutations';
import { type Db, db, transaction } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { withinLimit } from '@/lib/platform/rate-limit';
import { openText, sealText } from '@/lib/platform/vault/case-key';
import type { Mailbox } from './types';

/** Of one case, and to one mailbox whatever the case: nobody's mailbox is filled by somebody who names it as theirs. */
const CHANGES_PER_HOUR = 5;

/**
 * Begins to change the address that a requester is written to: a code goes to the mailbox in use and one to the new. Nothing is changed
 * before both have been typed, so that neither a borrowed browser nor a mistyped address takes the request along.
 */
export async function startContactChange(
  caseId: string,
  email: string,
  at: Date,
): Promise<Result<null, 'tooMany' | 'sameAddress'>> {
  for (const key of [caseId, mailboxOf(email)])
    if (!(await withinLimit('contactChange', key, CHANGES_PER_HOUR, 3600, at))) return refuse('tooMany');
  return transaction(async (tx) => {
    const row = await lockedCase(tx, caseId);
    if (!row?.key?.wrappedKey) return refuse('tooMany');
    if ((await contactOf(row, tx)).toLowerCase() === email.toLowerCase()) return refuse('sameAddress');
    await notePendingContact(tx, caseId, {
      sealedNewContact: sealText(keyOf(row), email, `newContact:${caseId}`),
      newContactFromAt: null,
      newContactToAt: null,
    });
    await mailCode(tx, row, 'contactFrom', email, at);
    await mailCode(tx, row, 'contactTo', email, at);
    return ok(null);
  });
}

async function mailCode(tx: Db, row: CaseRow, purpose: Mailbox, email: string, at: Date): Promise<void> {
  const noticeId = newId();
  const { code } = await issueToken(tx, { caseId: row.id, purpose, noticeId, at });
  const minutes = LIFETIME_MINUTES[purpose];
  const about = await noticeCaseOf(row, tx);
  await queueNotice(
    tx,
    purpose === 'contactTo' ? { ...about, email } : about,
    {
      notice:
        purpose === 'contactTo'
          ? { kind: purpose, words: { minutes } }
          : { kind: purpose, words: { minutes, address: maskedAddress(email) } },
      wayIn: { link: null, code },
    },
    at,
    noticeId,
  );
}

const CONFIRMED = { contactFrom: 'newContactFromAt', contactTo: 'newContactToAt' } as const;

/** Takes the code of one of the two mailboxes; with the second of them the address is changed. @returns whether it is */
export async function confirmContact(
  caseId: string,
  mailbox: Mailbox,
  code: string,
  at: Date,
): Promise<Result<boolean, TokenRefusal>> {
  const confirmed = await transaction(async (tx): Promise<Result<string | null, TokenRefusal>> => {
    const row = await lockedCase(tx, caseId);
    if (!row?.sealedNewContact) return refuse('used');
    const used = await redeemCode(tx, { caseId, purpose: mailbox, code, at });
    if (!used.ok) {
      if (used.reason !== 'malformed')
        await logRefusal(tx, row, { kind: 'EmailConfirmationFailed', data: { reason: used.reason } }, at);
      return used;
    }
    await notePendingContact(tx, caseId, { [CONFIRMED[mailbox]]: at });
    const now = await caseRow(caseId, tx);
    if (!now?.sealedNewContact || !now.newContactFromAt || !now.newContactToAt) return ok(null);
    // To the mailbox that is left behind, without a way in: whoever reads it hears of the change and can object.
    const changed = { notice: { kind: 'contactChanged', words: {} }, wayIn: { link: null, code: null } } as const;
    await queueNotice(tx, await noticeCaseOf(now, tx), changed, at);
    return ok(openText(keyOf(now), now.sealedNewContact, `newContact:${caseId}`));
  });
  if (!confirmed.ok) return confirmed;
  const email = confirmed.value;
  if (email === null) return ok(false);
  await handle(caseId, { type: 'ChangeContact', email }, requesterOf(caseId), { at });
  // What lies in the former mailbox opens nothing any more: somebody else may read it by now.
  await endTokens(db(), caseId, at);
  return ok(true);
}
