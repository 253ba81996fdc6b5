import { describe, expect, it } from 'vitest';
import type { ControllerDefinition } from '@/lib/domain/controller/types';
import { localDate } from '@/lib/domain/calendar/local-date';
import type { Collection, DataMap } from '@/lib/domain/datamap/types';
import { bundleFacts, type Occasion } from '@/lib/domain/fulfilment/facts';
import { collection, field, text } from './collection-builders';

const CALLS = collection([field('id', { description: text('Our number') }), field('peer')], {
  purposeIds: ['serve', 'improve'],
  recipientIds: ['hosting'],
  retentionId: 'year',
  transferIds: ['us'],
  source: { kind: 'thirdParty', text: text('From your operator') },
  automatedDecision: { logic: text('A threshold'), consequences: text('A block') },
  publicToOthers: text('Your name'),
});
const LETTERS = collection([field('text')], {
  id: 'support.letter',
  title: text('Letters'),
  source: { kind: 'subject', text: text('From you') },
});
const UNUSED = collection([field('x')], { id: 'support.survey', title: text('Surveys') });

const system = (id: string, collections: readonly Collection[]) =>
  ({
    id,
    name: text(id),
    description: null,
    connector: 'postgres',
    urlName: 'URL',
    writeUrlName: null,
    timeoutSeconds: 60,
    access: null,
    owner: null,
    backups: null,
    leftOut: [],
    collections,
  }) as const;

const MAP: DataMap = {
  country: 'LU',
  systems: [system('calls', [CALLS]), system('support', [LETTERS, UNUSED])],
  categories: {},
  purposes: {
    serve: {
      id: 'serve',
      title: text('To connect you'),
      basis: 'contract',
      interest: null,
      directMarketing: false,
      endedBy: [],
      stopped: [],
    },
    improve: {
      id: 'improve',
      title: text('To improve'),
      basis: 'legitimateInterests',
      interest: text('better calls'),
      directMarketing: false,
      endedBy: [],
      stopped: [],
    },
  },
  recipients: {
    hosting: {
      id: 'hosting',
      name: text('Hosting Ltd'),
      kind: 'processor',
      purpose: text('keeps it'),
      country: text('Ireland'),
      contact: null,
      notTold: null,
      address: null,
      business: null,
      directMarketing: false,
    },
  },
  retentions: { year: { id: 'year', title: text('one year'), period: 'P1Y', countedFrom: 'creation' } },
  facts: {},
  disclosures: {},
  transfers: {
    us: { id: 'us', title: text('United States'), safeguard: text('standard clauses'), citation: 'Art. 46(2)(c) GDPR' },
  },
};

const contact = { name: text('Care'), address: null, email: 'care@example.com', phone: null, url: null };
const DEFINITION = {
  name: 'Calls',
  legalName: 'Calls S.A.',
  timezone: 'Europe/Luxembourg',
  establishment: { country: 'LU', address: 'Luxembourg' },
  contact,
  dpo: null,
} as unknown as ControllerDefinition;

const OCCASION: Occasion = {
  reference: 'CA-5XN3-7RKT',
  locale: 'bg',
  subject: { name: 'Nadia Weber' },
  answers: [],
  receivedOn: localDate('2026-11-22'),
  dueOn: localDate('2026-12-22'),
  madeAt: '2026-12-01T10:00:00.000Z',
  remedies: [],
  keyUrl: 'https://rights.example.com/.well-known/rightsdesk-keys.json',
  withheld: [],
  basisAct: 'GDPR',
  portableBy: null,
  results: [
    {
      collectionId: 'calls.call',
      result: 'found',
      reason: null,
      records: 3,
      sought: {
        by: [{ kind: 'phone', form: 'phoneEverywhere' }],
        through: ['support.letter'],
        notBy: [{ kind: 'email', reason: 'notInMap' }],
      },
    },
    { collectionId: 'support.letter', result: 'nothing', reason: null, records: 0 },
    { collectionId: 'support.survey', result: 'notApplicable', reason: 'noIdentity', records: 0 },
  ],
};

const say = (key: string, values?: Record<string, string>): string =>
  values ? `${key} ${JSON.stringify(values)}` : key;
