import { Command, Option } from 'commander';
import { checkLog } from '@/lib/features/log/data/check';
import type { WorkerKind } from '@/lib/jobs/definitions';
import { startWorker } from '@/lib/jobs/worker';
import { errorFields, log } from '@/lib/platform/log';
import { runUntilStopped } from '../lifecycle';
import { startLongWorker } from '../long-worker';
import { requireBlobs } from '../own-blobs';
import { requireOwnInstance } from '../own-instance';
import { settings } from '../settings';

export const workerCommand = new Command('worker')
  .addOption(
    new Option('--only <kind>', 'do one kind alone, such as the long jobs on a machine of their own').choices([
      'short',
      'long',
    ]),
  )
  .action(async ({ only }: { only?: WorkerKind }) => {
    settings();
    await requireOwnInstance();
    await requireBlobs();
    // Nobody may look at the banner for days: what is wrong with the log is said at each start too.
    void tellOfLog();
    await runUntilStopped(only ? () => startWorker(only) : startBoth);
    process.exit(0);
  });

/** Collecting and copies run beside the short jobs in a process of their own, so that no sweep and no mail waits for them. */
async function startBoth() {
  const [long, short] = await Promise.all([startLongWorker(), startWorker('short')]);
  return { stop: () => Promise.all([long.stop(), short.stop()]).then(() => undefined), stopped: short.stopped };
}

async function tellOfLog(): Promise<void> {
  try {
    const [first, ...more] = (await checkLog()).faults;
    if (first) log('error', 'logChanged', { first: first.kind, more: more.length });
  } catch (error) {
    log('error', 'logNotChecked', errorFields(error));
  }
}
