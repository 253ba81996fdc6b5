import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWeighed, type Weighing, weighingFor, weighingOf } from '@/lib/domain/law/weighing';
import { LAW } from '@/lib/domain/law/law';
import type { CaseRules } from '@/lib/domain/case/rules';
import { aCase, COMMANDS, SMALL_LAW } from '@/tests/support/case-builders';
import { rightItem } from '@/tests/support/effect-builders';
import { given } from '@/tests/support/given-when-then';

const WEIGHING: Weighing = {
  purposeIds: ['security'],
  ours: 'Attacks are found by it.',
  theirs: 'They work at night.',
  why: 'Nothing else finds them.',
};

const LAW_OF_OBJECTIONS: CaseRules = {
  ...SMALL_LAW,
  grounds: () => ['GDPR-21-1-compelling', 'GDPR-21-1-claims', 'GDPR-12-6'],
};

const refuse = (grounds: readonly string[], weighing?: Weighing) =>
  given(aCase('reviewing', { rights: [rightItem({ right: 'objection' })] }), LAW_OF_OBJECTIONS).when({
    ...COMMANDS.DecideRight,
    outcome: 'refused',
    grounds,
    facts: '',
    despiteHidden: null,
    ...(weighing && { weighing }),
  });

describe('refusing an objection', () => {
  it('on compelling grounds takes the weighing in writing, and needs no other words then', () => {
    refuse(['GDPR-21-1-compelling']).thenRefused('weighingMissing');
    refuse(['GDPR-21-1-compelling'], WEIGHING).then(
      { type: 'OutcomeDecided', weighing: WEIGHING },
      { type: 'DecisionsCompleted' },
    );
  });

  it.each(['ours', 'theirs', 'why'] as const)('is not weighed without %s', (part) =>
    refuse(['GDPR-21-1-compelling'], { ...WEIGHING, [part]: ' ' }).thenRefused('weighingMissing'),
  );

  it('is not weighed without a use', () =>
    refuse(['GDPR-21-1-compelling'], { ...WEIGHING, purposeIds: [] }).thenRefused('weighingMissing'));

  it('for a legal claim names it and why the use is needed for it', () => {
    refuse(['GDPR-21-1-claims'], { ...WEIGHING, theirs: '' }).then(
      { type: 'OutcomeDecided', weighing: { ...WEIGHING, theirs: '' } },
      { type: 'DecisionsCompleted' },
    );
    refuse(['GDPR-21-1-claims', 'GDPR-21-1-compelling'], { ...WEIGHING, theirs: '' }).thenRefused('weighingMissing');
  });

  it('on another ground takes words as any refusal does, and keeps no weighing', () => {
    refuse(['GDPR-12-6'], WEIGHING).thenRefused('factsMissing');
  });
});

describe('what is weighed', () => {
  it('is asked for by grounds on an objection alone, and alike in every law that has them', () => {
    const weighed = LAW.flatMap(({ grounds }) => grounds).filter(({ id }) => weighingOf(id) !== null);
    expect(weighed.map(({ id }) => id).sort()).toEqual([
      'GDPR-21-1-claims',
      'GDPR-21-1-compelling',
      'UK-21-1-claims',
      'UK-21-1-compelling',
    ]);
    for (const { rights } of weighed) expect(rights).toEqual(['objection']);
  });

  it('is whole only with every part, whatever is written', () =>
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string(), fc.string(), fc.string(), (purposeIds, ours, theirs, why) => {
        const weighing = { purposeIds, ours, theirs, why };
        const blank = [ours, theirs, why].map((text) => text.trim() === '');
        expect(isWeighed('interests', weighing)).toBe(purposeIds.length > 0 && !blank.includes(true));
        expect(isWeighed('claims', weighing)).toBe(purposeIds.length > 0 && !blank[0] && !blank[2]);
      }),
    ));

  it('is nothing for grounds that are no matter of interests', () => {
    expect(weighingFor([])).toBeNull();
    expect(weighingFor(['GDPR-12-6', 'GDPR-21-1-basis'])).toBeNull();
  });
});
