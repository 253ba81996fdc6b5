import type { WrittenFiles } from './schema';
import type { FileCollection } from './types';

export const fileCollectionOf = (written: WrittenFiles): FileCollection =>
  'path' in written
    ? { kind: 'files', path: written.path, content: written.content }
    : { kind: 'index', index: written.index, name: written.name };

/** Whether each record of a collection is a document, or names one. */
export const holdsDocuments = (written: WrittenFiles | undefined): boolean =>
  written !== undefined && ('index' in written || written.content === 'document');
