import { escapeLiteral, type ClientBase } from 'pg';
import { type Lead, leadsLost, type StayingKeys } from '@/lib/domain/erasure/staying';
import type { SystemErasure } from '@/lib/domain/erasure/types';
import type { Session } from '../session';
import { compared, OWN, valuesAt } from '../value-sql';
import { FATE, samePlace, tableOf } from './found';
import type { Looked } from './looking';

/** Keys that stand in a temporary table, by their id. */
type Standing = { readonly id: string; readonly table: string };

const KEYS_AT_ONCE = 10_000;

/** The keys of records that will not be as they are, where they lead to records that stay, or are those of a record that stays itself. */
function leadSql({ of, ofAt, to, at }: Lead, { found, contexts }: Looked): string {
  const { catalogue } = contexts.get(to)!;
  const [leading, staying] = [found.tables.get(of)!, found.tables.get(to)!];
  const theirs = valuesAt(ofAt, catalogue.get(of)!, leading.name);
  const mine = valuesAt(at, catalogue.get(to)!, OWN);
  const stay = `FROM ${[`${tableOf(staying.erasure.step)} JOIN ${staying.name} AS stays ON ${samePlace(OWN, 'stays')}`, ...mine.from].join(', ')} WHERE stays.${FATE} IN (${fates('keep', 'blank', 'others')})`;
  const arrayOf = (expressions: readonly string[]) =>
    `ARRAY[${expressions.map((one) => `(${one})::text`).join(', ')}] AS key`;
  if (of === to && JSON.stringify(ofAt) === JSON.stringify(at))
    return `SELECT ${arrayOf(mine.expressions)} ${stay} AND stays.${FATE} = 'blank'`;
  const [here, there] = compared(mine, theirs);
  return `SELECT ${arrayOf(theirs.expressions)} FROM ${[leading.name, ...theirs.from].join(', ')}
    WHERE ${leading.name}.${FATE} IN (${fates('erase', 'blank', 'anonymise')}) AND (${there.join(', ')}) IN (SELECT ${here.join(', ')} ${stay})`;
}

const fates = (...kinds: readonly string[]): string => kinds.map((kind) => escapeLiteral(kind)).join(', ');

/** Puts aside, before the first record changes, the keys by which what stays is found again. */
export async function keepKeys({ client }: Session, erasure: SystemErasure, looked: Looked): Promise<Standing[]> {
  const leads = leadsLost(erasure, looked.facts.collections);
  const kept: Standing[] = [];
  for (const id of new Set(leads.map((lead) => lead.id))) {
    const table = `rightsdesk_staying_${kept.length}`;
    const ways = leads.filter((lead) => lead.id === id);
    const parts = ways.map((lead) => leadSql(lead, looked)).join(' UNION ALL ');
    await client.query(`CREATE TEMPORARY TABLE ${table} ON COMMIT DROP AS SELECT DISTINCT key FROM (${parts}) AS keys`);
    kept.push({ id, table });
  }
  return kept;
}

/** What was put aside, in pieces of a bounded size. */
export async function* keptKeys(client: ClientBase, standing: readonly Standing[]): AsyncGenerator<StayingKeys> {
  for (const { id, table } of standing) {
    await client.query(`DECLARE ${table}_all NO SCROLL CURSOR FOR SELECT key FROM ${table} ORDER BY key`);
    for (;;) {
      const { rows } = await client.query<{ key: string[] }>(`FETCH ${KEYS_AT_ONCE} FROM ${table}_all`);
      if (rows.length === 0) break;
      yield { id, keys: rows.map(({ key }) => key) };
    }
    await client.query(`CLOSE ${table}_all`);
  }
}
