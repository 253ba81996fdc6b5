/** Cuts a stream of bytes into pieces of known lengths, one after the other. */
export class Slices {
  readonly #bytes: AsyncIterator<Uint8Array>;
  #rest = new Uint8Array(0);

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#bytes = bytes[Symbol.asyncIterator]();
  }

  /** @throws where the stream ends before so many bytes have come */
  async *next(length: number): AsyncGenerator<Uint8Array> {
    for (let wanted = length; wanted > 0;) {
      if (this.#rest.length === 0) {
        const more = await this.#bytes.next();
        if (more.done) throw new Error('fewer bytes came than were put aside');
        this.#rest = new Uint8Array(more.value);
      }
      const part = this.#rest.subarray(0, wanted);
      this.#rest = this.#rest.subarray(part.length);
      wanted -= part.length;
      yield part;
    }
  }
}
