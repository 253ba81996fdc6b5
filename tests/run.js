// The whole test run in one command: each part timed, `N passed, N failed` alone on the last line.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureDatabaseClient } from '../lib/cli/bootstrap/client.js';
import { dependenciesMatch, installDependencies } from '../lib/cli/bootstrap/dependencies.js';
import { nodeVersionProblem } from '../lib/cli/bootstrap/node-version.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ARTIFACTS = join(ROOT, 'tests', '.artifacts');
const bin = (/** @type {string} */ path) => join(ROOT, 'node_modules', path);

/** @typedef {{ passed: number, failed: number, secondTries?: string[] }} Outcome */
/** @typedef {(args: string[], env?: NodeJS.ProcessEnv) => Promise<number>} Run resolves to the exit code */

/** Runs a program of Node. @param {string[] | null} said collects what it prints, null to let it print @returns {Run} */
const runner =
  (said) =>
  (args, env = {}) =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, args, {
        cwd: ROOT,
        stdio: ['ignore', ...(said ? ['pipe', 'pipe'] : ['inherit', 'inherit'])],
        env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1', ...env },
      });
      for (const stream of [child.stdout, child.stderr])
        stream?.setEncoding('utf8').on('data', (text) => said?.push(text));
      child.once('error', reject);
      child.once('close', (code) => resolve(code ?? 1));
    });

