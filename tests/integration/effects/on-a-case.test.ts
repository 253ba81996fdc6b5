import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { progressOf } from '@/lib/domain/case/progress';
import { demoPeople } from '@/lib/demo/people';
import { seedDemo } from '@/lib/demo/seed';
import { calendarsInForce } from '@/lib/features/case-file/data/calendars';
import { caseOf, caseRow, rulesOf } from '@/lib/features/case-file/data/case';
import { knownBy } from '@/lib/features/case-file/data/known-by';
import { effectPlan } from '@/lib/features/cases/data/effect-plan';
import { mailDeliveryCode } from '@/lib/features/delivery/mutations';
import { carryOutInSystem } from '@/lib/features/effects/mutations/carry-out';
import { statusOf } from '@/lib/features/requester/data/status';
import { submitAlone } from '@/lib/features/requests/mutations';
import { controller } from '@/lib/platform/controllers/registry';
import { db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';
import { serverUrl } from '@/tests/support/database';
import { dropDemo } from '@/tests/support/demo-databases';
import { answers, BOB, kindsOf, must } from '../requests/walk';

const PREFIX = 'effects_case';
const NEVER = new AbortController().signal;

let instance: TestInstance;
let env: Record<string, string>;
beforeAll(async () => {
  ({ env } = await seedDemo({ adminUrl: serverUrl(), readerPassword: 'r', prefix: PREFIX, bigRecords: 100 }));
  instance = await anInstance({
    ...env,
    CONTROLLERS_DIR: path.join(import.meta.dirname, '..', '..', '..', 'controllers'),
  });
}, 180_000);
afterAll(async () => {
  await instance.stop();
  await dropDemo(PREFIX);
});

const PERSON = demoPeople('callsapp').find(({ role }) => role === 'ordinary')!;

async function progressIn(caseId: string): Promise<Record<string, string>> {
  const row = (await caseRow(caseId))!;
  const [current, rules] = [caseOf(row), rulesOf(row, await calendarsInForce())];
  return Object.fromEntries(current.rights.map((item) => [item.right, progressOf(item, current, rules)]));
}

const rightId = async (caseId: string, right: string): Promise<string> =>
  (await db().rightItem.findFirstOrThrow({ where: { caseId, right } })).id;

it('stops marketing the same day, read back in every channel, while the copy has not been searched for', async () => {
  const { caseId } = await submitAlone({
    controllerId: 'callsapp',
    answers: answers({
      rights: ['GDPR:access', 'GDPR:objection_marketing'],
      name: PERSON.name,
      email: PERSON.email,
      identifiers: { phone: PERSON.phone },
    }),
    channel: 'form',
    receivedAt: new Date(),
  });
  await must(caseId, { type: 'ConfirmEmail', method: 'code' }, { kind: 'requester', id: caseId });
  await must(caseId, { type: 'AcceptIdentity', method: 'evidence' });
  const marketing = await rightId(caseId, 'objection_marketing');
  const row = (await caseRow(caseId))!;
  const { dataMap } = controller('callsapp');
  const { identities } = await knownBy(row);
  const plan = effectPlan('objection_marketing', null, { dataMap, identities });
  expect(plan.every(({ byPerson }) => !byPerson)).toBe(true);
  await must(caseId, {
    type: 'StartEffects',
    rightItemId: marketing,
    tasks: plan.map(({ systemId, byPerson }) => ({ id: newId(), systemId, byPerson })),
    facts: '',
    confirmed: [],
    correction: null,
    supplement: null,
  });
  const effects = await db().effect.findMany({ where: { caseId } });
  for (const [index, { id }] of effects.entries()) {
    // Nothing counts as stopped before the last system has confirmed it.
    expect((await db().rightItem.findUniqueOrThrow({ where: { id: marketing } })).stoppedAt).toBeNull();
    await carryOutInSystem(id, NEVER);
    if (index === 0) await carryOutInSystem(id, NEVER);
  }
  expect((await db().rightItem.findUniqueOrThrow({ where: { id: marketing } })).stoppedAt).not.toBeNull();
  expect((await kindsOf(caseId)).filter((kind) => kind === 'EffectConfirmed')).toHaveLength(plan.length);
  const source = new Client({ connectionString: env.CALLSAPP_ACCOUNTS_URL });
  await source.connect();
  expect(
    (await source.query('SELECT news_allowed FROM accounts.account WHERE account_id = $1', [PERSON.id])).rows,
  ).toEqual([{ news_allowed: false }]);
  await source.end();
  await must(caseId, {
    type: 'DecideRight',
    rightItemId: marketing,
    outcome: 'granted',
    grounds: [],
    facts: '',
    confirmed: ['stopped'],
  });
  await must(caseId, { type: 'ApproveDecision', rightItemIds: [marketing] }, BOB);
  expect(await progressIn(caseId)).toEqual({ access: 'proved', objection_marketing: 'done' });
  await db().notice.updateMany({ where: { caseId, rights: { has: marketing } }, data: { state: 'sent' } });
  expect(await progressIn(caseId)).toEqual({ access: 'proved', objection_marketing: 'told' });
  expect((await caseRow(caseId))!.state).toBe('verified');
});

it('a system that refuses is named to the desk, and nothing is stopped', async () => {
  const { caseId } = await submitAlone({
    controllerId: 'callsapp',
    answers: answers({ rights: ['GDPR:objection_marketing'], name: PERSON.name, email: PERSON.email, identifiers: {} }),
    channel: 'form',
    receivedAt: new Date(),
  });
  const marketing = await rightId(caseId, 'objection_marketing');
  await must(caseId, {
    type: 'StartEffects',
    rightItemId: marketing,
    tasks: [{ id: newId(), systemId: 'accounts', byPerson: false }],
    facts: '',
    confirmed: [],
    correction: null,
    supplement: null,
  });
  const { id } = await db().effect.findFirstOrThrow({ where: { caseId } });
  const address = process.env.CALLSAPP_ACCOUNTS_WRITE_URL!;
  // The login that may only read stands for one whose rights were taken away.
  process.env.CALLSAPP_ACCOUNTS_WRITE_URL = env.CALLSAPP_ACCOUNTS_URL!;
  try {
    await carryOutInSystem(id, NEVER);
  } finally {
    process.env.CALLSAPP_ACCOUNTS_WRITE_URL = address;
  }
  expect(await db().effect.findUnique({ where: { id } })).toMatchObject({ state: 'failed', failure: 'denied' });
  expect(await caseRow(caseId)).toMatchObject({ nextStep: 'retryEffect' });
  await must(caseId, { type: 'RetryEffect', effectId: id });
  await carryOutInSystem(id, NEVER);
  expect((await db().rightItem.findUniqueOrThrow({ where: { id: marketing } })).stoppedAt).not.toBeNull();
});

it('shows the person each value before and after, with every system that says so, behind a fresh code', async () => {
  const { caseId } = await submitAlone({
    controllerId: 'callsapp',
    answers: answers({
      rights: ['GDPR:rectification'],
      name: PERSON.name,
      email: PERSON.email,
      identifiers: { phone: PERSON.phone },
      correction: { wrong: `I am not ${PERSON.name}`, right: 'Ana Nova' },
    }),
    channel: 'form',
    receivedAt: new Date(),
  });
  await must(caseId, { type: 'ConfirmEmail', method: 'code' }, { kind: 'requester', id: caseId });
  await must(caseId, { type: 'AcceptIdentity', method: 'evidence' });
  const item = await rightId(caseId, 'rectification');
  await must(caseId, { type: 'DecideRight', rightItemId: item, outcome: 'granted', grounds: [], facts: '' });
  await must(caseId, { type: 'ApproveDecision' }, BOB);
  const correction = { factId: 'name', wrong: PERSON.name, right: 'Ana Nova', evidence: 'A letter.' };
  const { identities } = await knownBy((await caseRow(caseId))!);
  const plan = effectPlan('rectification', correction, { dataMap: controller('callsapp').dataMap, identities });
  await must(caseId, {
    type: 'StartEffects',
    rightItemId: item,
    tasks: plan.map(({ systemId, byPerson }) => ({ id: newId(), systemId, byPerson })),
    facts: 'Your name is corrected.',
    confirmed: ['changed', 'recipientsTold'],
    correction,
    supplement: null,
  });
  // Before a system has confirmed it there is nothing to show, nor a code for it.
  expect((await statusOf(caseId as never, new Date())).corrections).toMatchObject([{ systems: [] }]);
  expect(await mailDeliveryCode(caseId, new Date())).toMatchObject({ reason: 'nothingReady' });
  for (const { id } of await db().effect.findMany({ where: { caseId, byPerson: false } }))
    await carryOutInSystem(id, NEVER);
  const [shown] = (await statusOf(caseId as never, new Date())).corrections;
  expect(shown).toMatchObject({ before: PERSON.name, after: 'Ana Nova' });
  expect(shown?.systems.map(({ system }) => system.en)).toContain(
    controller('callsapp').dataMap.systems.find(({ id }) => id === plan[0]?.systemId)?.name.en,
  );
  expect(shown?.systems.reduce((sum, { records }) => sum + records, 0)).toBeGreaterThan(0);
  expect(await mailDeliveryCode(caseId, new Date())).toMatchObject({ ok: true });
  const source = new Client({ connectionString: env.CALLSAPP_ACCOUNTS_URL });
  await source.connect();
  const { rows } = await source.query('SELECT * FROM accounts.account WHERE account_id = $1', [PERSON.id]);
  expect(Object.values(rows[0] as object)).toContain('Ana Nova');
  await source.end();
});
