import { SourceError, type SourceFailure } from '../port';
import { securedDetail } from './columns';

/** SQLSTATE classes and codes, https://www.postgresql.org/docs/18/errcodes-appendix.html, the longest prefix first. */
const STATES: readonly (readonly [prefix: string, reason: SourceFailure])[] = [
  ['42501', 'denied'],
  ['28', 'denied'],
  // 25006: what the map names would write when read, and a transaction that may only read refused it.
  ['25006', 'badMap'],
  ['42', 'badMap'],
  ['3F', 'badMap'],
  ['22', 'badMap'],
  ['57014', 'timeout'],
  ['55P03', 'timeout'],
  ['25P03', 'timeout'],
  ['3D', 'unreachable'],
  ['53300', 'unreachable'],
  ['57P03', 'unreachable'],
];

const NETWORK = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'EACCES',
]);

const DETAILS: Readonly<Record<SourceFailure, string>> = {
  notConfigured: 'its address is not set',
  unreachable: 'no database answers at its address',
  denied: 'the login was refused, or may not read something the data map names',
  writable: 'the login may change data; give one that can only read',
  badMap: 'the database does not fit the data map',
  timeout: 'it took longer than the data map allows',
  interrupted: 'the connection ended in the middle',
  byPerson: 'its owner has to be asked',
  taken: 'it has taken the task, and answers later',
  fileGone: 'what was to be sent there was destroyed on its day',
};

/**
 * What went wrong, from whatever was thrown. The server's own message stays in `cause` only: it may quote a person's data.
 * @param connected whether the source had already answered: a lost connection is then an interruption
 */
export function sourceError(cause: unknown, connected: boolean): SourceError {
  if (cause instanceof SourceError) return cause;
  const { code = '', routine } = cause as { code?: string; routine?: string };
  // A view over such a table is refused by the server itself; the routine's name is the same in every language of its messages.
  if (routine === 'check_enable_rls')
    return new SourceError('denied', securedDetail('a table under a view', null), { cause });
  if (code === '55P03')
    return new SourceError('timeout', 'another session kept a table locked for more than 10 seconds', { cause });
  const known = STATES.find(([prefix]) => code.startsWith(prefix))?.[1];
  const reason = known ?? (connected && !NETWORK.has(code) ? 'interrupted' : 'unreachable');
  return new SourceError(reason, code === '' ? DETAILS[reason] : `${DETAILS[reason]} (${code})`, { cause });
}

/** The same sentence for a failure found without an error. */
export const failure = (reason: SourceFailure): SourceError => new SourceError(reason, DETAILS[reason]);
