import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { checkpointMail } from '@/emails/checkpoint';
import { reminderMail } from '@/emails/reminder';
import type { LocalDate } from '@/lib/domain/calendar/local-date';
import { SETTINGS } from '../vault/settings';

beforeEach(() => {
  for (const [name, value] of Object.entries(SETTINGS)) vi.stubEnv(name, value);
});
afterEach(() => vi.unstubAllEnvs());

const NOTE =
  'rights.example.com/log\n48211\nqDqk2k2xYq3N6mF1bq0s3Tz8y1VwQ9uE4hR7cL5aB0c=\n\n\u2014 rights.example.com/log Qv0pM3sR8tYw+/==\n';

describe('the mail with a checkpoint', () => {
  test('has the note to the letter in both bodies: one whose lines ran together is no longer what was signed', () => {
    const { text, html } = checkpointMail(NOTE);
    expect(text).toContain(NOTE);
    const [, shown = ''] = /<pre[^>]*>([^<]*)<\/pre>/.exec(html) ?? [];
    expect(shown).toBe(NOTE);
  });
});

describe('the mail of last days', () => {
  const link = 'https://rights.example.com/desk/cases/0190f3a0-0000-7000-8000-000000000001';
  const { html } = reminderMail([
    {
      regime: 'GDPR',
      clock: 'respond',
      mark: 'missed',
      lastDayOn: '2026-11-20' as LocalDate,
      reference: 'CA-5XN3-7RKT',
      daysLeft: -7,
      link,
    },
  ]);

  test('leads to each case', () => expect(html).toMatch(new RegExp(`<br><a [^>]*href="${link}"[^>]*>${link}</a>`)));
  test('keeps a reference in one piece', () =>
    expect(html).toContain('<span style="white-space:nowrap">CA-5XN3-7RKT</span>'));
});

test('a mail says in which colours it is to be read in the dark, so that no reader has to guess', () => {
  const { html } = checkpointMail(NOTE);
  const classes = new Set([...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')));
  const dark = /@media \(prefers-color-scheme:dark\)\{(.*)\}<\/style>/s.exec(html)?.[1] ?? '';
  for (const name of classes) expect(dark).toContain(`.${name}{`);
  // Each element with a light colour of its own has a dark one too; the button's colours are the controller's and stay.
  for (const [element] of html.matchAll(/<(?:body|div|p|pre|a) [^>]*(?:[^-]color|background):#(?!fff)[^>]*>/g))
    expect(element).toMatch(/ class="|border-radius/);
});
