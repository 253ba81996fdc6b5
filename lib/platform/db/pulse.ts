import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { env } from '@/lib/platform/env';
import { bounded } from './patience';

// A load balancer or a person with a page open is told within two seconds.
const ANSWER_WITHIN_MS = 1_500;
const GOOD_FOR_MS = 1_000;
const SLICE_MS = 100;
const CONNECT_MS = 3_000;

/** A connection of its own: the pool's may all be waiting, for the very database that is asked about. */
let connection: Client | undefined;

async function connected(): Promise<Client> {
  if (connection) return connection;
  const limits = bounded({ connect: CONNECT_MS, silence: 60_000 });
  const socket = limits.stream();
  const made = new Client({
    connectionString: env().DATABASE_URL,
    application_name: 'rightsdesk pulse',
    ...limits,
    stream: () => socket,
  });
  // An open connection must not keep a process alive that is done, and its end between two questions is no fault.
  made.on('error', () => drop(made));
  made.on('end', () => drop(made));
  await made.connect();
  socket.unref();
  connection = made;
  return made;
}

function drop(client: Client): void {
  if (connection === client) connection = undefined;
  client.end().catch(() => undefined);
}

/** Counted in slices: while work of its own keeps this process from listening, such as loading its first page, the database is not late. */
async function late(answer: { readonly came: boolean }): Promise<false> {
  for (let waited = 0; waited < ANSWER_WITHIN_MS && !answer.came; waited += SLICE_MS)
    await sleep(SLICE_MS, undefined, { ref: false });
  return false;
}

async function ask(): Promise<boolean> {
  const answer = { came: false };
  const asked = connected()
    .then((client) => client.query('SELECT 1'))
    .then(
      () => true,
      () => false,
    )
    .finally(() => (answer.came = true));
  const answered = await Promise.race([asked, late(answer)]);
  if (!answered && connection) drop(connection);
  return answered;
}

let last: { readonly askedAt: number; readonly answer: Promise<boolean> } | undefined;

/** Whether the database answers, within a second and a half and at most a second old; asked once for all who want to know. */
export function databaseAnswers(now: number = Date.now()): Promise<boolean> {
  if (!last || now - last.askedAt > GOOD_FOR_MS) last = { askedAt: now, answer: ask() };
  return last.answer;
}
