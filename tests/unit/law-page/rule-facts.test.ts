import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { catalogue } from '@/lib/domain/law/catalogue';
import { RuleFacts } from '@/lib/features/law/components/rule-facts';

const shown = (id: string): string => {
  const entry = catalogue().find(({ rule }) => rule.id === id);
  if (!entry) throw new Error(`There is no rule ${id}`);
  return renderToStaticMarkup(createElement(RuleFacts, { entry }))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
};

describe('what a rule says in full', () => {
  it.each(catalogue().map(({ rule }) => [rule.id]))('has words for every value of %s', (id) => {
    expect(shown(id)).toMatch(/\p{L}{3}/u);
    expect(shown(id)).not.toMatch(/undefined|null|\[object|law\.value/);
  });

  it('is period, holidays, pauses and extension for a clock', () => {
    expect(shown('GDPR-12-3')).toMatch(
      /Within one month .* Holidays of the place where the company is .* the last day moves .* \(Reg\. .*\) .* proof of identity.* More time up to 3 months in all/,
    );
    expect(shown('DROP-86-45')).toMatch(/Within 45 days .* the last day stays Stands still never More time none/);
  });

  it('is outcomes, identity, fee, what is checked and what answer and refusal contain for a right', () => {
    expect(shown('GDPR-15')).toMatch(
      /Can end as done, .* on a doubt .* only for further copies.* The desk checks .*Art\. 15\(4\) GDPR.* The answer says .* Can be refused on .*GDPR-12-5-abuse.* A refusal says/,
    );
    expect(shown('GDPR-21-2')).toContain('it cannot be refused');
    expect(shown('CCPA-110-specific')).toMatch(/Reaches back .*1.January 2022.*CCPA-twice/);
    expect(shown('ZZLD-25e')).toContain('after a death; of companies in Bulgaria');
  });

  it('is reach, what must be on file and the second person for a ground', () => {
    expect(shown('GDPR-12-5-abuse')).toMatch(
      /Can defeat the whole request .* Must be on file .* Second person approves it/,
    );
    expect(shown('GDPR-11-2')).toContain('Ends as we cannot tell which data are yours');
  });

  it('is the place it leads to for a remedy, and the age for a rule about children', () => {
    expect(shown('CCPA-199-45')).toMatch(/Leads to California/);
    expect(shown('GDPR-8-BG')).toMatch(/Bulgaria Decides alone from \d+/);
  });
});
