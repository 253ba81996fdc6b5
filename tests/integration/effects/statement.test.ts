import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPeople } from '@/lib/demo/people';
import { seedDemo } from '@/lib/demo/seed';
import { caseRow, keyOf } from '@/lib/features/case-file/data/case';
import { knownBy } from '@/lib/features/case-file/data/known-by';
import { keptLetters } from '@/lib/features/case-file/data/letters';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { effectPlan, supplementPlan } from '@/lib/features/cases/data/effect-plan';

import { mailDeliveryCode } from '@/lib/features/delivery/mutations';
import { carryOutInSystem } from '@/lib/features/effects/mutations/carry-out';
import { loadTelling } from '@/lib/features/recipients/loaders';
import { statusOf } from '@/lib/features/requester/data/status';
import { submitAlone } from '@/lib/features/requests/mutations';
import { controller } from '@/lib/platform/controllers/registry';
import { db } from '@/lib/platform/db/client';
import { newId } from '@/lib/platform/ids';
import { mailedToken } from '@/lib/platform/vault/mailed-token';
import { serverUrl } from '@/tests/support/database';
import { dropDemo } from '@/tests/support/demo-databases';
import { dayIn } from '@/tests/support/days';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';
import { answers, BOB, kindsOf, logOf, must } from '../requests/walk';

const PREFIX = 'statement_case';
const NEVER = new AbortController().signal;
const WORDS = 'Платих на 3 май.\n\nThe entry leaves it out; "paid" it is.';
const PERSON = demoPeople('callsapp').find(({ role }) => role === 'ordinary')!;

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

async function inSource<T>(sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new Client({ connectionString: env.CALLSAPP_ACCOUNTS_WRITE_URL });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as T[];
  } finally {
    await client.end();
  }
}

const statements = () =>
  inSource<{ id: string; said: string }>(
    'SELECT account_id AS id, own_statement AS said FROM accounts.account WHERE own_statement IS NOT NULL',
  );

/** A rectification with a statement, agreed to by two people. */
async function agreed(statement: string, email = PERSON.email) {
  const { caseId } = await submitAlone({
    controllerId: 'callsapp',
    answers: answers({
      rights: ['GDPR:rectification'],
      name: PERSON.name,
      email,
      identifiers: {},
      correction: { wrong: 'Nothing says that I paid.', right: '', statement },
    }),
    channel: 'form',
    receivedAt: new Date(),
  });
  await must(caseId, { type: 'ConfirmEmail', method: 'code' }, { kind: 'requester', id: caseId });
  await must(caseId, { type: 'AcceptIdentity', method: 'evidence' });
  const { id: rightItemId } = await db().rightItem.findFirstOrThrow({ where: { caseId } });
  await must(caseId, { type: 'DecideRight', rightItemId, outcome: 'granted', grounds: [], facts: '' });
  await must(caseId, { type: 'ApproveDecision' }, BOB);
  return { caseId, rightItemId };
}

/** Begins to keep it where the map says, with a correction beside it where one is given. */
async function begin(caseId: string, rightItemId: string, text: string, wrong: string | null = null) {
  const where = {
    dataMap: controller('callsapp').dataMap,
    identities: (await knownBy((await caseRow(caseId))!)).identities,
  };
  const correction = wrong === null ? null : { factId: 'name', wrong, right: 'Ana Nova', evidence: '' };
  const withIds = (planned: readonly { systemId: string; byPerson: boolean }[]) =>
    planned.map(({ systemId, byPerson }) => ({ id: newId(), systemId, byPerson }));
  await must(caseId, {
    type: 'StartEffects',
    rightItemId,
    tasks: withIds(effectPlan('rectification', correction, where)),
    facts: 'Your words are kept with your account.',
    confirmed: ['changed', 'recipientsTold'],
    correction,
    supplement: { text, tasks: withIds(supplementPlan('rectification', text, where)) },
  });
}

async function carryOut(caseId: string): Promise<void> {
  for (const { id } of await db().effect.findMany({ where: { caseId, byPerson: false } }))
    await carryOutInSystem(id, NEVER);
}

const status = (caseId: string) => statusOf(caseId as AuthorizedCaseId, new Date());
const isDone = async (rightItemId: string) =>
  (await db().rightItem.findUniqueOrThrow({ where: { id: rightItemId } })).carriedOutOn !== null;

