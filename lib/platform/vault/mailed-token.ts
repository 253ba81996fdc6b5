import { blindIndex, blindIndexes } from './blind-index';
import { hashSecret, sameBytes } from './secrets';

/** What somebody without an account opens by a mailed link: the question to a system's owner, what a recipient is told, or who acts for them. */
export type MailedThing = 'inquiry' | 'recipient' | 'mandate';

const mark = (what: MailedThing, id: string): string => `${what}:${id}`;

const written = (digest: Uint8Array): string => Buffer.from(digest).toString('base64url');

/** What is kept of a link's secret: it opens nothing. */
export const mailedTokenHash = (what: MailedThing, id: string): Uint8Array<ArrayBuffer> =>
  hashSecret(written(blindIndex('account', mark(what, id))));

/**
 * The secret in a mailed link, 43 signs. It is made anew for each mail and stands nowhere: whoever reads the database has no link.
 * @returns null where no INDEX_KEY is left that made it
 */
export const mailedToken = (what: MailedThing, id: string, tokenHash: Uint8Array): string | null =>
  blindIndexes('account', mark(what, id))
    .map(written)
    .find((token) => sameBytes(hashSecret(token), tokenHash)) ?? null;
