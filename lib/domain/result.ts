/** Outcome of something that may lawfully say no: a value, or a refusal with a reason from a closed union. Surprises throw. */
export type Result<T, R extends string> = { readonly ok: true; readonly value: T } | Refusal<R>;

/** @property detail what a person needs in order to act on the reason; never personal data. */
export type Refusal<R extends string> = { readonly ok: false; readonly reason: R; readonly detail?: string };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const refuse = <R extends string>(reason: R, detail?: string): Refusal<R> =>
  detail === undefined ? { ok: false, reason } : { ok: false, reason, detail };
