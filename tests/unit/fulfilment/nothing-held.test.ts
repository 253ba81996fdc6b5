import { describe, expect, it } from 'vitest';
import { nothingHeld, type Searched } from '@/lib/domain/fulfilment/nothing-held';
import type { RightItem } from '@/lib/domain/case/types';
import type { Outcome } from '@/lib/domain/law/types';
import { ALICE, BOB, SMALL_LAW } from '@/tests/support/case-builders';
import { rightItem } from '@/tests/support/effect-builders';

const answered = (outcome: Outcome, given: Partial<RightItem> = {}): RightItem => ({
  ...rightItem(given),
  decision: { outcome, grounds: [], hasFacts: true, confirmed: [], decidedById: ALICE },
  approvedById: BOB,
});

const of = (result: 'nothing' | 'found' | 'notApplicable', collectionId = 'shop.customer') => ({
  collectionId,
  result,
});

const searched = (given: Partial<Searched> = {}): Searched => ({
  rights: [answered('granted')],
  tasks: [{ state: 'answered' }, { state: 'answered' }],
  results: [of('nothing'), of('notApplicable')],
  ...given,
});

const held = (given: Partial<Searched> = {}) => nothingHeld(searched(given), SMALL_LAW);

describe('that nothing is held', () => {
  it('is said once a copy was granted and no system had a record, or where it was decided so', () => {
    expect(held()).toBe(true);
    expect(held({ rights: [answered('noData')] })).toBe(true);
  });

  it('is not said while a second person has not agreed, or a system has not answered', () => {
    expect(held({ rights: [{ ...answered('granted'), approvedById: null }] })).toBe(false);
    expect(held({ rights: [rightItem()] })).toBe(false);
    expect(held({ tasks: [{ state: 'answered' }, { state: 'failed' }] })).toBe(false);
    expect(held({ tasks: [], results: [] })).toBe(false);
  });

  it('is said where this portal alone has something, which it has of everybody who asks, and not where that is all that was looked into', () => {
    expect(held({ results: [of('nothing'), of('found', 'portal.requests')] })).toBe(true);
    expect(held({ results: [of('found', 'portal.requests')] })).toBe(false);
  });

  it('is not said where something was found, was refused, or was never asked for', () => {
    expect(held({ results: [of('nothing'), of('found')] })).toBe(false);
    expect(held({ rights: [answered('refused')] })).toBe(false);
    expect(held({ rights: [answered('noData', { right: 'erasure' })] })).toBe(false);
  });
});
