import { Command } from 'commander';
import { rewrapKeys } from '@/lib/features/keys/mutations';
import { closeDb } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { requireOwnInstance } from '../own-instance';

async function rewrap(): Promise<void> {
  try {
    // Also puts what belongs to the installation as a whole under the current keys.
    await requireOwnInstance();
    const { cases, drafts, people, mails } = await rewrapKeys((done) => console.error(`${done} cases`));
    const [current, ...older] = env().MASTER_KEYS.map(({ id }) => id);
    console.log(
      `Wrapped anew under "${current}": ${cases} cases, ${drafts} unsent forms, the codes of ${people} people, ${mails} mails that wait. Nothing is left under another key.`,
    );
    if (older.length > 0) {
      console.log(
        `Once every process runs with "${current}" in front, run this again; if it then finds nothing, ${older.map((id) => `"${id}"`).join(', ')} may be taken out of MASTER_KEYS.`,
      );
      console.log(
        'Keep the older keys elsewhere as long as you keep a backup from before today: it is sealed with them.',
      );
    }
  } finally {
    await closeDb();
  }
}

export const keysCommand = new Command('keys').addCommand(
  new Command('rewrap')
    .description(
      'After a change of MASTER_KEYS: put everything under the first of them; may be broken off and run again',
    )
    .action(rewrap),
);
