import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataSubjectOf, gaveOwnAddress } from '@/lib/domain/intake/data-subject';

const PARENT = {
  forWhom: 'child',
  name: 'Nadia Weber',
  email: 'nadia@example.lu',
  identifiers: { phone: '+352 691 555 001' },
} as const;

describe('whose data it is', () => {
  it('is the requester, with their address and all they gave, where they ask for themselves', () => {
    expect(dataSubjectOf({ ...PARENT, forWhom: 'self' })).toEqual({
      name: 'Nadia Weber',
      identifiers: { phone: '+352 691 555 001', email: 'nadia@example.lu' },
    });
  });

  it('is the child, and nothing of the parent is searched by', () => {
    const subject = { name: 'Lina Becker', relation: 'parent', identifiers: { phone: '+352 691 555 015' } };
    expect(dataSubjectOf({ ...PARENT, subject })).toEqual({
      name: 'Lina Becker',
      identifiers: { phone: '+352 691 555 015' },
    });
    expect(dataSubjectOf({ ...PARENT, subject: { name: 'Lina', relation: 'parent' } }).identifiers).toEqual({});
  });

  it('is never searched for by the address of whoever acts, however it is written', () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.constantFrom('child', 'someoneElse', 'deceased'), (email, forWhom) => {
        const subject = { name: 'Lina', relation: 'parent', identifiers: { email: email.toUpperCase() } };
        const given = { ...PARENT, forWhom, email, subject } as const;
        expect(dataSubjectOf(given).identifiers).toEqual({});
        expect(gaveOwnAddress(given)).toBe(true);
      }),
    );
  });
});
