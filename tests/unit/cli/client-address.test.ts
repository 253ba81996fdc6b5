import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clientAddress, networkOf, trustedProxies, type Trusted } from '@/lib/platform/client-address';

const proxies = (list: string): Trusted => trustedProxies(list) as Trusted;
const NOBODY = proxies('');
const OURS = proxies('10.0.0.0/8, 127.0.0.1, 2001:db8:1::/48');

test.each([
  ['no proxy is named: the header is ignored', '198.51.100.7', '203.0.113.9', NOBODY, '198.51.100.7'],
  ['a stranger sends a header', '198.51.100.7', '203.0.113.9', OURS, '198.51.100.7'],
  ['one proxy', '10.0.0.1', '203.0.113.9', OURS, '203.0.113.9'],
  [
    "what stands before the proxy's word is the sender's own invention",
    '10.0.0.1',
    '1.1.1.1, 203.0.113.9',
    OURS,
    '203.0.113.9',
  ],
  ['two proxies, both ours', '10.0.0.1', '203.0.113.9, 10.0.0.2', OURS, '203.0.113.9'],
  ['a second proxy that is not ours', '10.0.0.1', '203.0.113.9, 192.0.2.44', OURS, '192.0.2.44'],
  ['a proxy without a header', '10.0.0.1', undefined, OURS, '10.0.0.1'],
  ['a header of nonsense', '10.0.0.1', 'unknown, _hidden', OURS, '10.0.0.1'],
  ['an IPv4 proxy on an IPv6 socket', '::ffff:10.0.0.1', '203.0.113.9', OURS, '203.0.113.9'],
  ['ports are left out', '10.0.0.1', '203.0.113.9:4711', OURS, '203.0.113.9'],
  ['IPv6 with a port', '2001:db8:1::5', '[2001:DB8:2::9]:443', OURS, '2001:db8:2::9'],
  ['no socket at all', undefined, '203.0.113.9', OURS, 'unknown'],
])('%s', (_, socket, header, trusted, expected) => {
  expect(clientAddress(socket, header, trusted)).toBe(expected);
});

test('nothing written by a sender moves the address that our proxy saw', () => {
  fc.assert(
    fc.property(
      fc.string(),
      (written) => clientAddress('10.0.0.1', `${written.replaceAll(',', ' ')}, 203.0.113.9`, OURS) === '203.0.113.9',
    ),
  );
});

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['2001:db8:2:3:4:5:6:7', '2001:db8:2:3::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['unknown', 'unknown'],
])('%s belongs to the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test.each(['10.0.0.0/33', 'example.com', '10.0.0.1/', '10.0.0.0/8/8', '2001:db8::/129', '10.0.0.1 10.0.0.2'])(
  '%j is no list of proxies',
  (list) => {
    expect(trustedProxies(list)).toBeNull();
  },
);
