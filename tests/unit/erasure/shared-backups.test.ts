import { describe, expect, it } from 'vitest';
import { sharedBackups } from '@/lib/domain/erasure/shared-backups';

const saying = (...backups: string[]) => ({ backups });

describe('what systems say of their backups', () => {
  it('is said once where all say the same', () => {
    expect(sharedBackups([saying('Nightly.', 'Weekly.'), saying('Nightly.', 'Weekly.')])).toEqual([
      'Nightly.',
      'Weekly.',
    ]);
    expect(sharedBackups([saying(), saying()])).toEqual([]);
  });

  it('is left to each where one says something else, or nothing', () => {
    expect(sharedBackups([saying('Nightly.'), saying('Weekly.')])).toBeNull();
    expect(sharedBackups([saying('Nightly.'), saying()])).toBeNull();
    expect(sharedBackups([saying('Nightly.'), saying('Nightly.', 'Weekly.')])).toBeNull();
    expect(sharedBackups([])).toBeNull();
  });
});
