import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { caseRow, keyOf } from '@/lib/features/case-file/data/case';
import { keptLetters } from '@/lib/features/case-file/data/letters';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { AskAgainLater, carryOutInSystem } from '@/lib/features/effects/mutations/carry-out';
import { buildBundle } from '@/lib/features/fulfilment/mutations/build-bundle';
import { statusOf } from '@/lib/features/requester/data/status';
import { db } from '@/lib/platform/db/client';
import { dayIn } from '@/tests/support/days';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';
import { TEST_CONTROLLERS } from '@/tests/support/chinook';
import { logOf, must } from '@/tests/integration/requests/walk';
import { approved, never } from './approved';

type Got = { readonly headers: IncomingMessage['headers']; readonly sha256: string; readonly bytes: number };

let instance: TestInstance;
let server: Server;
let answer: (response: ServerResponse, got: Got) => void;
/** What is done with the first bytes of a request; null reads it to its end. */
let begun: ((request: IncomingMessage) => void) | null = null;
const got: Got[] = [];
const folder = mkdtempSync(path.join(tmpdir(), 'transmission-'));
beforeAll(async () => {
  server = createServer((request, response) => {
    const hash = createHash('sha256');
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      hash.update(chunk);
      bytes += chunk.length;
      begun?.(request);
    });
    request.on('end', () => {
      const one = { headers: request.headers, sha256: hash.digest('hex'), bytes };
      got.push(one);
      answer(response, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  cpSync(TEST_CONTROLLERS, folder, { recursive: true });
  const { port } = server.address() as AddressInfo;
  appendFileSync(
    path.join(folder, 'chinook', 'controller.yaml'),
    `receivers:\n  - { id: other-talk, name: Other Talk, kind: https-upload, url: "http://localhost:${port}/in", secret: OTHER_TALK_TOKEN, inside: true }\n`,
  );
  instance = await anInstance({ CONTROLLERS_DIR: folder, OTHER_TALK_TOKEN: 'sesame' });
});
beforeEach(() => {
  got.length = 0;
  begun = null;
  answer = (response) =>
    void response.writeHead(201, { 'content-type': 'application/json' }).end('{"receiptId":"R-2026-7"}');
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await instance.stop();
  rmSync(folder, { recursive: true });
});

/** A copy to take elsewhere, sealed; its person named the receiver. */
async function sealed(rights: readonly string[] = ['GDPR:portability']) {
  const { caseId, bundleId, reference } = await approved([], {
    rights: [...rights],
    portability: { to: 'receiver', id: 'other-talk' },
  });
  await buildBundle(bundleId, never);
  return { caseId, reference, effect: await db().effect.findFirst({ where: { caseId } }) };
}

const sendings = async (caseId: string) => (await statusOf(caseId as AuthorizedCaseId, new Date())).sendings;
const rightOf = (caseId: string) => db().rightItem.findFirstOrThrow({ where: { caseId, right: 'portability' } });

it('goes straight to the receiver once it is sealed, and counts as sent by what that answered', async () => {
  const { caseId, reference, effect } = await sealed();
  expect(await caseRow(caseId)).toMatchObject({ nextStep: 'awaitEffects' });
  expect(await sendings(caseId)).toMatchObject([{ taken: null, failed: false }]);
  expect((await rightOf(caseId)).carriedOutOn).toBeNull();
  await carryOutInSystem(effect!.id, never);
  const bundle = await db().bundle.findFirstOrThrow({ where: { caseId } });
  expect(got).toMatchObject([{ sha256: bundle.sha256, bytes: Number(bundle.sizeBytes) }]);
  expect(got[0]?.headers).toMatchObject({
    authorization: 'Bearer sesame',
    'content-type': 'application/zip',
    'content-length': String(bundle.sizeBytes),
    'content-digest': `sha-256=:${Buffer.from(bundle.sha256!, 'hex').toString('base64')}:`,
    'content-disposition': `attachment; filename="${reference}.zip"`,
    'idempotency-key': effect!.id,
  });
  expect((await logOf(caseId)).find(({ kind }) => kind === 'DataTransmitted')).toMatchObject({
    data: { receiver: 'other-talk', status: 201, sha256: bundle.sha256, receiptId: 'R-2026-7' },
  });
  expect(await sendings(caseId)).toMatchObject([{ receiver: { en: 'Other Talk' }, taken: { receiptId: 'R-2026-7' } }]);
  expect((await rightOf(caseId)).carriedOutOn).not.toBeNull();
  const [letter] = await keptLetters(caseId, keyOf((await caseRow(caseId))!));
  expect(letter?.letter.parts.find(({ id }) => id === 'details')?.paragraphs[0]).toContain('Other Talk');
  // What was taken is not sent again.
  await carryOutInSystem(effect!.id, never);
  expect(got).toHaveLength(1);
});

it('is taken with 202 too, and with an answer that says nothing', async () => {
  answer = (response) => void response.writeHead(202).end();
  const { caseId, effect } = await sealed();
  await carryOutInSystem(effect!.id, never);
  expect((await db().effect.findUniqueOrThrow({ where: { id: effect!.id } })).receipt).toMatchObject({
    status: 202,
    receiptId: null,
  });
  expect(await sendings(caseId)).toMatchObject([{ taken: { receiptId: null } }]);
});

it('is the same thing under the same key, however often a try breaks off', async () => {
  const { caseId, effect } = await sealed();
  const keys: unknown[] = [];
  // The worker is gone in the middle: what it had sent so far is all that came.
  const killed = new AbortController();
  begun = (request) => {
    keys.push(request.headers['idempotency-key']);
    killed.abort();
  };
  await expect(carryOutInSystem(effect!.id, killed.signal, new Date())).rejects.toThrow(AskAgainLater);
  begun = null;
  // The receiver has taken it, and its answer is lost.
  answer = (response) => void response.destroy();
  await expect(carryOutInSystem(effect!.id, never, new Date())).rejects.toThrow(AskAgainLater);
  expect(await sendings(caseId)).toMatchObject([{ taken: null }]);
  answer = (response) => void response.writeHead(200).end();
  await carryOutInSystem(effect!.id, never);
  expect(new Set([...keys, ...got.map(({ headers }) => headers['idempotency-key'])])).toEqual(new Set([effect!.id]));
  expect(new Set(got.map(({ sha256 }) => sha256)).size).toBe(1);
  expect((await logOf(caseId)).filter(({ kind }) => kind === 'DataTransmitted')).toHaveLength(1);
});

it('that is refused for good is the desk’s, and the person reads that their own file is there', async () => {
  answer = (response) => void response.writeHead(403).end();
  const { caseId, effect } = await sealed();
  await carryOutInSystem(effect!.id, never, new Date());
  expect(await db().effect.findUnique({ where: { id: effect!.id } })).toMatchObject({
    state: 'failed',
    failure: 'denied',
  });
  expect(await caseRow(caseId)).toMatchObject({ nextStep: 'carryOut' });
  expect(await sendings(caseId)).toMatchObject([{ taken: null, failed: true }]);
  expect((await statusOf(caseId as AuthorizedCaseId, new Date())).bundle).not.toBeNull();
  await must(caseId, { type: 'RetryEffect', effectId: effect!.id });
  await carryOutInSystem(effect!.id, never);
  await must(caseId, {
    type: 'RecordCarriedOut',
    rightItemId: (await rightOf(caseId)).id,
    on: dayIn('Europe/Dublin'),
    systems: ['elsewhere'],
    facts: 'Other Talk does not take files now. Yours is on your page.',
    confirmed: ['file', 'notErased'],
  });
  await expect(must(caseId, { type: 'RetryEffect', effectId: effect!.id })).rejects.toThrow('alreadyDone');
});

it('is not sent where its secret is missing, nor where the copy answers access too', async () => {
  const { effect } = await sealed();
  delete process.env.OTHER_TALK_TOKEN;
  try {
    await carryOutInSystem(effect!.id, never);
  } finally {
    process.env.OTHER_TALK_TOKEN = 'sesame';
  }
  expect(await db().effect.findUnique({ where: { id: effect!.id } })).toMatchObject({ failure: 'notConfigured' });
  expect((await sealed(['GDPR:access', 'GDPR:portability'])).effect).toBeNull();
  expect(got).toEqual([]);
});
