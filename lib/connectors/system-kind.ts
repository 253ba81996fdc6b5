import type { DescribedDatabase } from '@/lib/domain/datamap/draft';
import type { DataSystem } from '@/lib/domain/datamap/types';
import type { Changer } from './change-port';
import type { Eraser } from './erase-port';
import type { CallBack } from './call-back-port';
import type { Connector, SubjectRequest } from './port';

/** What can be done in a system, in the order in which a case comes to it. */
export const STEPS = ['probe', 'introspect', 'collect', 'erase', 'rectify', 'restrict', 'setPreference'] as const;

export type Step = (typeof STEPS)[number];

/** Steps that change something, and so need the login that `write` names. */
export const CHANGING: readonly Step[] = ['erase', 'rectify', 'restrict', 'setPreference'];

/**
 * What does a step in one system, or null where its map does not say how. Opens nothing yet.
 * @param address with its login; it is never shown or logged
 * @param request null where something is looked up and nobody has asked
 */
type Opens<T> = (system: DataSystem, address: string, request: SubjectRequest | null) => T;

/** One kind of system: for each step what does it, or null where a person has to. */
export type SystemKind = {
  /** What its address is, for whoever has to set it. */
  readonly asks: string;
  /** Schemes of its addresses, without the colon, by which a database that no map describes yet is told. */
  readonly schemes: readonly string[];
  readonly probe: Opens<Pick<Connector, 'probe'>>;
  readonly introspect: ((address: string, schema: string | null) => Promise<DescribedDatabase>) | null;
  readonly collect: Opens<Connector> | null;
  readonly erase: Opens<Eraser | null> | null;
  readonly rectify: Opens<Changer | null> | null;
  readonly restrict: Opens<Changer | null> | null;
  readonly setPreference: Opens<Changer | null> | null;
  /** Sees whether a call is one of a system's own; null where none of the kind calls back. */
  readonly callBack: CallBack | null;
  /** Whether it is asked for requests of people alone, since it takes time, or somebody has to look. */
  readonly onlyForRequests: boolean;
};
