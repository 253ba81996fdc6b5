import { Client } from 'pg';
import { byPerson, isAskedOfPerson, openConnector } from '@/lib/connectors/open';
import { localDateOf } from '@/lib/domain/calendar/local-date';
import { outlookOf } from '@/lib/domain/clock/outlook';
import { shippedCalendars } from '@/lib/domain/calendar/holidays/snapshots';
import { blobStore } from '@/lib/platform/blob-store/open';
import { scannerVersion } from '@/lib/platform/clamd';
import { env } from '@/lib/platform/env';
import { loadControllers, problemLine } from '@/lib/platform/controllers/load';
import { powerOverLog } from '@/lib/platform/database-roles';
import { type MailFailure, mailServerName, probeMailServer } from '@/lib/platform/mail';
import { pendingMigrations } from '@/lib/platform/migrate';

export type Finding = {
  /** What was found in order. */
  summary: string;
  /** Each a sentence or two that says what is wrong and what to do. */
  problems: string[];
  /** Each says what may be wrong: nothing stops for it, unless the check is strict. */
  warnings: string[];
};

const inOrder = (summary: string, warnings: string[] = []): Finding => ({ summary, problems: [], warnings });
const amiss = (problems: string[]): Finding => ({ summary: '', problems, warnings: [] });

export function checkConfig(): Finding {
  try {
    env();
    return inOrder('every setting is there and well formed');
  } catch (error) {
    return amiss(
      (error as Error).message
        .split('\n')
        .slice(1)
        .map((line) => line.trim()),
    );
  }
}

const controllersFolder = (): string => process.env.CONTROLLERS_DIR || 'controllers';

export function checkControllers(): Finding {
  const { controllers, problems, gaps, notes } = loadControllers(controllersFolder());
  if (problems.length > 0) return amiss(problems.map((problem) => problemLine(controllersFolder(), problem)));
  return inOrder(
    [...controllers.keys()].join(', '),
    [...gaps, ...notes].map((one) => problemLine(controllersFolder(), one)),
  );
}

const WARNING = {
  endsSoon:
    'Clocks that begin in these months may need the year after: install a newer version of Rightsdesk, which brings it.',
  missing:
    'Clocks that begin now need a year that is not there, so last days stay on the earlier date: install a newer version of Rightsdesk.',
} as const;

/** A warning and no failure: clocks run on without a year's holidays, and end rather too early than too late. */
export function checkCalendars(now: Date = new Date()): Finding {
  const { controllers } = loadControllers(controllersFolder());
  const outlook = outlookOf(
    shippedCalendars,
    [...controllers.values()].map(({ definition }) => definition),
    localDateOf(now.toISOString(), 'UTC'),
  );
  const known = outlook
    .map(({ calendar, knownUntil }) => `${calendar} ${knownUntil === null ? 'unknown' : `until ${knownUntil}`}`)
    .join(', ');
  const warnings = outlook
    .map(({ calendar, state }) => (state === 'ok' ? '' : `\n    warning: ${calendar}: ${WARNING[state]}`))
    .join('');
  return inOrder(`holidays of ${known}${warnings}`);
}

export async function checkDatabase(): Promise<Finding> {
  const url = process.env.DATABASE_URL;
  if (!url) return amiss(['DATABASE_URL is missing: set it to postgresql://user:password@host:port/database.']);
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const pending = await pendingMigrations(client);
    if (pending.length > 0)
      return amiss([`The schema lacks ${pending.map(({ name }) => name).join(', ')}: run "npm run migrate".`]);
    const { rows } = await client.query<{ version: string }>(`SELECT current_setting('server_version') AS version`);
    const power = await powerOverLog(client);
    const warning =
      power === null
        ? ''
        : `\n    warning: the role of DATABASE_URL ${power}: put the owner into MIGRATION_DATABASE_URL and another role into DATABASE_URL, then run "npm run migrate".`;
    return inOrder(`PostgreSQL ${rows[0]?.version} answers and has the newest schema${warning}`);
  } catch (error) {
    return amiss([
      `The database does not answer as it should (${(error as Error).message}): check the address, name and password in DATABASE_URL.`,
    ]);
  } finally {
    await client.end();
  }
}

const settingsAreWrong = (asked: string): Finding | null =>
  checkConfig().problems.length === 0
    ? null
    : amiss([`The settings are not in order, so ${asked}: mend what "rightsdesk check config" names.`]);

