import { describe, expect, test } from 'vitest';
import { type Notice, noticeMail, type NoticeMail, type NoticeWords } from '@/emails/notice';
import { NOTICE_KINDS, type NoticeKind } from '@/lib/domain/case/notices';
import type { LocalDate } from '@/lib/domain/calendar/local-date';
import { LOCALES, type Locale } from '@/lib/domain/locale';
import { longDate } from '@/lib/platform/i18n/dates';
import { messagesOf } from '@/lib/platform/i18n/messages';

const LINK = 'https://rights.example.com/callsapp/en/confirm/a-b_c';

// A code is typed on the open page, and what was taken back has no page to open.
const WITHOUT_LINK: readonly NoticeKind[] = ['deliveryCode', 'contactFrom', 'contactTo', 'contactChanged', 'withdrawn'];

/** Without a code in the mails that carry none: what is typed is asked for on the open page. */
const WITH_CODE: readonly NoticeKind[] = ['confirmEmail', 'deliveryCode', 'contactFrom', 'contactTo'];

const WORDS: NoticeWords = {
  confirmEmail: { dueOn: 'DUE-ON', until: 'UNTIL', checks: 'identity', searches: 'yes', told: null },
  acknowledgement: { dueOn: 'DUE-ON' },
  mandateAsked: { until: 'UNTIL', languages: 'LANGUAGES' },
  mandateReminder: { until: 'UNTIL', languages: 'LANGUAGES' },
  mandateStopped: {},
  question: {},
  extension: { dueOn: 'DUE-ON', law: 'LAW', reasons: 'both', ways: 'both' },
  accessLink: { minutes: 30 },
  deliveryCode: { minutes: 30 },
  contactFrom: { minutes: 30, address: 'ADDRESS' },
  contactTo: { minutes: 30 },
  contactChanged: {},
  answerReady: { said: 'About CA-5XN3-7RKT.', copy: 'yes' },
  carriedOut: { what: 'WHAT', on: 'ON' },
  erasurePlanned: { until: 'UNTIL' },
  erasureCancelled: {},
  liftingPlanned: { on: 'ON' },
  liftingCancelled: {},
  restrictionLifted: { on: 'ON' },
  erased: { left: 'no' },
  newMessage: {},
  identityRejected: {
    law: 'LAW',
    ways: 'both',
    unverified: 'none',
    unverifiedLaw: '',
    policyUrl: 'https://example.com/privacy',
  },
  withdrawn: {},
  reopened: { dueOn: 'DUE-ON' },
  closed: { copy: 'yes', until: 'UNTIL', ways: 'both' },
};

function mail<K extends NoticeKind>(kind: K, locale: Locale, given: Partial<NoticeWords[K]> = {}): NoticeMail {
  const envelope = { locale, controller: 'CallsApp <b>&"', accent: '#1655d1', reference: 'CA-5XN3-7RKT' };
  const wayIn = { link: WITHOUT_LINK.includes(kind) ? null : LINK, code: WITH_CODE.includes(kind) ? '012345' : null };
  return noticeMail({ kind, words: { ...WORDS[kind], ...given } } as Notice, envelope, wayIn);
}

/** The names of the values that a text asks for. */
const asked = (text: string): string[] => [...text.matchAll(/\{([a-z]\w*)(?=[},])/g)].map(([, name]) => name!);

/** What the two ways to disagree are called; a language without a line here is held to having words of its own for each. */
const NAMES: Partial<Record<Locale, readonly [court: RegExp, authority: RegExp]>> = {
  en: [/court/, /authority/],
  bg: [/съд/, /орган/],
  ru: [/суд/, /орган/],
  de: [/Gericht/, /Behörde|Aufsichtsbehörde/],
  fr: [/tribunal/, /autorité/],
};

