import { Command, Option } from 'commander';
import type { WorkerKind } from '@/lib/jobs/definitions';
import { startWorker } from '@/lib/jobs/worker';
import { runUntilStopped } from '../lifecycle';
import { startLongWorker } from '../long-worker';
import { requireOwnInstance } from '../own-instance';
import { settings } from '../settings';

export const workerCommand = new Command('worker')
  .description('Do the jobs until stopped: collect, build bundles, send mail, seal the log; several may run')
  .addOption(new Option('--only <kind>', 'do one kind alone, such as the long jobs on a machine of their own').choices(['short', 'long']))
  .action(async ({ only }: { only?: WorkerKind }) => {
    settings();
    await requireOwnInstance();
    await runUntilStopped(only ? () => startWorker(only) : startBoth);
    process.exit(0);
  });

/** Collecting and copies run beside the short jobs in a process of their own, so that no sweep and no mail waits for them. */
async function startBoth() {
  const [long, short] = await Promise.all([startLongWorker(), startWorker('short')]);
  return { stop: () => Promise.all([long.stop(), short.stop()]).then(() => undefined), stopped: short.stopped };
}
