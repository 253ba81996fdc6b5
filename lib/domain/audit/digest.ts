import { createHash } from 'node:crypto';
import { canonicalBytes } from './canonical-json';

/** SHA-256 over the canonical JSON of a value, in hex: the same for equal values, whoever computes it. */
export const digestOf = (value: unknown): string => createHash('sha256').update(canonicalBytes(value)).digest('hex');
