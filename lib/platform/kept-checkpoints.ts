import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { env } from './env';

const lineSchema = z.object({
  size: z.int().nonnegative(),
  root: z.base64(),
  signedAt: z.iso.datetime(),
  note: z.string(),
});

/** A checkpoint outside the database: whoever rolls the database back does not reach it. */
export type KeptCheckpoint = z.output<typeof lineSchema>;

const file = (): string => env().CHECKPOINT_FILE;

/** Reads a file of kept checkpoints, one as JSON on each line, oldest first. Lines that a full disk cut short say nothing. */
export function parseKept(text: string): KeptCheckpoint[] {
  return text
    .split('\n')
    .flatMap((line) => {
      try {
        return lineSchema.safeParse(JSON.parse(line)).data ?? [];
      } catch {
        return [];
      }
    })
    .sort((a, b) => a.size - b.size);
}

export const keptCheckpoints = (): KeptCheckpoint[] =>
  existsSync(file()) ? parseKept(readFileSync(file(), 'utf8')) : [];

const signedOn = ({ signedAt }: KeptCheckpoint): string => signedAt.slice(0, 10);

/** Keeps one more checkpoint: the last of each day stays, so that the file grows by a line a day. It is never given up for a smaller one. */
export function keepCheckpoint(checkpoint: KeptCheckpoint): void {
  const kept = keptCheckpoints();
  const newest = kept.at(-1);
  if (newest && newest.size >= checkpoint.size) return;
  const others = newest && signedOn(newest) === signedOn(checkpoint) ? kept.slice(0, -1) : kept;
  mkdirSync(path.dirname(file()), { recursive: true });
  // Written aside and renamed: a process killed in between leaves the old file whole.
  const aside = `${file()}.${process.pid}`;
  writeFileSync(aside, [...others, checkpoint].map((one) => `${JSON.stringify(one)}\n`).join(''), { mode: 0o600 });
  renameSync(aside, file());
}
