import { canonicalJson } from '@/lib/domain/audit/canonical-json';
import type { ErasureCertificate } from '@/lib/domain/erasure/certificate';
import { fingerprintOf, type SignedFacts, type Signer, signedZip } from '../signed-zip';
import { certificatePdf, type CertificateWords } from './pdf';

export type CertificateInput = {
  readonly facts: SignedFacts & { readonly reference: string };
  readonly certificate: ErasureCertificate;
  readonly words: CertificateWords;
  readonly signer: Signer;
};

/** A certificate of an erasure as a ZIP: the PDF to read, the JSON that says the same in counts and codes, and what both are checked by. */
export async function writeCertificate({ facts, certificate, words, signer }: CertificateInput): Promise<Buffer> {
  const pdf = await certificatePdf({ facts, words, keyFingerprint: fingerprintOf(signer.publicKeyPem) });
  return signedZip(
    facts,
    [
      { path: 'certificate.pdf', mediaType: 'application/pdf', content: pdf },
      { path: 'certificate.json', mediaType: 'application/json', content: `${canonicalJson(certificate)}\n` },
    ],
    signer,
  );
}
