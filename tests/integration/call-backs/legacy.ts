import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { CALL_BACK_STATUS, takeCallBack } from '@/lib/features/call-backs/actions/take-call-back';
import { db } from '@/lib/platform/db/client';
import { collecting } from '@/tests/integration/requests/walk';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';
import { aService, json, type Service } from '@/tests/support/http-service';
import { controllersBeside } from '@/tests/support/papers';

const FACTS =
  'defaults: { recipients: [], retention: customer, purposes: [sell], source: subject, transfers: [], automatedDecision: none }';

const keys = generateKeyPairSync('ed25519');
const publicKey = Buffer.from(keys.publicKey.export({ format: 'jwk' }).x!, 'base64url').toString('base64');

const system = (key: string, login: string, url: string): string => `
  - fides_key: ${key}
    name: Booking system ${key}
    meta: { rightsdesk: { connector: http, url: ${url}, write: ${url}, http: { login: ${login}, inside: [localhost], perSecond: 1000, answerDays: 4 }, ${FACTS} } }
    collections:
      - name: bookings
        meta:
          rightsdesk: { title: Bookings ${key}, category: account, erasure: erase, http: { find: [{ by: email, request: POST /${key}, json: { task: collect, email: "{email}" }, records: found }], erase: { request: POST /${key}, json: { task: erase, id: "{id}" } } } }
        fields:
          - { name: id, fides_meta: { primary_key: true } }
          - { name: email, data_categories: [user.contact.email], fides_meta: { identity: email } }
`;

const SYSTEMS = `dataset:${system('legacy', '{ signed: hmac }', 'LEGACY_URL')}${system('sealed', `{ signed: ed25519, callBack: "whpk_${publicKey}" }`, 'SEALED_URL')}${system('silent', '{ signed: ed25519 }', 'SEALED_URL')}`;

export const SECRET = Buffer.from('a secret of thirty-two bytes, ok');

/** An instance with systems that take signed tasks: `legacy` by a secret, `sealed` by a key, `silent` without a way to call back. */
export function legacyOfFile(): { instance: TestInstance; service: Service } {
  const world = {} as { instance: TestInstance; service: Service };
  const controllers = controllersBeside('legacy', SYSTEMS);
  const [one, other] = ['chinook', 'otherco'].map((name) => path.join(controllers.folder, name)) as [string, string];
  cpSync(one, other, { recursive: true });
  const own = path.join(other, 'controller.yaml');
  const facts = readFileSync(own, 'utf8').replace(/^id: .*$/m, 'id: otherco');
  writeFileSync(own, facts.replace(/^(\w*[pP]refix): .*$/m, '$1: ZZ'));
  beforeAll(async () => {
    world.service = await aService();
    const seed = Buffer.from(keys.privateKey.export({ format: 'jwk' }).d!, 'base64url').toString('base64');
    const at = (password: string): string => world.service.address.replace('//', `//:${encodeURIComponent(password)}@`);
    world.instance = await anInstance({
      CONTROLLERS_DIR: controllers.folder,
      LEGACY_URL: at(`whsec_${SECRET.toString('base64')}`),
      SEALED_URL: at(`whsk_${seed}`),
    });
  });
  afterAll(async () => {
    await world.instance.stop();
    await world.service.close();
    controllers.remove();
  });
  return world;
}

/** A case that is collected for. @returns the collection tasks too, by their system */
export async function asking(email?: string): Promise<{ caseId: string; tasks: Readonly<Record<string, string>> }> {
  const { caseId } = await collecting(email === undefined ? {} : { email });
  const tasks = await db().collectionTask.findMany({ where: { caseId } });
  return { caseId, tasks: Object.fromEntries(tasks.map(({ id, systemId }) => [systemId, id])) };
}

export const takesIt = (service: Service): void => {
  service.answer = (_, response) => void response.writeHead(202, { 'retry-after': '86400' }).end();
};

export const hasDone = (service: Service): void => {
  service.answer = (_, response) => json(response, { found: [{ id: 7, email: 'luis@example.com' }] });
};

/** So many days go by for everything that waits. */
export const goBy = (days: number): Promise<number> =>
  db()
    .$executeRaw`UPDATE "AwaitedTask" SET "takenAt" = "takenAt" - ${days} * interval '1 day', "answerBy" = "answerBy" - ${days} * interval '1 day'`;

/** The id of the task that the service got last for one of the systems. */
export const lastTask = ({ got }: Service, system = 'legacy'): string =>
  String(got.findLast(({ path: at }) => at === `/${system}`)!.headers['webhook-id']);

export type Calling = {
  readonly to?: string;
  readonly id?: string;
  readonly at?: number;
  readonly by?: Buffer | KeyObject;
  readonly content?: string;
};

export const KEY = keys.privateKey;

let calls = 0;

/** Calls back as Standard Webhooks has it. @returns status and answer */
export async function callBack(
  body: string,
  {
    to = 'chinook/legacy',
    id = `msg_${(calls += 1)}`,
    at = Math.floor(Date.now() / 1000),
    by = SECRET,
    content = body,
  }: Calling = {},
) {
  const signed = Buffer.from(`${id}.${at}.${content}`);
  const signature = Buffer.isBuffer(by)
    ? `v1,${createHmac('sha256', by).update(signed).digest('base64')}`
    : `v1a,${sign(null, signed, by).toString('base64')}`;
  const [controller = '', system = ''] = to.split('/');
  const request = new Request(`https://rights.example.com/api/tasks/${to}`, {
    method: 'POST',
    body,
    headers: { 'webhook-id': id, 'webhook-timestamp': String(at), 'webhook-signature': signature },
  });
  const taken = await takeCallBack(controller, system, request);
  return taken.ok ? { status: 200, ...taken.value } : { status: CALL_BACK_STATUS[taken.reason], problem: taken.reason };
}
