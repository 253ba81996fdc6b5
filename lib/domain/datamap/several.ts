import { linksBy, linksOf, placeName } from './reach';
import type { DataMap } from './types';

/** The references by which records of a collection are found from one other, by whose: several mean that a record is about several people. */
export function eitherOf(
  id: string,
  dataMap: DataMap,
): readonly { readonly from: string; readonly fields: string[] }[] {
  const links = linksBy(linksOf(dataMap), 'to').get(id) ?? [];
  return [...new Set(links.map((link) => link.from))].flatMap((from) => {
    const fields = links.filter((link) => link.from === from && link.toAt.length === 1);
    const names = [...new Set(fields.map(({ toAt }) => placeName(toAt[0]!)))];
    return names.length > 1 ? [{ from, fields: names }] : [];
  });
}

/** Records about several people, such as a call or a message, of which the map does not say what an erasure does to them. */
export const isUnsaidShared = (id: string, dataMap: DataMap): boolean =>
  dataMap.systems.some(({ collections }) => collections.some((one) => one.id === id && one.erasure === null)) &&
  eitherOf(id, dataMap).length > 0;
