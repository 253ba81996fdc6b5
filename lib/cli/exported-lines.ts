import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { NoteKey } from '@/lib/domain/audit/signed-note';
import {
  beginVerification,
  type LogRefusal,
  type Verification,
  type VerifiedLog,
} from '@/lib/domain/log/verify-export';
import type { Result } from '@/lib/domain/result';

const ENTRIES = '"entries":[';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Checks an exported log as the portal writes it, an entry on each line, without having more than a line of it in memory.
 * @returns null for a file that is written another way
 */
export async function verifyLines(
  file: string,
  trusted: readonly NoteKey[] | undefined,
  remembered: readonly string[],
): Promise<Result<VerifiedLog, LogRefusal> | null> {
  if (!existsSync(file)) return null;
  const input = createReadStream(file, 'utf8');
  let log: Verification | null = null;
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      let rest = line;
      if (log === null) {
        const at = line.indexOf(ENTRIES) + ENTRIES.length;
        const head = at < ENTRIES.length ? undefined : parsed(`${line.slice(0, at)}]}`);
        if (head === undefined) return null;
        const begun = beginVerification(head, trusted, remembered);
        if (!begun.ok) return begun;
        log = begun.value;
        rest = line.slice(at);
      }
      const ends = rest.endsWith(']}');
      const text = ends ? rest.slice(0, -2) : rest.replace(/,$/, '');
      const entry = text === '' ? null : parsed(text);
      if (entry === undefined) return null;
      const taken = entry === null ? null : log.take(entry);
      if (taken && !taken.ok) return taken;
      if (ends) return log.end();
    }
    return null;
  } finally {
    input.destroy();
  }
}
