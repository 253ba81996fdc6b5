import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { copyOf } from '@/lib/domain/fulfilment/copy';
import { OBJECT_MARKS, wordMarks } from '@/lib/domain/fulfilment/hidden-mark';
import { MarkedTally, fieldsToDecide } from '@/lib/domain/fulfilment/marked';
import { isNeverSent, secretsIn } from '@/lib/domain/fulfilment/never-sent';
import { type AppliedRedaction, asRequesterSees } from '@/lib/domain/fulfilment/requester-view';
import { underLaw } from '@/lib/domain/fulfilment/under-law';
import { SECRET_KINDS } from '@/lib/domain/datamap/secret-kinds';
import type { RegimeId, RightId } from '@/lib/domain/law/types';
import { LOCALES } from '@/lib/domain/locale';
import { cellText, type DataRecord, JsonText, jsonOf, parseRecord, recordJson } from '@/lib/domain/records/json-text';
import { lineOf } from '@/lib/domain/records/lines';
import { collection, field, otherPerson } from './collection-builders';

type Asked = readonly (readonly [RegimeId, RightId])[];

const GDPR: Asked = [['GDPR', 'access']];
const CCPA: Asked = [['CCPA', 'know_specific']];
const BOTH: Asked = [...GDPR, ...CCPA];

const PEOPLE = collection([
  field('id'),
  field('licence', { secrets: [{ kind: 'driversLicenceNumber', path: [] }] }),
  field('papers', {
    secrets: [
      { kind: 'governmentIdNumber', path: ['passport', 'no'] },
      { kind: 'securityQuestion', path: ['answers'] },
    ],
  }),
  field('payer_iban', {
    secrets: [{ kind: 'financialAccountNumber', path: [] }],
    otherPerson: otherPerson('decide', { ground: 'othersRights', unless: 'app.account.iban' }),
  }),
]);

const people = (asked: Asked) =>
  underLaw([PEOPLE], {
    rights: asked.map(([regime, right]) => ({ regime, right })),
    receivedOn: localDate('2026-11-28'),
  })[0]!;

const hidden = (grounds: readonly string[]) => `⟦${grounds.join()}⟧`;
const words = wordMarks(hidden);
const OWN = { 'app.account.iban': ['LU-MINE'] };
const see = (record: DataRecord, asked: Asked, redactions: readonly AppliedRedaction[] = [], marks = words) =>
  asRequesterSees(0, record, people(asked), redactions, OWN, 'en', marks);

const LICENCE = '[We hold your driver’s licence number. The law does not let us send it (11 CCR 7024(d)).]';
const RECORD: DataRecord = {
  id: 7,
  licence: 'D1234567',
  papers: new JsonText('{"passport": {"no": "P-99", "from": "LU"}, "answers": ["Rex", "blue"], "n": 1.10}'),
  payer_iban: 'LU-MINE',
};

