import type { HiddenPlace } from '@/lib/domain/fulfilment/copy';
import { Spool } from '@/lib/platform/spool';

/** Every place where something is hidden, for programs: one JSON array, a place a line, with the law's words for the ground that the mark in the data names. */
export class HiddenPlaces {
  readonly #files: { readonly file: string; readonly places: Spool }[] = [];
  #places = new Spool();

  async add(places: readonly HiddenPlace[]): Promise<void> {
    await this.#places.append(Buffer.from(places.map((place) => `${JSON.stringify(place)}\n`).join('')));
  }

  /** @param file the data file that all places since the last call are in: it has its name once its records have passed */
  areIn(file: string): void {
    this.#files.push({ file, places: this.#places });
    this.#places = new Spool();
  }

  async *file(): AsyncGenerator<string> {
    let before = '[\n';
    for (const { file, places } of this.#files) {
      const begin = `{"file":${JSON.stringify(file)},`;
      // What is put aside comes back in whole lines, as it was appended.
      for await (const bytes of places.read()) {
        const lines = Buffer.from(bytes).toString('utf8').trimEnd().split('\n');
        yield before + lines.map((line) => begin + line.slice(1)).join(',\n');
        before = ',\n';
      }
    }
    yield before === '[\n' ? '[]\n' : '\n]\n';
  }

  async drop(): Promise<void> {
    await Promise.all([this.#places, ...this.#files.map(({ places }) => places)].map((spool) => spool.drop()));
  }
}
