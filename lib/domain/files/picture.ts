/** Thrown for a picture that ends too early, or is none. */
class Broken extends Error {}

const at = (bytes: Uint8Array, place: number): number => {
  const byte = bytes[place];
  if (byte === undefined) throw new Broken();
  return byte;
};

const short = (bytes: Uint8Array, place: number): number => (at(bytes, place) << 8) | at(bytes, place + 1);

const long = (bytes: Uint8Array, place: number): number => short(bytes, place) * 0x1_0000 + short(bytes, place + 2);

function part(bytes: Uint8Array, from: number, to: number): Uint8Array {
  if (to > bytes.length) throw new Broken();
  return bytes.subarray(from, to);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const one of parts) {
    all.set(one, place);
    place += one.length;
  }
  return all;
}

// What a picture is drawn by: ISO/IEC 15948, section 11. Texts, times and what cameras write about place and person are none of these.
const DRAWN_BY = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'pHYs']);
const PNG_SIGNATURE = 8;

function drawnPng(bytes: Uint8Array): Uint8Array {
  const parts = [part(bytes, 0, PNG_SIGNATURE)];
  for (let place = PNG_SIGNATURE; ;) {
    const type = String.fromCharCode(...part(bytes, place + 4, place + 8));
    const end = place + 12 + long(bytes, place);
    const chunk = part(bytes, place, end);
    if (DRAWN_BY.has(type)) parts.push(chunk);
    if (type === 'IEND') return joined(parts);
    place = end;
  }
}

// Markers of ITU-T T.81, table B.1.
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
/** Adobe's: says how the colours are to be read. */
const APP14 = 0xee;
const APP15 = 0xef;
const COM = 0xfe;

const ORIENTATION = 0x0112;

/** Which way up a picture is, from its Exif (CIPA DC-008, 4.6.4): 1 to 8, or 1 where nothing says so. */
function orientationIn(segment: Uint8Array): number {
  if (String.fromCharCode(...segment.subarray(4, 8)) !== 'Exif') return 1;
  const tiff = segment.subarray(10);
  const little = tiff[0] === 0x49;
  const read = (place: number) => (little ? at(tiff, place) | (at(tiff, place + 1) << 8) : short(tiff, place));
  const first = little ? read(4) + read(6) * 0x1_0000 : long(tiff, 4);
  for (let entry = 0; entry < read(first); entry += 1) {
    const place = first + 2 + 12 * entry;
    if (read(place) === ORIENTATION) return read(place + 8);
  }
  return 1;
}

/** An Exif that says which way up the picture is, and nothing else. */
const exifOf = (orientation: number): Uint8Array =>
  new Uint8Array([
    ...[0xff, APP1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1],
    ...[ORIENTATION >> 8, ORIENTATION & 0xff, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
  ]);

/** Where the coded picture that begins here is over: at the next marker that is no restart and no stuffed byte. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let place = from; ; place += 1) {
    if (at(bytes, place) !== 0xff) continue;
    const next = at(bytes, place + 1);
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return place;
  }
}

function drawnJpeg(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [new Uint8Array([0xff, SOI])];
  const kept = (marker: number) => marker === APP0 || marker === APP14 || !(marker >= APP0 && marker <= APP15);
  for (let place = 2; ;) {
    if (at(bytes, place) !== 0xff) throw new Broken();
    const marker = at(bytes, place + 1);
    // What stands behind the end is no part of the picture.
    if (marker === EOI) return joined([...parts, new Uint8Array([0xff, EOI])]);
    let end = place + 2 + short(bytes, place + 2);
    const segment = part(bytes, place, end);
    if (marker === SOS) end = endOfScan(bytes, end);
    if (marker === APP1) {
      const orientation = orientationIn(segment);
      if (orientation >= 2 && orientation <= 8) parts.push(exifOf(orientation));
    } else if (marker !== COM && kept(marker)) parts.push(part(bytes, place, end));
    place = end;
  }
}

/**
 * A picture written anew with what it is drawn by alone: without the place, the device and the texts that cameras and programs add, and without
 * whatever stands behind its end. The picture itself is not changed.
 * @returns null for one that is broken
 */
export function drawnPicture(mediaType: 'image/png' | 'image/jpeg', bytes: Uint8Array): Uint8Array | null {
  try {
    return mediaType === 'image/png' ? drawnPng(bytes) : drawnJpeg(bytes);
  } catch (error) {
    if (error instanceof Broken) return null;
    throw error;
  }
}
