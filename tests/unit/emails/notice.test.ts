import { describe, expect, test } from 'vitest';
import { noticeMail, type NoticeProps } from '@/emails/notice';
import { NOTICE_KINDS, type NoticeKind } from '@/lib/domain/case/notices';
import type { LocalDate } from '@/lib/domain/clock/local-date';
import { LOCALES } from '@/lib/domain/locale';
import { longDate } from '@/lib/platform/i18n/dates';

const LINK = 'https://rights.example.com/callsapp/en/confirm/a-b_c';

// A code is typed on the open page, and what was taken back has no page to open.
const WITHOUT_LINK: readonly NoticeKind[] = ['deliveryCode', 'withdrawn'];

const props = (kind: NoticeKind, locale: NoticeProps['locale']): NoticeProps => ({
  locale,
  controller: 'CallsApp <b>&"',
  accent: '#1655d1',
  reference: 'CA-5XN3-7RKT',
  dueOn: 'DUE-ON',
  until: 'UNTIL',
  minutes: 30,
  code: '012345',
  reasons: 'both',
  law: 'LAW',
  checks: 'identity',
  searches: 'yes',
  nothing: 'NOTHING',
  hidden: 'HIDDEN',
  agreed: 'AGREED',
  copy: 'yes',
  ways: 'both',
  unverified: 'none',
  what: 'WHAT',
  on: 'ON',
  ...(!WITHOUT_LINK.includes(kind) && { link: LINK }),
});

describe.each(LOCALES)('mails in %s', (locale) => {
  test.each(NOTICE_KINDS)('%s has a subject, says the same in both bodies, and names request and controller', (kind) => {
    const { subject, text, html } = noticeMail(kind, props(kind, locale));
    expect(subject).not.toBe('');
    for (const sign of ['CA-5XN3-7RKT', ...(WITHOUT_LINK.includes(kind) ? [] : [LINK])]) {
      expect(text).toContain(sign);
      expect(html).toContain(sign);
    }
    expect(html).toContain(`<html lang="${locale}">`);
    expect(html).toContain('CallsApp &lt;b&gt;&amp;&quot;');
    expect(text).not.toMatch(/\{\w+\}/);
    // Bulgarian and Russian dates end in "г.", which ends the sentence too.
    const dueOn = longDate('2026-12-22' as LocalDate, locale);
    expect(noticeMail(kind, { ...props(kind, locale), dueOn }).text).not.toContain('..');
  });

  test('the code stands alone on its line, so that it can be copied', () => {
    for (const kind of ['confirmEmail', 'deliveryCode'] as const) expect(noticeMail(kind, props(kind, locale)).text.split('\n')).toContain('012345');
  });

  test('each kind has words of its own', () => {
    const bodies = NOTICE_KINDS.map((kind) => noticeMail(kind, props(kind, locale)).text);
    expect(new Set(bodies).size).toBe(NOTICE_KINDS.length);
  });

  test('a notice of more time gives the new last day and the reason, which is what makes it count', () => {
    const body = (reasons: string) => noticeMail('extension', { ...props('extension', locale), reasons }).text;
    expect(new Set(['complexity', 'number', 'both'].map(body)).size).toBe(3);
    expect(body('both')).toContain('DUE-ON');
    expect(body('both')).toContain('12');
  });

  test('no court is named where the law of the request has none, and no authority where it has none', () => {
    const court = { en: /court/, bg: /съд/, ru: /суд/ }[locale];
    const authority = { en: /authority/, bg: /орган/, ru: /орган/ }[locale];
    for (const kind of ['closed', 'extension', 'identityRejected'] as const) {
      const named = (ways: NoticeProps['ways']) => [court, authority].map((word) => word.test(noticeMail(kind, { ...props(kind, locale), ways }).text));
      expect([kind, named('both'), named('authority'), named('court')]).toEqual([kind, [true, true], [false, true], [true, false]]);
    }
  });

  test('who could not be verified is told what is owed instead, in California (11 CCR 7024(a), (b))', () => {
    const owed = { unverifiedLaw: '11 CCR 7024', policyUrl: 'https://example.com/privacy' };
    const text = (unverified: NoticeProps['unverified']) => noticeMail('identityRejected', { ...props('identityRejected', locale), unverified, ...owed }).text;
    expect(text('none')).not.toContain('7024');
    for (const unverified of ['specific', 'categories'] as const) expect(text(unverified)).toContain('https://example.com/privacy (11 CCR 7024)');
    expect(text('specific').length).toBeGreaterThan(text('categories').length);
  });

  test('receipt is confirmed with how the request is handled and verified, and by when it is answered (11 CCR 7021(a))', () => {
    const { text } = noticeMail('confirmEmail', props('confirmEmail', locale));
    expect(text.split('\n\n').length).toBeGreaterThan(noticeMail('acknowledgement', props('acknowledgement', locale)).text.split('\n\n').length);
    expect(text).toContain('DUE-ON');
  });
});
