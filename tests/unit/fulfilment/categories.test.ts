import { describe, expect, it } from 'vitest';
import { BASES } from '@/lib/domain/datamap/basis';
import { MAP_WORDS } from '@/lib/domain/datamap/words.generated';
import { byLocale, LOCALES } from '@/lib/domain/locale';
import {
  collectionOf as found,
  describeCollection,
  isPortable,
  isProvidedBySubject,
  statesDecisions,
} from '@/lib/domain/fulfilment/categories';
import type { Source } from '@/lib/domain/datamap/types';
import { collectionOf, dataMapOf } from '../datamap/maps';

const text = (en: string, bg = en, ru = en) => ({ ...byLocale(() => en), bg, ru });

const call = collectionOf(
  'app.call',
  { id: { key: true }, secret: { presenceOnly: true } },
  {
    title: text('Calls', 'Обаждания', 'Звонки'),
    purposeIds: ['serve', 'improve', 'forgotten'],
    recipientIds: ['hosting', 'police'],
    retentionId: 'soon',
    transferIds: ['usa'],
    publicToOthers: text('Your name', 'Името ви', 'Ваше имя'),
    automatedDecision: { logic: text('counts'), consequences: text('closes') },
  },
);

const map = dataMapOf([call], {
  purposes: {
    serve: {
      id: 'serve',
      title: text('To serve you', 'За да ви обслужваме'),
      basis: 'contract',
      interest: null,
      directMarketing: false,
      endedBy: [],
      stopped: [],
    },
    improve: {
      id: 'improve',
      title: text('To improve', 'За да подобряваме'),
      basis: 'legitimateInterests',
      interest: text('a better service', 'по-добра услуга'),
      directMarketing: false,
      endedBy: [],
      stopped: [],
    },
  },
  recipients: {
    hosting: {
      id: 'hosting',
      name: text('Hosting'),
      kind: 'processor',
      purpose: text('servers', 'сървъри'),
      country: text('Ireland', 'Ирландия'),
      contact: null,
      notTold: null,
      address: null,
      business: null,
      directMarketing: false,
    },
    police: {
      id: 'police',
      name: text('Police', 'Полиция'),
      kind: 'authority',
      purpose: text('investigates'),
      country: null,
      contact: null,
      notTold: null,
      address: null,
      business: null,
      directMarketing: false,
    },
  },
  retentions: { soon: { id: 'soon', title: text('two weeks', 'две седмици'), period: 'P2W', countedFrom: 'creation' } },
  transfers: {
    usa: {
      id: 'usa',
      title: text('United States', 'САЩ'),
      safeguard: text('clauses', 'клаузи'),
      citation: 'Art. 46(2)(c) GDPR',
    },
  },
});

describe('what Art. 15(1) and (2) ask, from the data map', () => {
  it('is said in the language of the answer', () => {
    expect(describeCollection(map, 'app.call', 'bg', 'GDPR')).toMatchObject({
      collectionId: 'app.call',
      systemName: 'app',
      title: 'Обаждания',
      purposes: [
        { purpose: 'За да ви обслужваме', basis: 'договорът ни с вас', citation: 'Art. 6(1)(b) GDPR' },
        {
          purpose: 'За да подобряваме',
          basis: 'нашият легитимен интерес: по-добра услуга',
          citation: 'Art. 6(1)(f) GDPR',
        },
      ],
      recipients: [
        { name: 'Hosting', purpose: 'сървъри', country: 'Ирландия' },
        { name: 'Полиция', purpose: 'investigates', country: null },
      ],
      retention: 'две седмици',
      transfers: [{ destination: 'САЩ', safeguard: 'клаузи (Art. 46(2)(c) GDPR)' }],
      visibleToOthers: 'Името ви',
      automatedDecisions: [{ logic: 'counts', consequences: 'closes' }],
    });
  });

  it('explains a value that is only said to be held', () => {
    expect(describeCollection(map, 'app.call', 'en', 'GDPR').fields).toMatchObject([
      { name: 'id', title: 'id', description: null },
      { name: 'secret', title: 'secret', description: 'kept unreadable' },
    ]);
  });

  it.each<[Source['kind'], string, boolean]>([
    ['subject', 'seen', true],
    ['observed', 'seen', true],
    ['derived', 'seen', false],
    ['thirdParty', 'seen', false],
  ])('a source of kind %s says %j', (kind, source, provided) => {
    const one = { ...call, source: { kind, text: text('seen') } };
    expect(
      describeCollection({ ...map, systems: [{ ...map.systems[0]!, collections: [one] }] }, 'app.call', 'en', 'GDPR'),
    ).toMatchObject({ source, providedBySubject: provided });
    expect(isProvidedBySubject(one)).toBe(provided);
  });

  it('says less where the map says less', () => {
    const bare = dataMapOf([
      collectionOf('app.bare', { id: {} }, { source: null, recipientIds: null, transferIds: null }),
    ]);
    expect(describeCollection(bare, 'app.bare', 'en', 'GDPR')).toMatchObject({
      purposes: [],
      source: null,
      providedBySubject: null,
      recipients: null,
      retention: null,
      transfers: null,
      visibleToOthers: null,
      automatedDecisions: null,
    });
  });

  it('knows whether a machine alone decides only where every collection says it', () => {
    const one = collectionOf('app.one', { id: {} }, { automatedDecision: 'none' });
    expect(describeCollection(dataMapOf([one]), 'app.one', 'en', 'GDPR').automatedDecisions).toEqual([]);
    expect(statesDecisions(dataMapOf([one]))).toBe(true);
    expect(statesDecisions(dataMapOf([one, collectionOf('app.two', { id: {} })]))).toBe(false);
  });

  it('finds a collection with its system, and throws for one that is not there', () => {
    expect(found(map, 'app.call')).toEqual({ system: map.systems[0], collection: call });
    expect(() => found(map, 'app.gone')).toThrow('no collection app.gone');
  });
});

describe('portability, Art. 20(1)', () => {
  const resting = (basis: 'serve' | 'improve', more: object = {}) => ({ ...call, purposeIds: [basis], ...more });

  it.each([
    ['observed, on contract', resting('serve'), true],
    ['on legitimate interests', resting('improve'), false],
    ['on contract and legitimate interests', call, true],
    ['concluded', resting('serve', { source: { kind: 'derived', text: text('x') } }), false],
    ['on paper', resting('serve', { automated: false }), false],
    ['without any purpose', { ...call, purposeIds: [] }, false],
  ])('%s: %#', (_what, collection, portable) => {
    expect(isPortable(map, collection)).toBe(portable);
  });
});

describe('legal bases', () => {
  it('are the six of Art. 6(1), in the order of their letters, in each language', () => {
    expect(Object.values(BASES).map(({ article }) => article)).toEqual(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `Art. 6(1)(${letter})`),
    );
    for (const basis of Object.keys(BASES) as (keyof typeof BASES)[])
      expect(new Set(LOCALES.map((locale) => MAP_WORDS[locale][`basis.${basis}`])).size).toBe(LOCALES.length);
  });
});

it('a basis is cited by the act of the person’s own law, and by none where that law asks for no basis', () => {
  const cited = (act: string | null) =>
    describeCollection(map, 'app.call', 'en', act).purposes.map(({ citation }) => citation);
  expect(cited('UK GDPR').every((citation) => /^Art\. 6\(1\)\([a-f]\) UK GDPR$/.test(citation ?? ''))).toBe(true);
  expect(cited('UK GDPR').length).toBeGreaterThan(0);
  expect(new Set(cited(null))).toEqual(new Set([null]));
});
