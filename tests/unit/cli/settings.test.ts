import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { portArgument, portSetting } from '@/lib/cli/settings';

afterEach(() => vi.unstubAllEnvs());

test('every port there is can be given', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 65_535 }), (port) => portArgument(String(port)) === port));
});

test.each(['0', '65536', '3000; rm -rf /', '', ' ', 'NaN', '-1', '3e3', '0x50', '9'.repeat(10_000)])(
  '"%s" is no port',
  (text) => {
    expect(() => portArgument(text)).toThrow('It must be a whole number from 1 to 65535.');
  },
);

test('the environment may name the port; a wrong one is said without repeating all of it', () => {
  vi.stubEnv('PORT', '');
  expect(portSetting(3000)).toBe(3000);
  vi.stubEnv('PORT', '8080');
  expect(portSetting(3000)).toBe(8080);
  vi.stubEnv('PORT', 'x'.repeat(10_000));
  expect(() => portSetting(3000)).toThrow(/^PORT must be a whole number from 1 to 65535, not "x{40}"\.$/);
});
