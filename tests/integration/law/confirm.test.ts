import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { catalogue } from '@/lib/domain/law/catalogue';
import { fingerprintOf } from '@/lib/domain/law/fingerprint';
import { LAW } from '@/lib/domain/law/law';
import type { Law } from '@/lib/domain/law/types';
import { exportedLaw, loadLaw } from '@/lib/features/law/loaders';
import { confirmRules, withdrawConfirmation } from '@/lib/features/law/mutations';
import { db } from '@/lib/platform/db/client';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { aPerson, type Person } from '../staff/people';

const instance = instanceOfFile();
let dpo: Person;
beforeAll(async () => {
  dpo = await aPerson({ roles: ['dpo'], name: 'Claire Reuter' });
});

const TODAY = localDate('2026-11-22');
const COUNSEL = 'Dr Éva Œuvrard';

const asTicked = (...ids: string[]) =>
  ids.map((id) => {
    const entry = catalogue().find(({ rule }) => rule.id === id);
    if (!entry) throw new Error(`There is no rule ${id}`);
    return { id, fingerprint: fingerprintOf(entry.rule) };
  });

const given = (...ids: string[]) => ({
  rule: asTicked(...ids),
  counsel: COUNSEL,
  confirmedOn: TODAY,
  note: 'Compared with the Official Journal.',
});

const events = async (kind: string): Promise<{ data: { rule: string; confirmationId: string } }[]> =>
  (await db().auditEvent.findMany({ where: { kind }, orderBy: { position: 'asc' } })).map(
    ({ body }) => JSON.parse(body) as { data: { rule: string; confirmationId: string } },
  );

const viewOf = async (id: string, law: Law = LAW) => {
  const page = await loadLaw(dpo.staff, {}, new Date(), law);
  const view = page.regimes.flatMap(({ rules }) => rules).find(({ rule }) => rule.id === id);
  if (!view) throw new Error(`The page does not show ${id}`);
  return { page, view };
};

describe('confirming', () => {
  it('records several rules at once, in one transaction with their events, and the page counts them', async () => {
    const before = (await viewOf('GDPR-15')).page.figures;
    expect(await confirmRules(dpo.staffId, given('GDPR-15', 'GDPR-16'), TODAY)).toEqual({
      ok: true,
      value: { rules: 2 },
    });
    const { page, view } = await viewOf('GDPR-15');
    expect(view).toMatchObject({
      counsel: 'confirmed',
      confirmations: [{ counsel: COUNSEL, confirmedOn: '2026-11-22', note: 'Compared with the Official Journal.' }],
    });
    expect(page.figures).toEqual({ ...before, notConfirmed: before.notConfirmed - 2 });
    expect((await events('RuleConfirmed')).map(({ data }) => data.rule)).toEqual(['GDPR-15', 'GDPR-16']);
  });

  it('keeps the name of counsel out of the log and out of the file that leaves us', async () => {
    await confirmRules(dpo.staffId, given('GDPR-18'), TODAY);
    const log = await db().auditEvent.findMany({ select: { body: true } });
    expect(log.filter(({ body }) => body.includes('uvrard') || body.includes('Official Journal'))).toEqual([]);
    const exported = JSON.stringify(await exportedLaw(dpo.staff));
    expect(exported).not.toContain('uvrard');
    expect(exported).toContain('"state":"confirmed"');
  });

  it('says the same word once', async () => {
    await confirmRules(dpo.staffId, given('GDPR-20'), TODAY);
    expect(await confirmRules(dpo.staffId, given('GDPR-20', 'GDPR-20'), TODAY)).toEqual({
      ok: true,
      value: { rules: 0 },
    });
    expect(await confirmRules(dpo.staffId, { ...given('GDPR-20'), counsel: 'Somebody Else' }, TODAY)).toEqual({
      ok: true,
      value: { rules: 1 },
    });
    expect((await viewOf('GDPR-20')).view.confirmations).toHaveLength(2);
  });

  it('takes none of them when one reads otherwise by now, is unknown, or the day has not come', async () => {
    const before = await db().ruleConfirmation.count();
    const [one, other] = asTicked('GDPR-17', 'GDPR-7-3');
    const stale = { ...given(), rule: [one!, { ...other!, fingerprint: 'ab'.repeat(32) }] };
    expect(await confirmRules(dpo.staffId, stale, TODAY)).toMatchObject({ ok: false, reason: 'ruleChanged' });
    expect(
      await confirmRules(
        dpo.staffId,
        { ...given('GDPR-17'), rule: [one!, { id: 'NO-SUCH', fingerprint: one!.fingerprint }] },
        TODAY,
      ),
    ).toMatchObject({ ok: false, reason: 'ruleChanged' });
    expect(
      await confirmRules(dpo.staffId, { ...given('GDPR-17'), confirmedOn: localDate('2026-11-23') }, TODAY),
    ).toMatchObject({ ok: false, reason: 'dayToCome' });
    expect(await db().ruleConfirmation.count()).toBe(before);
  });
});

