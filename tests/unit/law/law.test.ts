import { describe, expect, expectTypeOf, it } from 'vitest';
import { type LocalDate, localDate } from '@/lib/domain/calendar/local-date';
import { LAW } from '@/lib/domain/law/law';
import { allRules, labelsOf } from '@/lib/domain/law/rights';
import { SOURCES } from '@/lib/domain/law/sources';
import {
  ABSOLUTE_RIGHT_IDS,
  type AbsoluteRightRule,
  type Outcome,
  type RefusableRightRule,
  REGIME_IDS,
  RIGHT_IDS,
} from '@/lib/domain/law/types';
import { LOCALES } from '@/lib/domain/locale';
import { messagesOf } from '@/lib/platform/i18n/messages';
import { translator } from '@/lib/platform/i18n/translator';

const rules = allRules();
const rights = LAW.flatMap((regime) => regime.rights);
const grounds = LAW.flatMap((regime) => regime.grounds);
const remedies = LAW.flatMap((regime) => regime.remedies);
const exemptions = LAW.flatMap((regime) => regime.exemptions);

describe('every rule', () => {
  it('has an id of its own', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))('%s is cited, dated, sourced and reviewed', (_, rule) => {
    expect(REGIME_IDS).toContain(rule.regime);
    expect(rule.citation).toMatch(/\d/);
    expect(rule.text).toMatch(/\.$/);
    expect(SOURCES[rule.source]).toBeDefined();
    expect(rule.reviewedOn >= '2026-11-22').toBe(true);
    expect(rule.inForceTo === null || rule.inForceFrom <= rule.inForceTo).toBe(true);
  });

  it('belongs to the law that holds it', () => {
    for (const regime of LAW) {
      const own = [
        ...regime.rights,
        ...regime.clocks,
        ...regime.grounds,
        ...regime.exemptions,
        ...regime.remedies,
        ...regime.childRules,
      ];
      expect(own.filter((rule) => rule.regime !== regime.id)).toEqual([]);
    }
  });

  it('that is policy says so and names no law as its source', () => {
    const policies = rules.filter(({ verified }) => verified === 'policy');
    expect(policies.map(({ source }) => source)).toEqual(policies.map(() => 'product'));
    expect(rules.filter(({ source, verified }) => source === 'product' && verified !== 'policy')).toEqual([]);
  });
});

describe('every law', () => {
  it('is listed once', () => {
    expect(LAW.map(({ id }) => id)).toEqual([...REGIME_IDS]);
  });

  it.each(LAW.map((regime) => [regime.id, regime] as const))(
    '%s has, for each right, a clock that runs when it is in force',
    (_, regime) => {
      for (const rule of regime.rights) {
        const clocks = regime.clocks.filter(
          (clock) => clock.rights.includes(rule.right) && clock.kind !== 'acknowledge',
        );
        const runsOn = (day: LocalDate) =>
          clocks.some((clock) => clock.inForceFrom <= day && (clock.inForceTo === null || day <= clock.inForceTo));
        expect(runsOn(rule.inForceFrom)).toBe(true);
        expect(runsOn(rule.inForceTo ?? localDate('2099-12-31'))).toBe(true);
      }
    },
  );

  it.each(LAW.map((regime) => [regime.id, regime] as const))(
    '%s gives no two clocks of a kind at once for one right and channel',
    (_, regime) => {
      for (const [index, one] of regime.clocks.entries()) {
        for (const other of regime.clocks.slice(index + 1)) {
          const shared = one.rights.some((right) => other.rights.includes(right));
          const sameWay = one.channel === null || other.channel === null || one.channel === other.channel;
          const apart =
            (one.inForceTo !== null && one.inForceTo < other.inForceFrom) ||
            (other.inForceTo !== null && other.inForceTo < one.inForceFrom);
          if (shared && sameWay && one.kind === other.kind) expect(apart).toBe(true);
        }
      }
    },
  );

  it.each(LAW.map((regime) => [regime.id, regime] as const))(
    '%s knows each ground that its rights name, and no other',
    (_, regime) => {
      const named = new Set(regime.rights.flatMap((rule) => (rule.refusable ? rule.grounds : [])));
      expect([...named].sort()).toEqual(regime.grounds.map(({ id }) => id).sort());
      for (const ground of regime.grounds) {
        expect(ground.rights.every((right) => regime.rights.some((rule) => rule.right === right))).toBe(true);
        expect(ground.mustShow.length).toBeGreaterThan(0);
      }
    },
  );

  it('names a ground for each limit on how often it can be used', () => {
    for (const rule of rights) if (rule.frequency) expect(grounds.map(({ id }) => id)).toContain(rule.frequency.ground);
  });
});

