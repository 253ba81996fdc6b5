import { Command } from 'commander';
import { newStaffSchema } from '@/lib/features/staff/schema';
import { addStaff } from '@/lib/features/staff/mutations';
import { STAFF_ROLES } from '@/lib/features/staff/types';
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
      console.log(json ? JSON.stringify({ email: parsed.data.email, password, totpUri }) : `Password: ${password}\nCode app: ${totpUri}`);
      if (!json) console.error('Neither is shown again. Add the address to an authenticator app, or turn it into a QR code for it.');
    } finally {
      await closeDb();
    }
  });

function problemOf(field: PropertyKey | undefined): string {
  if (field === 'email') return '--email must be an e-mail address, for example marek@example.com.';
  if (field === 'roles') return `--role must be one or more of ${STAFF_ROLES.join(', ')}.`;
  return '--name must have 1 to 200 characters, without line breaks.';
}

export const staffCommand = new Command('staff').description('The people who work cases, approve, and oversee').addCommand(add);
