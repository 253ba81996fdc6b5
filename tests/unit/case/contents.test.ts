import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnswerParts, missingContents, owedContents } from '@/lib/domain/case/contents';
import { caseRules } from '@/lib/domain/case/rules';
import { localDate } from '@/lib/domain/calendar/local-date';
import { type Carrier, carrierOf } from '@/lib/domain/law/carriers';
import { shippedCalendars } from '@/lib/domain/calendar/holidays/snapshots';
import { LAW } from '@/lib/domain/law/law';
import { RIGHT_DOING } from '@/lib/domain/law/right-doing';
import { isRefusing, rightRule } from '@/lib/domain/law/rights';
import type { Outcome, RegimeId, RightId } from '@/lib/domain/law/types';
import { aCase, by } from '@/tests/support/case-builders';
import { rightItem } from '@/tests/support/effect-builders';
import { given } from '@/tests/support/given-when-then';

const day = localDate('2026-11-27');
const owed = (regime: RegimeId, right: RightId, outcome: Outcome) => {
  const rule = rightRule(regime, right, day);
  if (!rule) throw new Error(`${regime} gives no ${right}`);
  return owedContents(rule, outcome, RIGHT_DOING[right].doneBy);
};
const parts = (right: RightId, carries: readonly Carrier[], confirmed: readonly string[] = []): AnswerParts => ({
  right,
  carries: new Set(carries),
  unstated: [],
  confirmed,
});
const missing = (answer: AnswerParts, regime: RegimeId, outcome: Outcome, on = day) =>
  missingContents(answer, owed(regime, answer.right, outcome), on).map(({ id }) => id);

describe('what an answer lacks', () => {
  it('is everything that neither it has nor the desk confirmed', () => {
    expect(missing(parts('access', []), 'GDPR', 'refused')).toEqual([
      'ground',
      'facts',
      'dataAffected',
      'authority',
      'court',
    ]);
    expect(missing(parts('access', ['grounds', 'facts']), 'GDPR', 'refused')).toEqual([
      'dataAffected',
      'authority',
      'court',
    ]);
    expect(missing(parts('access', ['grounds', 'facts', 'authority', 'court']), 'GDPR', 'refused')).toEqual([
      'dataAffected',
    ]);
    expect(
      missing(parts('access', ['grounds', 'facts', 'authority', 'court'], ['dataAffected']), 'GDPR', 'refused'),
    ).toEqual([]);
  });

  it('is nothing of a copy that is sealed, save whom to turn to', () => {
    expect(missing(parts('access', ['copy']), 'GDPR', 'granted')).toEqual(['authority']);
    expect(missing(parts('access', ['copy', 'authority']), 'GDPR', 'granted')).toEqual([]);
    expect(missing(parts('access', ['copy', 'authority']), 'UK_GDPR', 'granted')).toEqual(['complaintToController']);
  });

  it.each([
    ['access', 'GDPR', 'source', 'source'],
    ['access', 'GDPR', 'automated', 'automated'],
    ['access', 'GDPR', 'period', 'period'],
    ['access', 'GDPR', 'recipients', 'recipients'],
    ['access', 'GDPR', 'purposes', 'purposes'],
    ['access', 'GDPR', 'transfers', 'transfers'],
    ['access', 'GDPR', 'categories', 'categories'],
    ['access', 'UK_GDPR', 'automated', 'automated'],
    ['access', 'CH_FADP', 'automated', 'information'],
    ['access', 'CH_FADP', 'source', 'information'],
    ['know_specific', 'CCPA', 'source', 'sources'],
    ['know_specific', 'CCPA', 'purposes', 'purposes'],
    ['know_specific', 'CCPA', 'categories', 'collected'],
  ] as const)(
    'is of %s under %s, where the data map does not state %s, what the copy then cannot say: until the desk writes it',
    (right, regime, fact, id) => {
      const answer = { ...parts(right, ['copy', 'authority', 'controller']), unstated: [fact] };
      // What the copy never carries is asked for in any case.
      const others = missing({ ...answer, unstated: [] }, regime, 'granted');
      expect(others).not.toContain(id);
      expect(missing(answer, regime, 'granted').filter((one) => !others.includes(one))).toEqual([id]);
      expect(missing({ ...answer, confirmed: [id] }, regime, 'granted')).toEqual(others);
    },
  );

  it('is never the copy itself, nor the confirmation, whatever the data map leaves unsaid', () => {
    const all = ['purposes', 'categories', 'recipients', 'period', 'source', 'automated', 'transfers'] as const;
    const answer = { ...parts('access', ['copy', 'authority']), unstated: all };
    expect(missing(answer, 'GDPR', 'granted').sort()).toEqual([...all].sort());
  });

  it('follows the day of the answer: the complaint to the controller was not owed before 19 June 2026', () => {
    const answer = parts('access', ['copy', 'authority']);
    expect([
      missing(answer, 'UK_GDPR', 'granted', localDate('2026-06-18')),
      missing(answer, 'UK_GDPR', 'granted', localDate('2026-06-19')),
    ]).toEqual([[], ['complaintToController']]);
  });

  it('is in an answer in part what both an answer and a refusal owe', () => {
    expect(missing(parts('access', []), 'GDPR', 'partlyGranted')).toEqual(
      expect.arrayContaining(['confirmation', 'copy', 'ground', 'court']),
    );
  });

  it('is nothing where nothing is held, and nothing yet of what the desk has still to do', () => {
    expect([missing(parts('access', []), 'GDPR', 'noData'), missing(parts('erasure', []), 'GDPR', 'granted')]).toEqual([
      [],
      [],
    ]);
    expect(missing(parts('erasure', ['grounds', 'facts', 'authority', 'court']), 'GDPR', 'partlyGranted')).toEqual([
      'dataAffected',
    ]);
  });

  it('never grows by anything added, and is empty once each part is confirmed', () => {
    const rights = LAW.flatMap(({ rights: rules }) => rules);
    const anyRule = fc.constantFrom(...rights);
    fc.assert(
      fc.property(
        anyRule,
        fc.constantFrom<Outcome>('granted', 'partlyGranted', 'refused', 'notIdentifiable'),
        fc.subarray(['grounds', 'facts', 'copy', 'stop', 'authority', 'court', 'controller'] as const),
        (rule, outcome, carries) => {
          const requirements = owedContents(rule, outcome, RIGHT_DOING[rule.right].doneBy);
          const bare = missingContents(parts(rule.right, []), requirements, day);
          const some = missingContents(parts(rule.right, carries), requirements, day);
          expect(bare).toEqual(expect.arrayContaining([...some]));
          expect(
            missingContents(
              parts(
                rule.right,
                [],
                bare.map(({ id }) => id),
              ),
              requirements,
              day,
            ),
          ).toEqual([]);
        },
      ),
    );
  });
});

