import { PORTAL_ITSELF } from '@/lib/connectors/portal/kind';
import type { Connector, Reader } from '@/lib/connectors/port';
import type { CollectionStep } from '@/lib/domain/datamap/plan';
import { lineOf } from '@/lib/domain/records/lines';
import { portalRecords } from '@/lib/domain/portal/records';
import { PORTAL_KINDS } from '@/lib/domain/portal/system';
import type { CaseRow } from '@/lib/features/case-file/data/case';
import { portalCases } from './portal-cases';

/** This portal as a system among the others, for the person of a case: what it keeps because they asked, and when they asked before. */
export function portalConnector(row: CaseRow, emails: readonly string[]): Connector {
  let reading: ReturnType<typeof portalCases> | null = null;
  async function linesOf({ name }: Pick<CollectionStep, 'name'>): Promise<Uint8Array[]> {
    const kind = PORTAL_KINDS.find((one) => one === name);
    if (!kind) throw new Error(`This portal keeps no ${name}`);
    // Read once, so that all kinds of records are of one moment.
    reading ??= portalCases(row, emails);
    return (await reading).flatMap((one) => portalRecords(one)[kind]).map(lineOf);
  }
  const reader: Reader = {
    async *collect(step) {
      const lines = await linesOf(step);
      if (lines.length > 0) yield Buffer.concat(lines);
    },
    forms: async () => [{ kind: 'email', form: 'lowerUnicode' }],
    count: async (step) => (await linesOf(step)).length,
    // Nothing of another system is found by a record of this one.
    keys: async () => [],
  };
  return {
    ...reader,
    ...PORTAL_ITSELF.probe(),
    reading: () => ({ ...reader, close: async () => undefined }),
  };
}
