import type { Place } from '../types';

/**
 * How we say who we are. The secrets stand in the address of the system, in its name and password: of `basic` both, of `bearer` and `header` the
 * password, of `signed` the password is the secret by which each task is signed, of `oauth2` the id and the secret of a client (RFC 6749, 4.4).
 */
export type HttpLogin =
  | { readonly kind: 'none' | 'basic' | 'bearer' }
  | { readonly kind: 'header'; readonly name: string }
  | { readonly kind: 'signed'; readonly scheme: 'hmac' }
  /** `callBack`: the public key of the other side, `whpk_` and base64. */
  | { readonly kind: 'signed'; readonly scheme: 'ed25519'; readonly callBack: string | null }
  | {
      readonly kind: 'oauth2';
      readonly tokenUrl: string;
      readonly scope: string | null;
      readonly audience: string | null;
    };

export type HttpSystem = {
  readonly kind: 'http';
  readonly login: HttpLogin;
  /** Hosts that may stand in a private network: no other address of one is ever asked. */
  readonly inside: readonly string[];
  /** At most so many requests a second. */
  readonly perSecond: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Days in which a task that it takes is to be answered. */
  readonly answerDays: number;
};

/** JSON whose strings may hold placeholders, or the fields of a form. */
export type HttpBody =
  { readonly kind: 'json'; readonly value: unknown } | { readonly kind: 'form'; readonly value: Texts };

type Texts = Readonly<Record<string, string>>;

/** A request; `{field}` in path, query and body stands for a value, and never for more than one part of what it stands in. */
export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query: Texts;
  readonly body: HttpBody | null;
};

/** How further pages are asked for. `parameter` is one of the query, or a place in the JSON of a POST. */
export type Paging =
  | { readonly kind: 'cursor'; readonly at: readonly string[]; readonly parameter: readonly string[] }
  | { readonly kind: 'page' | 'offset'; readonly parameter: readonly string[]; readonly first: number }
  | { readonly kind: 'next'; readonly at: readonly string[] }
  | { readonly kind: 'link' };

/**
 * How records are found by what stands at `by`. `answers`: `own` means that every record shows what it was found by; `more` that others come too,
 * as from a search by parts of words, and are left out; `unshown` that records do not show it, because the address itself says whose they are.
 */
export type HttpFind = {
  readonly by: readonly Place[];
  readonly request: HttpRequest;
  readonly records: readonly string[];
  readonly answers: 'own' | 'more' | 'unshown';
  /** Statuses by which it says that it holds nothing. */
  readonly none: readonly number[];
  readonly paging: Paging | null;
};

/** What can be asked of one collection, and how one of its records is erased or changed; null where a person has to. */
export type HttpCollection = {
  readonly kind: 'http';
  readonly find: readonly HttpFind[];
  readonly erase: HttpRequest | null;
  readonly change: HttpRequest | null;
};
