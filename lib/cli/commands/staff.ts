import { Command } from 'commander';
import type { AuditActor } from '@/lib/domain/log/schema';
import { newStaffSchema } from '@/lib/features/staff/schema/sign-in';
import { addStaff } from '@/lib/features/staff/mutations/sign-in';
import { STAFF_ROLES } from '@/lib/features/staff/types/staff';
import { accountByEmail, allAccounts } from '@/lib/features/staff/data/accounts';
import { changeAccount, changeRoles } from '@/lib/features/staff/mutations/accounts';
import { ACCOUNT_STEPS, type AccountStep, rolesSchema } from '@/lib/features/staff/schema/accounts';
import { controllers } from '@/lib/platform/controllers/registry';
import { closeDb } from '@/lib/platform/db/client';
import { OperatorError } from '@/lib/platform/operator-error';
import { requireOwnInstance } from '../own-instance';

type AddOptions = { email: string; name: string; role: string[]; controller?: string[]; json?: boolean };

const add = new Command('add')
  .description('Let someone sign in; prints their password and the secret of their code once')
  .requiredOption('--email <address>', 'address they sign in with')
  .requiredOption('--name <name>', 'name as colleagues read it')
  .requiredOption('--role <role...>', `one or more of ${STAFF_ROLES.join(', ')}`)
  .option('--controller <id...>', 'only cases of these controllers; without it, of all')
  .option('--json', 'print the answer as JSON')
  .action(async ({ email, name, role, controller, json }: AddOptions) => {
    const known = [...controllers().keys()];
    const strange = controller?.find((id) => !known.includes(id));
    if (strange) throw new OperatorError(`There is no controller "${strange}". Known: ${known.join(', ')}.`);
    const parsed = newStaffSchema.safeParse({ email, name, roles: role, controllerIds: controller ?? [] });
    if (!parsed.success) throw new OperatorError(problemOf(parsed.error.issues[0]?.path[0]));
    try {
      await requireOwnInstance();
      const added = await addStaff(parsed.data, { kind: 'system', id: 'portal' });
      if (!added.ok) throw new OperatorError(`Someone signs in with ${email} already.`);
      const { password, totpUri } = added.value;
      console.log(
        json
          ? JSON.stringify({ email: parsed.data.email, password, totpUri })
          : `Password: ${password}\nCode app: ${totpUri}`,
      );
      if (!json)
        console.error(
          'Neither is shown again. Add the address to an authenticator app, or turn it into a QR code for it.',
        );
    } finally {
      await closeDb();
    }
  });

function problemOf(field: PropertyKey | undefined): string {
  if (field === 'email') return '--email must be an e-mail address, for example marek@example.com.';
  if (field === 'roles') return `--role must be one or more of ${STAFF_ROLES.join(', ')}.`;
  return '--name must have 1 to 200 characters, without line breaks.';
}

/** Someone by the address they sign in with. @throws OperatorError */
async function idOf(email: string): Promise<string> {
  const account = await accountByEmail(email.toLowerCase());
  if (!account) throw new OperatorError(`Nobody signs in with ${email}: "rightsdesk staff list" shows who does.`);
  return account.id;
}

/** Runs with the database of our own installation, and leaves no connection behind. */
async function inInstance(work: () => Promise<void>): Promise<void> {
  try {
    await requireOwnInstance();
    await work();
  } finally {
    await closeDb();
  }
}

const CLI: AuditActor = { kind: 'system', id: 'portal' };

const STEPS: Record<AccountStep, { name: string; describe: string; done: string }> = {
  disable: {
    name: 'disable',
    describe: 'Let someone sign in no longer, and sign them out everywhere',
    done: 'may no longer sign in',
  },
  enable: { name: 'enable', describe: 'Let someone sign in again', done: 'may sign in again' },
  resetPassword: {
    name: 'reset-password',
    describe: 'Give someone a new password, which they change at the next sign-in; prints it once',
    done: 'has a new password',
  },
  resetTotp: {
    name: 'reset-totp',
    describe: 'Give someone a new secret for their code; prints its address once',
    done: 'has a new code',
  },
  signOut: { name: 'sign-out', describe: 'Sign someone out everywhere', done: 'is signed out everywhere' },
  unlock: { name: 'unlock', describe: 'Forget failed tries to sign in as someone', done: 'can sign in as usual' },
};

const stepCommand = (step: AccountStep): Command =>
  new Command(STEPS[step].name)
    .description(STEPS[step].describe)
    .argument('<email>', 'address they sign in with')
    .action((email: string) =>
      inInstance(async () => {
        const changed = await changeAccount(await idOf(email), step, CLI);
        if (!changed.ok) throw new OperatorError(`That was refused: ${changed.reason}.`);
        if (changed.value) console.log(changed.value);
        console.error(`${email} ${STEPS[step].done}.`);
      }),
    );

const role = new Command('role')
  .description('Give someone other roles')
  .argument('<email>', 'address they sign in with')
  .argument('<roles...>', `one or more of ${STAFF_ROLES.join(', ')}`)
  .action((email: string, roles: string[]) =>
    inInstance(async () => {
      const staffId = await idOf(email);
      const parsed = rolesSchema.safeParse({ staffId, roles });
      if (!parsed.success) throw new OperatorError(`Roles are one or more of ${STAFF_ROLES.join(', ')}.`);
      const changed = await changeRoles(staffId, parsed.data.roles, CLI);
      if (!changed.ok)
        throw new OperatorError(
          `${email} is the last administrator of every controller: give somebody else that role first.`,
        );
      console.error(`${email} has the roles ${roles.join(', ')}.`);
    }),
  );

const list = new Command('list')
  .description('Show who may sign in, with what roles, and who no longer may')
  .option('--json', 'print them as JSON')
  .action(({ json }: { json?: boolean }) =>
    inInstance(async () => {
      const accounts = await allAccounts(new Date());
      if (json) return console.log(JSON.stringify(accounts, null, 2));
      for (const { email, name, roles, controllerIds, disabled, sessions } of accounts) {
        console.log(
          [
            email,
            name,
            roles.join(','),
            controllerIds.join(',') || 'every controller',
            disabled ? 'disabled' : `${sessions} sessions`,
          ].join('\t'),
        );
      }
    }),
  );

export const staffCommand = new Command('staff').addCommand(list).addCommand(add).addCommand(role);
for (const step of ACCOUNT_STEPS) staffCommand.addCommand(stepCommand(step));
