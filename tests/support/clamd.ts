import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** The text that every scanner takes for a virus, of the European Institute for Computer Antivirus Research; put together here so that no scanner takes this file for one. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join('');

/** `hang`: takes everything and says nothing. `cut`: hangs up in the middle. `babble`: never ends its answer. `strange`: an answer nobody knows. */
export type Manner = 'scan' | 'hang' | 'cut' | 'babble' | 'strange';

/**
 * A server that speaks clamd's protocol: commands with the prefix z, and INSTREAM with its chunks and its limit. It takes EICAR for a virus.
 * @param limit most bytes of a stream, as StreamMaxLength of clamd
 */
export async function clamd(limit = 25 * 1024 * 1024) {
  const made = { manner: 'scan' as Manner, streams: [] as Buffer[], url: '', close: async () => undefined as void };
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    let kept = Buffer.alloc(0);
    socket.on('data', (bytes) => {
      kept = Buffer.concat([kept, bytes]);
      answer(socket);
    });

    function answer(to: Socket): void {
      const end = kept.indexOf(0);
      if (end === -1) return;
      const command = kept.subarray(0, end).toString();
      if (made.manner === 'cut') return void to.destroy();
      if (made.manner === 'hang') return;
      if (made.manner === 'babble') return void to.write('stream: '.repeat(2000));
      if (made.manner === 'strange') return void to.end('UNKNOWN COMMAND\0');
      if (command === 'zVERSION') return void to.end('ClamAV 1.4.3/27000/Fri Nov 27 08:00:00 2026\0');
      if (command !== 'zINSTREAM') return void to.end('UNKNOWN COMMAND\0');
      const content: Buffer[] = [];
      let [at, length] = [end + 1, 0];
      for (;;) {
        if (kept.length < at + 4) return;
        const size = kept.readUInt32BE(at);
        if (size === 0) break;
        if ((length += size) > limit) return void to.end('INSTREAM size limit exceeded. ERROR\0');
        if (kept.length < at + 4 + size) return;
        content.push(kept.subarray(at + 4, at + 4 + size));
        at += 4 + size;
      }
      const whole = Buffer.concat(content);
      made.streams.push(whole);
      to.end(whole.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  made.url = `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  made.close = async () => {
    server.close();
    await once(server, 'close');
  };
  return made;
}
