import PostalMime from 'postal-mime';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sendNotice } from '@/lib/features/mail/mutations/send';
import { blockedWork } from '@/lib/features/queue/data';
import { loadStory } from '@/lib/features/cases/loaders/story';
import { startWorker } from '@/lib/jobs/worker';
import { db } from '@/lib/platform/db/client';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';
import {
  deafServer,
  type Fault,
  type FaultyMailServer,
  faultyMailServer,
  type FaultyPhase,
} from '@/tests/support/faulty-mail-server';
import { logOf, submit } from '../requests/walk';

const SECONDS = 1;

let instance: TestInstance;
let server: FaultyMailServer;
beforeAll(async () => {
  server = await faultyMailServer();
  const all = [
    'connect',
    'greeting',
    'hello',
    'tls',
    'login',
    'sender',
    'recipient',
    'data',
    'content',
    'accept',
    'quit',
  ];
  instance = await anInstance({
    SMTP_URL: server.url,
    SMTP_TIMEOUTS: all.map((phase) => `${phase}=${SECONDS}`).join(','),
  });
});
beforeEach(() => {
  server.fault(null);
  server.taken.length = 0;
});
afterAll(async () => {
  await server.stop();
  await instance.stop();
});

const noticeOf = (caseId: string) => db().notice.findFirstOrThrow({ where: { caseId } });

/** What the outbox, the log and the desk say of the one mail of a case. */
async function told(caseId: string) {
  const { state, lastFailure } = await noticeOf(caseId);
  const story = await loadStory(caseId, {
    key: null,
    locale: 'en',
    staff: new Map(),
    systems: new Map(),
    recipients: new Map(),
  });
  const kind = (await logOf(caseId))
    .map((event) => event.kind)
    .filter((one) => one.startsWith('Mail'))
    .at(-1);
  const held = (await blockedWork([])).notices.some((notice) => notice.case.id === caseId);
  expect(story.find(({ mail }) => mail)?.mail).toMatchObject({ state, reason: lastFailure });
  return { state, reason: lastFailure, kind, held };
}

/** A mail tried once while the server goes wrong, and once more by the queue when it has come to its senses. */
async function triedTwice() {
  const { caseId } = await submit({ email: 'luis@example.com' });
  const { id } = await noticeOf(caseId);
  await sendNotice(id, { attempt: 1, last: 25 }, new Date()).catch(() => undefined);
  const first = await told(caseId);
  server.fault(null);
  await sendNotice(id, { attempt: 2, last: 25 }, new Date()).catch(() => undefined);
  return { id, first, after: await told(caseId) };
}

const DELAYED = { kind: 'MailDelayed', state: 'delayed', held: true } as const;
const FAILED = { kind: 'MailFailed', state: 'failed', held: true } as const;
const UNCERTAIN = { kind: 'MailLeftUnanswered', state: 'uncertain', held: true, reason: 'unanswered' } as const;
const SENT = { kind: 'MailSent', state: 'sent', held: false, reason: null } as const;

// Phase, what the server does, what the mail is then, and how often the server had the whole of it in the end.
const TABLE: readonly (readonly [FaultyPhase, Fault, object, number])[] = [
  ...(['greeting', 'hello', 'login', 'sender', 'recipient', 'data'] as const).flatMap((phase) =>
    (['hang', 'cut', 'trickle'] as const).map((how) => [phase, how, { ...DELAYED, reason: 'brokenOff' }, 1] as const),
  ),
  ...(['greeting', 'hello', 'login', 'sender', 'recipient', 'data'] as const).map(
    (phase) => [phase, 451, { ...DELAYED, reason: 'refusedForNow' }, 1] as const,
  ),
  ['greeting', 554, { ...DELAYED, reason: 'refusesUs' }, 1],
  ['hello', 554, { ...DELAYED, reason: 'refusesUs' }, 1],
  ['login', 535, { ...DELAYED, reason: 'loginRefused' }, 1],
  ['sender', 550, { ...DELAYED, reason: 'senderRefused' }, 1],
  ['recipient', 550, { ...FAILED, reason: 'refusedForGood' }, 0],
  ['data', 554, { ...FAILED, reason: 'refusedForGood' }, 0],
  ...(['hang', 'cut', 454, 554] as const).map((how) => ['tls', how, { ...DELAYED, reason: 'tlsFailed' }, 1] as const),
  ['content', 'hang', UNCERTAIN, 0],
  ['content', 'cut', UNCERTAIN, 0],
  ['accept', 'hang', UNCERTAIN, 1],
  ['accept', 'cut', UNCERTAIN, 1],
  ['accept', 'trickle', UNCERTAIN, 1],
  ['accept', 452, { ...DELAYED, reason: 'refusedForNow' }, 1],
  ['accept', 554, { ...FAILED, reason: 'refusedForGood' }, 0],
  ...(['hang', 'cut', 'trickle', 500] as const).map((how) => ['quit', how, SENT, 1] as const),
];

describe('a mail server that goes wrong', () => {
  it.each(TABLE)(
    'at %s (%s) leaves a mail as it is known to be, and never has it twice',
    async (at, how, expected, taken) => {
      server.fault({ at, how });
      const { id, first, after } = await triedTwice();
      expect(first).toEqual(expected);
      expect(after).toEqual(first.state === 'delayed' ? SENT : expected);
      expect(server.taken).toHaveLength(taken);
      for (const { source } of server.taken)
        expect((await PostalMime.parse(source)).messageId).toBe(`<${id}@rightsdesk>`);
    },
  );

  it('by never taking up the call leaves a mail delayed', async () => {
    const port = Number(new URL(server.url).port);
    await server.stop();
    const deaf = await deafServer(port);
    const { caseId } = await submit();
    await sendNotice((await noticeOf(caseId)).id, { attempt: 1, last: 25 }, new Date()).catch(() => undefined);
    await deaf.stop();
    server = await faultyMailServer(port);
    expect(await told(caseId)).toEqual({ ...DELAYED, reason: 'unreachable' });
  });

  it('at more mails than are sent at once keeps the others waiting for no longer than its time', async () => {
    server.fault({ at: 'accept', how: 'hang', to: /^stuck/ });
    const stuck = await Promise.all(
      ['stuck1', 'stuck2', 'stuck3', 'stuck4', 'stuck5'].map((name) => submit({ email: `${name}@example.com` })),
    );
    const other = await submit({ email: 'other@example.com' });
    const worker = await startWorker('short');
    await vi.waitFor(
      async () => {
        for (const { caseId } of stuck) expect(await told(caseId)).toEqual(UNCERTAIN);
        expect(await told(other.caseId)).toEqual(SENT);
      },
      { timeout: 60_000, interval: 200 },
    );
    await worker.stop();
    const toThese = server.taken.map(({ to }) => to).filter((to) => /stuck|other/.test(to));
    expect(toThese.sort()).toEqual(['other@example.com', ...stuck.map((_, at) => `stuck${at + 1}@example.com`)]);
  });
});
