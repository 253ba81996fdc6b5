import { Command } from 'commander';
import { startWorker } from '@/lib/jobs/worker';
import { runUntilStopped } from '../lifecycle';
import { settings } from '../settings';

export const workerCommand = new Command('worker')
  .description('Do the jobs until stopped: collect, build bundles, send mail, seal the log; several may run')
  .action(async () => {
    settings();
    await runUntilStopped(startWorker);
    process.exit(0);
  });
