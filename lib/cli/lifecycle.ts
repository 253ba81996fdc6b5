type Running = {
  /** Ends the work gracefully. */
  stop: () => Promise<void>;
  /** Settles when the work ended by itself; rejects with the reason if that was a fault. */
  stopped?: Promise<unknown>;
};

/** Runs a long-lived part of Rightsdesk until the system, the operator or the end of its parent asks it to stop. */
export async function runUntilStopped(start: () => Promise<Running>): Promise<void> {
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
    // `up` holds a channel to us; when `up` is killed the channel closes and nobody would stop us otherwise.
    process.once('disconnect', () => resolve());
  });
  const { stop, stopped } = await start();
  process.send?.('ready');
  await (stopped ? Promise.race([asked, stopped]) : asked);
  await stop();
}
