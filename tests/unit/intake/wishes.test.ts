import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DraftAnswers } from '@/lib/domain/intake/answers';
import { checkAnswer } from '@/lib/domain/intake/check-answer';
import { journey } from '@/lib/domain/intake/journey';
import { type IntakeController, offeredRights, pairOf } from '@/lib/domain/intake/offered';
import { offeredWishes, rightsBroughtBy, wishesOf } from '@/lib/domain/intake/wishes';
import { WISHES } from '@/lib/domain/law/wishes';
import { localDate } from '@/lib/domain/calendar/local-date';
import { RELATIONS_TO_CONTROLLER, RIGHT_IDS } from '@/lib/domain/law/types';
import { BULGARIA, LUXEMBOURG, TODAY } from './controllers';

const CALIFORNIAN: DraftAnswers = { forWhom: 'self', residence: 'US-CA' };
const EVERY_LAW: IntakeController = { ...BULGARIA, regimes: ['GDPR', 'CCPA', 'CA_SHINE_THE_LIGHT'] };
const SELLER: IntakeController = { ...EVERY_LAW, sellsData: true };

const wishesFor = (answers: DraftAnswers, controller: IntakeController) =>
  offeredWishes(answers, controller, TODAY).map(({ id }) => id);

describe('wishes', () => {
  test('stand for every right of every law, each for its own', () => {
    expect(Object.values(WISHES).flat().sort()).toEqual([...RIGHT_IDS].sort());
  });

  test('are offered once, however many laws give them, with each of those laws behind', () => {
    const offered = offeredWishes(CALIFORNIAN, LUXEMBOURG, TODAY);
    const copy = offered.find(({ id }) => id === 'copy')!;
    expect(copy.rights.map(pairOf)).toEqual(['GDPR:access', 'CCPA:know_specific']);
    expect(new Set(offered.map(({ id }) => id)).size).toBe(offered.length);
    expect(offered.length).toBeLessThan(offeredRights(CALIFORNIAN, LUXEMBOURG, TODAY).length);
  });

  test('lose none of the rights, and bring them all back', () => {
    fc.assert(
      fc.property(
        fc.record(
          {
            forWhom: fc.constantFrom('self', 'child', 'someoneElse', 'deceased'),
            residence: fc.constantFrom('LU', 'BG', 'US-CA', 'GB', 'ZZ', 'XX'),
            relation: fc.constantFrom(...RELATIONS_TO_CONTROLLER),
          },
          { requiredKeys: [] },
        ) as fc.Arbitrary<DraftAnswers>,
        fc.constantFrom(LUXEMBOURG, EVERY_LAW, SELLER),
        (answers, controller) => {
          const [rights, wishes] = [
            offeredRights(answers, controller, TODAY).map(pairOf),
            offeredWishes(answers, controller, TODAY),
          ];
          const brought = rightsBroughtBy(
            wishes.map(({ id }) => id),
            wishes,
          );
          expect([...brought].sort()).toEqual([...rights].sort());
          expect(wishesOf({ rights: brought })).toEqual(wishes.map(({ id }) => id));
        },
      ),
    );
  });

  test('of stopping or allowing a sale are for controllers that sell or share alone', () => {
    expect(wishesFor(CALIFORNIAN, EVERY_LAW)).not.toContain('noSale');
    expect(wishesFor(CALIFORNIAN, EVERY_LAW)).not.toContain('allowSale');
    expect(wishesFor(CALIFORNIAN, SELLER)).toContain('noSale');
    expect(wishesFor(CALIFORNIAN, LUXEMBOURG)).toContain('noSale');
  });

  test('about machines and consent are for those who use them', () => {
    const quiet = { ...SELLER, decidesByMachine: false, uses: [] };
    const on = localDate('2027-02-01');
    const offered = (controller: IntakeController) =>
      offeredWishes(CALIFORNIAN, controller, on).map(({ id }) => id as string);
    for (const wish of ['person', 'howDecided', 'noMachine', 'noConsent']) {
      expect(offered(SELLER)).toContain(wish);
      expect(offered(quiet)).not.toContain(wish);
    }
  });

  test('stay chosen where somebody moves, and are shown once more with what the other law makes of them', () => {
    const here: DraftAnswers = { forWhom: 'self', residence: 'LU', rights: ['GDPR:access'] };
    const moved = { ...here, residence: 'US-CA' };
    expect(journey(moved, LUXEMBOURG, TODAY).next).toBe('rights');
    expect(wishesOf(moved)).toEqual(['copy']);
  });
});

describe('saying no to a use', () => {
  const before: DraftAnswers = { forWhom: 'self', residence: 'LU', rights: ['GDPR:objection'] };
  const answer = (uses: string | string[], answers = before) =>
    checkAnswer('objection', { uses, situation: '' }, answers, { controller: LUXEMBOURG, locale: 'en', on: TODAY });

  test('to all advertising is the right that weighs nothing', () => {
    const checked = answer('marketing');
    expect(checked).toMatchObject({ ok: true, answers: { rights: ['GDPR:objection_marketing'] } });
    expect(checked.ok && checked.answers.objection).toBeUndefined();
  });

  test('to advertising and another use is both', () => {
    expect(answer(['marketing', 'improve'])).toMatchObject({
      ok: true,
      answers: {
        rights: ['GDPR:objection_marketing', 'GDPR:objection'],
        objection: { uses: ['improve'], situation: '' },
      },
    });
  });

  test('to a use that needs a contract or consent is not offered, and none at all is asked for again', () => {
    for (const uses of ['service', 'news', 'nothing'])
      expect(answer(uses)).toEqual({ ok: false, problems: [{ field: 'uses', key: 'empty' }] });
  });
});
