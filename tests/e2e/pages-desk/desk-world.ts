import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { Client } from 'pg';
import { instanceFacts } from '@/tests/support/instance-facts';
import type { Asked, Made } from './make';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

type Role = 'desk' | 'approver' | 'dpo' | 'admin';

export type Colleague = {
  readonly staffId: string;
  readonly password: string;
  readonly totpSecret: string;
  readonly email: string;
  readonly name: string;
};

export type MadeCase = { readonly caseId: string; readonly reference: string };

const waiting = new Map<number, { done: (made: unknown) => void; failed: (error: Error) => void }>();
let maker: ChildProcess | null = null;
let asked = 0;

/** The process that makes things for this worker of the test run: started with the first of them, gone with the worker. */
function startMaker(): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/e2e/pages-desk/make.ts'], {
    cwd: ROOT,
    env: { ...process.env, ...instanceFacts().env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.on('message', (answer: Made) => {
    const one = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('made' in answer) one?.done(answer.made);
    else one?.failed(new Error(answer.problem));
  });
  child.once('exit', (code) => {
    maker = null;
    for (const { failed } of waiting.values())
      failed(new Error(`The process that makes things for the tests ended with ${code}`));
    waiting.clear();
  });
  return child;
}

/** Makes something in the instance's own database, with its own settings. */
async function make<T>(wanted: object): Promise<T> {
  maker ??= startMaker();
  const question: Asked = { id: ++asked, asked: wanted };
  const made = new Promise<unknown>((done, failed) => waiting.set(question.id, { done, failed }));
  maker.send(question);
  return (await made) as T;
}

/** Somebody who works here, of the test's own: a code serves once, so two tests cannot share a person. */
export async function aColleague(roles: Role[], controllerIds: string[] = []): Promise<Colleague> {
  const email = `${randomUUID()}@example.com`;
  const name = `Test ${roles.join(' ')} ${email.slice(0, 4)}`;
  return {
    ...(await make<Omit<Colleague, 'email' | 'name'>>({ make: 'colleague', email, name, roles, controllerIds })),
    email,
    name,
  };
}

/** A case whose requester has confirmed the address: the desk is next. */
export const aCase = (
  given: { name?: string; email?: string; rights?: string[]; confirmed?: boolean; controllerId?: string } = {},
): Promise<MadeCase> =>
  make({
    make: 'case',
    controllerId: 'callsapp',
    name: `Nadia ${randomUUID().slice(0, 8)}`,
    email: 'nadia.weber@example.lu',
    rights: ['GDPR:access'],
    confirmed: true,
    ...given,
  });

/** Commands that a person of the desk gives without a browser. */
export const commands = (caseId: string, staffId: string, ...given: object[]): Promise<null> =>
  make({ make: 'commands', caseId, staffId, commands: given });

/** The id of a system of the demo's data map. */
export const firstSystem = (): Promise<string> => make({ make: 'firstSystem', controllerId: 'callsapp' });

export async function query<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: instanceFacts().env.DATABASE_URL });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

export async function signIn(page: Page, { email, password, totpSecret }: Colleague): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByLabel('Code', { exact: true }).fill(new TOTP({ secret: Secret.fromBase32(totpSecret) }).generate());
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/(desk|dpo)$/);
}

/** What people who cannot see or use a mouse would trip over (WCAG 2.2 A and AA). */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .exclude('nextjs-portal')
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
    [],
  );
}
