import type { HiddenPlace } from '@/lib/domain/fulfilment/copy';
import { Spool } from '@/lib/platform/spool';

/** Every place where something is hidden, for programs: one JSON array, a place a line, with the law's words for the ground that the mark in the data names. */
export class HiddenPlaces {
  readonly #spool = new Spool();
  #places = 0;

  /** @param file the data file that the places are in */
  async add(file: string, places: readonly HiddenPlace[]): Promise<void> {
    if (places.length === 0) return;
    const lines = places.map((place) => `${this.#places++ === 0 ? '' : ','}\n${JSON.stringify({ file, ...place })}`);
    await this.#spool.append(Buffer.from(lines.join('')));
  }

  async *file(): AsyncGenerator<string | Uint8Array> {
    yield '[';
    yield* this.#spool.read();
    yield this.#places === 0 ? ']\n' : '\n]\n';
  }

  drop(): Promise<void> {
    return this.#spool.drop();
  }
}
