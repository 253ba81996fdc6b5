import { env } from './env';

/** Why a witness did not take a checkpoint. `refused`: it answered, and not with 2xx; one that points elsewhere has taken nothing. */
export type WitnessFailure = 'unreachable' | 'silent' | 'refused';

/** Sends a checkpoint to the witness of WITNESS_URL. @returns null when it took it */
export async function sendToWitness(url: string, note: string): Promise<WitnessFailure | null> {
  const signal = AbortSignal.timeout(env().WITNESS_SECONDS * 1000);
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: note,
      redirect: 'manual',
      signal,
    });
    // What it says besides is of no use here, and may be endless.
    await answer.body?.cancel();
    return answer.ok ? null : 'refused';
  } catch {
    return signal.aborted ? 'silent' : 'unreachable';
  }
}
