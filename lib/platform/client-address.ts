import { BlockList, isIP } from 'node:net';

/** Networks whose word on a sender is taken. */
export type Trusted = { readonly has: (address: string) => boolean };

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Longest prefix of an address of this family. */
const bitsOf = (address: string): number => (isIP(address) === 6 ? 128 : 32);

/**
 * Reads a list such as `10.0.0.0/8, 2001:db8::1`; an address without a length is itself alone.
 * @returns null when a part of it is no address or network
 */
export function trustedProxies(list: string): Trusted | null {
  const networks = new BlockList();
  for (const part of list
    .split(',')
    .map((text) => text.trim())
    .filter(Boolean)) {
    const [address = '', length, ...rest] = part.split('/');
    const bits = length === undefined ? bitsOf(address) : Number(length);
    if (
      isIP(address) === 0 ||
      rest.length > 0 ||
      (length !== undefined && !/^\d{1,3}$/.test(length)) ||
      bits > bitsOf(address)
    )
      return null;
    networks.addSubnet(address, bits, familyOf(address));
  }
  return { has: (address) => networks.check(address, familyOf(address)) };
}

/** One spelling for one host: an IPv4 address that came over an IPv6 socket is that IPv4 address; a port is left out. Null for no address. */
function plain(text: string): string | null {
  const bare = /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  const address = /^::ffff:([\d.]+)$/i.exec(bare)?.[1] ?? bare.replace(/%.*$/, '').toLowerCase();
  return isIP(address) === 0 ? null : address;
}

/**
 * Where a request came from. The header is written by anyone, so it counts only as far as proxies that we name have added to it: read from
 * its end, the first address that is none of them is the sender (RFC 7239, section 8.1).
 * @param socket the address at the other end of the connection
 * @param forwardedFor the X-Forwarded-For header as it came
 */
export function clientAddress(socket: string | undefined, forwardedFor: string | undefined, trusted: Trusted): string {
  let nearest = plain(socket ?? '') ?? 'unknown';
  const hops = (forwardedFor ?? '')
    .split(',')
    .map((hop) => plain(hop.trim()))
    .reverse();
  for (const hop of hops) {
    if (!trusted.has(nearest) || hop === null) break;
    nearest = hop;
  }
  return nearest;
}

/** Whom a limit by source counts together: an IPv4 address, or the /64 that one IPv6 subscriber has at least (RFC 6177). */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail?.split(':').filter(Boolean) ?? [];
  const missing = Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0');
  return `${[...front, ...missing, ...back]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/** The header in which our own server tells pages and actions the sender's address; what a client writes into it is overwritten. */
export const CLIENT_ADDRESS = 'x-client-address';

/** The header in which it tells the path that was asked for, with its query. */
export const PAGE_PATH = 'x-page-path';
