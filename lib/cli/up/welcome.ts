import { controllers } from '@/lib/platform/controllers/registry';
import type { InstanceFacts } from './instance';

/** What `up` says when everything runs: where to go, and as whom. */
export function welcome({ baseUrl, demo }: InstanceFacts): string {
  const width = Math.max(...demo.staff.map(({ email }) => email.length));
  const signIns = demo.staff.map(
    ({ role, email, password, totpSecret }) =>
      `    ${role.padEnd(9)} ${email.padEnd(width)}  ${password}  ${totpSecret}`,
  );
  const forms = [...controllers().values()].map(
    ({ definition }) => `${baseUrl}/${definition.id}/${definition.languages[0]}`,
  );
  return [
    '',
    `Rightsdesk runs at ${baseUrl}`,
    '',
    `  Make a request     ${forms.join('   ')}`,
    `  Read its mails     ${baseUrl}/mailbox`,
    `  Work the cases     ${baseUrl}/desk`,
    `  Oversee            ${baseUrl}/dpo`,
    '',
    '  Sign in with       address, password and a code; the last column is the secret for an authenticator app',
    ...signIns,
    '  A code right now   npx rightsdesk totp desk@example.com',
    '',
    '  Stop with Ctrl-C; the data is kept for the next start.',
  ].join('\n');
}
