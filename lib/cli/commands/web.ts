import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { QUESTIONS } from '@/lib/domain/intake/questions';
import { isLocale } from '@/lib/domain/locale';
import { controllers } from '@/lib/platform/controllers/registry';
import { OperatorError } from '@/lib/platform/operator-error';
import { startWebServer } from '@/lib/platform/web-server';
import { ROOT } from '@/lib/platform/root';
import { runUntilStopped } from '../lifecycle';
import { requireBlobs } from '../own-blobs';
import { requireOwnInstance } from '../own-instance';
import { portSetting, settings } from '../settings';

// What the pages themselves would find out too late.
const KNOWN = {
  controller: (id: string) => controllers().has(id),
  locale: isLocale,
  question: (text: string) => QUESTIONS.some((question) => question === text),
};

export const webCommand = new Command('web').action(async () => {
  const { BASE_URL, TRUSTED_PROXIES } = settings();
  // Where next-auth sends people on to is one with the address of everything else.
  process.env.NEXTAUTH_URL = BASE_URL;
  await requireOwnInstance();
  await requireBlobs();
  if (!existsSync(join(ROOT, '.next', 'BUILD_ID')))
    throw new OperatorError('The pages are not built yet: run "npm run build" first.');
  const host = process.env.HOST || '0.0.0.0';
  const port = portSetting(3000);
  await runUntilStopped(async () => {
    const server = await startWebServer({
      folder: ROOT,
      host,
      port,
      baseUrl: BASE_URL,
      trusted: TRUSTED_PROXIES,
      known: KNOWN,
    });
    console.error(`Serving ${BASE_URL} on ${host}:${port}`);
    return server;
  });
  process.exit(0);
});
