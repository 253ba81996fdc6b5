import 'server-only';
import type { Case } from '@/lib/domain/case/types';
import { RIGHT_DOING } from '@/lib/domain/law/right-doing';
import { type StatementWords, statementWords } from '@/lib/domain/statement/words';
import { type CaseRow, keyOf, localeOf } from '@/lib/features/case-file/data/case';
import { statementFor, statementOf } from '@/lib/features/case-file/data/statements';
import { givenStatements } from '@/lib/features/cases/data/statements';
import { controller } from '@/lib/platform/controllers/registry';
import { translator } from '@/lib/platform/i18n/translator';

/** The statement of a right as its person reads it, or will. `unstated`: the data map leaves open what it has to say, so the desk writes it. */
export type StatementView =
  { readonly state: 'unstated' } | { readonly state: 'proposed' | 'given'; readonly words: StatementWords };

/** By right of the case; none for rights that no statement answers, and once the case is forgotten. */
export async function loadStatements(row: CaseRow, current: Case): Promise<ReadonlyMap<string, StatementView>> {
  const answered = current.rights.filter(({ right }) => RIGHT_DOING[right].statement !== undefined);
  if (answered.length === 0 || !row.key?.wrappedKey) return new Map();
  const given = await givenStatements(row.id);
  const { legalName } = controller(row.controllerId).definition;
  const say = translator(localeOf(row.locale), 'answer');
  return new Map(
    answered.map(({ id, right }): [string, StatementView] => {
      const kept = given.find(({ rightItemId }) => rightItemId === id);
      const statement = kept ? statementOf(kept, keyOf(row)) : statementFor(row, right);
      if (!statement) return [id, { state: 'unstated' }];
      return [id, { state: kept ? 'given' : 'proposed', words: statementWords(statement, legalName, say) }];
    }),
  );
}
