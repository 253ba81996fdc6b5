import 'server-only';
import { collectionsOf } from '@/lib/domain/datamap/build';
import { dataSubjectOf } from '@/lib/domain/intake/data-subject';
import { ok, refuse, type Result } from '@/lib/domain/result';
import { answersOf, keyOf } from '@/lib/features/case-file/data/case';
import { correctionsOf, statementsKept } from '@/lib/features/case-file/data/corrections';
import { knownBy } from '@/lib/features/case-file/data/known-by';
import { controller } from '@/lib/platform/controllers/registry';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { withinLimit } from '@/lib/platform/rate-limit';
import { openTelling } from './data';
import { logTellingRead } from './mutations';
import { tellingTokenSchema } from './schema';
import type { OpenTelling, TellingRefusal, TellingView } from './types';

const VIEWS_PER_HOUR = 120;

/** What the page of a recipient's link shows; that it was shown is a line of the log. */
export async function loadTelling(token: string, now: Date = new Date()): Promise<Result<TellingView, TellingRefusal>> {
  if (!tellingTokenSchema.safeParse(token).success) return refuse('wrong');
  if (!(await withinLimit('recipient', token, VIEWS_PER_HOUR, 3600, now))) return refuse('wrong');
  const opened = await openTelling(token, now);
  if (!opened.ok) return opened;
  await logTellingRead(opened.value, now);
  return ok(await viewOf(opened.value));
}

async function viewOf({ row, step, collections }: OpenTelling): Promise<TellingView> {
  const { definition, dataMap } = controller(row.controllerId);
  const { identities } = await knownBy(row);
  const labelOf = (kind: string): string =>
    kind === 'email' || kind === 'phone'
      ? t(`inquiry.kind.${kind}`)
      : (definition.identifiers.find((one) => one.kind === kind)?.label?.en ?? kind);
  return {
    controller: definition.legalName,
    reference: row.reference,
    step,
    data: collectionsOf(dataMap)
      .filter(({ id }) => collections.includes(id))
      .map(({ title }) => title.en),
    corrections:
      step === 'rectified'
        ? correctionsOf(row, keyOf(row)).map(({ fact, factId, before, after }) => ({
            fact: fact?.en ?? factId,
            wrong: before,
            right: after,
          }))
        : [],
    statements: step === 'rectified' ? statementsKept(row, keyOf(row)).map(({ text }) => text) : [],
    name: dataSubjectOf(await answersOf(row)).name,
    knownBy: Object.entries(identities).map(([kind, values]) => ({
      kind,
      label: labelOf(kind),
      values: [...new Set(values)],
    })),
  };
}