describe('a statement to stand beside incomplete data', () => {
  let caseId: string;
  let rightItemId: string;
  beforeAll(async () => {
    ({ caseId, rightItemId } = await agreed(WORDS));
  });

  it('is written beside this person’s data alone, word for word, once the desk has taken it', async () => {
    expect(await statements()).toEqual([]);
    await begin(caseId, rightItemId, WORDS, PERSON.name);
    expect((await status(caseId)).statementsKept).toEqual([]);
    await carryOut(caseId);
    expect(await statements()).toEqual([{ id: String(PERSON.id), said: WORDS }]);
    expect(
      await inSource('SELECT display_name AS name FROM accounts.account WHERE account_id = $1', [PERSON.id]),
    ).toEqual([{ name: 'Ana Nova' }]);
    expect(await isDone(rightItemId)).toBe(true);
    expect((await logOf(caseId)).find(({ kind }) => kind === 'EffectsStarted')).toMatchObject({
      data: { fact: 'name', statement: { systems: ['accounts'], byPerson: [] } },
    });
    const effects = await db().effect.findMany({ where: { caseId, step: 'supplement' } });
    expect(effects.every(({ sealedStatement }) => !Buffer.from(sealedStatement!).includes('paid'))).toBe(true);
  });

  it('is shown to the person with where it stands, and once more in the letter, never in the mail', async () => {
    const { statementsKept, corrections } = await status(caseId);
    expect(statementsKept).toMatchObject([
      { text: WORDS, systems: [{ system: { en: expect.any(String) as string }, records: 1, left: 0 }], byHand: [] },
    ]);
    expect(corrections).toMatchObject([{ after: 'Ana Nova' }]);
    expect(await mailDeliveryCode(caseId, new Date())).toMatchObject({ ok: true });
    const letters = await keptLetters(caseId, keyOf((await caseRow(caseId))!));
    const parts = letters.flatMap(({ letter }) => letter.parts);
    expect(parts.find(({ id }) => id === 'details')).toMatchObject({ mailed: false });
    expect(parts.find(({ id }) => id === 'details')?.paragraphs.at(-1)).toBe(WORDS);
  });

  it('is told to the recipients of the data, in the words of the person', async () => {
    const owed = await db().recipientNotice.findFirstOrThrow({ where: { caseId, state: { not: null } } });
    expect(owed).toMatchObject({
      step: 'rectified',
      collections: expect.arrayContaining(['accounts.account']) as string[],
    });
    expect(await loadTelling(mailedToken('recipient', owed.id, owed.tokenHash)!)).toMatchObject({
      ok: true,
      value: { step: 'rectified', statements: [WORDS] },
    });
  });

  it('done again finds it as it should be', async () => {
    const again = await agreed(WORDS);
    await begin(again.caseId, again.rightItemId, WORDS);
    await carryOut(again.caseId);
    expect(await isDone(again.rightItemId)).toBe(true);
    expect(await db().effect.findFirst({ where: { caseId: again.caseId } })).toMatchObject({
      collections: [{ collectionId: 'accounts.account', found: 1, changed: 0, other: 0 }],
    });
  });

  it('never takes the place of an earlier one: that stays, and a person sees to it', async () => {
    const later = await agreed('Something else.');
    await begin(later.caseId, later.rightItemId, 'Something else.');
    await carryOut(later.caseId);
    expect(await statements()).toEqual([{ id: String(PERSON.id), said: WORDS }]);
    expect(await isDone(later.rightItemId)).toBe(false);
    expect(await caseRow(later.caseId)).toMatchObject({ nextStep: 'carryOut' });
    expect((await status(later.caseId)).statementsKept).toEqual([]);
    await must(later.caseId, {
      type: 'RecordCarriedOut',
      rightItemId: later.rightItemId,
      on: dayIn('Europe/Luxembourg'),
      systems: ['accounts'],
      facts: 'Kept beside the first one.',
      confirmed: ['changed', 'recipientsTold'],
    });
    expect((await status(later.caseId)).statementsKept).toMatchObject([
      { text: 'Something else.', byHand: [{ on: dayIn('Europe/Luxembourg') }] },
    ]);
  });
});

it('where no system can take it, it is a person’s to keep, and stands only once they say so', async () => {
  const address = process.env.CALLSAPP_ACCOUNTS_WRITE_URL!;
  const { caseId, rightItemId } = await agreed('By hand, please.', demoPeople('callsapp')[1]!.email);
  delete process.env.CALLSAPP_ACCOUNTS_WRITE_URL;
  try {
    await begin(caseId, rightItemId, 'By hand, please.');
  } finally {
    process.env.CALLSAPP_ACCOUNTS_WRITE_URL = address;
  }
  expect(await db().effect.findMany({ where: { caseId } })).toMatchObject([{ step: 'supplement', byPerson: true }]);
  expect(await kindsOf(caseId)).toContain('EffectsStarted');
  expect(await caseRow(caseId)).toMatchObject({ nextStep: 'carryOut' });
  expect((await status(caseId)).statementsKept).toEqual([]);
  await must(caseId, {
    type: 'RecordCarriedOut',
    rightItemId,
    on: dayIn('Europe/Luxembourg'),
    systems: ['accounts'],
    facts: 'We keep your words with your account.',
    confirmed: ['changed', 'recipientsTold'],
  });
  expect((await status(caseId)).statementsKept).toMatchObject([{ text: 'By hand, please.', systems: [] }]);
});
