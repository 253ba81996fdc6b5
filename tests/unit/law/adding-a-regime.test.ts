import { describe, expect, it } from 'vitest';
import { clocksFor } from '@/lib/domain/clock/clocks';
import { describeStep, publicReason } from '@/lib/domain/clock/describe';
import { localDate } from '@/lib/domain/calendar/local-date';
import { shippedCalendars } from '@/lib/domain/calendar/holidays/snapshots';
import { LAW } from '@/lib/domain/law/law';
import { childRulesFor, remediesFor } from '@/lib/domain/law/remedies';
import { groundsFor, rightsFor } from '@/lib/domain/law/rights';
import type { Regime } from '@/lib/domain/law/types';
import { LOCALES } from '@/lib/domain/locale';
import { translator } from '@/lib/platform/i18n/translator';

const COMMON = {
  regime: 'CH_FADP',
  inForceFrom: localDate('2028-03-01'),
  inForceTo: null,
  verified: 'knowledge',
  source: 'fadp',
  reviewedOn: localDate('2026-11-22'),
} as const;

/** A law that nobody has written yet, as one record: twenty business days, once extended to forty. */
const IMAGINED: Regime = {
  id: 'CH_FADP',
  title: 'An imagined act',
  residences: ['LI'],
  establishments: [],
  rights: [
    {
      ...COMMON,
      id: 'X-1',
      right: 'access',
      refusable: true,
      citation: 'Art. 1 X',
      text: 'A copy.',
      effect: 'byAnswer',
      identity: 'reasonable',
      fee: 'never',
      frequency: null,
      showProcessedFrom: null,
      openTo: null,
      lookback: null,
      unverified: null,
      outcomes: ['granted', 'refused'],
      checks: [],
      answerContains: [],
      grounds: ['X-2'],
      refusalContains: [],
      tell: [],
    },
  ],
  clocks: [
    {
      ...COMMON,
      id: 'X-3',
      citation: 'Art. 3 X',
      text: 'Twenty business days.',
      kind: 'respond',
      rights: ['access'],
      channel: null,
      period: { length: 20, unit: 'businessDays' },
      counting: 'Art. 4 X',
      holidays: null,
      roll: null,
      pauses: [
        {
          cause: 'identity',
          rights: ['access'],
          effect: 'restart',
          bothDaysOut: false,
          statutory: true,
          anyQuantity: false,
          reflectionDays: null,
          citation: 'Art. 5 X',
        },
      ],
      extension: { total: { length: 40, unit: 'businessDays' }, withoutReasons: false, citation: 'Art. 6 X' },
      earliest: null,
    },
    {
      ...COMMON,
      id: 'X-9',
      citation: 'Art. 9 X',
      text: 'An appeal is answered within sixty days of it.',
      kind: 'appeal',
      rights: ['access'],
      channel: null,
      period: { length: 60, unit: 'days' },
      counting: 'Art. 4 X',
      holidays: null,
      roll: null,
      pauses: [],
      extension: null,
      earliest: null,
    },
  ],
  grounds: [
    {
      ...COMMON,
      id: 'X-2',
      citation: 'Art. 2 X',
      text: 'A ground.',
      label: 'ground.FADP-26',
      rights: ['access'],
      reach: 'whole',
      identification: false,
      establishments: null,
      mustShow: ['Why.'],
      secondPerson: true,
    },
  ],
  exemptions: [],
  remedies: [
    {
      ...COMMON,
      id: 'X-7',
      citation: 'Art. 7 X',
      text: 'A court.',
      label: 'remedy.FADP-32-court',
      to: 'court',
      authority: null,
      country: null,
      replaces: null,
      when: 'always',
    },
  ],
  childRules: [{ ...COMMON, id: 'X-8', citation: 'Art. 8 X', text: 'From 15.', place: 'LI', age: 15 }],
  records: [{ ...COMMON, id: 'X-10', citation: 'Art. 10 X', text: 'Kept for a year.', days: 365 }],
  tellings: [
    {
      ...COMMON,
      id: 'X-11',
      citation: 'Art. 11 X',
      text: 'Access is told of first.',
      right: 'access',
      purposes: { bases: ['legitimateInterests'] },
    },
  ],
  basisAct: null,
  identity: { citation: 'Art. 12 X', forbidden: [] },
  agents: null,
};

