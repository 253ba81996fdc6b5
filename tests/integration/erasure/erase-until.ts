import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { type ErasureEntry, type ErasureJournal, eraseOnce } from '@/lib/connectors/erase-once';
import { postgresEraser } from '@/lib/connectors/postgres/erase/eraser';
import type { SystemErasure, SystemFacts } from '@/lib/domain/erasure/types';
import { KILL_MAP } from './kill-map';

/** Where a try ends as if the power failed. */
export type End = 'first record' | 'before the note' | 'after the note' | 'after the commit' | 'never';

const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('still alive');
};

/** A journal in a file: written beside it and renamed, so that it is whole or not there. */
function journalIn(file: string, end: End): ErasureJournal {
  return {
    read: async () => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ErasureEntry) : null),
    write: async (entry) => {
      if (end === 'before the note' && entry.state === 'committing') die();
      if (end === 'after the commit' && entry.state === 'erased') die();
      writeFileSync(`${file}.part`, JSON.stringify(entry));
      renameSync(`${file}.part`, file);
      if (end === 'after the note' && entry.state === 'committing') die();
    },
  };
}

/** Erases in a process of its own, which ends where it was told to, and prints what it has to report. */
async function main(url: string, job: string, journal: string, end: End): Promise<void> {
  const { erasure, approved } = JSON.parse(readFileSync(job, 'utf8')) as {
    erasure: SystemErasure;
    approved: SystemFacts;
  };
  const eraser = postgresEraser(KILL_MAP.systems[0]!, url);
  const erased = await eraseOnce(eraser, erasure, approved, journalIn(journal, end), async () => {
    if (end === 'first record') die();
  });
  process.stdout.write(JSON.stringify(erased));
}

const [url, job, journal, end] = process.argv.slice(2);
await main(url!, job!, journal!, end as End);