describe('a rule that changes after it was confirmed', () => {
  const reworded: Law = LAW.map((regime) => ({
    ...regime,
    rights: regime.rights.map((rule) => (rule.id === 'GDPR-22' ? { ...rule, text: 'Another wording.' } : rule)),
  }));
  const readAgain: Law = LAW.map((regime) => ({
    ...regime,
    rights: regime.rights.map((rule) =>
      rule.id === 'GDPR-22' ? { ...rule, verified: 'secondary', reviewedOn: localDate('2027-05-01') } : rule,
    ),
  }));

  it('is confirmed in an earlier wording only, and counsel’s word is still shown', async () => {
    await confirmRules(dpo.staffId, given('GDPR-22'), TODAY);
    expect((await viewOf('GDPR-22')).view.counsel).toBe('confirmed');
    const { page, view } = await viewOf('GDPR-22', reworded);
    expect(view).toMatchObject({ counsel: 'earlierWording', confirmations: [{ counsel: COUNSEL }] });
    expect(page.figures.earlierWording).toBe(1);
  });

  it('stays confirmed when it was only read again', async () => {
    expect((await viewOf('GDPR-22', readAgain)).view.counsel).toBe('confirmed');
  });

  it('cannot be confirmed in its old wording', async () => {
    expect(await confirmRules(dpo.staffId, given('GDPR-22'), TODAY, new Date(), reworded)).toMatchObject({
      ok: false,
      reason: 'ruleChanged',
    });
  });
});

describe('withdrawing', () => {
  it('takes the word back once, keeps the row and says so in the log', async () => {
    await confirmRules(dpo.staffId, given('UK-15'), TODAY);
    const [standing] = (await viewOf('UK-15')).view.confirmations;
    expect(await withdrawConfirmation(dpo.staffId, standing!.id)).toEqual({ ok: true, value: null });
    expect(await withdrawConfirmation(dpo.staffId, standing!.id)).toMatchObject({ ok: false, reason: 'notStanding' });
    expect(await withdrawConfirmation(dpo.staffId, randomUUID())).toMatchObject({ ok: false, reason: 'notStanding' });
    expect((await viewOf('UK-15')).view).toMatchObject({ counsel: 'unconfirmed', confirmations: [] });
    expect((await events('RuleConfirmationWithdrawn')).map(({ data }) => data)).toMatchObject([
      { rule: 'UK-15', confirmationId: standing!.id },
    ]);
    expect(await db().ruleConfirmation.findUnique({ where: { id: standing!.id } })).toMatchObject({
      counsel: COUNSEL,
      withdrawnById: dpo.staffId,
    });
  });

  it('is the only change that the database takes', async () => {
    await confirmRules(dpo.staffId, given('UK-16'), TODAY);
    const id = (await viewOf('UK-16')).view.confirmations[0]!.id;
    for (const sql of [
      `UPDATE "RuleConfirmation" SET "counsel" = 'Forged' WHERE "id" = $1`,
      `UPDATE "RuleConfirmation" SET "withdrawnAt" = now(), "fingerprint" = 'x' WHERE "id" = $1`,
      `DELETE FROM "RuleConfirmation" WHERE "id" = $1`,
    ]) {
      await expect(instance.sql.query(sql, [id])).rejects.toThrow('A confirmation can only be withdrawn');
    }
    await withdrawConfirmation(dpo.staffId, id);
    await expect(
      instance.sql.query('UPDATE "RuleConfirmation" SET "withdrawnAt" = NULL WHERE "id" = $1', [id]),
    ).rejects.toThrow('A confirmation can only be withdrawn');
  });
});

describe('reading', () => {
  it('is logged once for a while, and each download each time', async () => {
    const reader = await aPerson({ roles: ['dpo'] });
    await loadLaw(reader.staff, {});
    await loadLaw(reader.staff, { q: 'Art. 15' });
    await exportedLaw(reader.staff);
    await exportedLaw(reader.staff);
    const read = await db().auditEvent.findMany({
      where: { kind: 'ReportRead', actorId: reader.staffId },
      orderBy: { position: 'asc' },
    });
    expect(read.map(({ body }) => (JSON.parse(body) as { data: unknown }).data)).toEqual([
      { report: 'law' },
      { report: 'law.json' },
      { report: 'law.json' },
    ]);
  });

  it('shows what the filters leave, and figures of the whole', async () => {
    const page = await loadLaw(dpo.staff, { regime: 'CA_DELETE_ACT', kind: 'clock' }, new Date('2027-06-01T12:00:00Z'));
    expect(page.regimes.map(({ id, rules }) => [id, rules.map(({ rule, force }) => [rule.id, force])])).toEqual([
      [
        'CA_DELETE_ACT',
        [
          ['DROP-86-45', 'noLonger'],
          ['DROP-86-30', 'inForce'],
        ],
      ],
    ]);
    expect(page.figures.rules).toBe(catalogue().length);
    expect(Object.values(page.figures.byTag).reduce((sum, n) => sum + n, 0)).toBe(catalogue().length);
  });

  it('exports every rule, whole, with its fingerprint', async () => {
    const { rules } = (await exportedLaw(dpo.staff)) as {
      rules: { id: string; fingerprint: string; text: string; source: { title: string } }[];
    };
    expect(rules.map(({ id, fingerprint }) => [id, fingerprint])).toEqual(
      catalogue().map(({ rule }) => [rule.id, fingerprintOf(rule)]),
    );
    expect(rules.every(({ text, source }) => text.length > 0 && source.title.length > 0)).toBe(true);
  });
});
