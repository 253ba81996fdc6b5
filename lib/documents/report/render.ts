import { Worker } from 'node:worker_threads';
import type { ReportInput } from './types';

/** What the thread answers. */
export type ReportAnswer = { readonly pdf: Uint8Array } | { readonly error: string };

// React's checks of development make laying out several times slower. Nothing else of the environment, its secrets least of all, is needed.
const ENVIRONMENT = { NODE_ENV: 'production', PATH: process.env.PATH };

/**
 * Makes the report as a PDF in a thread of its own: laying out pages would keep everything else in the process waiting for seconds.
 * @throws what went wrong in the thread, or the reason of `signal`
 */
export async function renderReport(input: ReportInput, signal?: AbortSignal): Promise<Uint8Array> {
  signal?.throwIfAborted();
  const thread = new Worker(new URL('./thread.js', import.meta.url), {
    workerData: input,
    execArgv: [],
    env: ENVIRONMENT,
  });
  const stop = (): void => void thread.terminate();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      thread.once('message', (answer: ReportAnswer) =>
        'pdf' in answer ? resolve(answer.pdf) : reject(new Error(answer.error)),
      );
      thread.once('error', reject);
      thread.once('exit', (code) =>
        reject(signal?.reason ?? new Error(`the report's thread ended with ${code} and no report`)),
      );
    });
  } finally {
    signal?.removeEventListener('abort', stop);
    await thread.terminate();
  }
}