describe.each(LOCALES)('mails in %s', (locale) => {
  test.each(NOTICE_KINDS)(
    '%s has a subject, says the same in both bodies, and names request and controller',
    (kind) => {
      const { subject, text, html } = mail(kind, locale);
      expect(subject).not.toBe('');
      // A subject is shown on locked screens and kept in logs of mail servers.
      expect(subject).not.toContain('012345');
      for (const sign of ['CA-5XN3-7RKT', ...(WITHOUT_LINK.includes(kind) ? [] : [LINK])]) {
        expect(text).toContain(sign);
        expect(html).toContain(sign);
      }
      expect(html).toContain(`<html lang="${locale}">`);
      expect(html).toContain('CallsApp &lt;b&gt;&amp;&quot;');
      expect(text).not.toMatch(/\{\w+\}/);
      // Bulgarian and Russian dates end in "г.", which ends the sentence too.
      const dueOn = longDate('2026-12-22' as LocalDate, locale);
      expect(mail(kind, locale, { ...('dueOn' in WORDS[kind] && { dueOn }) }).text).not.toContain('..');
    },
  );

  test('the code stands alone on its line, so that it can be copied', () => {
    for (const kind of ['confirmEmail', 'deliveryCode'] as const)
      expect(mail(kind, locale).text.split('\n')).toContain('012345');
  });

  test('each kind has words of its own', () => {
    const bodies = NOTICE_KINDS.map((kind) => mail(kind, locale).text);
    expect(new Set(bodies).size).toBe(NOTICE_KINDS.length);
  });

  test('a notice of more time gives the new last day and the reason, which is what makes it count', () => {
    const body = (reasons: NoticeWords['extension']['reasons']) => mail('extension', locale, { reasons }).text;
    expect(new Set((['complexity', 'number', 'both'] as const).map(body)).size).toBe(3);
    expect(body('both')).toContain('DUE-ON');
    expect(body('both')).toContain('LAW');
  });

  test('no court is named where the law of the request has none, and no authority where it has none', () => {
    for (const kind of ['closed', 'extension', 'identityRejected'] as const) {
      const text = (ways: NoticeWords['closed']['ways']) => mail(kind, locale, { ways }).text;
      expect(new Set([text('both'), text('authority'), text('court')]).size).toBe(3);
      const names = NAMES[locale] ?? [];
      const named = (ways: NoticeWords['closed']['ways']) => names.map((name) => name.test(text(ways)));
      expect([kind, named('both'), named('authority'), named('court')]).toEqual([
        kind,
        names.map(() => true),
        names.map((_, no) => no === 1),
        names.map((_, no) => no === 0),
      ]);
    }
  });

  test('who could not be verified is told what is owed instead, in California (11 CCR 7024(a), (b))', () => {
    const owed = { unverifiedLaw: '11 CCR 7024', policyUrl: 'https://example.com/privacy' };
    const text = (unverified: NoticeWords['identityRejected']['unverified']) =>
      mail('identityRejected', locale, { unverified, ...owed }).text;
    expect(text('none')).not.toContain('7024');
    for (const unverified of ['specific', 'categories'] as const)
      expect(text(unverified)).toContain('https://example.com/privacy (11 CCR 7024)');
    expect(text('specific').length).toBeGreaterThan(text('categories').length);
  });

  test('receipt is confirmed with how the request is handled and verified, and by when it is answered (11 CCR 7021(a))', () => {
    const { text } = mail('confirmEmail', locale);
    expect(text.split('\n\n').length).toBeGreaterThan(mail('acknowledgement', locale).text.split('\n\n').length);
    expect(text).toContain('DUE-ON');
  });

  test('every value that a text asks for is one that its kind must be given', () => {
    const texts = messagesOf(locale, 'mail') as unknown as Record<NoticeKind, Record<string, string>>;
    for (const kind of NOTICE_KINDS) {
      const given = ['controller', 'reference', ...Object.keys(WORDS[kind])];
      expect([
        kind,
        Object.values(texts[kind])
          .flatMap(asked)
          .filter((name) => !given.includes(name)),
      ]).toEqual([kind, []]);
    }
  });

  test('what is told unasked stands apart: under a heading of its own, after everything else (Art. 21(4) GDPR)', () => {
    const told = { title: 'Right to <object>', parts: [{ text: 'AGAINST', items: ['ONE', 'TWO'] }], closing: 'HOW' };
    const { text, html } = mail('confirmEmail', locale, { told });
    const [before, apart] = text.split('* * *');
    expect(before).toContain(LINK);
    expect(apart).toContain('RIGHT TO <OBJECT>\n\nAGAINST\n– ONE\n– TWO\n\nHOW');
    expect(html).toMatch(/<h2[^>]*>Right to &lt;object&gt;<\/h2>/);
    expect(html.indexOf('<h2')).toBeGreaterThan(html.lastIndexOf(LINK));
    expect([mail('confirmEmail', locale).text, mail('confirmEmail', locale).html].join()).not.toMatch(/\* \* \*|<h2/);
  });
});

test('a mail that lacks a word of its kind, or takes another kind’s, does not compile', () => {
  // @ts-expect-error: a notice of more time without the law that allows it
  const lacking: Notice = { kind: 'extension', words: { dueOn: 'DUE-ON', reasons: 'both', ways: 'both' } };
  // @ts-expect-error: a question that names a day
  const foreign: Notice = { kind: 'question', words: { dueOn: 'DUE-ON' } };
  expect([lacking.kind, foreign.kind]).toEqual(['extension', 'question']);
});
