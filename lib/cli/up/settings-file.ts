import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '@/lib/platform/root';
import type { InstanceEnvironment } from './environment';

const NAME = 'environment.json';

/** Keeps the settings of the running instance, so that a command typed beside it works on the same data. */
export function writeSettings(folder: string, env: InstanceEnvironment): void {
  writeFileSync(join(folder, `${NAME}.new`), JSON.stringify(env, null, 2), { mode: 0o600 });
  renameSync(join(folder, `${NAME}.new`), join(folder, NAME));
}

/** Gives a command the settings of the instance that `up` made, unless the environment names a database itself. */
export function adoptInstanceSettings(): void {
  const file = join(process.env.RIGHTSDESK_DATA || join(ROOT, '.rightsdesk'), NAME);
  if (process.env.DATABASE_URL || !existsSync(file)) return;
  const kept = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')));
  for (const [name, value] of Object.entries(kept)) process.env[name] ||= value;
}
