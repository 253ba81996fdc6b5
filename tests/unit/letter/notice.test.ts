import { describe, expect, it } from 'vitest';
import { noticeSays } from '@/emails/notice';
import { localDate } from '@/lib/domain/calendar/local-date';
import { toldLetter, type ToldFacts } from '@/lib/domain/letter/notice';
import { letterSchema } from '@/lib/domain/letter/schema';
import { LETTER_KINDS, mailedText, TEMPLATES } from '@/lib/domain/letter/types';
import { LOCALES } from '@/lib/domain/locale';
import { letterWords } from '@/lib/features/cases/data/letter';
import { translator } from '@/lib/platform/i18n/translator';

const FACTS: ToldFacts = {
  kind: 'question',
  reference: 'CA-5XN3-7RKT',
  controller: { name: 'CallsApp', legalName: 'CallsApp Media Sarl', contact: 'privacy@callsapp.example' },
  person: 'Anna',
  on: localDate('2026-11-27'),
  said: ['FIRST', 'SECOND'],
  carries: { said: [{ id: 'moreTime', citation: 'Art. 12(3) GDPR' }] },
  words: 'Which account do you mean?\n\nA year is enough.',
  remedies: [],
};

describe.each(LOCALES)('a letter of a notice in %s', (locale) => {
  const write = (given: Partial<ToldFacts> = {}) => toldLetter({ ...FACTS, ...given }, letterWords(locale));

  it('says what its mail says, word for word, then what only the person reads', () => {
    const { parts } = write();
    expect(parts.map(({ id, source, mailed }) => [id, source, mailed])).toEqual([
      ['greeting', 'case', false],
      ['said', 'law', true],
      ['words', 'desk', false],
      ['closing', 'case', false],
    ]);
    expect(mailedText(write())).toBe('FIRST\n\nSECOND');
    expect(parts.find(({ id }) => id === 'words')?.paragraphs).toEqual([
      'Which account do you mean?',
      'A year is enough.',
    ]);
    expect(parts.find(({ id }) => id === 'said')?.carries).toEqual(FACTS.carries.said);
  });

  it('has no part that says nothing, and a heading over the ways to disagree', () => {
    const ids = (given: Partial<ToldFacts>) => write(given).parts.map(({ id }) => id);
    expect(ids({ words: '  ' })).not.toContain('words');
    expect(ids({ remedies: ['Go to court.'] })).toContain('remedies');
    const remedies = write({ remedies: ['Go to court.'] }).parts.find(({ id }) => id === 'remedies');
    expect(remedies?.heading).toBe(letterWords(locale).letter('remedies'));
  });

  it('says what else is on record to the person alone, never in the mail', () => {
    const letter = write({ kind: 'done', details: ['In your words:', 'Paid on the same day.'] });
    expect(letter.parts.find(({ id }) => id === 'details')?.paragraphs.at(-1)).toBe('Paid on the same day.');
    expect(mailedText(letter)).not.toContain('Paid on the same day.');
    expect(write({ kind: 'done' }).parts.map(({ id }) => id)).not.toContain('details');
    const { letter: t } = letterWords(locale);
    const sent = t('done.sent', { receiver: 'RECEIVER', date: 'DAY', receipt: 'R-1' });
    for (const word of ['RECEIVER', 'DAY', 'R-1']) expect(sent).toContain(word);
    expect(t('done.sent', { receiver: 'RECEIVER', date: 'DAY', receipt: 'none' })).not.toContain('none');
  });

  it.each(LETTER_KINDS)('%s: has a title and a template of its own, and is kept as it was', (kind) => {
    expect(translator(locale, 'letter')(`title.${kind}`)).not.toBe('');
    if (kind === 'answer') return;
    const letter = write({ kind });
    expect(letter.template).toBe(TEMPLATES[kind]);
    expect(letterSchema.parse(JSON.parse(JSON.stringify(letter)))).toEqual(letter);
  });

  it('gives the new last day and the law of more time in the part that its mail says', () => {
    const words = { dueOn: 'DUE-ON', law: 'LAW', reasons: 'both', ways: 'both' } as const;
    const said = noticeSays({ kind: 'extension', words }, { locale, controller: 'CallsApp', reference: 'CA-1' });
    expect(said.join(' ')).toMatch(/DUE-ON[^]*LAW/);
    expect(said.every((paragraph) => paragraph.trim() !== '')).toBe(true);
  });
});

it('numbers each template once', () => {
  expect(new Set(Object.values(TEMPLATES)).size).toBe(LETTER_KINDS.length);
});
