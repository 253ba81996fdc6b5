import { describe, expect, it, test } from 'vitest';
import {
  endedPurposes,
  placesOfFact,
  restrictionMarks,
  statementMarks,
  stoppedMarks,
  systemsOf,
  systemsWithoutPlace,
} from '@/lib/domain/effects/marks';
import type { BasisId, Purpose } from '@/lib/domain/datamap/types';
import { effectStepOf, endsOf } from '@/lib/domain/law/right-effects';
import { RIGHT_DOING } from '@/lib/domain/law/right-doing';
import { RIGHT_IDS, type RightId } from '@/lib/domain/law/types';
import { localText } from '@/lib/domain/datamap/local-text';
import { collectionOf, dataMapOf } from '../datamap/maps';

const purpose = (id: string, basis: BasisId, more: Partial<Purpose> = {}): Purpose => ({
  id,
  title: localText(id, ['en']),
  basis,
  interest: null,
  directMarketing: false,
  endedBy: [],
  stopped: [],
  ...more,
});

const PURPOSES = {
  run: purpose('run', 'contract'),
  news: purpose('news', 'consent', { endedBy: ['objection_marketing'] }),
  ads: purpose('ads', 'legitimateInterests', { directMarketing: true, endedBy: ['opt_out_sale_sharing'] }),
  improve: purpose('improve', 'legitimateInterests'),
  books: purpose('books', 'legalObligation'),
};

const collections = [
  collectionOf('shop.customer', { id: { key: true }, email: { identity: 'email' }, name: {} }),
  collectionOf('shop.order', { id: { key: true }, name: {} }),
  collectionOf('mailer.subscriber', { id: { key: true }, name: {} }),
];
const marked = collections.map((collection) => ({
  ...collection,
  restriction: collection.id === 'shop.customer' ? { set: { held: true }, lifted: { held: false } } : null,
  fields: collection.fields.map((field) => ({ ...field, factId: field.name === 'name' ? 'name' : null })),
}));
const MAP = dataMapOf(marked, { purposes: PURPOSES });

describe('what a right takes in the systems', () => {
  test.each(RIGHT_IDS.map((right) => [right] as const))('%s ends a use, or ends none, and says so once', (right) => {
    expect(endsOf(right) === null).toBe(effectStepOf(right) !== 'setPreference');
  });

  it('is a preference for whatever takes effect at once', () => {
    for (const right of RIGHT_IDS.filter((one) => RIGHT_DOING[one].doneBy === 'stop'))
      expect([right, effectStepOf(right)]).toEqual([right, 'setPreference']);
  });

  it('is nothing for a copy, an answer in words and an erasure', () => {
    for (const right of ['access', 'know_categories', 'erasure', 'portability', 'shine_the_light'] as const)
      expect(effectStepOf(right)).toBeNull();
  });

  it('is the same for the same wish under another law', () => {
    expect(effectStepOf('correct')).toBe(effectStepOf('rectification'));
  });
});

describe('the purposes that a right ends', () => {
  const ended = (right: RightId) => endedPurposes(right, MAP).map(({ id }) => id);

  it('are all of direct marketing, whatever its basis, and those that the map names with it', () => {
    expect(ended('objection_marketing')).toEqual(['news', 'ads']);
  });

  it('are those on consent for a withdrawal, and those that may be objected to for an objection', () => {
    expect(ended('withdraw_consent')).toEqual(['news']);
    expect(ended('objection')).toEqual(['ads', 'improve']);
  });

  it('are only those that the map names for an opt-out, and none for any other right', () => {
    expect(ended('opt_out_sale_sharing')).toEqual(['ads']);
    expect(ended('limit_sensitive')).toEqual([]);
    expect(ended('access')).toEqual([]);
  });
});

describe('where it stands', () => {
  it('writes the fields of one collection together, also where several purposes end there', () => {
    const stopped = [
      purpose('a', 'consent', { stopped: [{ collectionId: 'shop.customer', fields: { news: false } }] }),
      purpose('b', 'consent', {
        stopped: [
          { collectionId: 'shop.customer', fields: { calls: false } },
          { collectionId: 'mailer.subscriber', fields: { left_at: '{now}' } },
        ],
      }),
    ];
    expect(stoppedMarks(stopped)).toEqual([
      { collectionId: 'shop.customer', fields: { news: false, calls: false } },
      { collectionId: 'mailer.subscriber', fields: { left_at: '{now}' } },
    ]);
  });

  it('is what the map says of a restriction, and of its end', () => {
    expect(restrictionMarks(MAP, 'set')).toEqual([{ collectionId: 'shop.customer', fields: { held: true } }]);
    expect(restrictionMarks(MAP, 'lifted')).toEqual([{ collectionId: 'shop.customer', fields: { held: false } }]);
  });

  it('is a statement word for word wherever the map has a place for it', () => {
    const placed = dataMapOf(
      marked.map((one) => ({ ...one, statementField: one.id.endsWith('.order') ? null : 'remark' })),
      {},
    );
    expect(statementMarks('Paid on the same day.', placed)).toEqual([
      { collectionId: 'shop.customer', fields: { remark: 'Paid on the same day.' } },
      { collectionId: 'mailer.subscriber', fields: { remark: 'Paid on the same day.' } },
    ]);
    expect(statementMarks('Paid on the same day.', MAP)).toEqual([]);
  });

  it('is with the accounts where the map has no place for a statement, and with every system where it has no accounts', () => {
    expect(systemsWithoutPlace(MAP)).toEqual(['shop', 'mailer']);
    const known = marked.map((one) => ({ ...one, account: one.id === 'mailer.subscriber' }));
    expect(systemsWithoutPlace(dataMapOf(known, {}))).toEqual(['mailer']);
  });

  it('is every place of a fact, and its systems each once in the order of the map', () => {
    const places = placesOfFact('name', MAP).map(({ collection, field }) => `${collection.id}.${field}`);
    expect(places).toEqual(['shop.customer.name', 'shop.order.name', 'mailer.subscriber.name']);
    expect(placesOfFact('birthday', MAP)).toEqual([]);
    expect(systemsOf(['mailer.subscriber', 'shop.order', 'shop.customer'], MAP)).toEqual(['shop', 'mailer']);
  });
});
