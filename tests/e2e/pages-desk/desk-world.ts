import { randomUUID } from 'node:crypto';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { Client } from 'pg';
import { instanceFacts } from '@/tests/support/instance-facts';
import { make } from '@/tests/support/maker';

type Role = 'desk' | 'approver' | 'dpo' | 'admin';

export type Colleague = {
  readonly staffId: string;
  readonly password: string;
  readonly totpSecret: string;
  readonly email: string;
  readonly name: string;
};

export type MadeCase = { readonly caseId: string; readonly reference: string };

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

/** What their authenticator shows now. */
export const codeOf = ({ totpSecret }: Colleague): string =>
  new TOTP({ secret: Secret.fromBase32(totpSecret) }).generate();

/** Signs in as a person does, who then stands on the first page of their role. */
export async function signInByForm(page: Page, person: Colleague): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('Password').fill(person.password);
  await page.getByLabel('Code', { exact: true }).fill(codeOf(person));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/(desk|dpo)$/);
}

/** Signs in without a page, for tests that are about something else: the same check of all three, and the same session. */
export async function signIn(context: BrowserContext, person: Colleague): Promise<void> {
  const { csrfToken } = (await (await context.request.get('/api/auth/csrf')).json()) as { csrfToken: string };
  await context.request.post('/api/auth/callback/credentials', {
    form: { csrfToken, email: person.email, password: person.password, totp: codeOf(person) },
    maxRedirects: 0,
  });
  expect((await context.cookies()).map(({ name }) => name)).toContain('rightsdesk.session');
}
