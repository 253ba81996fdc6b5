import { Command } from 'commander';
import { tellHistory } from '@/lib/demo/history/tell';
import { closeDb } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { OperatorError } from '@/lib/platform/operator-error';

/** `rightsdesk demo`: what `up` runs once beside the build of the pages, before anything else works on cases. */
export const demoCommand = new Command('demo').action(async () => {
  if (!env().DEMO) throw new OperatorError('Made-up cases are for the demo alone (DEMO=1).');
  // Whoever started us over a channel and is gone wants no more of it.
  const leave = () => process.exit(1);
  process.once('disconnect', leave);
  try {
    const { cases, refused } = await tellHistory(new Date());
    console.log(`${cases} cases`);
    for (const line of refused) console.error(line);
  } finally {
    await closeDb();
    process.off('disconnect', leave);
    if (process.connected) process.disconnect();
  }
});
