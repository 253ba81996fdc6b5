import { createHash, randomUUID } from 'node:crypto';

export type StoredObject = { readonly bytes: Buffer; readonly etag: string };

/** The name of an error of S3's, and its status. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
  ) {
    super(code);
  }
}

const md5 = (bytes: Buffer): Buffer => createHash('md5').update(bytes).digest();
const LEAST_PART_BYTES = 5 * 1024 * 1024;

type Begun = { readonly key: string; readonly parts: Map<number, StoredObject> };

/** The objects of one bucket, and the uploads to it that are not finished. */
export class Objects {
  readonly whole = new Map<string, StoredObject>();
  readonly begun = new Map<string, Begun>();

  put(key: string, bytes: Buffer): StoredObject {
    const object = { bytes, etag: `"${md5(bytes).toString('hex')}"` };
    this.whole.set(key, object);
    return object;
  }

  get(key: string): StoredObject {
    const found = this.whole.get(key);
    if (!found) throw new Refused('NoSuchKey', 404);
    return found;
  }

  begin(key: string): string {
    const id = randomUUID();
    this.begun.set(id, { key, parts: new Map() });
    return id;
  }

  addPart(id: string, key: string, no: number, bytes: Buffer): string {
    const etag = `"${md5(bytes).toString('hex')}"`;
    this.#begunAt(id, key).parts.set(no, { bytes, etag });
    return etag;
  }

  /** All parts that are named, in the order of their numbers, become the object at once. */
  complete(id: string, key: string, named: readonly { readonly no: number; readonly etag: string }[]): string {
    const { parts } = this.#begunAt(id, key);
    if (named.length === 0) throw new Refused('MalformedXML', 400);
    const chosen = named.map(({ no, etag }, at) => {
      const part = parts.get(no);
      if (!part || part.etag !== etag) throw new Refused('InvalidPart', 400);
      if (at > 0 && no <= named[at - 1]!.no) throw new Refused('InvalidPartOrder', 400);
      if (at < named.length - 1 && part.bytes.length < LEAST_PART_BYTES) throw new Refused('EntityTooSmall', 400);
      return part;
    });
    const etag = `"${md5(Buffer.concat(chosen.map(({ bytes }) => md5(bytes)))).toString('hex')}-${chosen.length}"`;
    this.whole.set(key, { bytes: Buffer.concat(chosen.map(({ bytes }) => bytes)), etag });
    this.begun.delete(id);
    return etag;
  }

  abort(id: string, key: string): void {
    this.#begunAt(id, key);
    this.begun.delete(id);
  }

  #begunAt(id: string, key: string): Begun {
    const found = this.begun.get(id);
    if (!found || found.key !== key) throw new Refused('NoSuchUpload', 404);
    return found;
  }
}
