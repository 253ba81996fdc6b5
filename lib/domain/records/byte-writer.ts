const FIRST_SIZE = 64 * 1024;

/** Bytes put one behind the other, in as few buffers as there are calls of `take`. */
export class ByteWriter {
  // Every byte is written before it is read: to clear a megabyte first, again and again, would be for nothing.
  #bytes: Uint8Array = Buffer.allocUnsafeSlow(FIRST_SIZE);
  #encoder = new TextEncoder();
  length = 0;

  byte(value: number): void {
    this.#room(1);
    this.#bytes[this.length++] = value;
  }

  /** The bytes of another buffer from one place to before another. */
  copy(from: Uint8Array, start: number, end: number): void {
    const length = end - start;
    this.#room(length);
    // A call costs more than a few bytes do.
    if (length > 48) this.#bytes.set(from.subarray(start, end), this.length);
    else for (let i = 0; i < length; i++) this.#bytes[this.length + i] = from[start + i]!;
    this.length += length;
  }

  all(bytes: Uint8Array): void {
    this.copy(bytes, 0, bytes.length);
  }

  text(text: string): void {
    this.all(this.#encoder.encode(text));
  }

  /** All that was put in since the last call; the caller's own. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.length);
    this.#bytes = Buffer.allocUnsafeSlow(Math.max(FIRST_SIZE, this.length));
    this.length = 0;
    return taken;
  }

  #room(length: number): void {
    if (this.length + length <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(2 * this.#bytes.length, this.length + length));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }
}
