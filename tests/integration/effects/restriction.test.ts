import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoPeople } from '@/lib/demo/people';
import { seedDemo } from '@/lib/demo/seed';
import { addDays, localDateOf } from '@/lib/domain/calendar/local-date';
import { calendarsInForce } from '@/lib/features/case-file/data/calendars';
import { caseOf, caseRow, rulesOf } from '@/lib/features/case-file/data/case';
import { knownBy } from '@/lib/features/case-file/data/known-by';
import { effectPlan } from '@/lib/features/cases/data/effect-plan';
import { loadNoticeLook } from '@/lib/features/cases/loaders/notice-look';
import { restrictionView } from '@/lib/features/cases/data/restriction';
import { handle } from '@/lib/features/cases/mutations/handle';
import { beginLiftings } from '@/lib/features/effects/mutations/begin-liftings';
import { carryOutInSystem } from '@/lib/features/effects/mutations/carry-out';
import { sendNotice } from '@/lib/features/mail/mutations/send';
import { statusOf } from '@/lib/features/requester/data/status';
import { submitAlone } from '@/lib/features/requests/mutations';
import { restrictedCases } from '@/lib/features/restrictions/data';
import { controller } from '@/lib/platform/controllers/registry';
import { db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';
import { serverUrl } from '@/tests/support/database';
import { dropDemo } from '@/tests/support/demo-databases';
import { mailServer, type MailServer } from '@/tests/support/mail-server';
import { ALICE, answers, BOB, kindsOf, must } from '../requests/walk';

const PREFIX = 'restriction';
const NEVER = new AbortController().signal;
const DAY = 86_400_000;

let instance: TestInstance;
let server: MailServer;
let env: Record<string, string>;
let caseId: string;
beforeAll(async () => {
  ({ env } = await seedDemo({ adminUrl: serverUrl(), readerPassword: 'r', prefix: PREFIX, bigRecords: 100 }));
  server = await mailServer();
  instance = await anInstance({
    ...env,
    SMTP_URL: server.url,
    CONTROLLERS_DIR: path.join(import.meta.dirname, '..', '..', '..', 'controllers'),
  });
  caseId = await restrictedCase();
}, 180_000);
afterAll(async () => {
  await server.stop();
  await instance.stop();
  await dropDemo(PREFIX);
});

const PERSON = demoPeople('callsapp').find(({ role }) => role === 'ordinary')!;

/** When the account of this person says that it was restricted; null where it does not. */
async function restrictedAt(): Promise<Date | null> {
  const source = new Client({ connectionString: env.CALLSAPP_ACCOUNTS_URL });
  await source.connect();
  const { rows } = await source.query<{ restricted_at: Date | null }>(
    'SELECT restricted_at FROM accounts.account WHERE account_id = $1',
    [PERSON.id],
  );
  await source.end();
  return rows[0]!.restricted_at;
}

/** A case whose systems hold the restriction: the worker wrote it and read it back. */
async function restrictedCase(): Promise<string> {
  const submitted = await submitAlone({
    controllerId: 'callsapp',
    answers: answers({
      rights: ['GDPR:restriction'],
      name: PERSON.name,
      email: PERSON.email,
      locale: 'de',
      identifiers: { phone: PERSON.phone },
      restriction: { ground: 'accuracy', which: '' },
    }),
    channel: 'form',
    receivedAt: new Date(),
  });
  const id = submitted.caseId;
  await must(id, { type: 'ConfirmEmail', method: 'code' }, { kind: 'requester', id });
  await must(id, { type: 'AcceptIdentity', method: 'evidence' });
  const item = (await db().rightItem.findFirstOrThrow({ where: { caseId: id } })).id;
  await must(id, { type: 'DecideRight', rightItemId: item, outcome: 'granted', grounds: [], facts: '' });
  await must(id, { type: 'ApproveDecision' }, BOB);
  const { identities } = await knownBy((await caseRow(id))!);
  const plan = effectPlan('restriction', null, { dataMap: controller('callsapp').dataMap, identities });
  await must(id, {
    type: 'StartEffects',
    rightItemId: item,
    tasks: plan.map(({ systemId, byPerson }) => ({ id: newId(), systemId, byPerson })),
    facts: 'Ihre Daten werden nur noch gespeichert.',
    confirmed: ['restricted', 'beforeLifting', 'recipientsTold'],
    correction: null,
    supplement: null,
  });
  for (const effect of await db().effect.findMany({ where: { caseId: id, byPerson: false } }))
    await carryOutInSystem(effect.id, NEVER);
  return id;
}

const viewNow = async () => {
  const row = (await caseRow(caseId))!;
  return restrictionView(row, caseOf(row), rulesOf(row, await calendarsInForce()))!;
};

const toldNow = async () => (await statusOf(caseId as never, new Date())).rights[0]?.restriction;

const liftIn = (days: number) =>
  ({
    type: 'AnnounceLifting',
    liftingId: newId(),
    noticeId: newId(),
    why: 'accuracySettled',
    liftOn: addDays(localDateOf(new Date().toISOString(), 'Europe/Luxembourg'), days),
    facts: 'Wir haben die Angaben geprüft: Sie sind richtig.',
  }) as const;

it('is in force once the system has said it back, on the ground that the person named, and is in the registry', async () => {
  expect(await restrictedAt()).not.toBeNull();
  expect(await viewNow()).toMatchObject({ standing: 'inForce', ground: 'accuracy', lifting: null, lifts: [] });
  expect((await viewNow()).places.some(({ collections }) => collections.length > 0)).toBe(true);
  expect(await toldNow()).toMatchObject({ standing: 'inForce' });
  expect((await restrictedCases(['callsapp'], false, 1)).ids).toContain(caseId);
  expect((await restrictedCases(['sessia'], false, 1)).ids).toEqual([]);
  expect((await restrictedCases([], true, 1)).ids).toEqual([]);
});

it('stays when its lifting is called off, and the person is told so', async () => {
  await must(caseId, liftIn(2));
  await must(caseId, { type: 'CancelLifting' });
  await beginLiftings(new Date(Date.now() + 30 * DAY));
  expect(await viewNow()).toMatchObject({ standing: 'inForce' });
  expect(await db().notice.count({ where: { caseId, kind: 'liftingCancelled' } })).toBe(1);
});

it('is lifted only after the person was told in their language, and then when the system says it back', async () => {
  const announce = liftIn(3);
  const look = await loadNoticeLook(caseId as never, { about: 'lifting', ...announce });
  await must(caseId, announce);
  // Nothing was told yet, so nothing is lifted, however late it is, and the page of the person says nothing of it.
  await beginLiftings(new Date(Date.now() + 30 * DAY));
  expect(await viewNow()).toMatchObject({ standing: 'announced', lifting: { toldOn: null, from: null } });
  expect(await toldNow()).toMatchObject({ standing: 'inForce' });
  const before = (await statusOf(caseId as never, new Date())).letters.filter(
    ({ letter }) => letter.kind === 'lifting',
  );
  expect(before.map(({ id }) => id)).not.toContain(announce.noticeId);
  await sendNotice(announce.noticeId, { attempt: 1, last: 25 }, new Date());
  const { letters } = await statusOf(caseId as never, new Date());
  const letter = letters.find(({ id }) => id === announce.noticeId)!.letter;
  // What was looked at before is what was sent.
  expect(letter).toEqual(look?.letter);
  expect(letter).toMatchObject({ kind: 'lifting', locale: 'de', template: 'lifting-1' });
  expect(letter.parts.map(({ id }) => id)).toEqual(['greeting', 'said', 'words', 'remedies', 'closing']);
  expect(await toldNow()).toMatchObject({ standing: 'announced', on: announce.liftOn });
  // Told, and its day has not come.
  await beginLiftings(new Date(Date.now() + DAY));
  expect(await viewNow()).toMatchObject({ standing: 'announced' });
  expect(await restrictedAt()).not.toBeNull();
  await beginLiftings(new Date(Date.now() + 3 * DAY));
  expect(await viewNow()).toMatchObject({ standing: 'lifting' });
  expect(await toldNow()).toMatchObject({ standing: 'lifting' });
  expect(await restrictedAt()).not.toBeNull();
  const lifts = await db().effect.findMany({ where: { caseId, step: 'lift' } });
  for (const { id, byPerson } of lifts)
    await (byPerson ? must(caseId, { type: 'RecordLifted', effectId: id }) : carryOutInSystem(id, NEVER));
  expect(await restrictedAt()).toBeNull();
  expect(await viewNow()).toMatchObject({ standing: 'lifted' });
  expect(await toldNow()).toMatchObject({ standing: 'lifted' });
  expect((await kindsOf(caseId)).filter((kind) => /^(Lift|RestrictionLifted)/.test(kind))).toEqual([
    'LiftingAnnounced',
    'LiftingCancelled',
    'LiftingAnnounced',
    'LiftingStarted',
    'RestrictionLifted',
  ]);
  expect((await restrictedCases([], true, 1)).ids).toEqual([caseId]);
  expect((await restrictedCases([], false, 1)).ids).toEqual([]);
  expect(await handle(caseId, liftIn(2), ALICE)).toMatchObject({ ok: false, reason: 'alreadyDone' });
});

it('owes its end to whoever was told of it', async () => {
  const steps = await db().recipientNotice.groupBy({ by: ['step'], where: { caseId }, _count: true });
  const count = (step: string) => steps.find((one) => one.step === step)?._count ?? 0;
  expect(count('restricted')).toBeGreaterThan(0);
  expect(count('lifted')).toBe(
    await db().recipientNotice.count({ where: { caseId, step: 'restricted', excusedFor: null } }),
  );
});
