import type { Circle, CollectionStep, Condition, Selection } from '@/lib/domain/datamap/plan';
import type { Place } from '@/lib/domain/datamap/types';
import type { CollectOptions, Key } from '../port';
import type { By, KeyedSource } from './source';

type Linked = Extract<Condition, { kind: 'linked' }>;

/** Keys by their text, so that each is there once. */
type Keys = Map<string, Key>;

const exitOf = (of: string, at: readonly Place[]): string => JSON.stringify([of, at]);

/** Adds keys. @returns those that were not there */
function add(known: Keys, keys: readonly Key[]): Key[] {
  const fresh = keys.filter((key) => !known.has(JSON.stringify(key)));
  fresh.forEach((key) => known.set(JSON.stringify(key), key));
  return fresh;
}

/**
 * How the records of a step are found, once the keys that lead to them have been read from the collections before it. Only keys are
 * held, never records; a circle is gone round with the keys that are new, until none comes.
 */
export async function waysTo(
  source: Pick<KeyedSource, 'keys'>,
  step: CollectionStep,
  options: CollectOptions,
): Promise<By[]> {
  const selections = new Map<string, Selection>(
    [...step.through, ...step.circles.flat(), step].map((one) => [one.collectionId, one]),
  );
  const circleOf = (id: string): Circle | undefined =>
    step.circles.find((circle) => circle.some(({ collectionId }) => collectionId === id));
  const links = [...selections.values()].flatMap(({ where }) =>
    where.filter((one): one is Linked => one.kind === 'linked'),
  );
  const found = new Map<string, Promise<Keys>>();
  const circled = new Map<Circle, Promise<ReadonlyMap<string, Keys>>>();

  const keysAt = (of: string, at: readonly Place[]): Promise<Keys> => {
    const [exit, circle] = [exitOf(of, at), circleOf(of)];
    const known = found.get(exit);
    if (known) return known;
    const reading = circle
      ? roundOf(circle).then((all) => all.get(exit) ?? new Map<string, Key>())
      : ways(selections.get(of)!)
          .then((by) => source.keys(selections.get(of)!, by, at, options))
          .then((keys) => {
            const own: Keys = new Map();
            add(own, keys);
            return own;
          });
    found.set(exit, reading);
    return reading;
  };

  const ways = async ({ where }: Selection, but: (condition: Condition) => boolean = () => false): Promise<By[]> => {
    const made: By[] = [];
    for (const condition of where.filter((one) => !but(one))) {
      if (condition.kind === 'identity') made.push(condition);
      else {
        const keys =
          condition.kind === 'carried'
            ? (options.carried?.get(condition.carryId) ?? [])
            : [...(await keysAt(condition.of, condition.ofAt)).values()];
        made.push({ kind: 'keys', at: condition.at, keys });
      }
    }
    return made;
  };

  const roundOf = (circle: Circle): Promise<ReadonlyMap<string, Keys>> => {
    const going = circled.get(circle) ?? goRound(circle);
    circled.set(circle, going);
    return going;
  };

  async function goRound(circle: Circle): Promise<ReadonlyMap<string, Keys>> {
    const inside = (condition: Condition): condition is Linked =>
      condition.kind === 'linked' && circle.some(({ collectionId }) => collectionId === condition.of);
    const exits = (id: string) => [
      ...new Map(links.filter(({ of }) => of === id).map(({ of, ofAt }) => [exitOf(of, ofAt), ofAt])).entries(),
    ];
    const known = new Map<string, Keys>();
    const look = async (member: Selection, by: readonly By[], fresh: Map<string, Key[]>): Promise<void> => {
      for (const [exit, at] of exits(member.collectionId)) {
        const all = known.get(exit) ?? new Map<string, Key>();
        known.set(exit, all);
        const news = add(all, await source.keys(member, by, at, options));
        if (news.length > 0) fresh.set(exit, [...(fresh.get(exit) ?? []), ...news]);
      }
    };
    let fresh = new Map<string, Key[]>();
    for (const member of circle) {
      const by = await ways(member, inside);
      if (by.length > 0) await look(member, by, fresh);
    }
    while (fresh.size > 0) {
      const next = new Map<string, Key[]>();
      for (const member of circle) {
        const by = member.where.filter(inside).flatMap(({ of, ofAt, at }): By[] => {
          const keys = fresh.get(exitOf(of, ofAt));
          return keys ? [{ kind: 'keys', at, keys }] : [];
        });
        if (by.length > 0) await look(member, by, next);
      }
      fresh = next;
    }
    return known;
  }

  return ways(step);
}
