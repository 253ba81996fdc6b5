const RealDate = Date;

/**
 * Lets a piece of work happen at an instant of the past: whatever asks the time in this process is told that one. For the demo's history
 * alone, in a process that does nothing else beside it.
 */
export async function happening<T>(at: Date, work: () => Promise<T>): Promise<T> {
  const from = RealDate.now();
  const now = (): number => at.getTime() + RealDate.now() - from;
  globalThis.Date = new Proxy(RealDate, {
    construct: (_, given: ConstructorParameters<typeof Date> | []) =>
      given.length === 0 ? new RealDate(now()) : new RealDate(...given),
    apply: () => new RealDate(now()).toString(),
    get: (target, name, receiver) => (name === 'now' ? now : (Reflect.get(target, name, receiver) as unknown)),
  });
  try {
    return await work();
  } finally {
    globalThis.Date = RealDate;
  }
}