/** Puts a blob of nobody's, reads it and removes it again. */
export async function checkBlobs(): Promise<Finding> {
  const unready = settingsAreWrong('no blob was put anywhere');
  if (unready) return unready;
  const probed = await blobStore().probe();
  return probed.ok
    ? inOrder(`what is put into ${probed.place} comes back, and is gone when it is removed`, [...probed.warnings])
    : amiss([probed.problem]);
}

/** Whether the scanner of uploads answers, where one is set. */
export async function checkUploads(): Promise<Finding> {
  const unready = settingsAreWrong('the scanner was not asked');
  if (unready) return unready;
  const { CLAMD_URL } = env();
  if (!CLAMD_URL)
    return inOrder('no scanner is set (CLAMD_URL): files that people send are looked into, and not scanned');
  return scannerVersion(CLAMD_URL).then(
    (version) => inOrder(`files that people send are scanned by ${version}`),
    ({ message }: Error) =>
      amiss([
        `The scanner of CLAMD_URL does not answer (${message}), so no file is taken from anybody: start clamd, or mend the address; without CLAMD_URL files are taken unscanned.`,
      ]),
  );
}

const MAIL_FIX: Partial<Record<MailFailure, string>> = {
  unreachable:
    'cannot be reached: check host and port in SMTP_URL, and that nothing between here and there keeps the line shut',
  brokenOff:
    'was reached and then said no more: check that host and port in SMTP_URL are of a mail server, smtps:// where it encrypts from the start',
  tlsFailed:
    'and this machine came to no encrypted connection: check its certificate, and whether SMTP_URL has to begin with smtps://',
  refusesUs: 'refuses connections from here: ask whoever runs it',
  refusedForNow: 'refuses connections for now: try again later',
  loginRefused: 'refuses the name or password in SMTP_URL',
};

/** Connects, signs in and leaves; no mail is sent. */
export async function checkMail(): Promise<Finding> {
  if (!process.env.SMTP_URL)
    return inOrder('no mail server is set', [
      'No mail leaves before SMTP_URL is set to smtp://user:password@host:port or smtps://….',
    ]);
  const unready = settingsAreWrong('the mail server was not asked');
  if (unready) return unready;
  const found = await probeMailServer();
  const name = mailServerName();
  if (!found.ok)
    return amiss([
      `The mail server ${name} ${MAIL_FIX[found.failure] ?? 'does not do what it should: look at its own log'}.`,
    ]);
  const utf8 = found.smtpUtf8 ? 'takes international addresses (SMTPUTF8)' : 'takes no international addresses';
  return inOrder(`${name} answers, ${found.encrypted ? 'encrypts' : 'does not encrypt'} and ${utf8}`, [
    ...(found.smtpUtf8
      ? []
      : [
          'Addresses with letters beyond ASCII before the @ get no mail (RFC 6531): the form asks for another one. Switch SMTPUTF8 on at the mail server if it can.',
        ]),
    ...(found.encrypted
      ? []
      : [
          'Mails travel to the mail server in the clear: use smtps://, or a server that offers STARTTLS, unless it is on this machine.',
        ]),
  ]);
}

export async function checkSources(): Promise<Finding> {
  const { controllers, problems: broken } = loadControllers(controllersFolder());
  const problems =
    broken.length === 0
      ? []
      : [
          `The controllers have ${broken.length} mistakes, so not every system was asked: mend what "rightsdesk check controllers" names.`,
        ];
  const warnings: string[] = [];
  const answered: string[] = [];
  const unseen: string[] = [];
  const people: string[] = [];
  for (const [id, { dataMap }] of controllers) {
    for (const system of dataMap.systems) {
      people.push(`\n    done by a person in ${id}/${system.id}: ${byPerson(system).join(', ') || 'nothing'}`);
      const found = await openConnector(system).probe();
      if (isAskedOfPerson(system)) continue;
      if (found.ok) {
        (found.readOnly ? answered : unseen).push(`${id}/${system.id}`);
        warnings.push(...found.drift.map((drift) => `${id}/${system.id}: ${drift}.`));
      } else problems.push(`${id}/${system.id}: ${found.reason}: ${found.detail}.`);
    }
  }
  return {
    summary: [
      `${answered.length} systems answer and may only be read: ${answered.join(', ')}`,
      ...(unseen.length === 0
        ? []
        : [`\n    ${unseen.length} answer, and do not say what their login may change: ${unseen.join(', ')}`]),
      ...people,
    ].join(''),
    problems,
    warnings,
  };
}
