/**
 * Runs a long-lived part of Rightsdesk until the system, the operator or the end of its parent asks it to stop.
 * @param start begins the work and returns how to end it gracefully
 */
export async function runUntilStopped(start: () => Promise<() => Promise<void>>): Promise<void> {
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
    // `up` holds a channel to us; when `up` is killed the channel closes and nobody would stop us otherwise.
    process.once('disconnect', () => resolve());
  });
  const stop = await start();
  process.send?.('ready');
  await asked;
  await stop();
}
