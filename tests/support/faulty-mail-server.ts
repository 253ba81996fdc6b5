import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';

/** Where a delivery can go wrong at the server; `content` is between its consent and the final dot, `accept` after it. */
export type FaultyPhase =
  'greeting' | 'hello' | 'tls' | 'login' | 'sender' | 'recipient' | 'data' | 'content' | 'accept' | 'quit';

/** Says nothing more; hangs up; sends a byte now and then of a reply that never ends; refuses with this code. */
export type Fault = 'hang' | 'cut' | 'trickle' | number;

export type FaultyMailServer = {
  readonly url: string;
  /** Mails up to their final dot, whether or not their sender was told. */
  readonly taken: { readonly to: string; readonly source: string }[];
  /** Commands as they came in. */
  readonly heard: string[];
  /** What it does from now on, to mails for addresses of this form; null is faultless. */
  readonly fault: (fault: { readonly at: FaultyPhase; readonly how: Fault; readonly to?: RegExp } | null) => void;
  /** What its greeting says it can do (RFC 5321, section 4.1.1.1). */
  readonly extensions: (names: readonly string[]) => void;
  readonly stop: () => Promise<void>;
};

const REPLIES = {
  greeting: '220 ready',
  tls: '220 go on',
  login: '235 welcome',
  sender: '250 ok',
  recipient: '250 ok',
  data: '354 go on',
  accept: '250 taken',
  quit: '221 bye',
} as const;

const PHASES: readonly (readonly [RegExp, Exclude<FaultyPhase, 'greeting' | 'content' | 'accept'>])[] = [
  [/^(?:EHLO|HELO)/, 'hello'],
  [/^STARTTLS/, 'tls'],
  [/^AUTH/, 'login'],
  [/^MAIL/, 'sender'],
  [/^RCPT/, 'recipient'],
  [/^DATA/, 'data'],
  [/^QUIT/, 'quit'],
];

/** A real SMTP server over TCP that goes wrong at one phase, in one way. */
export async function faultyMailServer(port = 0): Promise<FaultyMailServer> {
  const taken: FaultyMailServer['taken'] = [];
  const heard: string[] = [];
  let fault: Parameters<FaultyMailServer['fault']>[0] = null;
  let extensions: readonly string[] = ['AUTH PLAIN'];
  const sockets = new Set<Socket>();

  function serve(socket: Socket): void {
    let [to, source, inContent, silent] = ['', '', false, false];
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    const wrongAt = (phase: FaultyPhase) => (fault?.at === phase && (fault.to?.test(to) ?? true) ? fault.how : null);
    const say = (line: string) => void (socket.writable && socket.write(`${line}\r\n`));
    /** Answers, or goes wrong. @returns whether it went well */
    function answer(phase: FaultyPhase, reply: string): boolean {
      const how = wrongAt(phase);
      if (how === null) say(reply);
      else if (typeof how === 'number') say(`${how} not from you`);
      else if (how === 'cut') socket.destroy();
      else silent = true;
      if (how === 'trickle') {
        const timer = setInterval(() => socket.write('2'), 20);
        socket.on('close', () => clearInterval(timer));
      }
      return how === null;
    }
    function content(line: string): void {
      if (line !== '.') {
        source += `${line}\r\n`;
        return;
      }
      inContent = false;
      if (typeof wrongAt('accept') !== 'number') taken.push({ to, source });
      answer('accept', REPLIES.accept);
    }
    function begin(): void {
      say(REPLIES.data);
      const how = wrongAt('content');
      if (how === 'hang') socket.pause();
      else if (how === 'cut') setTimeout(() => socket.destroy(), 50);
      // What is not read to its end was not taken.
      inContent = how === null;
      silent = how !== null;
    }
    function command(line: string): void {
      heard.push(line);
      const phase = PHASES.find(([form]) => form.test(line))?.[1];
      if (phase === 'sender') source = '';
      if (phase === 'recipient') to = /<(.*)>/.exec(line)?.[1] ?? '';
      if (phase === 'hello')
        answer(
          'hello',
          [
            ...['faulty', ...extensions].slice(0, -1).map((one) => `250-${one}`),
            `250 ${['faulty', ...extensions].at(-1)}`,
          ].join('\r\n'),
        );
      else if (phase === 'data') void (wrongAt('data') === null ? begin() : answer('data', REPLIES.data));
      // The handshake never comes: only what goes wrong with it is tried here.
      else if (phase === 'tls' && typeof wrongAt('tls') !== 'number')
        [silent] = [true, say(REPLIES.tls), wrongAt('tls') === 'cut' && setTimeout(() => socket.destroy(), 50)];
      else if (phase) answer(phase, REPLIES[phase]);
      else say('500 what');
    }
    let rest = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (!silent) void (inContent ? content(line) : command(line));
    });
    answer('greeting', REPLIES.greeting);
  }

  const server: Server = createServer(serve);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `smtp://portal:secret@127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    heard,
    fault: (next) => {
      fault = next;
      extensions = [...(next?.at === 'tls' ? ['STARTTLS'] : []), 'AUTH PLAIN'];
    },
    extensions: (names) => {
      extensions = names;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

const DEAF = `const { createServer } = require('node:net');
const { parentPort, workerData } = require('node:worker_threads');
createServer().listen({ port: workerData, host: '127.0.0.1', backlog: 1 }, () => {
  parentPort.postMessage('listening');
  setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
});`;

/** A machine at an address that never takes up the call: whoever connects waits. */
export async function deafServer(port: number): Promise<{ readonly stop: () => Promise<void> }> {
  const { connect } = await import('node:net');
  const worker = new Worker(DEAF, { eval: true, workerData: port });
  await new Promise((resolve) => worker.once('message', resolve));
  // The kernel itself takes up calls until this many wait.
  const fillers = Array.from({ length: 8 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  await Promise.race([
    Promise.all(fillers.map((one) => new Promise((resolve) => one.once('connect', resolve)))),
    new Promise((resolve) => setTimeout(resolve, 500)),
  ]);
  return {
    async stop() {
      for (const one of fillers) one.destroy();
      await worker.terminate();
    },
  };
}
