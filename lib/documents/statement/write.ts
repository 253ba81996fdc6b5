import { canonicalJson } from '@/lib/domain/audit/canonical-json';
import type { Statement } from '@/lib/domain/statement/types';
import { statementWords } from '@/lib/domain/statement/words';
import { translator } from '@/lib/platform/i18n/translator';
import { fingerprintOf, type SignedFacts, type Signer, signedZip } from '../signed-zip';
import { type StatementParties, statementPdf } from './pdf';

export type StatementInput = {
  readonly facts: SignedFacts & { readonly reference: string };
  readonly statement: Statement;
  readonly parties: StatementParties;
  readonly signer: Signer;
};

/** A statement as a ZIP: the PDF to read, the JSON that says the same for programs, and what both are checked by. */
export async function writeStatement({ facts, statement, parties, signer }: StatementInput): Promise<Buffer> {
  const words = statementWords(statement, facts.controller.legalName, translator(facts.locale, 'answer'));
  const pdf = await statementPdf({ facts, words, parties, keyFingerprint: fingerprintOf(signer.publicKeyPem) });
  const json = { format: 'rightsdesk-statement/1', locale: facts.locale, citation: parties.citation, ...statement };
  return signedZip(
    facts,
    [
      { path: 'statement.pdf', mediaType: 'application/pdf', content: pdf },
      { path: 'statement.json', mediaType: 'application/json', content: `${canonicalJson(json)}\n` },
    ],
    signer,
  );
}