const facts = (given: Partial<Occasion> = {}, dataMap: DataMap = MAP) =>
  bundleFacts(
    { definition: DEFINITION, dataMap, accent: { light: '#112233', dark: '#ddeeff' } },
    { ...OCCASION, ...given },
    { say, kind: (kind) => kind, list: (texts) => texts.join('+') },
  );

describe('the facts of Art. 15(1) and (2) GDPR', () => {
  it("are told, in the requester's language, of each collection in which something was found", () => {
    const { categories } = facts();
    expect(categories).toHaveLength(1);
    expect(categories[0]).toMatchObject({
      collectionId: 'calls.call',
      systemName: 'calls (bg)',
      title: 'Calls (bg)',
      fields: [
        { name: 'id', title: 'Title of id (bg)', description: 'Our number (bg)' },
        { name: 'peer', title: 'Title of peer (bg)', description: null },
      ],
      source: 'From your operator (bg)',
      providedBySubject: false,
      recipients: [{ name: 'Hosting Ltd (bg)', purpose: 'keeps it (bg)', country: 'Ireland (bg)' }],
      retention: 'one year (bg)',
      transfers: [{ destination: 'United States (bg)', safeguard: 'standard clauses (bg) (Art. 46(2)(c) GDPR)' }],
      automatedDecisions: [{ logic: 'A threshold (bg)', consequences: 'A block (bg)' }],
      visibleToOthers: 'Your name (bg)',
    });
  });

  it('name the legal basis by its letter, and the interest where that is the basis', () => {
    const [category] = facts().categories;
    expect(category?.purposes).toEqual([
      { purpose: 'To connect you (bg)', basis: 'договорът ни с вас', citation: 'Art. 6(1)(b) GDPR' },
      {
        purpose: 'To improve (bg)',
        basis: 'нашият легитимен интерес: better calls (bg)',
        citation: 'Art. 6(1)(f) GDPR',
      },
    ]);
  });

  it('say that data came from the person where they did', () => {
    const [category] = facts({
      results: [{ collectionId: 'support.letter', result: 'found', reason: null, records: 1 }],
    }).categories;
    expect(category).toMatchObject({ source: 'From you (bg)', providedBySubject: true });
  });

  it('state nothing that the data map does not state', () => {
    const silent = {
      ...LETTERS,
      source: null,
      recipientIds: null,
      retentionId: null,
      transferIds: null,
      automatedDecision: null,
    };
    const one = { ...MAP, systems: [system('support', [silent])] };
    const { categories, decisionsStated } = facts(
      { results: [{ collectionId: 'support.letter', result: 'found', reason: null, records: 1 }] },
      one,
    );
    expect(categories[0]).toMatchObject({
      source: null,
      providedBySubject: null,
      recipients: null,
      retention: null,
      transfers: null,
      automatedDecisions: null,
      visibleToOthers: null,
    });
    expect(decisionsStated).toBe(false);
  });

  it('list every place that was searched, also where nothing was found and why', () => {
    const unknown = { sought: null, by: null };
    expect(facts().searched).toEqual([
      {
        system: 'calls (bg)',
        collection: 'Calls (bg)',
        result: 'found',
        reason: null,
        count: 3,
        by: 'phone; sought.through {"places":"Letters (bg)"}',
        sought: {
          by: [{ kind: 'phone', form: 'phoneEverywhere' }],
          through: ['Letters (bg)'],
          notBy: [{ kind: 'email', reason: 'notInMap' }],
        },
      },
      { system: 'support (bg)', collection: 'Letters (bg)', result: 'nothing', reason: null, count: 0, ...unknown },
      {
        system: 'support (bg)',
        collection: 'Surveys (bg)',
        result: 'notApplicable',
        reason: 'notApplicable.noIdentity',
        count: 0,
        ...unknown,
      },
    ]);
  });

  it('carry who answers and when, untouched', () => {
    expect(facts()).toMatchObject({
      reference: 'CA-5XN3-7RKT',
      timezone: 'Europe/Luxembourg',
      subject: { name: 'Nadia Weber' },
      controller: {
        name: 'Calls',
        legalName: 'Calls S.A.',
        address: 'Luxembourg',
        contact: { name: 'Care (bg)', email: 'care@example.com' },
        dpo: null,
        accent: { light: '#112233', dark: '#ddeeff' },
      },
      receivedOn: '2026-11-22',
      dueOn: '2026-12-22',
    });
  });
});
