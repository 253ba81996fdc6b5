import { createServer, type AddressInfo } from 'node:net';
import { OperatorError } from './operator-error';

function tryListen(host: string, port: number): Promise<{ port: number } | { code: string | undefined }> {
  return new Promise((resolve) => {
    const probe = createServer().once('error', (error: NodeJS.ErrnoException) => resolve({ code: error.code }));
    probe.listen({ host, port, exclusive: true }, () => {
      const { port: given } = probe.address() as AddressInfo;
      probe.close(() => resolve({ port: given }));
    });
  });
}

/** A port nobody listens on at this moment: the preferred one if it is free. */
export async function freePort(preferred = 0): Promise<number> {
  const taken = await tryListen('127.0.0.1', preferred);
  if ('port' in taken) return taken.port;
  const any = await tryListen('127.0.0.1', 0);
  if ('port' in any) return any.port;
  throw new OperatorError(
    'This machine gives no free port on 127.0.0.1: close programs that hold many connections and start again.',
  );
}

/**
 * Refuses a port that somebody listens on, on either loopback address: a browser may go to the other one for "localhost".
 * @throws OperatorError
 */
export async function assertPortFree(port: number): Promise<void> {
  for (const host of ['127.0.0.1', '::1']) {
    const result = await tryListen(host, port);
    if ('port' in result) continue;
    if (result.code === 'EADDRINUSE') {
      throw new OperatorError(
        `Port ${port} is used by another program: stop that program, or start with --port and another number.`,
      );
    }
    if (result.code === 'EACCES')
      throw new OperatorError(`This account may not use port ${port}: start with --port and a number above 1023.`);
  }
}
