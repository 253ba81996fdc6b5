import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What one run in a process of its own took: wall seconds of the work, peak memory of the whole process in MiB. */
export type Measured = { readonly seconds: number; readonly peakMiB: number };

/**
 * What was found of one subject, as ratios inside one run: `ratio` of its time to that of `baseline`; `growth` of one unit of its work at ten
 * times the size to one at once the size, 1 where time grows with the work; `memory` of the peak at ten times the size to that at once.
 */
export type Ratio = {
  readonly name: string;
  readonly subject: string;
  readonly baseline: string;
  readonly ratio: number;
  readonly growth: number;
  readonly memory: number;
  readonly peakRssMb: number;
};

/** Runs a subject in its own process, so that one run's memory does not count for the next. */
export async function measure(subject: string, ...given: readonly (string | number)[]): Promise<Measured> {
  const { stdout } = await run(
    process.execPath,
    ['--import', 'tsx', `tests/bench/${subject}.ts`, ...given.map(String)],
    // What tells a bundler to keep a loader from the browser says nothing there, as on the server.
    { maxBuffer: 1 << 26, env: { ...process.env, TSX_TSCONFIG_PATH: 'tests/bench/tsconfig.json' } },
  );
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measured;
}

/** In the measured process: times the work and prints the result as the last line. */
export async function report(work: () => Promise<unknown>): Promise<void> {
  const from = process.hrtime.bigint();
  await work();
  const seconds = Number(process.hrtime.bigint() - from) / 1e9;
  console.log(JSON.stringify({ seconds, peakMiB: process.resourceUsage().maxRSS / 1024 } satisfies Measured));
}
