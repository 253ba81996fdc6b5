import path from 'node:path';
import type { BasisId, Collection, DataMap } from '@/lib/domain/datamap/types';
import { BASES } from '@/lib/domain/datamap/basis';
import { loadControllers, type LoadedController } from '@/lib/platform/controllers/load';

/** The controllers that come with the product. */
export const DEMO = loadControllers(path.join(import.meta.dirname, '..', '..', '..', 'controllers'));

export const demo = (id: 'callsapp' | 'sessia'): LoadedController => DEMO.controllers.get(id)!;

export const collections = (map: DataMap): readonly Collection[] => map.systems.flatMap((system) => system.collections);

export const ofCategory = (map: DataMap, category: string): readonly Collection[] =>
  collections(map).filter(({ categoryId }) => categoryId === category);

/** Ids such as `accounts.account.email` of every field, of a category or of all. */
export const fieldsOf = (held: readonly Collection[]): string[] =>
  held.flatMap(({ id, fields }) => fields.map(({ name }) => `${id}.${name}`));

/** Bases on which a collection rests. */
export const basesOf = (map: DataMap, { purposeIds }: Collection): BasisId[] =>
  (Object.keys(BASES) as BasisId[]).filter((basis) => purposeIds.some((id) => map.purposes[id]!.basis === basis));
