import { Command } from 'commander';
import { checkCalendars, checkConfig, checkControllers, checkDatabase, checkSources, type Finding } from '../checks';

const CHECKS: Record<string, { describe: string; run: () => Promise<Finding> | Finding }> = {
  config: { describe: 'the settings of this process', run: checkConfig },
  controllers: { describe: 'the definitions and data maps in CONTROLLERS_DIR', run: checkControllers },
  calendars: { describe: 'that the holidays are known which the clocks of these controllers need', run: () => checkCalendars() },
  database: { describe: 'that the database answers and has the newest schema', run: checkDatabase },
  sources: { describe: 'that every source system answers, may only be read, and holds what the data maps name', run: checkSources },
};

async function report(names: string[], json: boolean): Promise<void> {
  const findings: (Finding & { check: string })[] = [];
  for (const name of names) {
    const check = CHECKS[name];
    if (check) findings.push({ check: name, ...(await check.run()) });
  }
  if (json) console.log(JSON.stringify({ ok: findings.every(({ problems }) => problems.length === 0), checks: findings }, null, 2));
  else for (const { check, summary, problems } of findings) show(check, summary, problems);
  if (findings.some(({ problems }) => problems.length > 0)) process.exitCode = 1;
}

function show(check: string, summary: string, problems: readonly string[]): void {
  if (problems.length === 0) console.log(`✓ ${check}: ${summary}`);
  else console.error(`✗ ${check}:\n${problems.map((problem) => `    ${problem}`).join('\n')}`);
}

export const checkCommand = new Command('check')
  .description('Check everything, or one part; exit code 1 when something is not in order')
  .option('--json', 'print the findings as JSON')
  .action(({ json }: { json?: boolean }) => report(Object.keys(CHECKS), json ?? false));

for (const [name, { describe }] of Object.entries(CHECKS)) {
  checkCommand.addCommand(
    new Command(name)
      .description(`Check ${describe}`)
      .option('--json', 'print the findings as JSON')
      .action((flags: { json?: boolean }) => report([name], Boolean(flags.json ?? checkCommand.opts<{ json?: boolean }>().json))),
  );
}
