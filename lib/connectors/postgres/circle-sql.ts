import { cast, entryOf, inside, keyNames, type Exit, type Linked, type SqlCircle } from './circle';
import { ownTable, whereSql, type Naming } from './condition-sql';
import { OWN, valuesAt, type Values } from './value-sql';

/**
 * The recursive part of a WITH clause. It begins with what other conditions find in each collection of the circle; each turn joins the keys
 * that are new with all ways on from them. A key counts once, so it ends when no new one comes.
 */
export function circleSql(circle: SqlCircle, naming: Naming): string {
  const { name, members, exits } = circle;
  const keys = keyNames(circle);
  const leaving = ({ at, selection }: Exit, part?: string) =>
    valuesAt(at, naming.catalogue.get(selection.collectionId)!, OWN, part);
  const whole = (values: Values): string[] => values.expressions.map((expression) => `${expression} IS NOT NULL`);
  const begins = exits.flatMap((exit) => {
    const others = exit.selection.where.filter(
      (condition) => !inside(exit.selection, members).includes(condition as Linked),
    );
    if (others.length === 0) return [];
    const out = leaving(exit);
    const where = [`(${whereSql(exit.selection, naming, others)})`, ...whole(out)].join(' AND ');
    return [
      `SELECT ${[exit.tag, ...cast(circle, out)].join(', ')} FROM ${[ownTable(exit.selection), ...out.from].join(', ')} WHERE ${where}`,
    ];
  });
  const ways = exits.flatMap((exit) =>
    inside(exit.selection, members).map((link) => {
      const columns = naming.catalogue.get(exit.selection.collectionId)!;
      const into = valuesAt(link.at, columns, OWN);
      // The two ends of a way read the same record, each with a name of its own for what it takes apart.
      const out = leaving(exit, 'out');
      const columnsSql = [
        `${entryOf(circle, link)} AS entry`,
        ...cast(circle, into).map((value, n) => `${value} AS entry_${n}`),
        `${exit.tag} AS exit`,
        ...cast(circle, out).map((value, n) => `${value} AS ${keys[n]}`),
      ];
      return `SELECT ${columnsSql.join(', ')} FROM ${[ownTable(exit.selection), ...into.from, ...out.from].join(', ')} WHERE ${whole(out).join(' AND ')}`;
    }),
  );
  const joined = [`way.entry = before.exit`, ...keys.map((key, n) => `way.entry_${n} = before.${key}`)].join(' AND ');
  const turn = `SELECT way.exit, ${keys.map((key) => `way.${key}`).join(', ')} FROM ${name} AS before JOIN (${ways.join(' UNION ALL ')}) AS way ON ${joined}`;
  return `${name}(exit, ${keys.join(', ')}) AS ((${begins.join(' UNION ALL ')}) UNION ${turn})`;
}