describe('a right without lawful refusal', () => {
  const absolute = rights.filter((rule) => !rule.refusable);

  it('is each of the five laws’ absolute rights, and only those', () => {
    expect([...new Set(absolute.map(({ right }) => right))].sort()).toEqual([...ABSOLUTE_RIGHT_IDS].sort());
  });

  it('has no refusal among its outcomes, and no place for a ground', () => {
    for (const rule of absolute) {
      expect(rule.outcomes).not.toContain('refused');
      expect(rule.outcomes).not.toContain('partlyGranted');
      expect(rule).not.toHaveProperty('grounds');
      expect(rule).not.toHaveProperty('refusalContains');
    }
    expectTypeOf<AbsoluteRightRule>().not.toHaveProperty('grounds');
    expectTypeOf<RefusableRightRule>().toHaveProperty('grounds');
    expectTypeOf<'refused'>().not.toExtend<AbsoluteRightRule['outcomes'][number]>();
  });

  it('takes effect without delay', () => {
    expect(absolute.every(({ effect }) => effect === 'withoutDelay')).toBe(true);
  });
});

describe('a refusal', () => {
  it('always needs a second person', () => {
    expect(grounds.filter(({ secondPerson }) => !secondPerson)).toEqual([]);
  });
});

describe('the words of the law', () => {
  const keysOf = (texts: object, prefix = ''): string[] =>
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string' ? [prefix + key] : keysOf(value as object, `${prefix}${key}.`),
    );

  it.each(LOCALES)('have the same keys in %s as in English', (locale) => {
    expect(keysOf(messagesOf(locale, 'law'))).toEqual(keysOf(messagesOf('en', 'law')));
  });

  it.each(LOCALES)('name each right, ground, exemption, outcome and law in %s', (locale) => {
    const say = translator(locale, 'law');
    const outcomes: readonly Outcome[] = [
      'granted',
      'partlyGranted',
      'refused',
      'noData',
      'notIdentifiable',
      'notFromThem',
    ];
    const keys = [
      ...RIGHT_IDS.flatMap((right) => [labelsOf(right).plain, labelsOf(right).term, labelsOf(right).hint]),
      ...[...grounds, ...exemptions].map(({ label }) => label),
      ...remedies.flatMap(({ label }) => [`${label}.title`, `${label}.text`]),
      ...outcomes.map((outcome) => `outcome.${outcome}`),
      ...REGIME_IDS.map((regime) => `regime.${regime}`),
      ...['respond', 'acknowledge', 'optOut', 'extensionNotice'].map((kind) => `clock.${kind}`),
    ];
    for (const key of keys)
      expect(say(key, { place: 'Luxembourg', controller: 'CallsApp', also: 'yes' }).length).toBeGreaterThan(3);
  });

  it('hold nothing that no rule uses', () => {
    const used = new Set([...grounds, ...exemptions, ...remedies].map(({ label }) => label));
    const held = keysOf(messagesOf('en', 'law')).filter((key) => /^(ground|exemption|remedy)\./.test(key));
    expect(held.filter((key) => !used.has(key.replace(/\.(title|text)$/, '')))).toEqual([]);
  });

  it.each(LOCALES)('say each right to a child in %s, whom the living may all ask as', (locale) => {
    const say = translator(locale, 'law');
    for (const { right } of rights.filter(
      ({ openTo }) => openTo?.people?.some(({ capacity }) => capacity === 'self') ?? true,
    )) {
      expect(say(labelsOf(right).child).length).toBeGreaterThan(20);
    }
  });

  it('write Cyrillic in Bulgarian and Russian, Latin in English', () => {
    for (const right of RIGHT_IDS) {
      const key = labelsOf(right).plain;
      expect(translator('en', 'law')(key)).toMatch(/^[A-Z][\x20-\x7e’]+$/);
      for (const locale of ['bg', 'ru'] as const) expect(translator(locale, 'law')(key)).toMatch(/^[А-Я]/);
    }
  });

  // Letters and vowel combinations that exist in one of the two languages only betray a text put under the wrong one.
  it('keep Russian letters out of Bulgarian', () => {
    expect(JSON.stringify(messagesOf('bg', 'law'))).not.toMatch(/[ыэёЫЭЁ]/);
  });

  it('label a right with its term and citation', () => {
    const say = translator('bg', 'law');
    const values = { plain: say('right.access.plain'), term: say('right.access.term'), citation: 'чл. 15 от GDPR' };
    expect(say('right.label', values)).toBe('Получете копие от данните си (право на достъп, чл. 15 от GDPR)');
  });
});
