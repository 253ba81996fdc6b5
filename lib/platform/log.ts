type Field = string | number | boolean | null;

/** One JSON line on standard error. Fields are ids, counts and reasons: personal data has no place in a log. */
export function log(level: 'info' | 'warn' | 'error', event: string, fields: Record<string, Field> = {}): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
}

/** The kind of an error and where it arose, without its message, which may quote what a person wrote. */
export function errorFields(error: unknown): { error: string; where: string } {
  const thrown = error instanceof Error ? error : new Error('not an Error');
  const code = (thrown as { code?: unknown }).code;
  return {
    error: typeof code === 'string' ? `${thrown.name} ${code}` : thrown.name,
    where:
      thrown.stack
        ?.split('\n')
        .find((line) => /\/(lib|app)\//.test(line))
        ?.trim() ?? '',
  };
}
