import { describe, expect, it } from 'vitest';
import { checkMeText } from '@/lib/documents/bundle/check-me';
import { frontSentences, nothingFound } from '@/lib/documents/front';
import { wordingOf } from '@/lib/documents/wording';
import { LOCALES } from '@/lib/domain/locale';
import { someFacts } from '../bundle/facts';

const withheld = {
  collectionId: 'a.b',
  collection: 'Notes',
  what: 'Text',
  ground: 'It names someone else',
  citation: 'Art. 15(4) GDPR',
  facts: null,
};

describe.each(LOCALES)('the first sentence of a copy in %s', (locale) => {
  const wording = wordingOf({ locale, timezone: 'UTC' });

  it('is that it is a copy, where something is held', () => {
    const facts = someFacts({ locale });
    expect(frontSentences(facts, wording)).toEqual([
      wording.t('lead', { controller: 'CallsApp Media Sarl', subject: 'Nadia Weber' }),
    ]);
  });

  it('is that nothing is held under what was given, where nothing is, in the text file too', () => {
    const facts = someFacts({ locale, categories: [] });
    expect(frontSentences(facts, wording)).toEqual([wording.t('leadNothing', { subject: 'Nadia Weber' })]);
    expect(checkMeText(facts, 'ab')).toContain(wording.t('leadNothing', { subject: 'Nadia Weber' }));
  });

  it('is followed by how much is hidden, and on what ground', () => {
    const facts = someFacts({
      locale,
      withheld: [
        { ...withheld, count: 30 },
        { ...withheld, count: 3, what: 'Name' },
      ],
    });
    expect(frontSentences(facts, wording)[1]).toMatch(/33.*It names someone else \(Art\. 15\(4\) GDPR\)/u);
  });
});

describe('that nothing was found', () => {
  it('is not said of every system where some could not be searched', () => {
    const wording = wordingOf({ locale: 'en', timezone: 'UTC' });
    const place = { system: 'Orders', collection: 'Orders', reason: null, count: 0, by: null, sought: null };
    expect(nothingFound(someFacts({ searched: [{ ...place, result: 'nothing' }] }), wording)).toBe(
      'We looked in every system and found nothing about you.',
    );
    expect(nothingFound(someFacts({ searched: [{ ...place, result: 'notApplicable' }] }), wording)).toContain(
      'where we could search',
    );
  });
});
