import { escapeIdentifier, escapeLiteral, type ClientBase } from 'pg';
import type { Blanks } from '@/lib/domain/datamap/types';
import type { SystemErasure } from '@/lib/domain/erasure/types';
import { SourceError } from '../../port';
import type { Session } from '../session';
import { OWN } from '../value-sql';
import { deletedSql } from './as-found';
import { BATCH, BATCH_SIZE, FATE, samePlace, searchedAgainSql, tableOf } from './found';
import type { LiveTable } from './live-schema';
import type { Looked } from './looking';
import type { FoundTable } from './remaining';

/** Hears which collection is being worked on and how many of its records are done. */
export type Progress = (collectionId: string, records: number) => Promise<void>;

const notDone = (collectionId: string, done: number, wanted: number): SourceError =>
  new SourceError(
    'badMap',
    `${done} of ${wanted} records of ${collectionId} could be changed; a trigger or a rule of the table keeps the others, so nothing was erased`,
  );

/** The value of a blank. In a text, `{id}` stands for that column of the record's primary key. */
function blankSql(value: Blanks[string] | undefined, { primaryKey }: LiveTable): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value !== 'string') return String(value);
  const tokens = primaryKey.filter((column) => value.includes(`{${column}}`));
  return tokens.reduce(
    (sql, column) => `replace(${sql}, ${escapeLiteral(`{${column}}`)}, ${OWN}.${escapeIdentifier(column)}::text)`,
    escapeLiteral(value),
  );
}

async function blank(
  client: ClientBase,
  { name, erasure }: FoundTable,
  live: LiveTable,
  wanted: number,
): Promise<void> {
  const { step, rule } = erasure;
  const blanks = rule.kind === 'anonymise' ? rule.blanks : rule.kind === 'erase' ? rule.whileKept : null;
  if (blanks === null || wanted === 0) return;
  const set = Object.entries(blanks).map(([field, value]) => `${escapeIdentifier(field)} = ${blankSql(value, live)}`);
  const { rowCount } = await client.query(
    `UPDATE ${tableOf(step)} SET ${set.join(', ')} FROM ${name} AS found WHERE ${samePlace(OWN, 'found')} AND found.${FATE} IN ('anonymise', 'blank')`,
  );
  if (rowCount !== wanted) throw notDone(step.collectionId, rowCount ?? 0, wanted);
}

const deleteSql = ({ name, erasure }: FoundTable): string =>
  `DELETE FROM ${tableOf(erasure.step)} USING ${name} AS found WHERE ${samePlace(OWN, 'found')} AND found.${FATE} = 'erase'`;

/** Records that may refer to each other go in one statement: the server looks at its end whether anything still refers to what went. */
async function eraseTogether(client: ClientBase, group: readonly FoundTable[]): Promise<number[]> {
  const parts = group.map((table, n) => `gone_${n} AS (${deleteSql(table)} RETURNING 1)`);
  const counts = group.map((_, n) => `(SELECT count(*) FROM gone_${n}) AS gone_${n}`);
  const { rows } = await client.query<Record<string, string>>(`WITH ${parts.join(', ')} SELECT ${counts.join(', ')}`);
  return group.map((_, n) => Number(rows[0]?.[`gone_${n}`]));
}

async function eraseInBatches(
  client: ClientBase,
  table: FoundTable,
  found: number,
  progress: Progress,
): Promise<number> {
  let gone = 0;
  for (let batch = 0; batch * BATCH_SIZE < found; batch++) {
    const { rowCount } = await client.query(`${deleteSql(table)} AND found.${BATCH} = ${batch}`);
    gone += rowCount ?? 0;
    await progress(table.erasure.step.collectionId, gone);
  }
  return gone;
}

/** Changes what was looked up: blanks first, so that nothing refers any more to what goes then. @throws SourceError */
export async function act({ client }: Session, { facts, live, found }: Looked, progress: Progress): Promise<void> {
  const of = (id: string) => facts.collections.find(({ collectionId }) => collectionId === id)!;
  for (const [id, table] of found.tables) {
    const { blanked, anonymised } = of(id);
    await blank(
      client,
      table,
      live.tables.find(({ collectionId }) => collectionId === id)!,
      blanked + anonymised,
    );
  }
  const names = new Map([...found.tables].map(([id, { name }]) => [id, name]));
  for (const group of facts.order) {
    for (const id of group.filter((one) => found.asFound.has(one) && of(one).erased > 0)) {
      const { rowCount } = await client.query(deletedSql(found.asFound.get(id)!, names));
      if (rowCount !== of(id).erased) throw notDone(id, rowCount ?? 0, of(id).erased);
      await progress(id, rowCount);
    }
    const going = group.filter((id) => found.tables.has(id) && of(id).erased > 0).map((id) => found.tables.get(id)!);
    const [first, ...rest] = going;
    if (first === undefined) continue;
    const { collectionId } = first.erasure.step;
    const own = live.tables.find((one) => one.collectionId === collectionId)!.oid;
    const inItself = live.foreignKeys.some(({ child, parent }) => child === own && parent === own);
    const { erased, blanked, anonymised, kept, others } = of(collectionId);
    const counts =
      rest.length > 0 || inItself
        ? await eraseTogether(client, going)
        : [await eraseInBatches(client, first, erased + blanked + anonymised + kept + others, progress)];
    for (const [n, table] of going.entries()) {
      const id = table.erasure.step.collectionId;
      if (counts[n] !== of(id).erased) throw notDone(id, counts[n]!, of(id).erased);
      await progress(id, counts[n]);
    }
  }
  // A constraint that waits for the end of the transaction has its say now, before anybody writes down that it is about to end.
  await client.query('SET CONSTRAINTS ALL IMMEDIATE');
}

/**
 * The same search again, by every identity and by the keys of all that was found: nothing may be left but what the plan leaves.
 * @throws SourceError when something is
 */
export async function searchAgain({ client }: Session, { steps }: SystemErasure, looked: Looked): Promise<void> {
  const names = new Map([...looked.found.tables].map(([id, { name }]) => [id, name]));
  for (const { step } of steps) {
    const { kept, others, blanked, anonymised } = looked.facts.collections.find(
      ({ collectionId }) => collectionId === step.collectionId,
    )!;
    const before = new Map([...names].filter(([id]) => id !== step.collectionId));
    const { rows } = await client.query<{ records: string }>(
      searchedAgainSql(step, looked.contexts.get(step.collectionId)!, before),
    );
    const left = Number(rows[0]?.records) - kept - others - blanked - anonymised;
    if (left > 0)
      throw new SourceError(
        'badMap',
        `${left} records of ${step.collectionId} were found again after they had gone, so nothing was erased`,
      );
  }
}
