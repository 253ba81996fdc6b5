import { Command } from 'commander';
import { signInRow, totpSecretOf } from '@/lib/features/staff/data/staff';
import { totpCode } from '@/lib/features/staff/mutations/sign-in';
import { closeDb } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { OperatorError } from '@/lib/platform/operator-error';

export const totpCommand = new Command('totp')
  .argument('<email>', 'address of a demo person')
  .action(async (email: string) => {
    // Whoever can run this can read the secret anyway; outside the demo it would only teach people to do without a second factor.
    if (!env().DEMO)
      throw new OperatorError(
        'Codes are printed in the demo only (DEMO=1). Use the authenticator app the person was set up with.',
      );
    try {
      const row = await signInRow(email.toLowerCase());
      if (!row) throw new OperatorError(`Nobody signs in with ${email}.`);
      console.log(totpCode(totpSecretOf(row)));
    } finally {
      await closeDb();
    }
  });
