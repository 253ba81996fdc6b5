import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { env } from '@/lib/platform/env';
import { open, seal } from './sealed-box';

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);

// OWASP's scrypt setting of 32 MiB per try.
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };

/** `scrypt$salt$hash`, both base64. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password.normalize('NFKC'), salt, 32, COST);
  return `scrypt$${salt.toString('base64')}$${hash.toString('base64')}`;
}

export async function passwordMatches(password: string, stored: string): Promise<boolean> {
  const [, salt = '', hash = ''] = stored.split('$');
  const expected = Buffer.from(hash, 'base64');
  const given = await derive(password.normalize('NFKC'), Buffer.from(salt, 'base64'), 32, COST);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** For secrets of 256 bits, which need no slow hash. */
export const hashSecret = (secret: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(secret).digest());

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

/** Seals what belongs to no case, such as a TOTP secret, with the current master key. */
export function sealWithMaster(text: string, context: string): Uint8Array<ArrayBuffer> {
  const [current] = env().MASTER_KEYS;
  if (!current) throw new Error('MASTER_KEYS is empty');
  return seal(current.key, Buffer.from(text), context);
}

/** The same box under the current master key; null where it is under that one already. @throws when no master key opens it */
export function sealedAnew(box: Uint8Array, context: string): Uint8Array<ArrayBuffer> | null {
  const [current] = env().MASTER_KEYS;
  try {
    if (current && open(current.key, box, context)) return null;
  } catch {
    // Under an older key, then.
  }
  return sealWithMaster(openWithMaster(box, context), context);
}

/** Tries every master key, the current one first, so that rotation needs no moment of truth. */
export function openWithMaster(box: Uint8Array, context: string): string {
  for (const { key } of env().MASTER_KEYS) {
    try {
      return open(key, box, context).toString('utf8');
    } catch {
      continue;
    }
  }
  throw new Error(`None of MASTER_KEYS opens this box (${context})`);
}