describe('by what a requirement is carried', () => {
  it('is known wherever the page itself says it: no ground, fact, authority or court is left to be ticked', () => {
    for (const { right, ...rule } of LAW.flatMap(({ rights }) => rights)) {
      const ids = 'refusalContains' in rule ? rule.refusalContains.map(({ id }) => id) : [];
      for (const id of ids.filter((one) =>
        ['ground', 'facts', 'reasons', 'authority', 'commissioner', 'court'].includes(one),
      ))
        expect([right, id, carrierOf(right, id)]).not.toContain('desk');
    }
  });

  it('is the desk’s own word for whatever nobody linked, so a new law is asked for and never assumed', () => {
    expect(carrierOf('access', 'somethingNew')).toBe('desk');
  });
});

describe('deciding', () => {
  const rules = caseRules(
    { receivedAt: '2026-11-20T10:00:00Z', timezone: 'Europe/Luxembourg', calendar: 'LU', country: 'LU' },
    shippedCalendars,
  );
  const refuse = (confirmed?: readonly string[]) =>
    ({
      type: 'DecideRight',
      rightItemId: 'right-1',
      outcome: 'refused',
      grounds: ['GDPR-12-6'],
      facts: 'Two accounts share this address.',
      ...(confirmed && { confirmed }),
    }) as const;
  const current = aCase('reviewing', { rights: [rightItem({ right: 'access' })] });

  it('is refused with the list of what is missing, and taken once each part is confirmed', () => {
    given(current, rules)
      .when(refuse())
      .thenRefused('contentsMissing', 'Which data it concerns, and that the rest is granted (Art. 12(4) GDPR)');
    given(current, rules)
      .when(refuse(['dataAffected']))
      .then({ type: 'OutcomeDecided', confirmed: ['dataAffected'] }, { type: 'DecisionsCompleted' });
  });

  it('of a copy is held back by what the data map does not state of what was found, until the desk writes it', () => {
    const grant = {
      type: 'DecideRight',
      rightItemId: 'right-1',
      outcome: 'granted',
      grounds: [],
      facts: 'Our supplier gave it to us.',
      despiteHidden: 'All of it is there.',
    } as const;
    const silent = aCase('reviewing', { rights: [rightItem({ right: 'access' })], unstated: ['source', 'automated'] });
    given(silent, rules)
      .when(grant)
      .thenRefused(
        'contentsMissing',
        'Where data came from that the person did not give (Art. 15(1)(g) GDPR); Automated decisions: the principles actually applied, their significance and consequences (C-203/22) (Art. 15(1)(h) GDPR)',
      );
    given(silent, rules)
      .when({ ...grant, confirmed: ['source'] })
      .thenRefused(
        'contentsMissing',
        'Automated decisions: the principles actually applied, their significance and consequences (C-203/22) (Art. 15(1)(h) GDPR)',
      );
    given(silent, rules)
      .when({ ...grant, confirmed: ['source', 'automated'] })
      .then({ type: 'OutcomeDecided', confirmed: ['source', 'automated'] }, { type: 'DecisionsCompleted' });
    given({ ...silent, unstated: [] }, rules)
      .when(grant)
      .then({ type: 'OutcomeDecided', confirmed: [] }, { type: 'DecisionsCompleted' });
  });

  it('of words asks for each part of them', () => {
    const knowing = aCase('reviewing', { rights: [rightItem({ regime: 'CCPA', right: 'know_categories' })] });
    const answer = {
      type: 'DecideRight',
      rightItemId: 'right-1',
      outcome: 'granted',
      grounds: [],
      facts: 'We hold your name.',
    } as const;
    given(knowing, rules)
      .when({ ...answer, confirmed: ['collected', 'sources', 'purposes', 'disclosed'] })
      .thenRefused(
        'contentsMissing',
        'Sold or shared: the categories, for each category of third party (Cal. Civ. Code 1798.115, 1798.130(a)(4))',
      );
    given(knowing, rules)
      .when({ ...answer, confirmed: ['collected', 'sources', 'purposes', 'sold', 'disclosed'] })
      .then({ type: 'OutcomeDecided' }, { type: 'DecisionsCompleted' });
  });

  it('knows whom the law lets a person turn to', () => {
    const ways = (regime: RegimeId, right: RightId) => rules.ways(rightItem({ regime, right }), by('me').at);
    expect([ways('GDPR', 'access'), ways('CCPA', 'delete'), ways('UK_GDPR', 'access')]).toEqual([
      ['authority', 'court'],
      ['authority', 'controller'],
      ['authority', 'controller', 'court'],
    ]);
    expect(isRefusing('refused')).toBe(true);
  });
});