const law = [...LAW.filter(({ id }) => id !== 'CH_FADP'), IMAGINED];
const situation = { residence: 'LI', relation: 'customer', ageBand: 'adult', capacity: 'self' } as const;
const controller = { regimes: ['CH_FADP'], establishment: { country: 'US' } } as const;
const input = {
  regime: 'CH_FADP',
  right: 'access',
  receivedAt: '2028-03-06T10:00:00Z',
  timezone: 'Europe/Vaduz',
  calendar: 'LI',
  events: [],
} as const;

describe('a law added as one record', () => {
  it('offers its right from its first day on', () => {
    expect(rightsFor(situation, controller, localDate('2028-02-29'), law)).toEqual([]);
    expect(rightsFor(situation, controller, localDate('2028-03-01'), law)).toMatchObject([
      { right: 'access', citation: 'Art. 1 X' },
    ]);
    expect(groundsFor('CH_FADP', 'access', localDate('2028-03-01'), null, law)).toMatchObject([{ id: 'X-2' }]);
  });

  it('is open to whom its record says, and brings its own court and its own word on children', () => {
    const customersOnly = law.map((regime) =>
      regime === IMAGINED
        ? {
            ...regime,
            rights: regime.rights.map((rule) => ({
              ...rule,
              openTo: { relations: ['customer'], people: null, establishments: null } as const,
            })),
          }
        : regime,
    );
    const offers = (relation: 'customer' | 'employee') =>
      rightsFor({ ...situation, relation }, controller, localDate('2028-03-01'), customersOnly).length;
    expect([offers('customer'), offers('employee')]).toEqual([1, 0]);
    expect(
      remediesFor(['CH_FADP'], { residence: 'LI', authority: 'LI' }, false, localDate('2028-03-01'), law).map(
        ({ rule }) => rule.id,
      ),
    ).toEqual(['X-7']);
    expect(childRulesFor(['CH_FADP'], 'LI', localDate('2028-03-01'), law).map(({ id }) => id)).toEqual(['X-8']);
  });

  it('starts its clocks, with their working', () => {
    const [respond, notice] = clocksFor(input, shippedCalendars, law);
    // Received on Monday 6 March 2028: twenty business days end on Monday 3 April, forty on Thursday 4 May
    // (Good Friday 14 April, Easter Monday 17 April and Monday 1 May are holidays in Liechtenstein).
    expect(respond).toMatchObject({
      kind: 'respond',
      limitOn: '2028-04-03',
      strictOn: '2028-04-03',
      extension: { extendedToOn: '2028-05-04' },
    });
    expect(notice).toMatchObject({ kind: 'extensionNotice', limitOn: '2028-04-03' });
  });

  it('starts one clock for each appeal, by the rule of the day of the appeal', () => {
    const appeals = (...on: string[]) => {
      const events = on.map((day) => ({ type: 'appealReceived', at: `${day}T10:00:00Z` }) as const);
      return clocksFor({ ...input, events }, shippedCalendars, law)
        .filter(({ kind }) => kind === 'appeal')
        .map(({ startOn, limitOn }) => [startOn, limitOn]);
    };
    expect(appeals()).toEqual([]);
    expect(appeals('2028-06-01', '2028-07-10')).toEqual([
      ['2028-06-01', '2028-07-31'],
      ['2028-07-10', '2028-09-08'],
    ]);
    const ended = law.map((regime) =>
      regime === IMAGINED
        ? { ...regime, clocks: regime.clocks.map((clock) => ({ ...clock, inForceTo: localDate('2028-05-31') })) }
        : regime,
    );
    const late = clocksFor(
      { ...input, events: [{ type: 'appealReceived', at: '2028-06-01T10:00:00Z' }] },
      shippedCalendars,
      ended,
    );
    expect(late.map(({ kind }) => kind)).toEqual(['respond', 'extensionNotice']);
  });

  it('is spoken of in each language', () => {
    const [respond] = clocksFor(input, shippedCalendars, law);
    for (const locale of LOCALES) {
      const say = translator(locale, 'law');
      const working = respond?.working.map((step) => describeStep(step, say)).join(' ');
      expect(working).toMatch(/20/);
      expect(working).toContain(say('holiday.goodFriday'));
      expect(respond && publicReason(respond, say)).toMatch(/20 .*\(Art\. 3 X\)\.$/);
    }
  });
});
