import { makeErasurePlan } from '@/lib/features/erasure/mutations/plan';
import { erase } from '@/lib/features/erasure/mutations/carry-out';
import { caseOf, caseRow, keyOf } from '@/lib/features/case-file/data/case';
import { type ErasureFile, erasureFile } from '@/lib/features/case-file/data/erasure';
import { erasureOf } from '@/lib/domain/case/erasing';
import type { Case, ErasureWork } from '@/lib/domain/case/types';
import type { Locale } from '@/lib/domain/locale';
import { db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';
import { ALICE, BOB, must, verified } from '../requests/walk';

export const NEVER = new AbortController().signal;

/** An instance whose shop can be erased from. Its bills stand in a table, as Chinook has them; the second one is past its six years. */
export async function erasingInstance(env: Readonly<Record<string, string>> = {}): Promise<TestInstance> {
  const instance = await anInstance(env);
  const { sql, readOnlyUrl } = instance.shop;
  await sql.query('DROP VIEW invoice');
  await sql.query('ALTER TABLE bill RENAME TO invoice');
  await sql.query("UPDATE invoice SET invoice_date = '2012-05-05' WHERE invoice_id = 2");
  await sql.query('ALTER TABLE invoice_line ADD FOREIGN KEY (invoice_id) REFERENCES invoice');
  const writer = new URL(readOnlyUrl);
  writer.username = `${writer.username}_writer`;
  await sql.query(`CREATE ROLE ${writer.username} LOGIN PASSWORD '${writer.password}'`);
  await sql.query(`GRANT SELECT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${writer.username}`);
  await sql.query(`GRANT SELECT ON invoice TO ${new URL(readOnlyUrl).username}`);
  process.env.CHINOOK_DB_WRITE_URL = writer.href;
  return {
    ...instance,
    async stop() {
      delete process.env.CHINOOK_DB_WRITE_URL;
      await sql.query(`DROP OWNED BY ${writer.username}`);
      await sql.query(`DROP ROLE ${writer.username}`);
      await instance.stop();
    },
  };
}

export async function caseNow(caseId: string): Promise<Case> {
  return caseOf((await caseRow(caseId))!);
}

export const workNow = async (caseId: string): Promise<ErasureWork> => erasureOf(await caseNow(caseId))!;

export async function fileNow(caseId: string): Promise<ErasureFile> {
  const row = (await caseRow(caseId))!;
  return erasureFile(erasureOf(caseOf(row))!.id, keyOf(row));
}

const FACTS = 'All but what the law lets us keep goes.';

/** Grants every right of a case whose systems have been searched, and has a second person agree. */
export async function agreed(caseId: string): Promise<void> {
  for (const { id: rightItemId } of await db().rightItem.findMany({ where: { caseId } }))
    await must(caseId, {
      type: 'DecideRight',
      rightItemId,
      outcome: 'granted',
      grounds: [],
      facts: FACTS,
      despiteHidden: 'Every value of theirs is in it.',
    });
  await must(caseId, { type: 'ApproveDecision' }, BOB);
}

/** A case whose erasure one person granted and another one agreed to. */
export async function granted(email: string, locale: Locale = 'en'): Promise<string> {
  const { caseId } = await verified({ rights: ['GDPR:erasure'], email, locale, identifiers: {} });
  await agreed(caseId);
  return caseId;
}

/** Has one person ask for the plan, and the worker make it. @returns its id */
export async function planned(caseId: string): Promise<string> {
  const erasureId = newId();
  await must(caseId, { type: 'PlanErasure', erasureId }, ALICE);
  await makeErasurePlan(erasureId, NEVER);
  return erasureId;
}

/** Has a second person agree to the plan as it is. */
export async function approved(caseId: string, coolingOffDays = 0): Promise<void> {
  const { digest } = await workNow(caseId);
  await must(caseId, { type: 'ApproveErasure', digest: digest!, coolingOffDays, noticeId: newId() }, BOB);
}

/** The whole way to an erasure that may begin at once, and its first try. */
export async function carriedOut(caseId: string): Promise<string> {
  const erasureId = await planned(caseId);
  await approved(caseId);
  await erase(erasureId, NEVER);
  return erasureId;
}

/** The mails of a case, by what they are about. */
export async function mailsOf(caseId: string): Promise<string[]> {
  const rows = await db().notice.findMany({ where: { caseId }, orderBy: { createdAt: 'asc' }, select: { kind: true } });
  return rows.map(({ kind }) => kind);
}
