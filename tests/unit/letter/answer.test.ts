import { describe, expect, it } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { answerLetter, type AnsweredRight, type AnswerFacts, missingFrom } from '@/lib/domain/letter/answer';
import { mailedText } from '@/lib/domain/letter/types';
import type { Locale } from '@/lib/domain/locale';
import { letterWords } from '@/lib/features/cases/data/letter';

const right = (given: Partial<AnsweredRight> = {}): AnsweredRight => ({
  id: 'right-1',
  right: 'access',
  outcome: 'granted',
  doneBy: 'copy',
  copy: true,
  statement: false,
  grounds: [],
  weighing: null,
  facts: '',
  confirmed: [],
  stoppedOn: null,
  carriedOut: false,
  waitsForCopy: false,
  lastDayOn: localDate('2026-12-28'),
  owed: [],
  ways: [],
  ...given,
});

const facts = (rights: readonly AnsweredRight[], given: Partial<AnswerFacts> = {}): AnswerFacts => ({
  reference: 'CA-5XN3-7RKT',
  controller: { name: 'CallsApp', legalName: 'CallsApp Media Sarl', contact: 'privacy@callsapp.example' },
  person: 'Anna',
  receivedOn: localDate('2026-11-20'),
  on: localDate('2026-11-27'),
  rights,
  others: 'none',
  bundleDays: 14,
  hidden: [],
  nothing: '',
  unstated: [],
  remedies: [],
  ...given,
});

const write = (rights: readonly AnsweredRight[], given: Partial<AnswerFacts> = {}, locale: Locale = 'en') =>
  answerLetter(facts(rights, given), letterWords(locale));

/** A letter as lines to read, each part with who wrote it. */
const read = (letter: ReturnType<typeof write>): string[] =>
  letter.parts.flatMap(({ source, heading, paragraphs }) => [
    ...(heading ? [`${source}: # ${heading}`] : []),
    ...paragraphs.map((paragraph) => `${source}: ${paragraph}`),
  ]);

const ERASURE = { right: 'erasure', doneBy: 'erasing', copy: false } as const;

