import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { REFERENCE_ALPHABET } from '@/lib/domain/search/reference';

export const newId = (): string => randomUUID();

const draw = (length: number): string =>
  Array.from({ length }, () => REFERENCE_ALPHABET[randomInt(REFERENCE_ALPHABET.length)]).join('');

/** A reference such as `CA-5XN3-7RKT`, to be read aloud and typed; 25^8 of them, so that none can be guessed from another. */
export const newReference = (prefix: string): string => `${prefix}-${draw(4)}-${draw(4)}`;

/** A secret for a link or a cookie: 256 bits, base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Six digits to type from a mail. Short, therefore always behind an attempt limit and an expiry. */
export const newCode = (): string => randomInt(1_000_000).toString().padStart(6, '0');
