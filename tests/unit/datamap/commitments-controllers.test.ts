import { describe, expect, it } from 'vitest';
import { localDate } from '@/lib/domain/calendar/local-date';
import { interestNamed } from '@/lib/domain/law/exemptions';
import { rightsFor, type Situation } from '@/lib/domain/law/rights';
import { LOCALES } from '@/lib/domain/locale';
import type { RightId } from '@/lib/domain/law/types';
import { DEMO, collections, demo } from './demo-controllers';

const TODAY = localDate('2026-11-22');
const callsapp = demo('callsapp');
const sessia = demo('sessia');

/** What somebody living there may ask as an adult customer for themselves. */
const offered = (
  controller: typeof callsapp,
  residence: string,
  relation: Situation['relation'] = 'customer',
): RightId[] =>
  rightsFor({ residence, relation, ageBand: 'adult', capacity: 'self' }, controller.definition, TODAY).map(
    ({ right }) => right,
  );

describe('the controllers of the two policies', () => {
  it('load without a problem, and lack of Art. 15(1) only what the policies are silent about: what a machine alone decides', () => {
    expect(DEMO.problems).toEqual([]);
    expect(
      DEMO.gaps.filter(
        ({ message }) => !message.endsWith('does not say whether a machine alone decides from it: Art. 15(1)(h)'),
      ),
    ).toEqual([]);
    expect([...DEMO.controllers.keys()]).toEqual(['callsapp', 'sessia']);
  });

  it('CallsApp is CallsApp Media Sarl of Luxembourg, in the group of T-One Corporation Inc. and CallsApp Inc.', () => {
    expect(callsapp.definition).toMatchObject({
      legalName: 'CallsApp Media Sarl',
      establishment: { country: 'LU' },
      timezone: 'Europe/Luxembourg',
      calendar: 'LU',
      group: ['T-One Corporation Inc.', 'CallsApp Inc.'],
    });
  });

  it('Sessia answers under its own name', () => {
    expect(sessia.definition).toMatchObject({
      name: 'Sessia',
      legalName: 'Sessia',
      establishment: { country: 'BG' },
      timezone: 'Europe/Sofia',
      group: [],
    });
  });

  it.each([
    [callsapp, 'LU'],
    [sessia, 'BG'],
  ])('names an authority to complain to', ({ definition }, authority) => {
    expect(definition.authority).toBe(authority);
  });

  it('speaks the languages of its policy, the controller’s own first, and CallsApp those of Luxembourg, where it is', () => {
    expect(callsapp.definition.languages).toEqual(['en', 'ru', 'de', 'fr']);
    expect(sessia.definition.languages).toEqual(['bg', 'en']);
  });

  it('says in which languages the policy itself was written', () => {
    expect(callsapp.definition.privacyPolicyLanguages).toEqual(['en', 'ru']);
    expect(sessia.definition.privacyPolicyLanguages).toEqual(['bg', 'en']);
  });

  it('has words of its own in each language the portal offers', () => {
    for (const { definition } of [callsapp, sessia]) {
      expect(new Set(Object.values(definition.texts.intro)).size).toBe(LOCALES.length);
    }
  });

  it('can be written to about rights', () => {
    expect(sessia.definition.contact.email).toBe('support@sessia.com');
    expect(callsapp.definition.contact.email).toMatch(/^support@/);
  });

  it.each([
    [callsapp, 10, 16],
    [sessia, 13, null],
  ])(
    'knows its minimum age, and below which a guardian’s written direction is needed',
    ({ definition }, age, guardian) => {
      expect([definition.minimumAge, definition.guardianBelowAge]).toEqual([age, guardian]);
      expect(definition.texts.guardian !== null).toBe(guardian !== null);
    },
  );

  it.each([
    [
      'CallsApp',
      callsapp,
      ['United States', 'Asia', 'Europe outside the EEA, Russia included', 'Australia', 'Brazil'],
      /contractual commitments/,
    ],
    [
      'Sessia',
      sessia,
      ['United States', 'Asia', 'Europe outside the EEA, Russia included', 'Other regions'],
      /recipient must ensure due protection/,
    ],
  ])('%s says where data go and what protects them there', (_name, { dataMap }, regions, safeguard) => {
    const transfers = Object.values(dataMap.transfers);
    expect(transfers.map(({ title }) => title.en)).toEqual(regions);
    for (const transfer of transfers) {
      expect(transfer.safeguard.en).toMatch(safeguard);
      expect(transfer.citation).toContain('Art. 46');
      expect(collections(dataMap).some(({ transferIds }) => transferIds!.includes(transfer.id))).toBe(true);
    }
  });

  it('Sessia says that it does not sell data', () => {
    expect(sessia.definition.sellsData).toBe(false);
    expect(sessia.definition.texts.intro.en).toContain('We do not sell your data');
    expect(sessia.definition.texts.intro.bg).toContain('Ние не продаваме личните ви данни');
  });
});

