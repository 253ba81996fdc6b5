import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SubmittedAnswers } from '@/lib/domain/intake/schema';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { caseRow } from '@/lib/features/case-file/data/case';
import { handle } from '@/lib/features/cases/mutations/handle';
import { readRecords } from '@/lib/features/collection/data/records';
import { accountMatch } from '@/lib/features/cases/data/account-match';
import { knownBy } from '@/lib/features/case-file/data/known-by';
import { collectFromSystem } from '@/lib/features/collection/mutations/collect';
import { startCollection } from '@/lib/features/cases/mutations/start-collection';
import { db } from '@/lib/platform/db/client';
import { instanceOfFile, HEAVY } from '@/tests/support/demo-controllers';
import { ALICE, collecting, kindsOf, logOf, must, submit, verified, taskOf } from '../requests/walk';

const instance = instanceOfFile();
beforeEach(() => {
  process.env.CHINOOK_DB_URL = instance.shop.readOnlyUrl;
});

const never = new AbortController().signal;

/** What the shop answered. */
const resultsOf = async (caseId: string) =>
  Object.fromEntries(
    (await db().sourceResult.findMany({ where: { caseId, collectionId: { startsWith: 'shop.' } } })).map(
      ({ collectionId, result, records, reason }) => [
        collectionId.replace('shop.', ''),
        reason ?? `${result} ${records}`,
      ],
    ),
  );

const taskRow = (taskId: string) => db().collectionTask.findUniqueOrThrow({ where: { id: taskId } });

