import { beforeAll, describe, expect, it } from 'vitest';
import { loadFonts } from '@/lib/documents/report/fonts';
import { printable } from '@/lib/documents/report/printable';
import { renderReport } from '@/lib/documents/report/render';
import type { ReportInput } from '@/lib/documents/report/types';
import { LOCALES, type Locale } from '@/lib/domain/locale';
import { wordingOf } from '@/lib/documents/wording';
import { aCategory, someFacts } from '../../unit/bundle/facts';
import { bookmarks, pageTexts, properties } from './pdf-text';
import { HARD_TEXTS, sampleFacts } from './sample';

/** A report with 500 of 700 calls in it. */
function anInput(locale: Locale): ReportInput {
  const facts = sampleFacts({ locale });
  const columns = ['id', 'text'].map((name) => ({ name, title: name }));
  const rows: Record<string, string[][]> = {
    'accounts.profile': [['17', 'Надя Вебер']],
    'calls.calls': Array.from({ length: 500 }, (_, n) => [String(n), `обаждане ${n}`]),
    'support.tickets': Object.entries(HARD_TEXTS),
    'ads.profile': [],
  };
  const categories = facts.categories.map((category) => {
    const own = rows[category.collectionId]!;
    return {
      category,
      columns,
      leftOut: [],
      rows: own,
      count: category.collectionId === 'calls.calls' ? 700 : own.length,
      path: `data/${category.collectionId}.csv`,
      jsonPath: `data/${category.collectionId}.json`,
    };
  });
  return { facts, categories, keyFingerprint: 'ab'.repeat(32) };
}

// No face has this sign, so all of them are read.
beforeAll(() => loadFonts(['\uE000']));

/** Without the places where lines broke, and with ordinary spaces. */
const flat = (text: string): string => text.replace(/\s+/gu, '');

describe.each(LOCALES)('a report in %s', (locale) => {
  const wording = wordingOf({ locale, timezone: 'Europe/Luxembourg' });
  let pdf: Uint8Array;
  let pages: string[];
  let all: string;

  beforeAll(async () => {
    pdf = await renderReport(anInput(locale));
    pages = pageTexts(pdf);
    all = flat(pages.join(''));
  });

  it('has no letter that was lost or replaced by another', () => {
    expect(all).not.toContain('\uFFFD');
    for (const text of ['Надя Вебер', 'обаждане 499', printable(HARD_TEXTS.cyrillic).text])
      expect(all).toContain(flat(text));
    for (const key of ['title', 'lead', 'contentsDecisions', 'withheldIntro', 'checkIntro']) {
      expect(all).toContain(flat(wording.t(key, { controller: 'CallsApp Media Sarl', subject: 'Nadia Weber' })));
    }
  });

  it('begins with who, about whom and when', () => {
    const cover = flat(pages[0]!);
    for (const text of [
      wording.weekday('2026-11-20'),
      wording.day('2026-10-30'),
      wording.day('2026-11-30'),
      'CA-5XN2-7R',
      'Nadia Weber',
      wording.t('daysBefore', { days: 10 }),
    ]) {
      expect(cover).toContain(flat(text));
    }
  });

  it('says everything that Art. 15(1) and (2) asks for', () => {
    const wanted = [
      'To connect your calls', // (a)
      'Contract (Art. 6(1)(b) GDPR)',
      'Calls and messages', // (b)
      'Telekom Example SA, Luxembourg, to connect paid calls', // (c)
      '12 months after the call', // (d)
      'Have something corrected or erased', // (e)
      'CNPD, National Data Protection Commission', // (f)
      '15, Boulevard du Jazz, L-4370 Belvaux',
      'Recorded while you used the service', // (g)
      'A number that rings more than 500 people a day is blocked.', // (h)
      'You cannot call for 24 hours.',
      'USA: standard contractual clauses, Art. 46(2)(c) GDPR', // 15(2)
      'You can go to court, with or without a complaint. (Art. 79 GDPR)',
    ];
    for (const text of wanted) expect(all).toContain(flat(text));
  });

  it('says where we looked and what is withheld, with its ground', () => {
    for (const text of [
      'Undelivered messages',
      wording.t('resultNothing'),
      'it is found by an order number, and you gave none',
      'It names someone else (Art. 15(4) GDPR)',
    ]) {
      expect(all).toContain(flat(text));
    }
  });

  it('prints the first 500 records, says how many more there are and where', () => {
    const printed = [...all.matchAll(/обаждане(\d+)/gu)].length;
    expect(printed).toBe(500);
    expect(all).toContain(flat(wording.t('moreRecords', { count: 200, path: 'data/calls.calls.csv' })));
  });

  it('numbers every page', () => {
    pages.forEach((page, i) =>
      expect(flat(page)).toContain(flat(wording.t('page', { page: i + 1, pages: pages.length }))),
    );
  });

  it('has an outline, a language and a title', () => {
    const titles = bookmarks(pdf);
    expect(titles).toEqual(
      expect.arrayContaining(['contents', 'searched', 'withheld', 'remedies', 'check'].map((key) => wording.t(key))),
    );
    expect(titles).toContain('Calls and messages');
    expect(properties(pdf)).toContain(`/Lang (${locale})`);
  });
});

