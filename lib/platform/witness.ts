import { env } from './env';

const EVERY_MS = 3_600_000;
const PATIENCE_MS = 10_000;

let sentAt = 0;

/** Sends a checkpoint to the witness of WITNESS_URL, once an hour at most. @throws when it does not take it */
export async function sendToWitness(note: string, at: Date): Promise<void> {
  const { WITNESS_URL } = env();
  if (!WITNESS_URL || at.getTime() - sentAt < EVERY_MS) return;
  const answer = await fetch(WITNESS_URL, { method: 'POST', headers: { 'content-type': 'text/plain; charset=utf-8' }, body: note, signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!answer.ok) throw new Error(`The witness answered ${answer.status}`);
  sentAt = at.getTime();
}
