import type { BundleAnswer, BundleFacts, BundleRemedy } from '@/lib/domain/bundle/types';
import { isGranting } from '@/lib/domain/case/carry-out';
import { exemptionCitation } from '@/lib/domain/case/rules';
import type { CollectionAnswer } from '@/lib/domain/case/types';
import { collectionsOf } from '@/lib/domain/datamap/build';
import { copyOf, type CopyWords } from '@/lib/domain/fulfilment/copy';
import { bundleFacts } from '@/lib/domain/fulfilment/facts';
import { bundleRemedies } from '@/lib/domain/fulfilment/remedies';
import { scopeOf } from '@/lib/domain/fulfilment/scope';
import type { SubmittedAnswers } from '@/lib/domain/intake/schema';
import { cite } from '@/lib/domain/clock/describe';
import { type LocalDate, localDateOf } from '@/lib/domain/clock/local-date';
import { RIGHT_DOING } from '@/lib/domain/law/right-doing';
import { isRefusing, rightRule } from '@/lib/domain/law/rights';
import type { Locale } from '@/lib/domain/locale';
import { answersOf, caseOf, type CaseRow, keyOf, localeOf } from '@/lib/features/cases/data';
import { allRecords } from '@/lib/features/records/data';
import { redactionsOf } from '@/lib/features/redactions/data';
import { controller } from '@/lib/platform/controllers/registry';
import { db } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { translator } from '@/lib/platform/i18n/translator';

export const keyUrl = (): string => `${env().BASE_URL}/.well-known/rightsdesk-keys.json`;

/** How a copy speaks in one language, also where something is hidden. */
export function copyWords(locale: Locale): CopyWords {
  const say = translator(locale, 'answer');
  const law = translator(locale, 'law');
  // The exemptions of the United Kingdom are those of the GDPR under other numbers, and are worded there.
  const ground = (id: string) => law(`exemption.${id.replace(/^UK-/, 'GDPR-')}`);
  return { locale, say, ground, hidden: (id) => `[${say('hidden', { what: ground(id) })}]`, citation: exemptionCitation };
}

/** Everything a bundle of this case says and holds; records come redacted and in order, as often as they are asked for. */
export type BundleContent = {
  readonly facts: BundleFacts;
  readonly records: (collectionId: string) => AsyncIterable<Readonly<Record<string, unknown>>>;
};

export async function bundleContent(row: CaseRow, madeAt: Date): Promise<BundleContent> {
  const { definition, dataMap, accent } = controller(row.controllerId);
  const locale = localeOf(row.locale);
  const words = copyWords(locale);
  const answers = await answersOf(row);
  const results = await resultsOf(row.id);
  const found = new Set(results.filter(({ result }) => result === 'found').map(({ collectionId }) => collectionId));
  const copy = copyOf(
    {
      collections: collectionsOf(dataMap).filter(({ id }) => found.has(id)),
      read: (collectionId) => allRecords(row.id, collectionId),
      redactions: await redactionsOf(row.id, keyOf(row)),
    },
    words,
  );
  const facts = bundleFacts(
    { definition, dataMap, accent },
    {
      reference: row.reference,
      locale,
      subject: { name: answers.subject?.name ?? answers.name },
      answers: answersGiven(row, answers, words),
      receivedOn: localDateOf(row.receivedAt.toISOString(), definition.timezone),
      dueOn: row.dueOn.toISOString().slice(0, 10) as LocalDate,
      madeAt: madeAt.toISOString(),
      remedies: remediesOf(row, words),
      keyUrl: keyUrl(),
      withheld: await copy.withheld(),
      results,
    },
    words.say,
  );
  return { facts, records: copy.records };
}

async function resultsOf(caseId: string): Promise<CollectionAnswer[]> {
  const rows = await db().sourceResult.findMany({ where: { caseId } });
  return rows.map(({ collectionId, result, reason, records }) => ({ collectionId, result: result as CollectionAnswer['result'], reason, records }));
}

function remediesOf(row: CaseRow, words: CopyWords): BundleRemedy[] {
  const { definition } = controller(row.controllerId);
  const { rights } = caseOf(row);
  const refused = rights.some(({ decision }) => decision !== null && isRefusing(decision.outcome));
  const where = { residence: row.residence, authority: definition.authority };
  const on = localDateOf(row.receivedAt.toISOString(), definition.timezone);
  return bundleRemedies({ rights, where, controller: definition.name, refused }, on, { say: words.say, law: translator(words.locale, 'law') });
}

function answersGiven(row: CaseRow, { period }: SubmittedAnswers, words: CopyWords): BundleAnswer[] {
  const law = translator(words.locale, 'law');
  const receivedOn = localDateOf(row.receivedAt.toISOString(), controller(row.controllerId).definition.timezone);
  return caseOf(row).rights.flatMap(({ right, regime, decision, carriedOut }) => {
    const rule = rightRule(regime, right, receivedOn);
    if (!decision) return [];
    // The copy itself is what is done by it; what a person still has to do is only agreed.
    const promised = isGranting(decision.outcome) && RIGHT_DOING[right].doneBy === 'desk' && carriedOut === null;
    return [{ title: law(`right.${right}.plain`), outcome: promised ? words.say(`agreed.${decision.outcome}`) : law(`outcome.${decision.outcome}`), citation: rule ? cite(rule.citation, law) : regime, scope: scopeOf(period, rule, { say: words.say, law }) }];
  });
}
