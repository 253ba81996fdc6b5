import type { HttpLogin } from '@/lib/domain/datamap/http/types';
import { SourceError } from '../port';
import type { exchangeWith, Sent } from './exchange';
import { signedHeaders } from './signature';
import { statusError } from './status';

/** The address of a service, and the name and password in it, which never become part of a request's address. */
export type Base = { readonly url: URL; readonly name: string; readonly password: string };

/** @throws SourceError where it is no address of a service */
export function baseOf(address: string): Base {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new SourceError('badMap', 'its variable holds no address: write https://name:password@host/path');
  const [name, password] = [plain(url.username), plain(url.password)];
  url.username = '';
  url.password = '';
  url.search = '';
  url.hash = '';
  return { url, name, password };
}

/** @throws SourceError where a percent sign stands for nothing */
function plain(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new SourceError('badMap', 'the name or password in its address has a percent sign of its own: write it %25');
  }
}

const basic = ({ name, password }: Base): string => `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;

// A token is renewed before its time is over: the request takes time too.
const EARLY_MS = 30_000;
const TOKEN_BYTES = 64 * 1024;

/** The headers by which we say who we are, as the login wants it. `forget`: what was given before is not taken any more. @throws SourceError */
export function loginHeaders(login: HttpLogin, base: Base, exchange: ReturnType<typeof exchangeWith>['exchange']) {
  let token: { readonly text: string; readonly until: number } | null = null;
  const secret = (): string => {
    if (base.password !== '') return base.password;
    throw new SourceError('notConfigured', 'its address holds no password: write https://name:password@host/path');
  };
  async function headers(task: Omit<Sent, 'headers'>, signal: AbortSignal): Promise<Record<string, string>> {
    switch (login.kind) {
      case 'none':
        return {};
      case 'basic':
        secret();
        return { authorization: basic(base) };
      case 'bearer':
        return { authorization: `Bearer ${secret()}` };
      case 'header':
        return { [login.name.toLowerCase()]: secret() };
      case 'signed':
        return signedHeaders(login.scheme, secret(), task, Math.floor(Date.now() / 1000));
      case 'oauth2':
        secret();
        if (token === null || token.until < Date.now() + EARLY_MS)
          token = await fetchToken(login, base, exchange, signal);
        return { authorization: `Bearer ${token.text}` };
    }
  }
  return Object.assign(headers, {
    renews: login.kind === 'oauth2',
    forget: (): void => {
      token = null;
    },
  });
}

/** RFC 6749, 4.4. */
async function fetchToken(
  { tokenUrl, scope, audience }: Extract<HttpLogin, { kind: 'oauth2' }>,
  base: Base,
  exchange: ReturnType<typeof exchangeWith>['exchange'],
  signal: AbortSignal,
) {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    ...(scope === null ? {} : { scope }),
    ...(audience === null ? {} : { audience }),
  });
  const { status, body } = await exchange(
    {
      method: 'POST',
      url: new URL(tokenUrl),
      headers: {
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
        authorization: basic(base),
      },
      body: Buffer.from(form.toString()),
    },
    signal,
  );
  let text = '';
  for await (const chunk of body) {
    text += String(chunk);
    if (text.length > TOKEN_BYTES) throw new SourceError('badMap', 'what gives tokens answers with something else');
  }
  if (status === 400 || status === 401)
    throw new SourceError('denied', 'its id or secret was refused where tokens are given');
  if (status !== 200) throw statusError(status, 'the request for a token');
  const given = parsed(text);
  if (typeof given.access_token !== 'string')
    throw new SourceError('badMap', 'what gives tokens answers with something else');
  const seconds = Number(given.expires_in ?? 300);
  return { text: given.access_token, until: Date.now() + (Number.isFinite(seconds) ? seconds : 300) * 1000 };
}

function parsed(text: string): { readonly access_token?: unknown; readonly expires_in?: unknown } {
  try {
    return Object(JSON.parse(text)) as object;
  } catch {
    return {};
  }
}
