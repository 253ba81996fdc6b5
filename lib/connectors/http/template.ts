import type { HttpRequest } from '@/lib/domain/datamap/http/types';

/** Values by the names that stand for them. */
export type Values = Readonly<Record<string, string>>;

/** A request as it goes out, below the address of its system. `shown` is what it looks like without any value, for people to read. */
export type Rendered = {
  readonly method: HttpRequest['method'];
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  readonly body: { readonly type: string; readonly value: unknown } | null;
  readonly shown: string;
};

const NAMES = /\{([^{}\s"]+)\}/g;

const filled = (text: string, values: Values, as: (value: string) => string): string =>
  text.replace(NAMES, (whole, name: string) => (Object.hasOwn(values, name) ? as(values[name]!) : whole));

// Half a sign, which no encoding has.
const BROKEN = /\p{Surrogate}/u;

/** Whether a value can be one part of a path: what a server would take for a way up, or for none, is not sent there. */
const isPart = (value: string): boolean =>
  !value.split(/[/\\]/).some((part) => part === '.' || part === '..' || part === '');

/** Every string of a JSON, with values in it; one that is nothing but a name may be any JSON. */
function inJson(json: unknown, values: Values, whole: Readonly<Record<string, unknown>>): unknown {
  if (typeof json === 'string') {
    const name = /^\{([^{}\s"]+)\}$/.exec(json)?.[1];
    return name !== undefined && Object.hasOwn(whole, name) ? whole[name] : filled(json, values, (value) => value);
  }
  if (Array.isArray(json)) return json.map((one) => inJson(one, values, whole));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, inJson(value, values, whole)]));
}

/**
 * The request with these values in their places, each encoded, so that none is more than the one part it stands for.
 * @param whole what may stand for a whole string of JSON, such as an object
 * @returns null where a value cannot stand in the path: no record has such a key
 */
export function rendered(
  { method, path, query, body }: HttpRequest,
  values: Values,
  whole: Readonly<Record<string, unknown>> = {},
): Rendered | null {
  const inPath = [...path.matchAll(NAMES)].flatMap(([, name]) => values[name!] ?? []);
  if (!inPath.every(isPart) || Object.values(values).some((value) => BROKEN.test(value))) return null;
  const texts = (given: Readonly<Record<string, string>>) =>
    Object.entries(given).map(([name, text]) => [name, filled(text, values, (value) => value)] as const);
  return {
    method,
    path: filled(path, values, encodeURIComponent),
    query: texts(query),
    body:
      body === null
        ? null
        : body.kind === 'json'
          ? { type: 'application/json', value: inJson(body.value, values, whole) }
          : { type: 'application/x-www-form-urlencoded', value: texts(body.value) },
    shown: `${method} ${path}`,
  };
}
