import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { catalogue, RULE_KINDS } from '@/lib/domain/law/catalogue';
import { COUNSEL_STATES } from '@/lib/domain/law/confirmation';
import { type LawFilters, matches } from '@/lib/domain/law/find';
import { REGIME_IDS, VERIFIED } from '@/lib/domain/law/types';

const all = catalogue();
const found = (filters: LawFilters, counsel: (typeof COUNSEL_STATES)[number] = 'unconfirmed'): string[] =>
  all.filter((entry) => matches(entry, counsel, filters)).map(({ rule }) => rule.id);

describe('finding rules', () => {
  it('leaves nothing out without a filter', () => {
    expect(found({})).toHaveLength(all.length);
    expect(found({ q: '  ' })).toHaveLength(all.length);
  });

  it('finds by words of citation and text, in any order and case', () => {
    expect(found({ q: '21(2) GDPR', regime: 'GDPR' })).toContain('GDPR-21-2');
    expect(found({ q: 'gdpr 21(2)', regime: 'GDPR' })).toContain('GDPR-21-2');
    expect(found({ q: 'INTERVAL 45 becomes' })).toEqual(['DROP-86-30']);
    expect(found({ q: 'drop-86-45' })).toEqual(['DROP-86-45']);
    expect(found({ q: 'interval becomes zebra' })).toEqual([]);
  });

  it('finds Cyrillic and accented words however they are typed', () => {
    const [entry] = all;
    if (!entry || entry.kind !== 'right') throw new Error('The first rule is a right');
    const named = { ...entry, rule: { ...entry.rule, text: 'Законът за защита. Überprüfung.' } };
    expect(['ЗАКОНЪТ', 'uberprufung', 'ÜBERPRÜFUNG'].map((q) => matches(named, 'unconfirmed', { q }))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('knows what holds on a day: the Delete Act’s 45 days until the end of 2026, its 30 from then on', () => {
    const delta = (day: string) => found({ regime: 'CA_DELETE_ACT', kind: 'clock', on: localDate(day) });
    expect(delta('2026-07-31')).toEqual([]);
    expect(delta('2026-08-01')).toEqual(['DROP-86-45']);
    expect(delta('2026-12-31')).toEqual(['DROP-86-45']);
    expect(delta('2027-01-01')).toEqual(['DROP-86-30']);
  });

  it('counts an earlier wording among what counsel still has to look at', () => {
    expect(COUNSEL_STATES.map((state) => found({ counsel: 'notConfirmed' }, state).length > 0)).toEqual([
      false,
      true,
      true,
    ]);
    for (const state of COUNSEL_STATES)
      for (const asked of COUNSEL_STATES) expect(found({ counsel: asked }, state).length > 0).toBe(asked === state);
  });

  it('narrows with every further filter, and each rule is found by its own', () => {
    const some = fc.record(
      {
        regime: fc.constantFrom(...REGIME_IDS),
        kind: fc.constantFrom(...RULE_KINDS),
        tag: fc.constantFrom(...VERIFIED),
        on: fc.constantFrom(...['2018-05-24', '2026-11-22', '2027-01-01'].map(localDate)),
        q: fc.constantFrom('Art. 12', 'identity', 'Cal. Civ. Code'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(some, some, (one, other) => found({ ...other, ...one }).every((id) => found(one).includes(id))),
    );
    for (const { kind, rule } of all) {
      expect(
        found({
          regime: rule.regime,
          kind,
          tag: rule.verified,
          on: rule.inForceFrom,
          q: `${rule.citation} ${rule.id}`,
        }),
      ).toContain(rule.id);
    }
  });
});
