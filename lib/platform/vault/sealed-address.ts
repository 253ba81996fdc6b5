import { openWithMaster, sealWithMaster } from './secrets';

/**
 * Seals what a page has to remember in its own address. Addresses are kept in histories and logs, so nothing readable may stand in them.
 * @param context names the person and the purpose: in another's address it does not open
 * @returns base64url
 */
export const sealForAddress = (value: unknown, context: string): string =>
  Buffer.from(sealWithMaster(JSON.stringify(value), context)).toString('base64url');

/** The caller parses the answer with its own schema. @returns null for what was cut, changed, or sealed for another */
export function openFromAddress(sealed: string, context: string): unknown {
  try {
    return JSON.parse(openWithMaster(new Uint8Array(Buffer.from(sealed, 'base64url')), context));
  } catch {
    return null;
  }
}
