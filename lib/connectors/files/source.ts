import { createHash } from 'node:crypto';
import type { FileCollection } from '@/lib/domain/datamap/files/types';
import type { Selection } from '@/lib/domain/datamap/plan';
import type { ComparedAs } from '@/lib/domain/datamap/sought';
import type { DataSystem } from '@/lib/domain/datamap/types';
import { DOCUMENT_BYTES, documentKind } from '@/lib/domain/inquiry/document-kind';
import { keysAt } from '../keyed/held';
import { linesOfRecords, recordOut } from '../keyed/record-out';
import type { IdentityCondition, KeyedSource } from '../keyed/source';
import { within } from '../keyed/store';
import { phoneReading } from '../phone-forms';
import { SourceError, type KeepDocument, type Key } from '../port';
import { type Held, heldIn } from './found';
import type { FilePlace, FileTree } from './tree';

/** @throws SourceError */
export function filesOf(system: DataSystem, { collectionId }: Pick<Selection, 'collectionId'>): FileCollection {
  const access = system.collections.find(({ id }) => id === collectionId)?.access;
  if (access?.kind === 'files' || access?.kind === 'index') return access;
  throw new SourceError('badMap', `nothing says where the files of ${collectionId} lie`);
}

// What a row of the database can count.
const MOST_BYTES = 2 ** 31 - 1;

/** Reads a document without keeping it. */
const lookAt: KeepDocument = async (_, bytes) => {
  const sum = createHash('sha256');
  let length = 0;
  for await (const chunk of bytes) {
    sum.update(chunk);
    length += chunk.length;
  }
  return { sha256: sum.digest('hex'), bytes: length };
};

/** The record of a document with what the file itself says. A small one is looked into, a large one is taken for no kind that is known. */
async function withDocument(tree: FileTree, collectionId: string, { record, file }: Held, keep: KeepDocument) {
  const name = String(record.document);
  const size = await tree.sizeOf(file);
  if (size > MOST_BYTES)
    throw new SourceError('badMap', 'a file is larger than 2 GiB, and is no document that could be handed over');
  const chunks: Buffer[] = [];
  if (size <= DOCUMENT_BYTES) for await (const chunk of tree.bytesOf(file)) chunks.push(chunk);
  const kind = size <= DOCUMENT_BYTES ? documentKind(name, Buffer.concat(chunks)) : 'tooLarge';
  const mediaType = typeof kind === 'string' ? 'application/octet-stream' : kind.mediaType;
  const body = size <= DOCUMENT_BYTES ? arrayed(chunks) : tree.bytesOf(file);
  const kept = await keep({ collectionId, name, mediaType }, body);
  return { ...record, mediaType, ...kept };
}

async function* arrayed(chunks: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* chunks;
}

function comparedAs({ match, values, country }: IdentityCondition): ComparedAs[] {
  const phone = {
    everywhere: 'phoneEverywhere',
    international: 'phoneInternational',
    asGiven: 'phoneAsGiven',
  } as const;
  if (match === 'phone') return [...new Set(values.map((value) => phone[phoneReading(value, country).kind]))];
  return [match === 'email' ? 'lowerUnicode' : match === 'exact' ? 'exact' : 'unicode'];
}

/** Files of a place that are found by what stands in their paths, or in an index of them. */
export function filesSource(system: DataSystem, open: FilePlace['open']): KeyedSource {
  const limit = (signal?: AbortSignal): AbortSignal => within(system.timeoutSeconds, signal);
  return {
    async *records(step, by, { signal, keepDocument = lookAt }) {
      const whole = limit(signal);
      const tree = await open(whole);
      const out = async function* () {
        for await (const held of heldIn(tree, filesOf(system, step), by, whole)) {
          const { record, isDocument } = held;
          yield recordOut(step, isDocument ? await withDocument(tree, step.collectionId, held, keepDocument) : record);
        }
      };
      yield* linesOfRecords(out());
    },
    async count(step, by, { signal }) {
      const whole = limit(signal);
      let records = 0;
      for await (const { file } of heldIn(await open(whole), filesOf(system, step), by, whole)) records += file ? 1 : 0;
      return records;
    },
    async keys(selection, by, at, { signal }) {
      const whole = limit(signal);
      const keys = new Map<string, Key>();
      for await (const { record } of heldIn(await open(whole), filesOf(system, selection), by, whole))
        for (const key of keysAt(record, at)) keys.set(JSON.stringify(key), key);
      return [...keys.values()].toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    },
    forms: async ({ where }) =>
      where.flatMap((one) =>
        one.kind === 'identity' ? comparedAs(one).map((form) => ({ kind: one.identity, form })) : [],
      ),
  };
}
