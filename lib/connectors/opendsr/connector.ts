import { placeName } from '@/lib/domain/datamap/reach';
import type { CollectionStep } from '@/lib/domain/datamap/plan';
import type { DataSystem } from '@/lib/domain/datamap/types';
import { COPY_REQUESTS } from '@/lib/domain/law/opendsr';
import { connectorOver } from '../keyed/alone';
import { linesOfRecords, recordOut } from '../keyed/record-out';
import { within } from '../keyed/store';
import { type CollectOptions, type Connector, type KeepDocument, SourceError, type SubjectRequest } from '../port';
import { identitiesFor, knownIn } from './identities';
import { probeProcessor } from './probe';
import { accessOf, type Processor, processorOf, withProcessor } from './processor';
import { bodyOf, requestIdOf } from './request';
import { resultsOf } from './results';

const forRequests = (): SourceError =>
  new SourceError('byPerson', 'a processor is asked for the request of a person alone');

/** By what the person is sought, as it stands beside what is found. */
const soughtBy = ({ where }: CollectionStep): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    where.flatMap((one) => (one.kind === 'identity' ? [[placeName(one.at), one.values[0] ?? null] as const] : [])),
  );

/** @throws SourceError where there is nothing that it could be asked by: that is not the same as that it holds nothing */
async function bodyFor(
  system: DataSystem,
  { discovered }: Processor,
  values: ReturnType<typeof knownIn>,
  request: SubjectRequest,
) {
  const { types, identities, apiVersion } = await discovered();
  const type = COPY_REQUESTS.find((one) => types.includes(one));
  const told = identitiesFor(values, identities);
  if (type === undefined) throw new SourceError('byPerson', 'the processor takes no request for a copy');
  if (told.length === 0)
    throw new SourceError('byPerson', 'the processor knows nobody by anything that is known of the person');
  const about = { id: requestIdOf(request, system.id), type, systemId: system.id, apiVersion, identities: told };
  return { body: bodyOf(accessOf(system), about, request), values: values.map(({ value }) => value) };
}

/** The one record of what a processor gives of a person: a document, as it came; none where it says that it holds nothing. */
async function* copyOf(
  system: DataSystem,
  processor: Processor,
  step: CollectionStep,
  {
    carried,
    keep,
    request,
  }: {
    readonly carried: NonNullable<CollectOptions['carried']>;
    readonly keep: KeepDocument;
    readonly request: SubjectRequest;
  },
) {
  const known = knownIn(step, carried);
  if (known.length === 0) return;
  const status = await processor.completed(requestIdOf(request, system.id), () =>
    bodyFor(system, processor, known, request),
  );
  if (status.resultsCount === 0) return;
  if (status.resultsUrl === null)
    throw new SourceError(
      'byPerson',
      'the processor has done the request, and says neither what it holds nor that it holds nothing',
    );
  const kept = await resultsOf(processor, status.resultsUrl, (document, bytes) =>
    keep({ ...document, collectionId: step.collectionId }, bytes),
  );
  yield recordOut(step, { ...soughtBy(step), ...kept });
}

/** A processor as a source: it is sent a request, and once it has done that what it gives is fetched. @param address with its login */
export const openDsrConnector = (system: DataSystem, address: string, request: SubjectRequest | null): Connector =>
  connectorOver(
    (whole) => {
      const refuse = async (): Promise<never> => {
        throw forRequests();
      };
      return {
        async *collect(step, { signal, carried = new Map(), keepDocument: keep } = {}) {
          if (request === null || keep === undefined) throw forRequests();
          const processor = processorOf(system, address, within(system.timeoutSeconds, signal ?? whole));
          try {
            yield* linesOfRecords(copyOf(system, processor, step, { carried, keep, request }));
          } finally {
            processor.close();
          }
        },
        forms: ({ where }) =>
          withProcessor(system, address, within(system.timeoutSeconds, whole), async ({ discovered }) => {
            const types = new Set((await discovered()).identities.map(({ type }) => type));
            return where.flatMap((one) =>
              one.kind === 'identity' && types.has(one.at.column)
                ? [{ kind: one.identity, form: 'exact' as const }]
                : [],
            );
          }),
        count: refuse,
        keys: refuse,
        close: async () => undefined,
      };
    },
    () => probeProcessor(system, address),
  );
