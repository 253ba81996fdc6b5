import { DOCUMENT_BYTES, documentKind, documentName, endingOf } from '@/lib/domain/inquiry/document-kind';
import { lineError } from '../http/exchange';
import { statusError } from '../http/status';
import { type KeptDocument, SourceError } from '../port';
import type { Processor } from './processor';

// What a row of the database can count.
const MOST_BYTES = 2 ** 31 - 1;

// What is not there any more, or may be fetched no more.
const GONE: ReadonlySet<number> = new Set([403, 404, 410]);

type Named = { readonly name: string; readonly mediaType: string };
type Keep = (document: Named, bytes: AsyncIterable<Buffer>) => Promise<KeptDocument>;

/** What a document is called: as where it lies, if that says of which kind it is. */
function nameOf(url: URL, mediaType: string): string {
  const last = decodeURIComponent(url.pathname.split('/').at(-1) ?? '');
  return documentName(/\.[A-Za-z0-9]{1,5}$/.test(last) ? last : `results${endingOf(mediaType)}`);
}

/** Its bytes; what breaks the line is told from what becomes of them here. */
async function* bytesFrom(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const reader = body[Symbol.asyncIterator]();
  for (;;) {
    const { value, done } = await reader.next().catch((cause: unknown) => {
      throw lineError(cause);
    });
    if (done) return;
    yield value;
  }
}

/** A document that is small enough is looked into; a large one is taken for no kind that is known. */
async function described(name: string, bytes: AsyncIterator<Buffer>) {
  const head: Buffer[] = [];
  let [length, ended] = [0, false];
  while (!ended && length <= DOCUMENT_BYTES) {
    const { value, done } = await bytes.next();
    ended = done === true;
    if (!ended) {
      head.push(value);
      length += value.length;
    }
  }
  const kind = ended ? documentKind(name, Buffer.concat(head)) : 'tooLarge';
  async function* whole(): AsyncGenerator<Buffer> {
    yield* head;
    while (!ended) {
      const { value, done } = await bytes.next();
      if (done) return;
      length += value.length;
      if (length > MOST_BYTES) throw new SourceError('badMap', 'its results are larger than 2 GiB');
      yield value;
    }
  }
  return { mediaType: typeof kind === 'string' ? 'application/octet-stream' : kind.mediaType, whole: whole() };
}

/**
 * Fetches what a processor gives of a person, and keeps it as it came: nobody knows of what shape it is.
 * @returns what a record says of it
 * @throws SourceError
 */
export async function resultsOf({ results }: Processor, address: string, keep: Keep) {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null) throw new SourceError('badMap', 'it names no address at which its results lie');
  const { answer, over } = await results(url);
  try {
    if (GONE.has(answer.status)) throw new SourceError('byPerson', 'its results are not there any more');
    if (answer.status !== 200) throw statusError(answer.status, 'GET its results');
    const name = nameOf(url, (answer.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase());
    const { mediaType, whole } = await described(name, bytesFrom(answer.body));
    return { document: name, mediaType, ...(await keep({ name, mediaType }, whole)) };
  } finally {
    answer.body.destroy();
    over();
  }
}
