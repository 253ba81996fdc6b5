import { changesSince } from '@/lib/domain/erasure/changes';
import type { DataSystem } from '@/lib/domain/datamap/types';
import type { Eraser, TransactionOutcome } from '../../erase-port';
import { openSession, type Session } from '../session';
import { act, searchAgain } from './acting';
import { look } from './looking';
import { keepKeys, keptKeys } from './staying';

const OUTCOMES: Readonly<Record<string, TransactionOutcome>> = {
  committed: 'committed',
  aborted: 'aborted',
  'in progress': 'running',
};

// A number that this server has not given yet: it is another server, or one restored from before.
const INVALID_PARAMETER = '22023';

/** Erases from a PostgreSQL database. @param url with the login that may change data; it is never shown or logged */
export function postgresEraser({ timeoutSeconds }: DataSystem, url: string): Eraser {
  async function changing<T>(signal: AbortSignal | undefined, work: (session: Session) => Promise<T>): Promise<T> {
    const session = await openSession({ url, timeoutSeconds, signal, changes: true });
    try {
      return await work(session);
    } catch (cause) {
      session.cut();
      throw session.failed(cause);
    }
  }
  const leave = async (session: Session): Promise<void> => {
    await session.client.query('ROLLBACK');
    await session.end();
  };
  return {
    rehearse: (erasure, signal) =>
      changing(signal, async (session) => {
        const { facts } = await look(session, erasure);
        await leave(session);
        return facts;
      }),
    erase: (erasure, approved, { progress, beforeCommit }, signal) =>
      changing(signal, async (session) => {
        const looked = await look(session, erasure);
        const changes = changesSince(approved, looked.facts);
        if (changes.length > 0 || looked.facts.obstacles.length > 0) {
          await leave(session);
          return { kind: 'changed', changes, obstacles: looked.facts.obstacles };
        }
        const staying = await keepKeys(session, erasure, looked);
        await act(session, looked, progress);
        await searchAgain(session, erasure, looked);
        const { rows } = await session.client.query<{ id: string }>('SELECT pg_current_xact_id()::text AS id');
        await beforeCommit(rows[0]!.id, looked.facts, keptKeys(session.client, staying));
        await session.end();
        return { kind: 'erased', facts: looked.facts };
      }),
    outcome: (transactionId, signal) =>
      changing(signal, async (session) => {
        const { rows } = await session.client
          .query<{ status: string | null }>('SELECT pg_xact_status($1::xid8) AS status', [transactionId])
          .catch((cause: unknown) => {
            if ((cause as { code?: string }).code !== INVALID_PARAMETER) throw cause;
            return { rows: [{ status: null }] };
          });
        await leave(session);
        return OUTCOMES[rows[0]?.status ?? ''] ?? 'unknown';
      }),
  };
}
