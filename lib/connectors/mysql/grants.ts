import type { Connection } from 'mysql2';
import { SourceError } from '../port';

/** Privileges with which nothing can be changed. */
const READING = new Set(['SELECT', 'USAGE', 'SHOW VIEW', 'SHOW DATABASES']);

/** The privileges in `SELECT (a, b), SHOW VIEW`, without the columns that they are for. */
const privilegesIn = (list: string): string[] =>
  list
    .replace(/\([^)]*\)/g, '')
    .split(',')
    .map((one) => one.trim().toUpperCase());

/** What one line of SHOW GRANTS lets somebody change; null where it lets them only read. */
function powerOf(line: string): string | null {
  const [, list, on = ''] = /^GRANT (.+?) ON (.+?) TO /i.exec(line) ?? [];
  // A role is granted ON nothing: what it may do is looked at by itself.
  if (list === undefined) return null;
  const more = privilegesIn(list).find((privilege) => !READING.has(privilege));
  if (more !== undefined) return `has ${more} on ${on}`;
  return /\bWITH GRANT OPTION\b/i.test(line) ? `may give its rights on ${on} to others` : null;
}

const roleIn = (line: string): string | null =>
  /^GRANT ((?:[`'][^`']*[`'](?:@[`'][^`']*[`'])?(?:, )?)+) TO /i.exec(line)?.[1] ?? null;

/**
 * Refuses a login that could change anything, by its own grants or by those of a role.
 * @throws SourceError writable
 */
export async function refuseWriting(connection: Connection): Promise<void> {
  const grantsOf = async (who: string): Promise<string[]> => {
    const [rows] = await connection.promise().query({ sql: `SHOW GRANTS${who}`, rowsAsArray: true });
    return (rows as unknown as [string][]).map(([line]) => line);
  };
  const refuse = (how: string): never => {
    throw new SourceError('writable', `the login ${how}; give one that can only read`);
  };
  const own = await grantsOf('');
  const roles = own.flatMap((line) => roleIn(line)?.split(', ') ?? []);
  const all = [...own];
  for (const role of roles)
    all.push(
      ...(await grantsOf(` FOR ${role}`).catch(() => refuse(`has the role ${role}, which cannot be looked at`))),
    );
  for (const line of all) {
    const power = powerOf(line);
    if (power !== null) refuse(power);
  }
}
