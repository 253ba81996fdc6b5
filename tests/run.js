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

/** @param {string[]} args @param {NodeJS.ProcessEnv} [env] @returns {Promise<number>} exit code */
function run(args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1', ...env },
    });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** A tool without tests of its own counts as one. @param {number} code */
const oneTest = (code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** @param {string} project @param {string[]} filters */
async function vitest(project, filters) {
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

/** @param {string[]} filters */
async function browser(filters) {
  const { ensureChromium } = await import('./support/chromium.js');
  const report = join(ARTIFACTS, 'e2e.json');
  rmSync(report, { force: true });
  const code = await run([bin('@playwright/test/cli.js'), 'test', '-c', 'tests/playwright.config.ts', ...filters], {
    CHROME_PATH: ensureChromium(),
  });
  const {
    expected = 0,
    unexpected = 0,
    flaky = 0,
  } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).stats : {};
  return { passed: expected, failed: Math.max(unexpected + flaky, code === 0 ? 0 : 1) };
}

/** @type {Record<string, (filters: string[]) => Promise<{ passed: number, failed: number }>>} */
const PARTS = {
  typecheck: async () => {
    await run([bin('next/dist/bin/next'), 'typegen']);
    return oneTest(await run([bin('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json']));
  },
  format: async () =>
    oneTest(
      await run([
        bin('prettier/bin/prettier.cjs'),
        '--check',
        '--log-level=warn',
        '{app,lib,emails,tests,prisma}/**/*.{ts,tsx,js,css}',
        'next.config.js',
      ]),
    ),
  lint: async () =>
    oneTest(await run([bin('eslint/bin/eslint.js'), '-c', 'tests/eslint.config.js', '--max-warnings', '0', '.'])),
  unit: (filters) => vitest('unit', filters),
  architecture: (filters) => vitest('architecture', filters),
  integration: (filters) => vitest('integration', filters),
  build: async () => oneTest(await run(['lib/cli/rightsdesk.js', 'build'])),
  e2e: browser,
};

async function prepare() {
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
  await prepare();
  const total = { passed: 0, failed: 0 };
  const lines = [];
  for (const name of wanted) {
    console.log(`\n── ${name}`);
    const began = performance.now();
    const { passed, failed } = await PARTS[name](positionals);
    total.passed += passed;
    total.failed += failed;
    lines.push(
      `${failed ? '✗' : '✓'} ${name.padEnd(13)}${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${((performance.now() - began) / 1000).toFixed(1).padStart(7)} s`,
    );
  }
  console.log(`\n${lines.join('\n')}\n`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed || total.passed === 0 ? 1 : 0;
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
});
