import { Command, CommanderError } from 'commander';
import { allowLongWork } from '@/lib/platform/db/patience';
import { OperatorError } from '@/lib/platform/operator-error';
import packageJson from '../../package.json';

type Listed = {
  readonly describe: string;
  /** Looks at or adds to what an instance has, and does so beside a running `up` without being told its secrets again. */
  readonly besideInstance: boolean;
  readonly load: () => Promise<Command>;
};

// Each command brings what it needs only when it is the one asked for: `deadline` answers in a moment because nothing else is loaded.
const COMMANDS: Record<string, Listed> = {
  up: {
    describe: 'Start everything with demo data in a built-in PostgreSQL, and stop it with Ctrl-C',
    besideInstance: false,
    load: async () => (await import('./commands/up')).upCommand,
  },
  build: {
    describe: 'Build the pages and the commands for production; nothing is done when they are up to date',
    besideInstance: false,
    load: async () => (await import('./commands/build')).buildCommand,
  },
  web: {
    describe: 'Serve the pages on HOST and PORT until stopped; build and migrate first',
    besideInstance: false,
    load: async () => (await import('./commands/web')).webCommand,
  },
  worker: {
    describe: 'Do the jobs until stopped: collect, build bundles, send mail, seal the log; several may run',
    besideInstance: false,
    load: async () => (await import('./commands/worker')).workerCommand,
  },
  migrate: {
    describe:
      'Bring the database to the newest schema, as its owner (MIGRATION_DATABASE_URL), and let the application (DATABASE_URL) use it',
    besideInstance: false,
    load: async () => (await import('./commands/migrate')).migrateCommand,
  },
  generate: {
    describe: 'Make the database client from prisma/schema when the schema changed',
    besideInstance: false,
    load: async () => (await import('./commands/generate')).generateCommand,
  },
  check: {
    describe: 'Check everything, or one part; exit code 1 when something is not in order',
    besideInstance: true,
    load: async () => (await import('./commands/check')).checkCommand,
  },
  suppress: {
    describe: 'Before a restore or an import: which people in it were erased',
    besideInstance: true,
    load: async () => (await import('./commands/suppress')).suppressCommand,
  },
  datamap: {
    describe: 'Begin the description of what you hold: a draft from a database, and its JSON Schema for editors',
    besideInstance: true,
    load: async () => (await import('./commands/datamap')).datamapCommand,
  },
  mail: {
    describe: 'Take in requests that came by e-mail, and mails of ours that came back',
    besideInstance: true,
    load: async () => (await import('./commands/mail')).mailCommand,
  },
  staff: {
    describe: 'The people who work cases, approve, and oversee',
    besideInstance: true,
    load: async () => (await import('./commands/staff')).staffCommand,
  },
  totp: {
    describe: 'Print the code that signs in a person of the demo at this moment (only with DEMO=1)',
    besideInstance: true,
    load: async () => (await import('./commands/totp')).totpCommand,
  },
  demo: {
    describe: 'Let three months of made-up cases happen in the companies of the demo (only with DEMO=1)',
    besideInstance: true,
    load: async () => (await import('./commands/demo')).demoCommand,
  },
  preview: {
    describe:
      'Make the bundle for one identity without a case, straight from the sources; the log says that it was done.',
    besideInstance: true,
    load: async () => (await import('./commands/preview')).previewCommand,
  },
  erasure: {
    describe: 'Look at what an erasure would delete, blank and keep, before anybody agrees to it',
    besideInstance: true,
    load: async () => (await import('./commands/erasure')).erasureCommand,
  },
  bundle: {
    describe: 'Look at bundles',
    besideInstance: false,
    load: async () => (await import('./commands/bundle')).bundleCommand,
  },
  audit: {
    describe: 'Look at the audit log',
    besideInstance: true,
    load: async () => (await import('./commands/audit')).auditCommand,
  },
  backup: {
    describe:
      'Write the database, as of one moment, and the encrypted files into one ZIP, while everything runs; nothing needs to be installed',
    besideInstance: true,
    load: async () => (await import('./commands/backup')).backupCommand,
  },
  restore: {
    describe:
      'Put a backup into an empty database (DATABASE_URL) and an empty place for blobs (BLOB_DIR or BLOB_URL); all of it or nothing',
    besideInstance: false,
    load: async () => (await import('./commands/restore')).restoreCommand,
  },
  keys: {
    describe: 'Look after the keys of this installation',
    besideInstance: true,
    load: async () => (await import('./commands/keys')).keysCommand,
  },
  reindex: {
    describe:
      'Index cases anew for the search, after a change of INDEX_KEY or an update; the worker does the same by and by. May be broken off and run again',
    besideInstance: true,
    load: async () => (await import('./commands/reindex')).reindexCommand,
  },
  deadline: {
    describe: 'Compute the lawful dates of situations, with the working, as JSON',
    besideInstance: false,
    load: async () => (await import('./commands/deadline')).deadlineCommand,
  },
};

/** Exit codes: 0 done; 1 it failed, or what was checked is not in order; 2 the command was given wrongly. */
export async function main(argv: string[]): Promise<void> {
  // Prisma's adapter queries side by side inside a transaction, of which pg warns on each start; neither is ours to mend.
  process.noDeprecation = true;
  // `rightsdesk … | head` closes our output early; that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  const program = new Command('rightsdesk')
    .description('A self-hosted portal where people exercise their data-protection rights.')
    .version(packageJson.version)
    .exitOverride()
    .showHelpAfterError('(add --help for what can be given)');
  const name = (argv[2] === 'help' ? argv[3] : argv[2]) ?? '';
  if (name !== 'web') allowLongWork();
  if (COMMANDS[name]?.besideInstance) (await import('./up/settings-file')).adoptInstanceSettings();
  for (const [listed, { describe, load }] of Object.entries(COMMANDS)) {
    const command = listed === name ? await load() : new Command(listed);
    program.addCommand(withExits(command.description(describe)));
  }
  try {
    await program.parseAsync(argv);
  } catch (error) {
    // A channel to a parent, or a pool that was left open, would keep a failed command waiting for ever.
    process.exit(report(error));
  }
}

/** Commander ends the process by itself unless each command is told to throw instead. */
function withExits(command: Command): Command {
  command.exitOverride();
  for (const child of command.commands) withExits(child);
  return command;
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 || error.code === 'commander.help' ? 0 : 2;
  if (error instanceof OperatorError) console.error(error.message);
  else console.error(error);
  return 1;
}
