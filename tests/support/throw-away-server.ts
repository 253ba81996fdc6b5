import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverAccount } from '@/lib/platform/embedded-postgres/account';
import { completeBinaries, shippedBinaries } from '@/lib/platform/embedded-postgres/binaries';
import { initialise } from '@/lib/platform/embedded-postgres/initialise';
import { startServer, type RunningServer } from '@/lib/platform/embedded-postgres/server';
import { freePort } from '@/lib/platform/ports';

// Waits for the end of its standard input, which comes when the test run is gone however it went, then clears up.
const GUARD = `
process.stdin.resume().on('end', () => {
  const [pid, folder] = process.argv.slice(1);
  try { process.kill(Number(pid), 'SIGQUIT'); } catch {}
  setTimeout(() => require('node:fs').rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }), 300);
});`;

/**
 * A PostgreSQL of our own on a free port, with durability off because its data dies with it.
 * It ends with this process even when that is killed.
 */
export async function throwAwayServer(): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'rightsdesk-test-'));
  chmodSync(folder, 0o711);
  const dataFolder = join(folder, 'data');
  const binaries = shippedBinaries();
  completeBinaries(binaries);
  const account = serverAccount(dataFolder);
  const password = randomBytes(18).toString('base64url');
  initialise({ binaries, account, dataFolder, password, throwAway: true });
  const server = await startServer({
    binaries,
    account,
    dataFolder,
    password,
    port: await freePort(),
    logFile: join(folder, 'postgres.log'),
    settings: {
      fsync: 'off',
      full_page_writes: 'off',
      synchronous_commit: 'off',
      max_connections: '200',
      shared_buffers: '64MB',
    },
  });
  const guard = spawn(process.execPath, ['-e', GUARD, String(server.pid), folder], {
    stdio: ['pipe', 'ignore', 'inherit'],
    detached: true,
  });
  return {
    ...server,
    async stop() {
      await server.stop();
      guard.stdin.end();
    },
  };
}
