import { Command } from 'commander';
import {
  checkBlobs,
  checkCalendars,
  checkConfig,
  checkControllers,
  checkDatabase,
  checkMail,
  checkSources,
  checkUploads,
  type Finding,
} from '../checks';

const CHECKS: Record<string, { describe: string; run: () => Promise<Finding> | Finding }> = {
  config: { describe: 'the settings of this process', run: checkConfig },
  controllers: { describe: 'the definitions and data maps in CONTROLLERS_DIR', run: checkControllers },
  calendars: {
    describe: 'that the holidays are known which the clocks of these controllers need',
    run: () => checkCalendars(),
  },
  database: { describe: 'that the database answers and has the newest schema', run: checkDatabase },
  blobs: {
    describe: 'that the folder or bucket of the encrypted files keeps, gives back and removes what is put there',
    run: checkBlobs,
  },
  uploads: {
    describe: 'that the scanner of files that people send answers, where one is set',
    run: checkUploads,
  },
  mail: {
    describe: 'that the mail server answers, encrypts and lets us in, and whether it takes international addresses',
    run: checkMail,
  },
  sources: {
    describe: 'that every source system answers, may only be read, and holds what the data maps name',
    run: checkSources,
  },
};

type Flags = { json?: boolean; strict?: boolean };

async function report(names: string[], { json, strict }: Flags): Promise<void> {
  const findings: (Finding & { check: string })[] = [];
  for (const name of names) {
    const check = CHECKS[name];
    if (check) findings.push({ check: name, ...(await check.run()) });
  }
  const ok = findings.every(({ problems, warnings }) => problems.length === 0 && (!strict || warnings.length === 0));
  if (json) console.log(JSON.stringify({ ok, checks: findings }, null, 2));
  else findings.forEach(show);
  if (!ok) process.exitCode = 1;
}

function show({ check, summary, problems, warnings }: Finding & { check: string }): void {
  if (problems.length === 0) console.log(`✓ ${check}: ${summary}`);
  else console.error(`✗ ${check}:\n${problems.map((problem) => `    ${problem}`).join('\n')}`);
  for (const warning of warnings) console.warn(`    warning: ${warning}`);
}

export const checkCommand = new Command('check')
  .option('--json', 'print the findings as JSON')
  .option('--strict', 'exit with 1 for warnings too')
  .action((flags: Flags) => report(Object.keys(CHECKS), flags));

for (const [name, { describe }] of Object.entries(CHECKS)) {
  checkCommand.addCommand(
    new Command(name)
      .description(`Check ${describe}`)
      .option('--json', 'print the findings as JSON')
      .option('--strict', 'exit with 1 for warnings too')
      .action((flags: Flags) => report([name], { ...checkCommand.opts<Flags>(), ...flags })),
  );
}
