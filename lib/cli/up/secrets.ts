import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { OperatorError } from '@/lib/platform/operator-error';

const schema = z.object({
  masterKeys: z.string(),
  indexKey: z.string(),
  signingKey: z.string(),
  sessionSecret: z.string(),
  databasePassword: z.string(),
  applicationPassword: z.string(),
  sourcePassword: z.string(),
});

export type Secrets = z.output<typeof schema>;

const random = (): string => randomBytes(32).toString('base64');
const password = (): string => randomBytes(24).toString('base64url');

/**
 * The secrets of an instance that `up` runs, made on its first start and kept in a file only its owner can read.
 * @throws OperatorError when there is data but its secrets are gone: new ones could not open it.
 */
export function secretsOf(folder: string, hasData: boolean): Secrets {
  const file = join(folder, 'secrets.json');
  if (existsSync(file)) {
    const kept = schema.safeParse(readJson(file));
    if (kept.success) return kept.data;
    throw new OperatorError(
      `${file} cannot be read as the secrets of this instance: restore it from a backup, or move ${folder} away to start anew.`,
    );
  }
  if (hasData) {
    throw new OperatorError(
      `${file} is missing and without it the data in ${folder} stays sealed: restore it from a backup, or move the folder away to start anew.`,
    );
  }
  const signingKey = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const made: Secrets = {
    masterKeys: `first:${random()}`,
    indexKey: random(),
    signingKey,
    sessionSecret: random(),
    databasePassword: password(),
    applicationPassword: password(),
    sourcePassword: password(),
  };
  // Written aside and renamed: a start killed in between leaves no half file.
  writeFileSync(`${file}.new`, JSON.stringify(made, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
