import { createHmac, generateKeyPairSync, verify } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { aService, type Got, json, type Service } from '@/tests/support/http-service';
import { crmMap, linesOf } from './crm';

let service: Service;
beforeAll(async () => {
  service = await aService();
});
beforeEach(() => {
  service.got.length = 0;
});
afterAll(() => service.close());

const HERS = { id: 7, email: 'anna@example.com' };
const SECRET = Buffer.from('a secret of thirty-two bytes, ok').toString('base64');
const TASK = {
  request: 'POST /tasks',
  query: {},
  json: { task: 'collect', collection: 'contacts', email: '{email}' },
  records: 'found',
};

const signedMap = (signed: 'hmac' | 'ed25519', system: object = {}) =>
  crmMap({ http: { login: { signed } }, find: TASK, system });

const signedText = ({ headers, body }: Got): Buffer =>
  Buffer.from(`${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`);

it('a task is signed with a shared secret as any library of Standard Webhooks verifies it', async () => {
  service.answer = (_, response) => json(response, { found: [HERS] });
  const login = `:${encodeURIComponent(`whsec_${SECRET}`)}`;
  expect(await linesOf(signedMap('hmac'), service.address, { login })).toHaveLength(1);
  const [task] = service.got;
  const expected = createHmac('sha256', Buffer.from(SECRET, 'base64')).update(signedText(task!)).digest('base64');
  expect(task!.headers['webhook-signature']).toBe(`v1,${expected}`);
  expect(task!.headers).not.toHaveProperty('authorization');
  expect(Math.abs(Number(task!.headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(300);
  expect(JSON.parse(task!.body)).toEqual({ task: 'collect', collection: 'contacts', email: 'anna@example.com' });
});

it('a task is signed with a key of which the other side needs the public half alone', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const seed = Buffer.from(privateKey.export({ format: 'jwk' }).d!, 'base64url').toString('base64');
  service.answer = (_, response) => json(response, { found: [] });
  await linesOf(signedMap('ed25519'), service.address, { login: `:${encodeURIComponent(`whsk_${seed}`)}` });
  const [task] = service.got;
  const [scheme, signature] = String(task!.headers['webhook-signature']).split(',');
  expect(scheme).toBe('v1a');
  expect(verify(null, signedText(task!), publicKey, Buffer.from(signature!, 'base64'))).toBe(true);
  expect(
    verify(null, Buffer.concat([signedText(task!), Buffer.from(' ')]), publicKey, Buffer.from(signature!, 'base64')),
  ).toBe(false);
});

it('a task that is answered later is asked for again by the same id, until it is answered', async () => {
  service.answer = (_, response) => {
    if (service.got.length < 3) return void response.writeHead(202, { 'retry-after': '0' }).end();
    json(response, { found: [HERS] });
  };
  const login = `:${encodeURIComponent(SECRET)}`;
  expect(await linesOf(signedMap('hmac'), service.address, { login })).toHaveLength(1);
  const ids = service.got.map(({ headers }) => headers['webhook-id']);
  expect(new Set(ids).size).toBe(1);
  await linesOf(signedMap('hmac'), service.address, { login, identities: { email: ['bob@example.com'] } }).catch(
    () => null,
  );
  expect(service.got.at(-1)!.headers['webhook-id']).not.toBe(ids[0]);
});

it('a task that takes days is left to the queue, and is never taken for nothing found', async () => {
  service.answer = (_, response) => void response.writeHead(202, { 'retry-after': '86400' }).end('{"found":[]}');
  const login = `:${encodeURIComponent(SECRET)}`;
  const lines = linesOf(signedMap('hmac'), service.address, { login });
  await expect(lines).rejects.toMatchObject({
    reason: 'taken',
    systemId: 'crm',
    taskId: expect.stringMatching(/^task_[0-9a-f]{32}$/) as string,
  });
});

it.each(['short', 'whsec_c2hvcnQ='])('a secret that signs nothing is named: %s', async (secret) => {
  for (const scheme of ['hmac', 'ed25519'] as const)
    await expect(linesOf(signedMap(scheme), service.address, { login: `:${secret}` })).rejects.toMatchObject({
      reason: 'notConfigured',
    });
  expect(service.got).toEqual([]);
});
