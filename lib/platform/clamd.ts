import { createConnection, type Socket } from 'node:net';
import type { ClamdAddress } from './clamd-address';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log';

/** `unscanned`: a scanner is set and gave no answer that says either. */
export type Scanned = 'clean' | 'infected' | 'unscanned';

const ANSWER_WITHIN_MS = 30_000;
// The longest word of clamd's is one line with the name of what it found.
const ANSWER_BYTES = 4096;
const CHUNK_BYTES = 64 * 1024;

/**
 * Has bytes looked through by the clamd of CLAMD_URL, over its INSTREAM; without one nothing is scanned and everything counts as clean. What
 * nobody could scan is never said to be clean.
 */
export async function scan(bytes: Uint8Array): Promise<Scanned> {
  const { CLAMD_URL } = env();
  if (!CLAMD_URL) return 'clean';
  const said = await ask(CLAMD_URL, 'INSTREAM', (socket) => sendChunks(socket, bytes)).catch(
    ({ message }: Error) => message,
  );
  if (said === 'stream: OK') return 'clean';
  if (/^stream: .+ FOUND$/.test(said)) {
    log('warn', 'uploadInfected', { found: said.slice('stream: '.length, -' FOUND'.length) });
    return 'infected';
  }
  log('error', 'uploadNotScanned', { reason: said });
  return 'unscanned';
}

/** The name and version that the scanner of CLAMD_URL gives. @throws where it gives none */
export const scannerVersion = (address: ClamdAddress): Promise<string> => ask(address, 'VERSION', () => undefined);

function sendChunks(socket: Socket, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    const chunk = bytes.subarray(at, at + CHUNK_BYTES);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    socket.write(length);
    socket.write(chunk);
  }
  socket.write(Buffer.alloc(4));
}

/** One command and what is said to it, up to the zero byte that ends it (clamd(8), commands with the prefix z). @throws where that does not come, or not in time */
function ask(address: ClamdAddress, command: string, send: (socket: Socket) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(address);
    let said = Buffer.alloc(0);
    const end = (error: Error | null, answer = ''): void => {
      clearTimeout(patience);
      socket.destroy();
      if (error) reject(error);
      else resolve(answer);
    };
    const patience = setTimeout(() => end(new Error('it did not answer in time')), ANSWER_WITHIN_MS);
    socket.once('connect', () => {
      socket.write(`z${command}\0`);
      send(socket);
    });
    socket.on('data', (bytes) => {
      said = Buffer.concat([said, bytes]);
      const ending = said.indexOf(0);
      if (ending !== -1) end(null, said.subarray(0, ending).toString('utf8'));
      else if (said.length > ANSWER_BYTES) end(new Error('it said more than it should'));
    });
    // A refusal may be on its way while more is sent: what was said counts before that the line was shut.
    socket.once('close', () => end(new Error('it broke off')));
    socket.once('error', (error) => setImmediate(() => end(error)));
  });
}
