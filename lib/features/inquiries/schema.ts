import { z } from 'zod';

/** The secret in the link of an inquiry. */
export const inquiryTokenSchema = z.string().regex(/^[\w-]{43}$/);

/** The form's own address for what it asks of one collection: ids of collections have dots, ids of fields in a page had better not. */
export const fieldOf = (name: string, collectionId: string): string =>
  `${name}-${collectionId.replace(/[^A-Za-z0-9_-]/g, '-')}`;
