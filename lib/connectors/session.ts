/** What is open while a source is asked: it ends well or is cut, and says of a failure what it was. */
type Session = {
  readonly end: () => Promise<void>;
  readonly cut: () => void;
  readonly failed: (cause: unknown) => Error;
};

/** The one value of a piece of work in a session of its own. @throws SourceError */
export async function inOneSession<S extends Session, T>(
  opening: Promise<S>,
  work: (session: S) => Promise<T>,
): Promise<T> {
  const session = await opening;
  try {
    const value = await work(session);
    await session.end();
    return value;
  } catch (cause) {
    session.cut();
    throw session.failed(cause);
  }
}
