import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export type Stage = 'login' | 'sender' | 'recipient' | 'message';

export type MailServer = {
  /** With a login, so that the login can be refused as well. */
  readonly url: string;
  /** What was taken, in RFC 5322 source. */
  readonly taken: { readonly from: string; readonly to: readonly string[]; readonly source: string }[];
  /** From now on a stage is answered with this code; null takes everything again. */
  readonly refuseAt: (stage: Stage | null, code?: number) => void;
  /** From now on the line is cut at a stage instead of an answer; null answers again. */
  readonly cutAt: (stage: Stage | null) => void;
  readonly stop: () => Promise<void>;
};

/** A real SMTP server of the test's own. @param port so that one can come back at the address of another */
export async function mailServer(port = 0): Promise<MailServer> {
  const taken: { from: string; to: string[]; source: string }[] = [];
  let refusal: { stage: Stage; code: number } | null = null;
  let cut: Stage | null = null;
  const isCut = (stage: Stage): boolean => {
    if (cut === stage)
      for (const { _socket: socket } of server.connections as unknown as Set<{ _socket: Socket }>) socket.destroy();
    return cut === stage;
  };
  const at = (stage: Stage): Error | null =>
    refusal?.stage === stage ? Object.assign(new Error('not now'), { responseCode: refusal.code }) : null;
  const server = new SMTPServer({
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    onAuth: ({ username }, _, done) => done(at('login'), { user: username }),
    onMailFrom: (_, __, done) => done(at('sender')),
    onRcptTo: (_, __, done) => isCut('recipient') || done(at('recipient')),
    async onData(stream, { envelope: { mailFrom, rcptTo } }, done) {
      const source = await text(stream);
      const refused = at('message');
      if (!refused)
        taken.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), source });
      if (!isCut('message')) done(refused);
    },
  });
  // A client that hangs up in the middle is none of the server's concern.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `smtp://portal:secret@127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    taken,
    refuseAt: (stage, code = 451) => {
      refusal = stage && { stage, code };
    },
    cutAt: (stage) => {
      cut = stage;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
