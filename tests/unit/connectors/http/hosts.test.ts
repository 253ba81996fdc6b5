import { expect, test } from 'vitest';
import { refusalOf } from '@/lib/connectors/http/hosts';

test.each([
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '::1',
  'fc00::1',
  'fd12:3456::1',
  '::ffff:10.0.0.1',
  '::ffff:7f00:1',
  '::127.0.0.1',
  '64:ff9b::10.0.0.1',
  '2002:0a00:0001::',
])('%s is of a private network, and asked only where the map names its host', (address) => {
  expect(refusalOf(address, false)).toMatch(/private/);
  expect(refusalOf(address, true)).toBeNull();
});

test.each([
  '0.0.0.0',
  '169.254.169.254',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  'fe80::1',
  'fe80::1%eth0',
  'fd00:ec2::254',
  'ff02::1',
  '::ffff:169.254.169.254',
  '64:ff9b::a9fe:a9fe',
  'nonsense',
])('%s is never asked', (address) => {
  expect(refusalOf(address, false)).not.toBeNull();
  expect(refusalOf(address, true)).not.toBeNull();
});

test.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8', '2002:0808:0808::'])(
  '%s is asked',
  (address) => {
    expect(refusalOf(address, false)).toBeNull();
  },
);
