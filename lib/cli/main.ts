import { Command, CommanderError } from 'commander';
import { allowLongWork } from '@/lib/platform/db/patience';
import { OperatorError } from '@/lib/platform/operator-error';
import { adoptInstanceSettings } from './up/settings-file';
import packageJson from '../../package.json';

// Each command brings what it needs only when it is the one asked for: `deadline` answers in a moment because nothing else is loaded.
const COMMANDS: Record<string, () => Promise<Command>> = {
  up: async () => (await import('./commands/up')).upCommand,
  build: async () => (await import('./commands/build')).buildCommand,
  web: async () => (await import('./commands/web')).webCommand,
  worker: async () => (await import('./commands/worker')).workerCommand,
  migrate: async () => (await import('./commands/migrate')).migrateCommand,
  generate: async () => (await import('./commands/generate')).generateCommand,
  check: async () => (await import('./commands/check')).checkCommand,
  staff: async () => (await import('./commands/staff')).staffCommand,
  totp: async () => (await import('./commands/totp')).totpCommand,
  preview: async () => (await import('./commands/preview')).previewCommand,
  bundle: async () => (await import('./commands/bundle')).bundleCommand,
  audit: async () => (await import('./commands/audit')).auditCommand,
  backup: async () => (await import('./commands/backup')).backupCommand,
  restore: async () => (await import('./commands/restore')).restoreCommand,
  keys: async () => (await import('./commands/keys')).keysCommand,
  reindex: async () => (await import('./commands/reindex')).reindexCommand,
  deadline: async () => (await import('./commands/deadline')).deadlineCommand,
};

// They look at or add to what an instance has, and do so beside a running `up` without being told its secrets again.
const BESIDE_AN_INSTANCE = new Set(['check', 'staff', 'totp', 'preview', 'audit', 'reindex', 'keys', 'backup']);

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
  const name = argv[2] ?? '';
  const wanted = COMMANDS[name];
  if (name !== 'web') allowLongWork();
  if (BESIDE_AN_INSTANCE.has(name)) adoptInstanceSettings();
  for (const load of wanted ? [wanted] : Object.values(COMMANDS)) program.addCommand(withExits(await load()));
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