describe('a report of one who is not known', () => {
  it('says that nothing was found', async () => {
    const facts = someFacts({ categories: [], answers: [], reference: null, dueOn: null });
    const text = flat(
      pageTexts(await renderReport({ facts, categories: [], keyFingerprint: 'ab'.repeat(32) })).join(''),
    );
    expect(text).toContain(flat('We looked in every system and found nothing about you.'));
    expect(text).toContain(flat('A trial of the configuration: it answers nobody’s request.'));
  });
});

describe('a report that cannot be made', () => {
  it('says why', async () => {
    const facts = someFacts({ locale: 'tlh' as Locale });
    await expect(renderReport({ facts, categories: [], keyFingerprint: '' })).rejects.toThrow(/tlh|undefined/);
  });
});

describe('a category that is long in every way', () => {
  it('keeps every word of it', async () => {
    const long = Array.from(
      { length: 120 },
      (_, n) => `Purpose number ${n} with a rather long explanation of what it is about.`,
    );
    const category = aCategory({
      title: 'ж'.repeat(300),
      purposes: long.map((purpose) => ({ purpose, basis: 'Consent', citation: null })),
    });
    const value = 'a'.repeat(4000);
    const why = Array.from({ length: 900 }, (_, n) => `because${n}`).join(' ');
    const withheld = [
      {
        collectionId: null,
        collection: 'Notes',
        count: 1,
        what: 'Text',
        ground: 'Others',
        citation: 'Art. 15(4) GDPR',
        facts: why,
      },
    ];
    const input = {
      facts: someFacts({ withheld }),
      keyFingerprint: 'ab'.repeat(32),
      categories: [
        {
          category,
          columns: [{ name: 'x', title: 'x' }],
          leftOut: [],
          rows: [[value]],
          count: 1,
          path: 'data/x.csv',
          jsonPath: 'data/x.json',
        },
      ],
    };
    const text = flat(pageTexts(await renderReport(input)).join(''));
    for (const purpose of long) expect(text.includes(flat(purpose))).toBe(true);
    // A page may end in the middle of the value: its pieces are counted.
    expect((text.match(/a{40,}/gu) ?? []).join('')).toHaveLength(4000);
    for (const n of [0, 450, 899]) expect(text.includes(`because${n}`)).toBe(true);
  });
});

describe('a value that some signs of cannot be printed', () => {
  it('says so at its place, and where it is whole', async () => {
    const category = {
      category: aCategory(),
      columns: [{ name: 'x', title: 'x' }],
      leftOut: [],
      rows: [['cuneiform \u{12000}']],
      count: 1,
      path: 'data/x.csv',
      jsonPath: 'data/x.json',
    };
    const text = flat(
      pageTexts(
        await renderReport({ facts: someFacts(), categories: [category], keyFingerprint: 'ab'.repeat(32) }),
      ).join(''),
    );
    expect(text).toContain(flat('cuneiform □[Some signs of this value cannot be printed here and stand as □.'));
  });
});
