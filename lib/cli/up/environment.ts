import { createHmac } from 'node:crypto';
import { join, resolve } from 'node:path';
import { ROOT } from '@/lib/platform/root';
import type { Secrets } from './secrets';

export type InstanceEnvironment = Record<string, string> & {
  BASE_URL: string;
  DATABASE_URL: string;
  RIGHTSDESK_DATA: string;
};

/** The settings of an instance that `up` runs, as its web and worker processes read them. */
export const instanceEnvironment = (
  folder: string,
  port: number,
  secrets: Secrets,
  databaseUrl: string,
): InstanceEnvironment => ({
  DATABASE_URL: databaseUrl,
  BASE_URL: `http://localhost:${port}`,
  HOST: '127.0.0.1',
  PORT: String(port),
  RIGHTSDESK_DATA: folder,
  BLOB_DIR: join(folder, 'blobs'),
  ...(process.env.BLOB_URL && { BLOB_URL: process.env.BLOB_URL }),
  CONTROLLERS_DIR: resolve(process.env.CONTROLLERS_DIR || join(ROOT, 'controllers')),
  MASTER_KEYS: secrets.masterKeys,
  INDEX_KEY: secrets.indexKey,
  SIGNING_KEY: secrets.signingKey,
  NEXTAUTH_SECRET: secrets.sessionSecret,
  // Made out of another secret, so that an instance from before there was such a door has one too.
  MAIL_INTAKE_TOKEN: createHmac('sha256', secrets.sessionSecret).update('mail-intake').digest('base64url'),
  DEMO: '1',
});
