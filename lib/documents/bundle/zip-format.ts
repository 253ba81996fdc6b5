import type { Deflated } from './deflated';

/** A file of the archive with the place where it begins. */
export type ZipEntry = Pick<Deflated, 'crc32' | 'sizeBytes' | 'deflatedBytes'> & {
  readonly path: string;
  readonly offset: number;
};

const [LOCAL, CENTRAL, END, END_64, LOCATOR_64] = [0x04034b50, 0x02014b50, 0x06054b50, 0x06064b50, 0x07064b50];
const [DEFLATED, UTF8_NAMES] = [8, 0x0800];
const [VERSION, VERSION_64, UNIX] = [20, 45, 3];
const [MOST_32, MOST_16] = [0xffff_ffff, 0xffff];
const FILE_MODE = 0o100644;

/** The parts of a ZIP that are not files (PKWARE, APPNOTE 6.3.10), with 64-bit sizes where a size or place needs them. */
export class ZipFormat {
  readonly #time: number;
  readonly #date: number;

  /** @param madeAt instant that every file carries, in UTC, so that the archive tells nothing about our machine */
  constructor(madeAt: Date) {
    this.#time = (madeAt.getUTCHours() << 11) | (madeAt.getUTCMinutes() << 5) | (madeAt.getUTCSeconds() >> 1);
    this.#date = ((madeAt.getUTCFullYear() - 1980) << 9) | ((madeAt.getUTCMonth() + 1) << 5) | madeAt.getUTCDate();
  }

  /** What stands before a file's bytes: 4.3.7. */
  localHeader(entry: ZipEntry): Buffer {
    const sizes = [entry.sizeBytes, entry.deflatedBytes];
    const large = sizes.some((size) => size >= MOST_32);
    const extra = large ? extra64(sizes) : Buffer.alloc(0);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(LOCAL, 0);
    this.#common(head, 4, entry, large, large);
    const name = Buffer.from(entry.path, 'utf8');
    head.writeUInt16LE(name.length, 26);
    head.writeUInt16LE(extra.length, 28);
    return Buffer.concat([head, name, extra]);
  }

  /** A file's line in the directory at the end: 4.3.12. */
  centralHeader(entry: ZipEntry): Buffer {
    const { sizeBytes, deflatedBytes, offset } = entry;
    const large = sizeBytes >= MOST_32 || deflatedBytes >= MOST_32;
    const far = offset >= MOST_32;
    const extra =
      large || far
        ? extra64([...(large ? [sizeBytes, deflatedBytes] : []), ...(far ? [offset] : [])])
        : Buffer.alloc(0);
    const head = Buffer.alloc(46);
    head.writeUInt32LE(CENTRAL, 0);
    head.writeUInt16LE((UNIX << 8) | VERSION_64, 4);
    this.#common(head, 6, entry, large, large || far);
    const name = Buffer.from(entry.path, 'utf8');
    head.writeUInt16LE(name.length, 28);
    head.writeUInt16LE(extra.length, 30);
    head.writeUInt32LE((FILE_MODE << 16) >>> 0, 38);
    head.writeUInt32LE(far ? MOST_32 : offset, 42);
    return Buffer.concat([head, name, extra]);
  }

  /** What ends the archive: 4.3.14 to 4.3.16. */
  end(count: number, from: number, length: number): Buffer {
    const end = Buffer.alloc(22);
    end.writeUInt32LE(END, 0);
    end.writeUInt16LE(Math.min(count, MOST_16), 8);
    end.writeUInt16LE(Math.min(count, MOST_16), 10);
    end.writeUInt32LE(Math.min(length, MOST_32), 12);
    end.writeUInt32LE(Math.min(from, MOST_32), 16);
    if (count < MOST_16 && length < MOST_32 && from < MOST_32) return end;
    const whole = Buffer.alloc(56);
    whole.writeUInt32LE(END_64, 0);
    whole.writeBigUInt64LE(BigInt(whole.length - 12), 4);
    whole.writeUInt16LE((UNIX << 8) | VERSION_64, 12);
    whole.writeUInt16LE(VERSION_64, 14);
    whole.writeBigUInt64LE(BigInt(count), 24);
    whole.writeBigUInt64LE(BigInt(count), 32);
    whole.writeBigUInt64LE(BigInt(length), 40);
    whole.writeBigUInt64LE(BigInt(from), 48);
    const locator = Buffer.alloc(20);
    locator.writeUInt32LE(LOCATOR_64, 0);
    locator.writeBigUInt64LE(BigInt(from + length), 8);
    locator.writeUInt32LE(1, 16);
    return Buffer.concat([whole, locator, end]);
  }

  /** The members that both headers have in the same order, from the version needed on. */
  #common(head: Buffer, at: number, entry: ZipEntry, large: boolean, needs64: boolean): void {
    head.writeUInt16LE(needs64 ? VERSION_64 : VERSION, at);
    head.writeUInt16LE(UTF8_NAMES, at + 2);
    head.writeUInt16LE(DEFLATED, at + 4);
    head.writeUInt16LE(this.#time, at + 6);
    head.writeUInt16LE(this.#date, at + 8);
    head.writeUInt32LE(entry.crc32, at + 10);
    head.writeUInt32LE(large ? MOST_32 : entry.deflatedBytes, at + 14);
    head.writeUInt32LE(large ? MOST_32 : entry.sizeBytes, at + 18);
  }
}

/** Zip64 extended information: 4.5.3. */
function extra64(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * values.length);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8 * values.length, 2);
  values.forEach((value, i) => extra.writeBigUInt64LE(BigInt(value), 4 + 8 * i));
  return extra;
}
