import { createHash } from 'node:crypto';
import type { DataSystem } from '@/lib/domain/datamap/types';
import { changesSince } from '@/lib/domain/erasure/changes';
import type { StayingKeys } from '@/lib/domain/erasure/staying';
import type { CollectionFacts, SystemErasure, SystemFacts } from '@/lib/domain/erasure/types';
import { ERASURE_REQUEST } from '@/lib/domain/law/opendsr';
import type { Eraser } from '../erase-port';
import { within } from '../keyed/store';
import { SourceError, type SubjectRequest } from '../port';
import { identitiesFor, type KnownIdentity, knownIn } from './identities';
import { accessOf, type Processor, withProcessor } from './processor';
import { bodyOf, requestIdOf } from './request';

const knownFor = ({ steps, carried }: SystemErasure): KnownIdentity[] =>
  steps.flatMap(({ step }) => knownIn(step, new Map(Object.entries(carried))));

/** What a processor holds of a person counts as one, which goes as a whole, or stays under a hold. */
function factsOf(system: DataSystem, { steps }: SystemErasure, known: readonly KnownIdentity[]): SystemFacts {
  const fingerprint = createHash('sha256').update(JSON.stringify(known)).digest('hex');
  const collections = steps.map(({ step: { collectionId }, rule }): CollectionFacts => {
    const held = known.length > 0 ? 1 : 0;
    const kept = rule.kind === 'keep' ? held : 0;
    return {
      collectionId,
      erased: held - kept,
      kept,
      anonymised: 0,
      blanked: 0,
      others: 0,
      fingerprint,
      keptUntil: null,
      undated: kept,
      uncounted: true,
    };
  });
  const { path, body } = accessOf(system);
  return {
    collections,
    order: collections.map(({ collectionId }) => [collectionId]),
    schema: collections.map(({ collectionId }) => `${collectionId}: erasure by POST ${path} ${JSON.stringify(body)}`),
    obstacles: [],
  };
}

const goes = ({ collections }: SystemFacts): boolean => collections.some(({ erased }) => erased > 0);

/** What a processor can be told of the person; null where it takes no erasure, or knows nobody by anything that is known of them. */
async function tellable({ discovered }: Processor, known: readonly KnownIdentity[]) {
  const { types, identities, apiVersion } = await discovered();
  const told = identitiesFor(known, identities);
  return types.includes(ERASURE_REQUEST) && told.length > 0 ? { identities: told, apiVersion } : null;
}

async function* nothingStays(): AsyncGenerator<StayingKeys> {}

/** Erases by a request that the processor takes, does in its own time, and then says by its signature to have done. */
export function openDsrEraser(system: DataSystem, address: string, request: SubjectRequest | null): Eraser {
  const working = <T>(work: (processor: Processor) => Promise<T>, signal?: AbortSignal): Promise<T> =>
    withProcessor(system, address, within(system.timeoutSeconds, signal), work);
  return {
    rehearse: (erasure, signal) =>
      working(async (processor) => {
        const known = knownFor(erasure);
        const facts = factsOf(system, erasure, known);
        return !goes(facts) || (await tellable(processor, known)) !== null ? facts : { ...facts, byPerson: true };
      }, signal),
    erase: (erasure, approved, { beforeCommit }, signal) =>
      working(async (processor) => {
        const known = knownFor(erasure);
        const facts = factsOf(system, erasure, known);
        const changes = changesSince(approved, facts);
        if (changes.length > 0) return { kind: 'changed', changes, obstacles: [] };
        if (request === null)
          throw new SourceError('byPerson', 'a processor is asked for the request of a person alone');
        const id = requestIdOf(request, system.id);
        await beforeCommit(id, facts, nothingStays());
        if (!goes(facts)) return { kind: 'erased', facts };
        await processor.completed(id, async () => {
          const told = await tellable(processor, known);
          if (told === null)
            throw new SourceError('byPerson', 'the processor takes no erasure any more by what is known of the person');
          const about = { id, type: ERASURE_REQUEST, systemId: system.id, ...told } as const;
          return { body: bodyOf(accessOf(system), about, request), values: known.map(({ value }) => value) };
        });
        return { kind: 'erased', facts };
      }, signal),
    outcome: (id, signal) =>
      working(async ({ statusOf, doneOr }) => {
        const status = await statusOf(id);
        if (status === null) return 'aborted';
        doneOr(status);
        return 'committed';
      }, signal),
  };
}
