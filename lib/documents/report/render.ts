import { Worker } from 'node:worker_threads';
import type { ReportInput } from './types';

/** What the thread answers. */
export type ReportAnswer = { readonly pdf: Uint8Array } | { readonly error: string };

// React's checks of development make laying out several times slower. Nothing else of the environment, its secrets least of all, is needed.
const ENVIRONMENT = { NODE_ENV: 'production', PATH: process.env.PATH };

// Laying out leaves much behind it: a large nursery would only be filled before it is cleared.
const YOUNG_MB = 8;

/** A thread that makes one report. It reads its typefaces at once, so whoever opens it early waits less for the pages. */
export type OpenReport = {
  /** @throws what went wrong in the thread, or the reason of the signal */
  readonly render: (input: ReportInput) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
};

/** Opens a thread of its own for a report: laying out pages would keep everything else in the process waiting for seconds. */
export function openReport(signal?: AbortSignal): OpenReport {
  const thread = new Worker(new URL('./thread.js', import.meta.url), {
    execArgv: [],
    env: ENVIRONMENT,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  const stop = (): void => void thread.terminate();
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted) stop();
  const made = new Promise<Uint8Array>((resolve, reject) => {
    thread.once('message', (answer: ReportAnswer) =>
      'pdf' in answer ? resolve(answer.pdf) : reject(new Error(answer.error)),
    );
    thread.once('error', reject);
    thread.once('exit', (code) =>
      reject(signal?.reason ?? new Error(`the report's thread ended with ${code} and no report`)),
    );
  });
  made.catch(() => undefined);
  return {
    render(input) {
      thread.postMessage(input);
      return made;
    },
    async close() {
      signal?.removeEventListener('abort', stop);
      await thread.terminate();
    },
  };
}

/** Makes one report as a PDF. @throws what went wrong in the thread, or the reason of `signal` */
export async function renderReport(input: ReportInput, signal?: AbortSignal): Promise<Uint8Array> {
  const report = openReport(signal);
  try {
    return await report.render(input);
  } finally {
    await report.close();
  }
}
