import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { OperatorError } from '@/lib/platform/operator-error';

/**
 * The text of a file that the person at the command line named; "-" is standard input where the command offers it.
 * @param what completes "Name …", such as "a JSON file"
 * @throws OperatorError that says what to name instead
 */
export async function readNamed(file: string, what: string, offersInput = false): Promise<string> {
  if (file === '-' && offersInput) return textOf(await buffer(process.stdin), 'The input');
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new OperatorError(`Cannot read ${file} (${(error as NodeJS.ErrnoException).code}). Name ${what}.`);
  }
  return textOf(bytes, file);
}

/** Windows begins UTF-8 with a mark and its PowerShell writes UTF-16: both are read, whatever else is named. */
function textOf(bytes: Buffer, name: string): string {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new OperatorError(`${name} is not text in ${encoding.toUpperCase()}. Save it as UTF-8.`);
  }
}

function encodingOf(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0) ? 'utf-16be' : 'utf-8';
}
