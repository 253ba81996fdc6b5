import { SourceError, type SourceFailure } from '../port';

/** Error numbers of MySQL and MariaDB, https://mariadb.com/docs/server/reference/error-codes/mariadb-error-code-reference. */
const NUMBERS: Readonly<Record<number, SourceFailure>> = {
  1040: 'unreachable',
  1044: 'denied',
  1045: 'denied',
  1049: 'badMap',
  1054: 'badMap',
  1142: 'denied',
  1143: 'denied',
  1146: 'badMap',
  1205: 'timeout',
  1227: 'denied',
  1290: 'denied',
  1345: 'denied',
  1356: 'badMap',
  1370: 'denied',
  1698: 'denied',
  1792: 'badMap',
  1969: 'timeout',
  3024: 'timeout',
};

const UNREACHED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'EAI_AGAIN']);

const DETAILS: Partial<Record<SourceFailure, string>> = {
  unreachable: 'no database answers at its address',
  denied: 'the login was refused, or may not read something the data map names',
  badMap: 'the database does not fit the data map',
  timeout: 'it took longer than the data map allows, or another session kept a table locked',
  interrupted: 'the connection ended in the middle',
};

/**
 * What went wrong, from whatever was thrown. The server's own message stays in `cause` only: it may quote a person's data.
 * @param connected whether the source had already answered: a lost connection is then an interruption
 */
export function mysqlError(cause: unknown, connected: boolean): SourceError {
  if (cause instanceof SourceError) return cause;
  const { code = '', errno = 0 } = cause as { code?: string; errno?: number };
  const reason = NUMBERS[errno] ?? (connected && !UNREACHED.has(code) ? 'interrupted' : 'unreachable');
  const detail = DETAILS[reason] ?? 'it did not answer';
  return new SourceError(reason, code === '' ? detail : `${detail} (${code})`, { cause });
}
