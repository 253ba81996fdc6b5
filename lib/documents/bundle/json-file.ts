import { formOf, MOST_LISTED } from '@/lib/domain/bundle/record-form';
import { ByteWriter } from '@/lib/domain/records/byte-writer';
import type { RecordLine } from '@/lib/domain/records/record-line';
import { type Deflated, Deflating } from './deflated';

const [COMMA, NEWLINE, LIST, LIST_END] = [0x2c, 0x0a, 0x5b, 0x5d];

/**
 * The records of a collection for programs. How many there are is known at the end only, so both forms are begun and the array is thrown
 * away once it has grown too long for one.
 */
export class JsonFile {
  readonly #list = new ByteWriter();
  readonly #lines = new ByteWriter();
  readonly #listFile = new Deflating();
  readonly #linesFile = new Deflating();
  #records = 0;

  constructor() {
    this.#list.byte(LIST);
  }

  add({ bytes, start, end }: RecordLine): void {
    this.#records += 1;
    if (this.#records <= MOST_LISTED) {
      if (this.#records > 1) this.#list.byte(COMMA);
      this.#list.byte(NEWLINE);
      this.#list.copy(bytes, start, end);
    }
    this.#lines.copy(bytes, start, end);
    this.#lines.byte(NEWLINE);
  }

  async write(): Promise<void> {
    await Promise.all([this.#listFile.write(this.#list.take()), this.#linesFile.write(this.#lines.take())]);
  }

  async end(): Promise<Deflated> {
    for (const byte of [NEWLINE, LIST_END, NEWLINE]) this.#list.byte(byte);
    await this.write();
    const [kept, other] =
      formOf(this.#records) === 'json' ? [this.#listFile, this.#linesFile] : [this.#linesFile, this.#listFile];
    await other.drop();
    return kept.end();
  }

  async drop(): Promise<void> {
    await Promise.all([this.#listFile.drop(), this.#linesFile.drop()]);
  }
}
