import { writeCertificate } from '@/lib/documents/certificate/write';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import type { ErasureCertificate } from '@/lib/domain/erasure/certificate';
import { answersOf, type CaseRow, localeOf } from '@/lib/features/case-file/data/case';
import { erasureWords, portalKeptWords } from '@/lib/features/cases/data/erasure-words';
import { keyUrl } from '@/lib/features/fulfilment/data';
import { controller } from '@/lib/platform/controllers/registry';
import { translator } from '@/lib/platform/i18n/translator';
import { signingKey } from '@/lib/platform/signing';

/** The certificate as its person fetches it, in their language and signed as a copy of the data is. */
export async function certificateZip(row: CaseRow, certificate: ErasureCertificate): Promise<Buffer> {
  const { definition, dataMap, accent } = controller(row.controllerId);
  const answers = await answersOf(row);
  const locale = localeOf(row.locale);
  const law = translator(locale, 'law');
  return writeCertificate({
    facts: {
      reference: row.reference,
      locale,
      timezone: definition.timezone,
      controller: { legalName: definition.legalName },
      receivedOn: localDateOf(row.receivedAt.toISOString(), definition.timezone),
      madeAt: certificate.searchedAgainAt,
      keyUrl: keyUrl(),
    },
    certificate,
    words: {
      controller: { name: definition.name, accent: accent.light },
      person: answers.subject?.name ?? answers.name,
      laws: certificate.laws.map((id) => law(`regime.${id}`)),
      plan: certificate.plan,
      systems: erasureWords(certificate.systems, dataMap, locale, 'done'),
      portal: portalKeptWords(certificate.portal, locale),
    },
    signer: signingKey(),
  });
}
