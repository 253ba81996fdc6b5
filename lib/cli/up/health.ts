import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 30_000;

/**
 * Asks the web process until it says that it reaches its database.
 * @throws with its last answer when it stays ill
 */
export async function waitUntilHealthy(baseUrl: string): Promise<string> {
  let last = 'no answer';
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(100)) {
    try {
      const response = await fetch(`${baseUrl}/api/health`, { signal: AbortSignal.timeout(5_000) });
      last = `${response.status} ${await response.text()}`;
      if (response.ok) return 'web and worker answer, the database is connected';
    } catch (error) {
      last = (error as Error).message;
    }
  }
  throw new Error(`The web process does not become healthy; /api/health said: ${last}`);
}