describe('a value that the law never lets be sent', () => {
  it('is a statement of its kind and the law in a copy for a Californian, and counts as hidden', () => {
    const { record, withheld } = see(RECORD, CCPA);
    expect(record).toMatchObject({ id: 7, licence: LICENCE });
    expect(JSON.parse(cellText(record!.papers))).toEqual({
      passport: { no: expect.stringMatching(/^\[We hold the number of an identity document/), from: 'LU' },
      answers: expect.stringMatching(/^\[We hold a security question/),
      n: 1.1,
    });
    expect(cellText(record!.papers)).toContain('"n":1.10');
    expect(withheld).toEqual(
      ['licence', 'papers', 'payer_iban'].map((name) => ({ field: name, grounds: ['CCPA-7024-d'], by: 'dataMap' })),
    );
  });

  it('stays in a copy under the GDPR, and is withheld where one file is given under both laws', () => {
    expect(see(RECORD, GDPR)).toEqual({ record: RECORD, withheld: [] });
    expect(see(RECORD, BOTH).record).toEqual(see(RECORD, CCPA).record);
  });

  it('says its kind to programs too', () => {
    expect(jsonOf(see(RECORD, CCPA, [], OBJECT_MARKS).record!.licence)).toBe(
      JSON.stringify({ $hidden: ['CCPA-7024-d'], holds: 'driversLicenceNumber', instead: LICENCE }),
    );
  });

  it('is said to be held only where it is', () => {
    for (const licence of [null, '', '  ', true, false, new JsonText('[]'), new JsonText('{}')])
      expect(see({ licence }, CCPA)).toEqual({ record: { licence }, withheld: [] });
    for (const papers of [
      'x',
      5,
      new JsonText('[1, 2]'),
      new JsonText('{"passport": {"no": null}}'),
      '[draft',
      '{"a":1}',
    ])
      expect(see({ papers }, CCPA)).toEqual({ record: { papers }, withheld: [] });
  });

  it('goes with the whole text where JSON stands in a text, in which no mark can', () => {
    expect(see({ papers: ' [{"answers": "Rex"}]' }, CCPA).record!.papers).toMatch(/^\[We hold a security question/);
  });

  it('is hidden without saying that it is the requester’s where it is another person’s', () => {
    const theirs = { payer_iban: 'LU-THEIRS' };
    expect(see(theirs, CCPA).record).toEqual({ payer_iban: '⟦CCPA-7024-d⟧' });
    expect(see({ payer_iban: 'LU-MINE' }, CCPA).record!.payer_iban).toMatch(/^\[We hold the number of your account/);
    expect(fieldsToDecide(people(CCPA), theirs, OWN)).toEqual([]);
    expect(fieldsToDecide(people(GDPR), theirs, OWN)).toEqual(['payer_iban']);
  });

  it('is left to the rule that hides another person’s data where there is one', () => {
    const [hiding] = underLaw(
      [
        collection([
          field('iban', { secrets: [{ kind: 'financialAccountNumber', path: [] }], otherPerson: otherPerson('hide') }),
        ]),
      ],
      { rights: [{ regime: 'CCPA', right: 'know_specific' }], receivedOn: localDate('2026-11-28') },
    );
    expect(asRequesterSees(0, { iban: 'LU-1' }, hiding!, [], {}, 'en', words)).toEqual({
      record: { iban: '⟦CCPA-145-k⟧' },
      withheld: [{ field: 'iban', grounds: ['CCPA-145-k'], by: 'dataMap' }],
    });
  });

  it('is counted while records are collected, once for each field that holds one', () => {
    const counted = (asked: Asked) => {
      const tally = new MarkedTally(people(asked), OWN);
      for (const record of [RECORD, { ...RECORD, licence: null, payer_iban: 'LU-THEIRS' }, { id: 1 }])
        tally.add(record);
      return [tally.counts, tally.marked];
    };
    expect(counted(CCPA)).toEqual([true, { toDecide: {}, hidden: { licence: 1, papers: 2, payer_iban: 2 } }]);
    expect(counted(GDPR)).toEqual([true, { toDecide: { payer_iban: 1 }, hidden: {} }]);
  });

  it('is told of a whole field, and of a record that holds one', () => {
    const [, licence, papers] = people(CCPA).fields;
    expect([isNeverSent(licence!, RECORD), isNeverSent(papers!, RECORD)]).toEqual([true, false]);
    expect(isNeverSent(papers!, { papers: cellText(RECORD.papers) })).toBe(true);
    expect(isNeverSent(licence!, { licence: null })).toBe(false);
    expect(secretsIn(papers!, RECORD).map(({ kind }) => kind)).toEqual(['governmentIdNumber', 'securityQuestion']);
    expect(secretsIn(papers!, { papers: null })).toEqual([]);
  });

  it('has words for each kind in each language', () => {
    const secrets = SECRET_KINDS.map((kind) => ({ kind, path: [kind] }));
    const [all] = underLaw([collection([field('all', { secrets })])], {
      rights: [{ regime: 'CCPA', right: 'know_specific' }],
      receivedOn: localDate('2026-11-28'),
    });
    for (const locale of LOCALES) {
      const said = all!.fields[0]!.neverSent.map(({ statement }) => statement[locale]);
      expect(new Set(said).size).toBe(SECRET_KINDS.length);
      for (const one of said) expect(one).toMatch(/^\[\p{Lu}.+\. \p{Lu}.+ \(11 CCR 7024\(d\)\)\.\]$/u);
    }
  });
});

const hide = (given: Partial<AppliedRedaction>): AppliedRedaction => ({
  recordNo: 0,
  scope: 'value',
  field: 'papers',
  ground: 'CCPA-145-k',
  passage: null,
  ...given,
});

describe('what the desk hides in such a field', () => {
  it('does not take the statement away', () => {
    expect(see(RECORD, CCPA, [hide({ scope: 'field', field: 'licence' })]).record!.licence).toBe(LICENCE);
    expect(see(RECORD, CCPA, [hide({ field: 'licence', passage: 'driver' })]).record!.licence).toBe(LICENCE);
    const whole = see(RECORD, CCPA, [hide({ scope: 'field' })], OBJECT_MARKS).record!.papers;
    expect(JSON.parse(jsonOf(whole))).toEqual({
      $hidden: ['CCPA-145-k', 'CCPA-7024-d'],
      instead: expect.stringMatching(/identity document.*security question/),
    });
  });

  it('is gone beside it, and never cuts into our own words', () => {
    const seen = JSON.parse(
      jsonOf(see(RECORD, CCPA, [hide({ passage: 'hold' }), hide({ passage: 'LU' })], OBJECT_MARKS).record!.papers),
    );
    expect(seen.passport.from).toEqual({ $partly: ['', { $hidden: ['CCPA-145-k'] }, ''] });
    expect(seen.passport.no).toMatchObject({ $hidden: ['CCPA-7024-d'], holds: 'governmentIdNumber' });
    expect(seen.answers.instead).toMatch(/^\[We hold a security question/);
  });

  it('takes all of it where a passage was marked across a secret and what stands beside it', () => {
    const seen = see(RECORD, CCPA, [hide({ passage: 'P-99", "from' })]).record!.papers;
    expect(seen).toMatch(/^\[We hold the number of an identity document/);
    expect(seen).not.toContain('LU');
  });
});

describe('whatever the records and whatever the desk hid', { timeout: 60_000 }, () => {
  const secret = fc.stringMatching(/^S-[0-9]{6}$/);
  const inner = fc.oneof(secret, fc.array(secret, { minLength: 1, maxLength: 3 }), fc.constant(null));
  const papers = fc.oneof(
    fc.record(
      { passport: fc.record({ no: inner, from: fc.constantFrom('LU', 'IE') }), answers: inner, note: fc.string() },
      { requiredKeys: [] },
    ),
    fc.array(fc.record({ answers: inner, passport: fc.array(fc.record({ no: inner })) }), { maxLength: 3 }),
  );
  const record = fc.record({
    id: fc.integer(),
    licence: fc.option(secret),
    papers: fc.oneof(
      papers.map((value) => new JsonText(JSON.stringify(value))),
      papers.map((value) => JSON.stringify(value)),
    ),
    payer_iban: fc.oneof(secret, fc.constant('LU-MINE')),
  });
  const redaction = fc.record({
    recordNo: fc.constantFrom(0, 1),
    scope: fc.constantFrom('value' as const, 'field' as const),
    field: fc.constantFrom('licence', 'papers', 'id'),
    ground: fc.constant('CCPA-145-k'),
    passage: fc.constantFrom('S-', 'hold', 'LU', '"no"', 'answers', '1'),
    collectionId: fc.constant(PEOPLE.id),
    facts: fc.constant('Because.'),
  });

  it('no such value is in the copy, and each that is held is said', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 3 }),
        fc.array(redaction, { maxLength: 4 }),
        async (records, redactions) => {
          const lawful = people(CCPA);
          const bytes = Buffer.concat(records.map(lineOf));
          const copy = copyOf(
            {
              collections: [lawful],
              redactions,
              read: async function* () {
                yield { bytes, first: 0, count: records.length };
              },
            },
            { locale: 'en', say: (key) => key, hidden, ground: (ids) => ids.join(), citation: (ids) => ids.join() },
          );
          const lines: string[] = [];
          for await (const chunk of copy.records(PEOPLE.id))
            lines.push(...Buffer.from(chunk.bytes).toString().split('\n').slice(0, -1));
          expect(lines.join('\n')).not.toMatch(/S-[0-9]{6}/);
          for (const [at, given] of records.entries()) {
            const shown = parseRecord(lines[at]!);
            for (const known of lawful.fields)
              for (const { kind } of secretsIn(known, given))
                expect(jsonOf(shown[known.name])).toMatch(
                  known.name === 'payer_iban' ? /CCPA-7024-d/ : statementOf(kind),
                );
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('nothing is different from what it was in a copy under the GDPR alone', () => {
    fc.assert(
      fc.property(record, (given) => {
        expect(recordJson(see(given, GDPR).record!)).toBe(recordJson(given));
      }),
    );
  });

  const statementOf = (kind: string) =>
    kind === 'driversLicenceNumber'
      ? /driver’s licence/
      : kind === 'governmentIdNumber'
        ? /identity document/
        : /security question/;
});
