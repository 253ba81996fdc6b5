import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { TEST_CONTROLLERS } from './chinook';

const [INDEX_KEY, MASTER_KEY] = [randomBytes(32), randomBytes(32)].map((key) => key.toString('base64'));
const SIGNING_KEY = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** Every setting a process of ours needs, with keys of this run's own and the chinook controller. */
export const instanceSettings = (own: {
  readonly databaseUrl: string;
  readonly blobDir: string;
  readonly sourceUrl: string;
}): Record<string, string> => ({
  DATABASE_URL: own.databaseUrl,
  BASE_URL: 'https://rights.example.com',
  MASTER_KEYS: `first:${MASTER_KEY}`,
  INDEX_KEY: INDEX_KEY!,
  SIGNING_KEY,
  NEXTAUTH_SECRET: 'n'.repeat(44),
  BLOB_DIR: own.blobDir,
  CHECKPOINT_FILE: `${own.blobDir}.checkpoints`,
  CONTROLLERS_DIR: TEST_CONTROLLERS,
  CHINOOK_DB_URL: own.sourceUrl,
  SMTP_URL: '',
  MAIL_FROM: 'Chinook <rights@chinook.example.com>',
  DEMO: '',
});