describe('collecting from a source', () => {
  it('keeps what each collection holds about the person and ends the collection', async () => {
    const { caseId, taskId } = await collecting();
    await collectFromSystem(taskId, never);
    expect(await resultsOf(caseId)).toEqual({
      customer: 'found 1',
      employee: 'found 1',
      invoice: 'found 2',
      invoice_line: 'found 3',
      track: 'found 2',
    });
    expect(await readRecords(caseId, 'shop.customer', 0, 10)).toMatchObject([
      { recordNo: 0, record: { customer_id: 1, last_name: 'Gonçalves' } },
    ]);
    expect((await readRecords(caseId, 'shop.invoice', 0, 10)).map(({ record }) => record.total)).toEqual([
      '3.98',
      '0.99',
    ]);
    expect(await taskRow(taskId)).toMatchObject({ state: 'answered', records: 9, attempts: 1, failure: null });
    expect(await caseRow(caseId)).toMatchObject({ state: 'reviewing', nextStep: 'decide' });
    expect((await logOf(caseId)).slice(-2)).toMatchObject([
      { kind: 'SourceAnswered', data: { system: 'shop', result: 'found' } },
      { kind: 'CollectionFinished', data: { systems: 2, records: 13 } },
    ]);
  });

  it('says "nothing" where nothing is, and that is an answer too', async () => {
    const { caseId, taskId } = await collecting({ email: 'stranger@example.com' });
    await collectFromSystem(taskId, never);
    expect(new Set(Object.values(await resultsOf(caseId)))).toEqual(new Set(['nothing 0']));
    expect((await logOf(caseId)).at(-2)).toMatchObject({
      kind: 'SourceAnswered',
      data: { result: 'nothing', collections: [] },
    });
    expect((await caseRow(caseId))?.state).toBe('reviewing');
  });

  it('leaves a task that has answered alone', async () => {
    const { caseId, taskId } = await collecting();
    await collectFromSystem(taskId, never);
    const before = await kindsOf(caseId);
    await collectFromSystem(taskId, never);
    expect(await kindsOf(caseId)).toEqual(before);
  });

  it('starts once, and asks each system of the data map and this portal', async () => {
    const { caseId } = await verified();
    const starts = await Promise.all([
      startCollection(caseId as AuthorizedCaseId, ALICE),
      startCollection(caseId as AuthorizedCaseId, ALICE),
    ]);
    expect(starts.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await db().collectionTask.count({ where: { caseId } })).toBe(2);
    expect((await logOf(caseId)).at(-1)).toMatchObject({
      kind: 'CollectionStarted',
      data: { systems: ['shop', 'portal'], dataMapDigest: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
    });
  });
});

describe('a source that is down', () => {
  const away = (url: string, change: (url: URL) => URL): string => change(new URL(url)).href;

  it.each([
    ['does not answer', 'unreachable', (url: URL) => Object.assign(url, { port: '1' })],
    ['refuses the login', 'denied', (url: URL) => Object.assign(url, { password: 'wrong' })],
    ['is not there', 'unreachable', (url: URL) => Object.assign(url, { pathname: '/gone' })],
  ] as const)('that %s leaves the case open with the system named', async (_, reason, change) => {
    const { caseId, taskId } = await collecting();
    process.env.CHINOOK_DB_URL = away(instance.shop.readOnlyUrl, change);
    const asked = collectFromSystem(taskId, never);
    // What may pass by itself is asked again by the queue; a wrong login waits for a person.
    if (reason === 'unreachable') await expect(asked).rejects.toThrow('shop: unreachable');
    else await asked;
    expect(await taskRow(taskId)).toMatchObject({ state: 'failed', failure: reason, attempts: 1 });
    expect(await caseRow(caseId)).toMatchObject({ state: 'collecting', nextStep: 'retrySource' });
    expect((await logOf(caseId)).at(-1)).toMatchObject({
      kind: 'SourceFailed',
      data: { system: 'shop', reason, attempt: 1 },
    });
    expect(JSON.stringify(await logOf(caseId))).not.toMatch(/wrong|shop_reader/);
  });

  it('answers when it is asked again', async () => {
    const { caseId, taskId } = await collecting();
    process.env.CHINOOK_DB_URL = '';
    await collectFromSystem(taskId, never);
    expect(await taskRow(taskId)).toMatchObject({ state: 'failed', failure: 'notConfigured' });
    process.env.CHINOOK_DB_URL = instance.shop.readOnlyUrl;
    await must(caseId, { type: 'RetrySource', systemId: 'shop' });
    expect(await taskRow(taskId)).toMatchObject({ state: 'waiting', failure: null });
    const { rows } = await instance.sql.query('SELECT 1 FROM graphile_worker.jobs WHERE key = $1', [
      `collect:${taskId}`,
    ]);
    expect(rows).toHaveLength(1);
    await collectFromSystem(taskId, never);
    expect(await taskRow(taskId)).toMatchObject({ state: 'answered', attempts: 2 });
    expect((await kindsOf(caseId)).slice(-4)).toEqual([
      'SourceFailed',
      'SourceRetried',
      'SourceAnswered',
      'CollectionFinished',
    ]);
  });

  it('in the middle of its answer repeats and loses nothing when it goes on', async () => {
    const { caseId, taskId } = await collecting({ email: 'heavy@example.com' });
    const openGate = await instance.shop.closeGate();
    const stop = new AbortController();
    const interrupted = collectFromSystem(taskId, stop.signal).catch((error: Error) => error.message);
    await expect.poll(() => db().collectedPart.count({ where: { taskId } }), { timeout: 30_000 }).toBeGreaterThan(2);
    stop.abort();
    expect(await interrupted).toBe('shop: interrupted');
    expect(await taskRow(taskId)).toMatchObject({ state: 'failed', failure: 'interrupted' });
    expect(await resultsOf(caseId)).toEqual({});
    await openGate();
    await collectFromSystem(taskId, never);
    expect((await resultsOf(caseId)).invoice).toBe(`found ${HEAVY.bills}`);
    const ids = (await readRecords(caseId, 'shop.invoice', 0, HEAVY.bills + 1)).map(({ record }) => record.invoice_id);
    expect(new Set(ids).size).toBe(HEAVY.bills);
    expect(ids).toHaveLength(HEAVY.bills);
    expect(await taskRow(taskId)).toMatchObject({ state: 'answered', records: HEAVY.bills + 1 });
  });

  it('because of a fault of our own can be asked again too', async () => {
    const { caseId } = await verified();
    await startCollection(caseId as AuthorizedCaseId, ALICE);
    const taskId = await taskOf(caseId, 'shop');
    // A file where the case's folder should be: what a full or broken disk looks like from here.
    await mkdir(`${instance.blobDir}/cases`, { recursive: true });
    await writeFile(`${instance.blobDir}/cases/${caseId}`, '');
    await expect(collectFromSystem(taskId, never)).rejects.toThrow(/ENOTDIR|EEXIST/);
    expect(await taskRow(taskId)).toMatchObject({ state: 'failed', failure: 'interrupted' });
    await rm(`${instance.blobDir}/cases/${caseId}`);
    for (const systemId of ['shop', 'portal']) await collectFromSystem(await taskOf(caseId, systemId), never);
    expect(await caseRow(caseId)).toMatchObject({ state: 'reviewing' });
  });
});

describe('how it was looked for', () => {
  const soughtIn = async (caseId: string) =>
    Object.fromEntries(
      (await db().sourceResult.findMany({ where: { caseId } })).map(({ collectionId, sought }) => [
        collectionId.replace('shop.', ''),
        sought,
      ]),
    );

  it('is kept with what each collection answered: kinds and forms, and what was not confirmed', async () => {
    const { caseId, taskId } = await collecting();
    await collectFromSystem(taskId, never);
    const sought = await soughtIn(caseId);
    expect(sought.customer).toEqual({
      by: [{ kind: 'email', form: 'lowerUnicode' }],
      through: [],
      notBy: [{ kind: 'phone', reason: 'notConfirmed' }],
    });
    expect(sought.invoice).toEqual({
      by: [],
      through: ['shop.customer'],
      notBy: [{ kind: 'phone', reason: 'notConfirmed' }],
    });
    expect(JSON.stringify(sought)).not.toMatch(/luis|3923/);
  });

  it('names a number that the desk has let count in the form in which it was compared', async () => {
    const { caseId } = await submit();
    await must(caseId, { type: 'ConfirmEmail', method: 'code' });
    await must(caseId, { type: 'AcceptIdentity', method: 'knownToDesk' });
    await startCollection(caseId as AuthorizedCaseId, ALICE);
    await collectFromSystem(await taskOf(caseId, 'shop'), never);
    expect((await soughtIn(caseId)).customer).toEqual({
      by: [
        { kind: 'phone', form: 'phoneInternational' },
        { kind: 'email', form: 'lowerUnicode' },
      ],
      through: [],
      notBy: [],
    });
  });
});

describe('what a person is searched by', () => {
  it('is the confirmed address alone, until the desk has established more', async () => {
    const { caseId } = await verified();
    expect((await knownBy((await caseRow(caseId))!)).identities).toEqual({ email: ['luis@example.com'] });
    const known = await submit();
    await must(known.caseId, { type: 'ConfirmEmail', method: 'code' });
    await must(known.caseId, { type: 'AcceptIdentity', method: 'knownToDesk' });
    expect((await knownBy((await caseRow(known.caseId))!)).identities).toEqual({
      email: ['luis@example.com'],
      phone: ['+55 12 3923 5555'],
    });
  });

  it('is never the address of somebody who acts for another, and their mailbox is no mandate', async () => {
    const { caseId } = await submit({
      forWhom: 'someoneElse',
      identifiers: {},
      subject: { name: 'Ana Gonçalves', relation: 'authorised', identifiers: { phone: '+55 11 5555 0000' } },
    });
    await must(caseId, { type: 'ConfirmEmail', method: 'code' });
    expect(await accountMatch(caseId)).toBe('forAnother');
    expect(await handle(caseId, { type: 'AcceptIdentity', method: 'confirmedEmail' }, ALICE)).toEqual({
      ok: false,
      reason: 'mandateNotShown',
    });
    await must(caseId, { type: 'AcceptIdentity', method: 'evidence' });
    expect((await knownBy((await caseRow(caseId))!)).identities).toEqual({ phone: ['+55 11 5555 0000'] });
  });

  /** Somebody with an account here asks for another person, and the mandate is shown. */
  async function actingFor(
    identifiers: Record<string, string>,
    given: Partial<SubmittedAnswers> = {},
  ): Promise<string> {
    const { caseId } = await submit({
      forWhom: 'child',
      identifiers: {},
      subject: { name: 'Lina', relation: 'parent', identifiers },
      ...given,
    });
    await must(caseId, { type: 'ConfirmEmail', method: 'code' });
    await must(caseId, { type: 'AcceptIdentity', method: 'evidence' });
    return caseId;
  }

  async function foundFor(caseId: string): Promise<string | undefined> {
    await startCollection(caseId as AuthorizedCaseId, ALICE);
    await collectFromSystem(await taskOf(caseId, 'shop'), never);
    return (await resultsOf(caseId)).customer;
  }

  it('brings a parent with an account of their own nothing of their own', async () => {
    expect(await foundFor(await actingFor({ email: 'lina@example.com' }))).toBe('nothing 0');
  });

  it('brings an agent the account of whom they act for', async () => {
    const caseId = await actingFor(
      { email: 'luis@example.com' },
      {
        forWhom: 'someoneElse',
        email: 'agent@example.com',
        subject: { name: 'Luís Gonçalves', relation: 'authorised', identifiers: { email: 'luis@example.com' } },
      },
    );
    expect(await foundFor(caseId)).toBe('found 1');
    expect(await readRecords(caseId, 'shop.customer', 0, 1)).toMatchObject([{ record: { last_name: 'Gonçalves' } }]);
  });

  it('has to be known before anything is collected: the desk asks, takes it down, and it is searched by', async () => {
    // Their own address as the child's is none of the child's.
    const { caseId } = await submit({
      forWhom: 'child',
      identifiers: {},
      email: 'parent@example.com',
      subject: { name: 'Luís', relation: 'parent', identifiers: { email: 'Parent@Example.com' } },
    });
    await must(caseId, { type: 'ConfirmEmail', method: 'code' });
    expect(await caseRow(caseId)).toMatchObject({ findable: false, nextStep: 'nameSubject' });
    expect(await handle(caseId, { type: 'AcceptIdentity', method: 'evidence' }, ALICE)).toEqual({
      ok: false,
      reason: 'subjectUnknown',
    });
    await must(caseId, {
      type: 'AddIdentifier',
      identifierId: randomUUID(),
      kind: 'email',
      value: ' luis@example.com ',
    });
    expect(await caseRow(caseId)).toMatchObject({ findable: true, nextStep: 'acceptIdentity' });
    expect(JSON.stringify(await logOf(caseId))).not.toContain('luis@example');
    await must(caseId, { type: 'AcceptIdentity', method: 'evidence' });
    expect(await foundFor(caseId)).toBe('found 1');
  });

  it('never finds another person by the telephone number that somebody typed', async () => {
    const { caseId, taskId } = await collecting({
      email: 'stranger@example.com',
      identifiers: { phone: '+55 12 3923 5555' },
    });
    await collectFromSystem(taskId, never);
    expect((await resultsOf(caseId)).customer).toBe('nothing 0');
  });

  it('tells the desk whether the address has an account, once it is confirmed', async () => {
    const { caseId } = await submit();
    expect(await accountMatch(caseId)).toBe('notConfirmed');
    await must(caseId, { type: 'ConfirmEmail', method: 'code' });
    expect(await accountMatch(caseId)).toBe('account');
    const stranger = await verified({ email: 'stranger@example.com' });
    expect(await accountMatch(stranger.caseId)).toBe('noAccount');
    process.env.CHINOOK_DB_URL = '';
    expect(await accountMatch(caseId)).toBe('sourceDown');
  });
});