describe('the letter of an answer', () => {
  it('hands over a copy, says what is hidden in it and to whom one can turn', () => {
    expect(read(write([right()], { hidden: ['One value is hidden.'], remedies: ['Go to court.'] }))).toEqual([
      'case: Dear Anna,',
      'case: You sent us the request CA-5XN3-7RKT on 20 November 2026. We have decided on it.',
      'law: # Get a copy of your data: yes',
      'law: Your copy is ready. It is on the page of your request; before it is shown we send a code to your e-mail address. You can fetch it for 14 days.',
      'law: One value is hidden.',
      'law: # If you disagree',
      'law: Go to court.',
      'case: CallsApp Media Sarl\nprivacy@callsapp.example',
    ]);
  });

  it('numbers several rights, and gives reasons and the desk’s own words under the right that they are about', () => {
    const kept = right({
      ...ERASURE,
      id: 'right-2',
      outcome: 'partlyGranted',
      grounds: ['Needed for a legal obligation. (Art. 17(3)(b) GDPR)'],
      facts: 'You were billed for each call.\n\nThe bills stay for ten years.',
      waitsForCopy: true,
    });
    const letter = write([right(), kept]);
    expect(read(letter).filter((line) => line.includes('#'))).toEqual([
      'law: # 1. Get a copy of your data: yes',
      'law: # 2. Delete your data: in part',
    ]);
    const own = letter.parts.filter((part) => part.right === 'right-2');
    expect(own.map(({ id, source }) => `${id} ${source}`)).toEqual(['outcome law', 'grounds law', 'words desk']);
    expect(own[0]?.paragraphs).toEqual([
      'Agreed in part, and not done yet: “Delete your data”, by 28 December 2026. Your copy comes first. Before anything is deleted we write to you, and your page shows exactly what goes and what stays.',
    ]);
    expect(own[1]?.paragraphs).toEqual([
      'What we do not do, and why:',
      'Needed for a legal obligation. (Art. 17(3)(b) GDPR)',
    ]);
    expect(own[2]?.paragraphs).toEqual(['You were billed for each call.', 'The bills stay for ten years.']);
  });

  it('calls nothing done that no row records, and promises no day that is over', () => {
    const marketing = { right: 'objection_marketing', doneBy: 'stop', copy: false } as const;
    const said = (given: Partial<AnsweredRight>) => read(write([right(given)])).find((line) => /^law: [^#]/.test(line));
    expect(said({ ...marketing, stoppedOn: localDate('2026-11-21') })).toBe(
      'law: Done on 21 November 2026: “Stop advertising to you”.',
    );
    expect(said({ ...marketing, stoppedOn: null })).toMatch(
      /^law: Agreed, and not done yet: “Stop advertising to you”/,
    );
    expect(said({ ...ERASURE })).toContain('by 28 December 2026');
    expect(said({ ...ERASURE, lastDayOn: localDate('2026-11-26') })).not.toContain(' by ');
    expect(said({ ...ERASURE, lastDayOn: null })).not.toContain(' by ');
  });

  it('says first that nothing is held: Art. 15(1) GDPR owes that before anything else', () => {
    const letter = write([right({ outcome: 'noData', copy: false })], { nothing: 'We hold nothing about you.' });
    expect(mailedText(letter).startsWith('We hold nothing about you.')).toBe(true);
    expect(letter.copy).toBe(false);
  });

  it('tells what is answered where that is not all, and whether the rest is still open', () => {
    const said = (others: AnswerFacts['others']) => mailedText(write([right()], { others }));
    expect(said('none')).not.toContain('this part of your request');
    expect(said('answered')).toContain('It answers this part of your request: Get a copy of your data.');
    expect(said('answered')).not.toContain('still being worked on');
    expect(said('open')).toContain('The rest is still being worked on.');
  });

  it('keeps a refusal out of the mail, which somebody else may open', () => {
    const refused = right({ ...ERASURE, outcome: 'refused', grounds: ['GROUND'], facts: 'FACTS' });
    expect(mailedText(write([refused]))).not.toMatch(/GROUND|FACTS|We do not do this/);
    expect(read(write([refused])).join('\n')).toMatch(/We do not do this[^]*GROUND[^]*FACTS/);
  });

  it('leads to the signed document where one answers, and to its own words where none does', () => {
    const known = { right: 'know_categories', doneBy: 'answer', copy: false } as const;
    expect(mailedText(write([right({ ...known, statement: true })]))).toContain('is in a signed document');
    expect(mailedText(write([right(known)]))).toContain('is told below');
  });

  it('does not take the article of one law for that of another', () => {
    const gdpr = { id: 'court', citation: 'Art. 12(4), Art. 79 GDPR', text: 'Court.' };
    const other = { id: 'court', citation: 'Art. 99 Other', text: 'Court.' };
    const rights = [
      right({ ...ERASURE, id: 'a', outcome: 'refused', owed: [gdpr], ways: ['court'] }),
      right({ ...ERASURE, id: 'b', outcome: 'refused', owed: [other], ways: [] }),
    ];
    const letter = write(rights, { remedies: ['Go to court.'] });
    expect(missingFrom(letter, rights)).toEqual([other]);
  });

  it('does not carry in a copy what the data map does not state of what was found', () => {
    const purposes = { id: 'purposes', citation: 'Art. 15(1)(a) GDPR', text: 'The purposes.' };
    const asked = [right({ owed: [purposes] })];
    expect(missingFrom(write(asked), asked)).toEqual([]);
    expect(missingFrom(write(asked, { unstated: ['purposes'] }), asked)).toEqual([purposes]);
  });

  it.each([
    ['bg', 'Здравейте, Anna!', 'Изтрийте данните си: не', 'Няма да направим това. Причините са следните.'],
    ['ru', 'Здравствуйте, Anna!', 'Удалить данные: нет', 'Мы этого не сделаем. Причины такие.'],
    ['de', 'Guten Tag, Anna,', 'Ihre Daten löschen: nein', 'Wir tun das nicht. Die Gründe sind diese.'],
    ['fr', 'Bonjour Anna,', 'Effacer vos données\u202f: non', 'Nous ne le faisons pas. En voici les raisons.'],
  ] as const)('is written in %s by the same parts', (locale, greeting, heading, sentence) => {
    const refused = [right({ ...ERASURE, outcome: 'refused' as const, grounds: ['GROUND'] })];
    const letter = write(refused, {}, locale);
    expect(read(letter)).toEqual(
      expect.arrayContaining([`case: ${greeting}`, `law: # ${heading}`, `law: ${sentence}`, 'law: GROUND']),
    );
    expect(letter.parts.map(({ id }) => id)).toEqual(write(refused).parts.map(({ id }) => id));
  });
});

describe('a use that goes on against an objection', () => {
  const WEIGHED = {
    kind: 'interests',
    uses: ['Fraud prevention'],
    ours: 'Attacks are found by it.',
    theirs: 'The person calls at night.',
    why: 'Only counts are kept.',
  } as const;
  const objected = (weighing: AnsweredRight['weighing']) =>
    right({ right: 'objection', outcome: 'refused', doneBy: 'desk', copy: false, weighing });

  it.each(['en', 'bg', 'ru', 'de', 'fr'] as const)('is weighed in a locked part that no mail has, in %s', (locale) => {
    const letter = write([objected(WEIGHED)], {}, locale);
    const part = letter.parts.find(({ id }) => id === 'weighing');
    expect(part).toMatchObject({ source: 'law', mailed: false });
    for (const text of ['Fraud prevention', WEIGHED.ours, WEIGHED.theirs, WEIGHED.why])
      expect(part?.paragraphs.join(' ')).toContain(text);
    expect(mailedText(letter)).not.toContain(WEIGHED.ours);
  });

  it('names a legal claim without weighing it against anything', () => {
    const [uses, claim, need, ...rest] =
      write([objected({ ...WEIGHED, kind: 'claims', theirs: ' ' })]).parts.find(({ id }) => id === 'weighing')
        ?.paragraphs ?? [];
    expect([uses, claim, need, rest]).toEqual([
      'You said no to this use of your data, and it goes on: Fraud prevention.',
      'The legal claim: Attacks are found by it.',
      'Why this use is needed for the claim: Only counts are kept.',
      [],
    ]);
  });
});
