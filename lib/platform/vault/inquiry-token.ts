import { blindIndex, blindIndexes } from './blind-index';
import { hashSecret, sameBytes } from './secrets';

const mark = (inquiryId: string): string => `inquiry:${inquiryId}`;

const written = (digest: Uint8Array): string => Buffer.from(digest).toString('base64url');

/** What is kept of an inquiry's secret: it opens nothing. */
export const inquiryTokenHash = (inquiryId: string): Uint8Array<ArrayBuffer> =>
  hashSecret(written(blindIndex('account', mark(inquiryId))));

/**
 * The secret in the link of an inquiry, 43 signs. It is made anew for each mail and stands nowhere: whoever reads the database has no link.
 * @returns null where no INDEX_KEY is left that made it
 */
export const inquiryToken = (inquiryId: string, tokenHash: Uint8Array): string | null =>
  blindIndexes('account', mark(inquiryId))
    .map(written)
    .find((token) => sameBytes(hashSecret(token), tokenHash)) ?? null;
