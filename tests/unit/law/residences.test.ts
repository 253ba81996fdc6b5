import { describe, expect, it } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { EEA } from '@/lib/domain/calendar/holidays/places';
import type { DraftAnswers, RawForm } from '@/lib/domain/intake/answers';
import { checkAnswer } from '@/lib/domain/intake/check-answer';
import { journey } from '@/lib/domain/intake/journey';
import { type IntakeController, offeredRights, pairOf, relationsOffered } from '@/lib/domain/intake/offered';
import { wishesOf } from '@/lib/domain/intake/wishes';
import { placeOf, placesOffered } from '@/lib/domain/intake/places';
import { GDPR } from '@/lib/domain/law/regimes/gdpr';
import { LAW } from '@/lib/domain/law/law';
import { type Law, REGIME_IDS, type Regime } from '@/lib/domain/law/types';
import { BULGARIA } from '../intake/controllers';

const ON = localDate('2027-02-01');

const [access] = GDPR.rights.filter(({ right }) => right === 'access');
const [clock] = GDPR.clocks;

/** A law of a place of its own that nobody has written yet, with a question to ask and agents of its kind; under an id that is free here. */
const IMAGINED: Regime = {
  ...GDPR,
  id: 'CH_FADP',
  title: 'An imagined act of Virginia',
  residences: ['US-VA'],
  establishments: [],
  rights: [{ ...access!, regime: 'CH_FADP', id: 'VA-1', asksFor: 'california' }],
  clocks: [{ ...clock!, regime: 'CH_FADP', id: 'VA-2', rights: ['access'] }],
  childRules: [],
  agents: 'Art. 3 VA',
};

const WITH_VIRGINIA: Law = [...LAW.filter(({ id }) => id !== 'CH_FADP'), IMAGINED];

/** A company under every law there is, in a country that none protects by itself. */
const controller: IntakeController = {
  ...BULGARIA,
  regimes: REGIME_IDS,
  establishment: { country: 'US', address: null },
};

const chosen = (place: string): RawForm =>
  EEA.some((country) => country === place) ? { place: 'eea', country: place } : { place };

function answered(question: Parameters<typeof checkAnswer>[0], raw: RawForm, before: DraftAnswers, law: Law) {
  const checked = checkAnswer(question, raw, before, { controller, locale: 'en', on: ON, law });
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.answers;
}

const places = (law: Law) =>
  law.flatMap((regime) => regime.residences.map((place) => [regime.id, place, regime, law] as const));

describe.each([
  ['the law as it is', LAW],
  ['a law with one more place', WITH_VIRGINIA],
])('%s', (_, law) => {
  it.each(places(law))('%s: whoever lives in %s says so on the form, and is led to its rights', (id, place, regime) => {
    const self = answered('for-whom', { forWhom: 'self' }, {}, law);
    const resident = answered('residence', chosen(place), self, law);
    expect(resident.residence).toBe(place);
    expect(['own', 'eea', place]).toContain(placeOf(place, 'US', law));
    // A customer's: what is asked in between does not narrow it.
    const rights = offeredRights(resident, controller, ON, law).filter((right) => right.regime === id);
    expect(rights.length > 0).toBe(
      regime.rights.some(({ openTo, inForceFrom }) => inForceFrom <= ON && !openTo?.people),
    );
    for (const right of rights) {
      const wish = wishesOf({ rights: [pairOf(right)] });
      const asking = answered('rights', { rights: wish }, { ...resident, relation: 'customer' }, law);
      expect(asking.rights).toContain(pairOf(right));
      expect(wishesOf(asking)).toEqual(wish);
      expect(journey(asking, controller, ON, law).canVisit('rights')).toBe(true);
    }
  });
});

describe('a law of a place of its own', () => {
  const resident: DraftAnswers = {
    forWhom: 'self',
    residence: 'US-VA',
    relation: 'customer',
    rights: ['CH_FADP:access'],
  };

  it('has its place on the form once it is there, and not before', () => {
    expect(placesOffered()).not.toContain('US-VA');
    expect(placesOffered(WITH_VIRGINIA)).toContain('US-VA');
    expect(checkAnswer('residence', { place: 'US-VA' }, {}, { controller, locale: 'en', on: ON }).ok).toBe(false);
  });

  it('brings the question that its record asks for, to those whose controller has what it needs', () => {
    expect(journey(resident, controller, ON, WITH_VIRGINIA).questions).toContain('california');
    const silent = { ...controller, texts: { ...controller.texts, californiaStatement: null } };
    expect(offeredRights(resident, silent, ON, WITH_VIRGINIA).map(pairOf)).not.toContain('CH_FADP:access');
  });

  it('brings authorised agents where its record knows them', () => {
    const agent: DraftAnswers = { forWhom: 'someoneElse', residence: 'US-VA' };
    expect(relationsOffered(agent)).not.toContain('authorisedAgent');
    expect(relationsOffered(agent, WITH_VIRGINIA)).toContain('authorisedAgent');
  });
});
