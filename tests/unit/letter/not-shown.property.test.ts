import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { shippedCalendars } from '@/lib/domain/calendar/holidays/snapshots';
import { lackingOfDecision } from '@/lib/domain/case/contents';
import { caseRules } from '@/lib/domain/case/rules';
import { LAW } from '@/lib/domain/law/law';
import { requirementsOn } from '@/lib/domain/law/rights';
import { missingFrom } from '@/lib/domain/letter/answer';
import { carriedUnshown } from '@/lib/domain/letter/not-shown';
import { toldLetter } from '@/lib/domain/letter/notice';
import { LOCALES } from '@/lib/domain/locale';
import { letterWords } from '@/lib/features/cases/data/letter';
import { rightItem } from '@/tests/support/effect-builders';

const AT = '2026-11-28T10:00:00.000Z';
const DAY = localDate('2026-11-28');
const rules = caseRules(
  { receivedAt: AT, timezone: 'Europe/Luxembourg', calendar: 'LU', country: 'LU' },
  shippedCalendars,
);

const RIGHTS = LAW.flatMap(({ id, rights }) =>
  [...new Set(rights.map(({ right }) => right))].map((right) => ({ regime: id, right })),
);

const idsOf = (of: readonly { readonly id: string }[]) => of.map(({ id }) => id).sort();

function written(
  asked: (typeof RIGHTS)[number],
  { facts, reasons, confirmed }: { facts: string; reasons: readonly string[]; confirmed: readonly string[] },
) {
  const item = rightItem(asked);
  const right = {
    id: item.id,
    right: asked.right,
    owed: requirementsOn(rules.contents(item, 'refused'), DAY),
    confirmed,
    ways: rules.ways(item, AT),
  };
  const letter = toldLetter(
    {
      kind: 'notShown',
      reference: 'CA-5XN3-7RKT',
      controller: { name: 'CallsApp', legalName: 'CallsApp Media Sarl', contact: 'privacy@callsapp.example' },
      person: 'PERSON',
      on: DAY,
      said: ['SAID'],
      reasons,
      carries: carriedUnshown([right]),
      words: facts,
      remedies: ['REMEDY'],
    },
    letterWords(LOCALES[0]),
  );
  return { letter, right, item, missing: missingFrom(letter, [right]) };
}

describe('the letter that identity was not shown', () => {
  it.each(RIGHTS.map((asked) => [`${asked.regime} ${asked.right}`, asked] as const))(
    '%s: has what its law requires, or names it as missing, as the gate before it does',
    (_name, asked) => {
      const owed = rules.contents(rightItem(asked), 'refused').map(({ id }) => id);
      fc.assert(
        fc.property(fc.subarray(owed), (confirmed) => {
          const { missing, item } = written(asked, { facts: 'FACTS', reasons: ['GROUND (Art. 1)'], confirmed });
          const decided = { outcome: 'refused', grounds: ['some'], hasFacts: true, confirmed } as const;
          expect(idsOf(missing)).toEqual(
            idsOf(lackingOfDecision({ unstated: [], statable: [] }, item, decided, rules, AT)),
          );
        }),
      );
    },
  );

  it('names ground and facts while nobody has written them, and mails neither', () => {
    const access = { regime: 'GDPR', right: 'access' } as const;
    const lacking = (facts: string, reasons: readonly string[]) =>
      idsOf(written(access, { facts, reasons, confirmed: [] }).missing);
    expect(lacking('FACTS', ['GROUND'])).toEqual(['dataAffected']);
    expect(lacking('FACTS', [])).toEqual(['dataAffected', 'ground']);
    expect(lacking('', [])).toEqual(['dataAffected', 'facts', 'ground']);
    const { letter } = written(access, { facts: 'FACTS', reasons: ['GROUND'], confirmed: [] });
    expect(letter.parts.filter(({ mailed }) => mailed).map(({ id }) => id)).toEqual(['said']);
    expect(letter.parts.map(({ id }) => id)).toEqual(['greeting', 'said', 'reasons', 'words', 'remedies', 'closing']);
  });
});
