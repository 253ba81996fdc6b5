import { readFile } from 'node:fs/promises';
import { parsePublishedKeys, type PublishedKeys } from '@/lib/domain/bundle/published-keys';
import { OperatorError } from '@/lib/platform/operator-error';

/** A file that the person at the command line named. @throws OperatorError that says what to name instead */
export async function readNamed(file: string, what: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new OperatorError(`Cannot read ${file} (${(error as NodeJS.ErrnoException).code}). Name ${what}.`);
  }
}

/** Keys from a file that the person trusts. */
export async function readKeys(file: string): Promise<PublishedKeys> {
  const keys = parsePublishedKeys(await readNamed(file, 'a file with a public key'));
  if (!keys.ok) throw new OperatorError(`There is no key in ${file}: ${keys.detail}.`);
  return keys.value;
}
