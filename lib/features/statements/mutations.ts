import { createHash } from 'node:crypto';
import { writeStatement } from '@/lib/documents/statement/write';
import type { Actor } from '@/lib/domain/case/actor';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import { rightRule } from '@/lib/domain/law/rights';
import { cite } from '@/lib/domain/wording';
import { answersOf, caseOf, caseRow, keyOf, localeOf } from '@/lib/features/case-file/data/case';
import { statementOf } from '@/lib/features/case-file/data/statements';
import { enqueueStatement, keepStatement } from '@/lib/features/case-file/upkeep/statements';
import { handleIn } from '@/lib/features/cases/mutations/handle';
import { keyUrl } from '@/lib/features/fulfilment/data';
import { controller } from '@/lib/platform/controllers/registry';
import { db, transaction } from '@/lib/platform/db/client';
import { translator } from '@/lib/platform/i18n/translator';
import { signingKey } from '@/lib/platform/signing';

const WORKER: Actor = { kind: 'system', id: 'worker' };

/** Makes the signed document of a statement that was given; one that is there is left alone. */
export async function makeStatement(statementId: string): Promise<void> {
  const statement = await db().statement.findUnique({ where: { id: statementId } });
  const row = statement && (await caseRow(statement.caseId));
  if (!statement || statement.madeAt !== null || !row?.key?.wrappedKey) return;
  const [key, locale] = [keyOf(row), localeOf(row.locale)];
  const { definition, accent } = controller(row.controllerId);
  const answers = await answersOf(row);
  const item = caseOf(row).rights.find(({ id }) => id === statement.rightItemId)!;
  const receivedOn = localDateOf(row.receivedAt.toISOString(), definition.timezone);
  const zip = await writeStatement({
    facts: {
      reference: row.reference,
      locale,
      timezone: definition.timezone,
      controller: { legalName: definition.legalName },
      receivedOn,
      madeAt: statement.statedAt.toISOString(),
      keyUrl: keyUrl(),
    },
    statement: statementOf(statement, key),
    parties: {
      controller: {
        name: definition.name,
        accent: accent.light,
        address: definition.establishment.address,
        email: definition.contact.email,
      },
      person: answers.subject?.name ?? answers.name,
      address: answers.california
        ? [answers.california.street, `${answers.california.city}, CA ${answers.california.zip}`]
        : [],
      citation: cite(
        rightRule(item.regime, item.right, receivedOn)?.citation ?? item.regime,
        translator(locale, 'law'),
      ),
    },
    signer: signingKey(),
  });
  await transaction(async (tx) => {
    await keepStatement(tx, statementId, key, zip);
    const sha256 = createHash('sha256').update(zip).digest('hex');
    await handleIn(tx, row.id, { type: 'RecordStatement', statementId, sha256, sizeBytes: zip.byteLength }, WORKER);
  });
}

/** Takes up what nobody makes any more: its job is used up, or gone with a worker. */
export async function requeueStuckStatements(): Promise<void> {
  const waiting = await db().$queryRaw<{ id: string }[]>`
    select s."id" from "Statement" s join "CaseKey" k on k."caseId" = s."caseId"
    where s."madeAt" is null and k."wrappedKey" is not null
      and not exists (select 1 from graphile_worker.jobs j where j.key = 'statement:' || s."id" and (j.attempts < j.max_attempts or j.locked_at is not null))`;
  for (const { id } of waiting) await enqueueStatement(db(), id);
}
