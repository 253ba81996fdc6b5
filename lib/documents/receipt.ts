import { OPENSSL_COMMAND, SUMS_COMMAND, VERIFY_COMMAND } from './bundle/contents';
import { fingerprintOf, type SignedFacts, type Signer, signedZip } from './signed-zip';
import { wordingOf } from './wording';

const RECEIPT_PATH = 'receipt.txt';

export type ReceiptInput = Signer & {
  readonly facts: SignedFacts;
  /** What the requester asked for and when it came, in their language, a paragraph each. */
  readonly paragraphs: readonly string[];
};

/** A receipt of a request as a ZIP of a few kilobytes: a text to read, checked by the same means as a copy of the data. */
export const writeReceipt = ({ facts, paragraphs, ...signer }: ReceiptInput): Promise<Buffer> => {
  const content = plainText([...paragraphs, ...howToCheck(facts, fingerprintOf(signer.publicKeyPem))]);
  return signedZip(facts, [{ path: RECEIPT_PATH, mediaType: 'text/plain', content }], signer);
};

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
