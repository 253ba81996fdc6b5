import { z } from 'zod';
import { LOCALES } from '../../locale';

// The log is kept for ever and read by strangers, so nothing personal fits through these shapes: ids and codes are ASCII without
// spaces, "@" or "+", numbers are counts, the rest is enumerations, digests and times. A digest of something personal must be
// keyed with the case's own key, so that it means nothing once that key is destroyed (Art. 17 against an append-only log).
export const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
export const code = z.string().regex(/^[A-Za-z][A-Za-z0-9._:()/-]{0,79}$/);
export const codes = z.array(code).max(200);
export const count = z.int().nonnegative();
export const digest = z.string().regex(/^[0-9a-f]{64}$/);
export const instant = z.iso.datetime();
export const day = z.iso.date();
export const locale = z.enum(LOCALES);
export const channel = z.enum(['form', 'email', 'letter', 'phone', 'inPerson', 'api']);
export const scope = z.enum(['value', 'field', 'record']);
export const outcome = z.enum(['granted', 'partlyGranted', 'refused', 'noData', 'notFromThem', 'notIdentifiable']);
export const found = z.strictObject({ collection: code, records: count });
/** Records gone, left without what leads to the person, and kept. */
export const erased = { deleted: count, blanked: count, kept: count, uncounted: count.optional() };
export const nothing = z.strictObject({});
