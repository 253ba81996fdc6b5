import { createHash, createPublicKey } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { buildManifest, MANIFEST_PATH, type ManifestFacts, SIGNATURE_PATH } from '@/lib/domain/bundle/manifest';
import type { ManifestFile } from '@/lib/domain/bundle/schema';
import { OPENSSL_COMMAND, PATHS, SUMS_COMMAND, VERIFY_COMMAND } from './bundle/contents';
import { zipTo } from './bundle/zip';
import { wordingOf } from './wording';

const RECEIPT_PATH = 'receipt.txt';

export type ReceiptInput = {
  readonly facts: Omit<ManifestFacts, 'searched' | 'withheld'> & { readonly timezone: string };
  /** What the requester asked for and when it came, in their language, a paragraph each. */
  readonly paragraphs: readonly string[];
  readonly sign: (bytes: Uint8Array) => Uint8Array;
  readonly publicKeyPem: string;
  readonly keyId: string;
};

/**
 * A receipt of a request as a ZIP of a few kilobytes: a text to read, and the manifest and signature of a bundle, so that it is checked by the
 * same means as a copy of the data.
 */
export async function writeReceipt({ facts, paragraphs, sign, publicKeyPem, keyId }: ReceiptInput): Promise<Buffer> {
  const out = new PassThrough();
  const whole = buffer(out);
  const zip = zipTo(out, new Date(facts.madeAt));
  const files: ManifestFile[] = [];
  const add = async (path: string, mediaType: string, content: string) =>
    files.push({ ...(await zip.add(path, mediaType, [content])), records: null });
  const fingerprint = createHash('sha256')
    .update(createPublicKey(publicKeyPem).export({ type: 'spki', format: 'der' }))
    .digest('hex');
  await add(RECEIPT_PATH, 'text/plain', plainText([...paragraphs, ...howToCheck(facts, fingerprint)]));
  await add(PATHS.publicKey, 'application/x-pem-file', publicKeyPem);
  await add(PATHS.sums, 'text/plain', files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join(''));
  const manifest = buildManifest(files, { ...facts, searched: [], withheld: [] }, keyId);
  await zip.add(MANIFEST_PATH, 'application/json', [manifest]);
  await zip.add(SIGNATURE_PATH, 'application/octet-stream', [sign(manifest)]);
  await zip.end();
  return whole;
}

function howToCheck(facts: ReceiptInput['facts'], fingerprint: string): string[] {
  const { t } = wordingOf(facts);
  return [
    t('checkMeTitle'),
    t('checkIntro'),
    `${t('checkKey', { url: facts.keyUrl })}\n\n    ${fingerprint}`,
    `${t('checkSteps')}\n\n    ${OPENSSL_COMMAND}`,
    `${t('checkAnswer')}\n\n    ${SUMS_COMMAND}`,
    t('checkAnswerFiles'),
    `${t('checkTool')}\n\n    ${VERIFY_COMMAND} ${facts.reference ?? ''}-receipt.zip`,
  ];
}

// Windows' own editor reads either line ending, older ones only this one; the mark tells them that it is UTF-8.
const plainText = (paragraphs: readonly string[]): string =>
  `\uFEFF${paragraphs.join('\n\n')}\n`.replaceAll('\n', '\r\n').replaceAll('\u00a0', ' ');
