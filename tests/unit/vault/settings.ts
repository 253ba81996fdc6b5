import { generateKeyPairSync } from 'node:crypto';

/** 32 bytes that are the same in each run, in base64. */
export const keyOf = (letter: string): string => Buffer.alloc(32, letter).toString('base64');

/** Whole settings of a process, as its environment holds them. */
export const SETTINGS = {
  DATABASE_URL: 'postgresql://reader:secret@localhost:5432/rightsdesk',
  BASE_URL: 'https://rights.example.com/',
  MASTER_KEYS: `first:${keyOf('1')}`,
  INDEX_KEY: keyOf('i'),
  SIGNING_KEY: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  NEXTAUTH_SECRET: 'n'.repeat(44),
} as const;