/** A tool without tests of its own counts as one. @param {number} code */
const oneTest = (code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** @param {string} project @param {Run} run @param {string[]} filters @returns {Promise<Outcome>} */
async function vitest(project, run, filters) {
  const report = join(ARTIFACTS, `${project}.json`);
  rmSync(report, { force: true });
  const code = await run([
    bin('vitest/vitest.mjs'),
    'run',
    '-c',
    'tests/vitest.config.ts',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...filters,
  ]);
  const { numPassedTests = 0, numFailedTests = 0 } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
  // A file that does not even load fails the run without a failed test.
  return { passed: numPassedTests, failed: Math.max(numFailedTests, code === 0 ? 0 : 1) };
}

/**
 * The tests of Playwright's report that failed first and passed when tried again.
 * @param {{ suites?: any[], specs?: { file: string, title: string, tests: { status: string }[] }[] }} suite @returns {string[]}
 */
const secondTriesIn = ({ suites = [], specs = [] }) => [
  ...specs
    .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
    .map(({ file, title }) => `${file}: ${title}`),
  ...suites.flatMap(secondTriesIn),
];

/** @param {Run} run @param {string[]} filters @returns {Promise<Outcome>} */
async function browser(run, filters) {
  const file = join(ARTIFACTS, 'e2e.json');
  rmSync(file, { force: true });
  const code = await run([bin('@playwright/test/cli.js'), 'test', '-c', 'tests/playwright.config.ts', ...filters]);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const { expected = 0, unexpected = 0, flaky = 0 } = report.stats ?? {};
  return {
    passed: expected + flaky,
    failed: Math.max(unexpected, code === 0 ? 0 : 1),
    secondTries: secondTriesIn(report),
  };
}

/** @type {Record<string, (run: Run, filters: string[]) => Promise<Outcome>>} */
const PARTS = {
  typecheck: async (run) => {
    await run([bin('next/dist/bin/next'), 'typegen']);
    return oneTest(await run([bin('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json']));
  },
  format: async (run) =>
    oneTest(
      await run([
        bin('prettier/bin/prettier.cjs'),
        '--check',
        '--log-level=warn',
        '{app,lib,emails,tests,prisma}/**/*.{ts,tsx,js,css}',
        'next.config.js',
      ]),
    ),
  lint: async (run) =>
    oneTest(await run([bin('eslint/bin/eslint.js'), '-c', 'tests/eslint.config.js', '--max-warnings', '0', '.'])),
  unit: (run, filters) => vitest('unit', run, filters),
  architecture: (run, filters) => vitest('architecture', run, filters),
  build: async (run) => oneTest(await run(['lib/cli/rightsdesk.js', 'build'])),
  integration: (run, filters) => vitest('integration', run, filters),
  e2e: browser,
};

/**
 * What runs beside what: the lanes of a stage at once, the parts of a lane in turn, the stages one after the other. What only reads the
 * sources disturbs nothing; the build is there before the parts that start its commands; the last two want the machine for themselves.
 */
const STAGES = [[['typecheck', 'build'], ['format', 'lint', 'architecture'], ['unit']], [['integration']], [['e2e']]];

/** The parts that open pages: the viewer of a copy among the tests beside a database, and the browser tests. */
const WITH_BROWSER = ['integration', 'e2e'];

/** @param {string[]} wanted the parts that run */
async function prepare(wanted) {
  const problem = nodeVersionProblem(process.versions.node);
  if (problem) throw new Error(problem);
  if (process.env.CI && !existsSync(join(ROOT, '..', 'shared', 'data', 'chinook.sql'))) {
    throw new Error(
      'CI needs ../shared/data/chinook.sql, the real data the third controller is tested on: put it there.',
    );
  }
  if (!dependenciesMatch(ROOT)) {
    console.log('installing packages from the lock file');
    await installDependencies(ROOT);
  }
  await ensureDatabaseClient(ROOT);
  if (wanted.some((part) => WITH_BROWSER.includes(part))) {
    const { ensureChromium } = await import('./support/chromium.js');
    ensureChromium();
  }
  mkdirSync(ARTIFACTS, { recursive: true });
}

async function main() {
  const { values, positionals } = parseArgs({
    options: { only: { type: 'string', multiple: true }, help: { type: 'boolean' } },
    allowPositionals: true,
  });
  const wanted = values.only?.flatMap((names) => names.split(',')) ?? Object.keys(PARTS);
  const unknown = wanted.find((name) => !(name in PARTS));
  if (values.help || unknown !== undefined) {
    console.error(
      `${unknown === undefined ? '' : `There is no part "${unknown}". `}Usage: npm test -- [--only ${Object.keys(PARTS).join('|')}] [file …]`,
    );
    process.exit(unknown === undefined ? 0 : 2);
  }
  await prepare(wanted);
  const began = performance.now();
  /** @type {Map<string, Outcome & { seconds: number }>} */
  const outcomes = new Map();
  for (const stage of STAGES) {
    const lanes = stage.map((lane) => lane.filter((name) => wanted.includes(name))).filter((lane) => lane.length > 0);
    const alone = lanes.flat().length === 1;
    await Promise.all(
      lanes.map(async (lane) => {
        for (const name of lane) outcomes.set(name, await timed(name, positionals, alone));
      }),
    );
  }
  const all = Object.keys(PARTS).flatMap((name) => (outcomes.has(name) ? [{ name, ...outcomes.get(name) }] : []));
  const [passed, failed] = [sum(all.map((part) => part.passed)), sum(all.map((part) => part.failed))];
  console.log(`\n${all.map(line).join('\n')}\n`);
  if (all.length > 1) console.log(`all of it in ${secondsSince(began).toFixed(1)} s\n`);
  for (const title of all.flatMap(({ secondTries = [] }) => secondTries)) console.log(`needed a second try: ${title}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed || passed === 0 ? 1 : 0;
}

const sum = (/** @type {number[]} */ numbers) => numbers.reduce((total, number) => total + number, 0);

const secondsSince = (/** @type {number} */ began) => (performance.now() - began) / 1000;

/** Where others run beside it, what a part prints is shown whole when it ends. @param {string} name @param {string[]} filters @param {boolean} alone */
async function timed(name, filters, alone) {
  /** @type {string[]} */
  const said = [];
  if (alone) console.log(`\n── ${name}`);
  const began = performance.now();
  const outcome = await PARTS[name](runner(alone ? null : said), filters);
  if (!alone) console.log(`\n── ${name}\n${said.join('')}`);
  return { ...outcome, seconds: secondsSince(began) };
}

/** @param {Outcome & { name: string, seconds: number }} part */
const line = ({ name, passed, failed, seconds }) =>
  `${failed ? '✗' : '✓'} ${name.padEnd(13)}${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds.toFixed(1).padStart(7)} s`;

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
});
