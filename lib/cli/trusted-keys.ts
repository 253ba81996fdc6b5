import { parsePublishedKeys, type PublishedKeys } from '@/lib/domain/bundle/published-keys';
import { OperatorError } from '@/lib/platform/operator-error';
import { readNamed } from './named-file';

/** Keys from a file that the person trusts. */
export async function readKeys(file: string): Promise<PublishedKeys> {
  const keys = parsePublishedKeys(await readNamed(file, 'a file with a public key'));
  if (!keys.ok) throw new OperatorError(`There is no key in ${file}: ${keys.detail}.`);
  return keys.value;
}
