import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { open as unseal, seal } from '@/lib/platform/vault/sealed-box';

// What most files need fits into memory; what does not goes to disk in pieces of this size.
const PIECE_BYTES = 1024 * 1024;

/**
 * Bytes that are put aside until it is their turn, in constant memory. What goes to disk is sealed under a key that no file ever holds: it
 * can be read by this process alone, and by nobody once it has ended, however it ended.
 */
export class Spool {
  readonly #key = randomBytes(32);
  #pending: Uint8Array[] = [];
  #pendingBytes = 0;
  #pieces: number[] = [];
  #file: { readonly handle: FileHandle; readonly folder: string } | null = null;

  async append(bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0) return;
    this.#pending.push(bytes);
    this.#pendingBytes += bytes.length;
    if (this.#pendingBytes >= PIECE_BYTES) await this.#putAside();
  }

  /** Everything that was appended, in its order; nothing may be appended meanwhile. */
  async *read(): AsyncGenerator<Uint8Array> {
    let at = 0;
    for (const [no, length] of this.#pieces.entries()) {
      const sealed = Buffer.alloc(length);
      const { bytesRead } = await this.#file!.handle.read(sealed, 0, length, at);
      if (bytesRead !== length) throw new Error('What was put aside is not there any more');
      at += length;
      yield unseal(this.#key, sealed, String(no));
    }
    yield* this.#pending;
  }

  async drop(): Promise<void> {
    this.#pending = [];
    if (!this.#file) return;
    const { handle, folder } = this.#file;
    this.#file = null;
    await handle.close();
    await rm(folder, { recursive: true, force: true });
  }

  async #putAside(): Promise<void> {
    const [pieces, no] = [this.#pending, this.#pieces.length];
    [this.#pending, this.#pendingBytes] = [[], 0];
    const sealed = seal(this.#key, Buffer.concat(pieces), String(no));
    this.#pieces.push(sealed.length);
    this.#file ??= await newFile();
    await this.#file.handle.write(sealed);
  }
}

async function newFile() {
  const folder = await mkdtemp(path.join(tmpdir(), 'rightsdesk-'));
  const file = path.join(folder, 'aside');
  const handle = await open(file, 'wx+', 0o600);
  // Where a system allows it, nothing is left to clear up after a process that was killed.
  await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  return { handle, folder };
}
