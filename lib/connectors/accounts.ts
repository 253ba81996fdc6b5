import type { Identities } from '@/lib/domain/datamap/identity';
import { collectionPlan } from '@/lib/domain/datamap/plan';
import type { DataMap, IdentityKind } from '@/lib/domain/datamap/types';
import { openConnector, type Addresses } from './open';
import { SourceError, type SourceFailure } from './port';

/** `accounts`: how many records of the collection have this very identity; null with the reason where the system did not say. */
export type AccountMatch = {
  readonly systemId: string;
  readonly collectionId: string;
  readonly identity: IdentityKind;
  readonly accounts: number | null;
  readonly failure: SourceFailure | null;
};

/**
 * Whether what the requester has confirmed, such as an e-mail address, belongs to an account: each identity by itself, in each collection
 * of accounts that can be found by it. For the desk only: no answer to the public may depend on it.
 */
export async function matchAccounts(
  dataMap: DataMap,
  identities: Identities,
  addresses: Addresses = process.env,
): Promise<AccountMatch[]> {
  const found: AccountMatch[] = [];
  for (const identity of Object.keys(identities)) {
    const plan = collectionPlan(dataMap, { [identity]: identities[identity] });
    for (const system of dataMap.systems) {
      const accounts = new Set(system.collections.filter(({ account }) => account).map(({ id }) => id));
      const steps = plan.systems.find(({ systemId }) => systemId === system.id)?.steps ?? [];
      for (const step of steps) {
        const own = {
          ...step,
          where: step.where.filter(({ kind }) => kind === 'identity'),
          through: [],
          circles: [],
          needs: [],
        };
        if (!accounts.has(step.collectionId) || own.where.length === 0) continue;
        const answer = await openConnector(system, addresses)
          .count(own)
          .then(
            (count) => ({ accounts: count, failure: null }),
            (cause: unknown) => {
              if (!(cause instanceof SourceError)) throw cause;
              return { accounts: null, failure: cause.reason };
            },
          );
        found.push({ systemId: system.id, collectionId: step.collectionId, identity, ...answer });
      }
    }
  }
  return found;
}
