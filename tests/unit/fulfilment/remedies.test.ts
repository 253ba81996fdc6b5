import { describe, expect, it } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { type Answered, bundleRemedies } from '@/lib/domain/fulfilment/remedies';
import { translator } from '@/lib/platform/i18n/translator';

const on = localDate('2026-11-22');
const ACCESS: Answered = {
  rights: [{ regime: 'GDPR', right: 'access' }],
  where: { residence: 'FR', authority: 'LU' },
  controller: 'CallsApp',
  refused: false,
};
const KNOW: Answered = {
  ...ACCESS,
  rights: [{ regime: 'CCPA', right: 'know_specific' }],
  where: { residence: 'US-CA', authority: 'LU' },
};

const told = (answered: Answered, locale: 'en' | 'bg' | 'ru' = 'en') =>
  bundleRemedies(answered, on, { say: translator(locale, 'answer'), law: translator(locale, 'law') });

describe('what a bundle says that one can do', () => {
  it('after an access request: the other rights, the authority of the residence, that of the controller, the court', () => {
    expect(told(ACCESS).map(({ citation, contact }) => [citation, contact?.name ?? null])).toEqual([
      ['Art. 15(1)(e) GDPR', null],
      ['Art. 77 GDPR', 'Commission nationale de l’informatique et des libertés'],
      ['Art. 77 GDPR', 'Commission nationale pour la protection des données'],
      ['Art. 79 GDPR', null],
      ['Art. 78(2) GDPR', null],
    ]);
  });

  it('to a Californian: the Agency and the Attorney General, and nothing of the GDPR', () => {
    const remedies = told(KNOW);
    expect(remedies.map(({ contact }) => contact?.name)).toEqual([
      'California Privacy Protection Agency',
      'Attorney General of California',
    ]);
    expect(JSON.stringify(remedies)).not.toContain('GDPR');
  });

  it('after a refusal in California: the appeal to the business too', () => {
    expect(told({ ...KNOW, refused: true }).at(-1)).toMatchObject({
      citation: 'Cal. Civ. Code 1798.145(h)(2)',
      contact: null,
    });
  });

  it('names the country and the controller in the requester’s language', () => {
    const [others, residence, own] = told(ACCESS, 'ru');
    expect(others?.citation).toBe('ст. 15(1)(e) GDPR');
    expect(residence?.text).toContain('Вы указали: Франция.');
    expect(own?.text).toBe('Вы можете обратиться и в орган, отвечающий за CallsApp.');
    expect(residence?.citation).toBe('ст. 77 GDPR');
  });

  it('explains itself where the authority of the residence is unknown', () => {
    const [, own] = told({ ...ACCESS, where: { residence: 'BR', authority: 'LU' } });
    expect(own?.text).toMatch(
      /^You can complain, free of charge, to the authority where you live.*responsible for CallsApp\.$/,
    );
  });
});
