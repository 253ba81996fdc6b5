import { describe, it } from 'vitest';
import { aCase, COMMANDS } from '@/tests/support/case-builders';
import { given } from '@/tests/support/given-when-then';

describe('writing', () => {
  it.each(['WriteMessage', 'WriteNote'] as const)('refuses a %s of nothing but space', (type) => {
    given(aCase('verified'))
      .when({ ...COMMANDS[type], body: ' \t\n ' })
      .thenRefused('emptyText');
  });
});