describe('rights the policies promise', () => {
  const gdpr: RightId[] = [
    'access',
    'rectification',
    'erasure',
    'restriction',
    'objection',
    'objection_marketing',
    'portability',
    'withdraw_consent',
  ];

  it.each(gdpr)('%s is offered to a person in the EEA by both', (right) => {
    for (const residence of ['LU', 'BG', 'DE']) {
      expect(offered(callsapp, residence)).toContain(right);
      expect(offered(sessia, residence)).toContain(right);
    }
  });

  it('somebody who deals with CallsApp for a company can stop its marketing', () => {
    expect(offered(callsapp, 'FR', 'businessContact')).toContain('objection_marketing');
    expect(
      callsapp.definition.texts.quickerInApp.some(
        ({ right, text }) => right === 'objection_marketing' && /company/.test(text.en),
      ),
    ).toBe(true);
  });

  it.each([
    ['CallsApp', callsapp],
    ['Sessia', sessia],
  ])('%s says that details can be corrected faster after signing in', (_name, { definition }) => {
    const hint = definition.texts.quickerInApp.find(({ right }) => right === 'rectification');
    expect(hint?.text.en).toMatch(/at any time in the app/);
  });

  it('CallsApp says where consent is taken back and the e-mail unlinked from the group account, at any time', () => {
    const hint = callsapp.definition.texts.quickerInApp.find(({ right }) => right === 'withdraw_consent');
    expect(hint?.text.en).toMatch(
      /at any time in the settings.*unlink your e-mail from the group account in your profile/,
    );
  });

  it('Sessia says where consent to the recording of video views is taken back', () => {
    const hint = sessia.definition.texts.quickerInApp.find(({ right }) => right === 'withdraw_consent');
    expect(hint?.text.bg).toMatch(/съгласието си за проследяване на прегледите на видео/);
  });

  it('a customer in California can ask Sessia who received data for direct marketing, and others cannot', () => {
    expect(offered(sessia, 'US-CA')).toContain('shine_the_light');
    expect(offered(sessia, 'BG')).not.toContain('shine_the_light');
    expect(offered(callsapp, 'US-CA')).not.toContain('shine_the_light');
  });

  it('Sessia prefills the statement of the California request in the words of its policy', () => {
    expect(sessia.definition.texts.californiaStatement).toMatchObject({
      bg: 'Вашите права за съхранение на конфиденциалност в щата Калифорния',
      en: 'Your California Privacy Rights',
    });
    expect(callsapp.definition.texts.californiaStatement).toBeNull();
  });

  it('Sessia can name the third parties and what they received, for the year before', () => {
    const disclosure = collections(sessia.dataMap).find(({ name }) => name === 'disclosure')!;
    expect(disclosure.fields.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['third_party', 'third_party_address', 'categories', 'disclosed_on']),
    );
    expect(disclosure.recipientIds!.some((id) => sessia.dataMap.recipients[id]!.directMarketing)).toBe(true);
  });

  it('every ground the data maps name for hiding somebody else’s value is one of the law', () => {
    for (const { dataMap } of [callsapp, sessia]) {
      const named = collections(dataMap).flatMap(({ fields }) =>
        fields.flatMap(({ otherPerson }) => otherPerson?.ground ?? []),
      );
      expect(named.length).toBeGreaterThan(0);
      for (const ground of named) expect(interestNamed(ground), ground).not.toBeNull();
    }
  });
});
