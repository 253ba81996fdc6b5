import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { SourceError } from '../port';

const listOf = (...networks: readonly [string, number][]): BlockList => {
  const list = new BlockList();
  for (const [net, bits] of networks) list.addSubnet(net, bits, net.includes(':') ? 'ipv6' : 'ipv4');
  return list;
};

// IANA's registries of addresses for special purposes: nothing of the public network has one of these.
const PRIVATE = listOf(
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['::1', 128],
  ['fc00::', 7],
);

// Not even a host that the map names may have one of these: here clouds hand out the keys of a machine, and nobody else is served.
const NEVER = listOf(
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['::', 128],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001:db8::', 32],
  ['fd00:ec2::', 32],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
);

/** Ways in which an address of the old kind is written inside one of the new: mapped, compatible, and through NAT64 or 6to4. */
function oldInside(address: string): string | null {
  const bytes = bytesOf(address);
  const at = (from: number): string => bytes.slice(from, from + 4).join('.');
  const begins = (...head: readonly number[]): boolean => head.every((byte, n) => bytes[n] === byte);
  const zeros = bytes.slice(0, 10).every((byte) => byte === 0);
  if (zeros && ((bytes[10] === 0xff && bytes[11] === 0xff) || (bytes[10] === 0 && bytes[11] === 0 && bytes[12] !== 0)))
    return at(12);
  if (begins(0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)) return at(12);
  return begins(0x20, 0x02) ? at(2) : null;
}

/** The sixteen bytes of an IPv6 address. */
function bytesOf(address: string): number[] {
  const plain = new URL(`http://[${address.split('%')[0]}]/`).hostname.slice(1, -1);
  const [head = '', tail] = plain.split('::');
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const [front, back] = [groups(head), groups(tail ?? '')];
  const middle = tail === undefined ? [] : Array<string>(8 - front.length - back.length).fill('0');
  return [...front, ...middle, ...back].flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
}

/** Why an address may not be asked; null where it may. @param inside whether the map says that its host stands in a private network */
export function refusalOf(address: string, inside: boolean): string | null {
  const family = isIP(address);
  if (family === 0) return 'is no address';
  const old = family === 6 ? oldInside(address) : null;
  if (old !== null) return refusalOf(old, inside);
  const kind = family === 6 ? 'ipv6' : 'ipv4';
  if (NEVER.check(address, kind)) return 'is one that no service may have';
  return PRIVATE.check(address, kind) && !inside ? 'is of a private network' : null;
}

const refused = (host: string, why: string): SourceError =>
  new SourceError(
    'badMap',
    `the address of ${host} ${why}, and is not asked; where it is right, name the host under "inside" of the system`,
  );

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '').toLowerCase();

/** Looks names up and gives only addresses that may be asked: the connection is made to what was looked at, not looked up again. */
export const guardedLookup =
  (inside: readonly string[]): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0);
      const why = found.map(({ address }) => refusalOf(address, inside.includes(bare(hostname)))).find((one) => one);
      const [first] = found;
      if (why || !first) return callback(refused(hostname, why ?? 'is not known'), '', 0);
      return options.all ? callback(null, found) : callback(null, first.address, first.family);
    });
  };

/**
 * Whether an address may be asked at all, as far as it can be told without looking its name up.
 * @throws SourceError
 */
export function checkAddress(url: URL, inside: readonly string[]): void {
  const host = bare(url.hostname);
  const named = inside.includes(host);
  if (isIP(host) !== 0) {
    const why = refusalOf(host, named);
    if (why) throw refused(host, why);
  }
  if (url.protocol === 'https:' || (url.protocol === 'http:' && named)) return;
  throw new SourceError(
    'badMap',
    `${host} would be asked in the clear: begin its address with https://, or name the host under "inside" where it stands in your own network`,
  );
}
