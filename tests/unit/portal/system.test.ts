import { describe, expect, it } from 'vitest';
import { collectionsOf } from '@/lib/domain/datamap/build';
import { unstatedOf } from '@/lib/domain/datamap/gaps';
import { collectionPlan } from '@/lib/domain/datamap/plan';
import type { DataMap } from '@/lib/domain/datamap/types';
import { isPortable } from '@/lib/domain/fulfilment/categories';
import { OUTCOMES, RIGHT_IDS } from '@/lib/domain/law/types';
import { PORTAL_WORDS } from '@/lib/platform/controllers/portal-words';
import { LOCALES } from '@/lib/domain/locale';
import { isPortals, PORTAL } from '@/lib/domain/datamap/portal';
import { PORTAL_KINDS, withPortal } from '@/lib/domain/portal/system';
import { IDENTITY_METHODS } from '@/lib/domain/case/reasons';
import { CLOSED_HOW } from '@/lib/domain/case/types';
import { FOR_WHOM } from '@/lib/domain/intake/answers';
import { NAMED_PLACES } from '@/lib/domain/wording';
import { dataMapOf } from '../datamap/maps';

const EMPTY = dataMapOf([]);

const STATED = { recipientIds: [], transferIds: [] };
const DAYS = 1095;

const held = withPortal(EMPTY, PORTAL_WORDS, STATED, DAYS);
const collections = collectionsOf(held);
const valuesOf = (kind: string, name: string) =>
  collections.find(({ id }) => id === `portal.${kind}`)!.fields.find((field) => field.name === name)!.values;

describe('this portal as a system', () => {
  it('stands behind those of the map, and leaves the map as it is', () => {
    const map: DataMap = { ...EMPTY, systems: [{ ...held.systems[0]!, id: 'shop' }] };
    expect(withPortal(map, PORTAL_WORDS, STATED, DAYS).systems.map(({ id }) => id)).toEqual(['shop', PORTAL]);
    expect(map.systems).toHaveLength(1);
    expect(EMPTY.systems).toEqual([]);
  });

  it('states every fact of Art. 15 where the controller states its own, and else leaves those two unsaid', () => {
    expect(collections.flatMap(unstatedOf)).toEqual([]);
    const unsaid = withPortal(EMPTY, PORTAL_WORDS, { recipientIds: null, transferIds: null }, DAYS);
    for (const collection of collectionsOf(unsaid)) expect(unstatedOf(collection)).toEqual(['recipients', 'transfers']);
  });

  it('names what it refers to, in every language', () => {
    for (const { categoryId, purposeIds, retentionId, title, description, fields } of collections) {
      expect([held.categories[categoryId], held.retentions[retentionId!]]).not.toContain(undefined);
      expect(purposeIds.map((id) => held.purposes[id]?.basis)).toEqual(['legalObligation']);
      for (const text of [title, description, ...fields.map((field) => field.title)])
        for (const locale of LOCALES) expect(text[locale]).toMatch(/\S/);
    }
  });

  it('says how long a case is kept, as this controller has it', () => {
    for (const locale of LOCALES) expect(Object.values(held.retentions)[0]!.title[locale]).toContain(String(DAYS));
  });

  it('has ids that no map can write', () => {
    for (const ids of [held.categories, held.purposes, held.retentions].map(Object.keys))
      for (const id of ids) expect(id).not.toMatch(/^[a-z]/);
  });

  it('is found by an e-mail address, all of it, and by nothing else', () => {
    const by = (identities: Record<string, string[]>) => collectionPlan(held, identities).systems[0]!;
    expect(by({ email: ['a@example.com'] }).steps.map(({ name }) => name)).toEqual(PORTAL_KINDS);
    expect(by({ phone: ['+3545551234'] }).steps).toEqual([]);
    expect(by({ phone: ['+3545551234'] }).notApplicable.map(({ reason }) => reason)).toEqual(
      PORTAL_KINDS.map(() => 'noIdentity'),
    );
  });

  it('is told from every other system by the ids of its collections', () => {
    expect(collections.every(({ id }) => isPortals({ collectionId: id }))).toBe(true);
    for (const collectionId of ['portals.requests', 'shop.portal', 'portal'])
      expect(isPortals({ collectionId })).toBe(false);
  });

  it('falls under no portability, no restriction, no correction, and has no rule for erasing', () => {
    for (const collection of collections) {
      expect(isPortable(held, collection)).toBe(false);
      expect(collection).toMatchObject({ erasure: null, restriction: null });
      expect(collection.fields.filter(({ factId }) => factId !== null)).toEqual([]);
    }
  });

  it.each([
    ['requests', 'forWhom', FOR_WHOM],
    ['requests', 'closedHow', CLOSED_HOW],
    ['requests', 'language', LOCALES],
    ['requests', 'residence', NAMED_PLACES],
    ['rights', 'right', RIGHT_IDS],
    ['rights', 'outcome', OUTCOMES],
    ['steps', 'result', IDENTITY_METHODS],
  ] as const)('%s has words for every %s', (kind, name, codes) => {
    expect(Object.keys(valuesOf(kind, name)).sort()).toEqual([...codes].sort());
  });
});
