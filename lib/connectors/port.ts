import type { CollectionStep } from '@/lib/domain/datamap/plan';
import type { IdentityForm } from '@/lib/domain/datamap/sought';
import type { Place } from '@/lib/domain/datamap/types';
import type { RegimeId } from '@/lib/domain/law/types';

/**
 * Why a source gave no answer, or only a part of one.
 * `notConfigured`: its address is not set. `unreachable`: nobody answers there. `denied`: the login or a right to read is missing.
 * `writable`: the login could change data, so it is not used. `badMap`: the data map names something that is not there, or joins what
 * belongs to different people. `timeout`: it answers too slowly. `interrupted`: it stopped in the middle, or we were told to.
 * `byPerson`: nothing reads it; its owner is asked. `fileGone`: what was to be sent there was destroyed on its day. `taken`: it has taken the task, and answers later.
 */
export type SourceFailure =
  | 'notConfigured'
  | 'unreachable'
  | 'denied'
  | 'writable'
  | 'badMap'
  | 'timeout'
  | 'interrupted'
  | 'byPerson'
  | 'taken'
  | 'fileGone';

/** `detail` says what to do or what is missing; it never holds personal data, a password or a record. */
export class SourceError extends Error {
  override readonly name = 'SourceError';

  constructor(
    readonly reason: SourceFailure,
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(`${reason}: ${detail}`, options);
  }
}

/** A system has taken a task and calls back once it has done it. */
export class TaskTaken extends SourceError {
  /**
   * @param taskId as its call names it
   * @param expectedAt when it says that it will have done it; null where it says nothing
   */
  constructor(
    readonly systemId: string,
    readonly taskId: string,
    detail: string,
    readonly expectedAt: Date | null = null,
  ) {
    super('taken', detail);
  }
}

/** `readOnly`: its login was seen to be unable to change anything. `drift`: what the system holds that nobody has described, a sentence each. */
export type Probe =
  | { readonly ok: true; readonly readOnly: boolean; readonly server: string; readonly drift: readonly string[] }
  | { readonly ok: false; readonly reason: SourceFailure; readonly detail: string };

/** What a system is asked for, where its protocol wants to know of it. */
export type SubjectRequest = {
  /** Of one piece of work on a case: the same for every try of it, and of no other. */
  readonly workId: string;
  /** When the person asked, ISO 8601. */
  readonly submittedAt: string;
  readonly regimes: readonly RegimeId[];
  readonly callBackUrl: (systemId: string) => string;
};

/** Values that stand together in one record, as text: one for each place of a reference. */
export type Key = readonly string[];

/** Keys read in other systems before, by the id of their carry. */
export type CarriedKeys = ReadonlyMap<string, readonly Key[]>;

/** A document as it was kept: its SHA-256 in hexadecimal, and how many bytes it has. */
export type KeptDocument = { readonly sha256: string; readonly bytes: number };

/** Takes a document while the record that names it is read. */
export type KeepDocument = (
  named: { readonly collectionId: string; readonly name: string; readonly mediaType: string },
  bytes: AsyncIterable<Buffer>,
) => Promise<KeptDocument>;

/** `keepDocument`: without it, documents are looked at and left where they are. */
export type CollectOptions = {
  readonly signal?: AbortSignal;
  readonly carried?: CarriedKeys;
  readonly keepDocument?: KeepDocument;
};

export interface Reader {
  /**
   * The records of one step as JSON Lines in UTF-8: chunks of whole lines, one record a line, in the order of the primary key. Every value
   * is exact: read it with `parseRecord`. Columns of bigint, numeric and money are strings. Memory does not grow with the number of records.
   * @throws SourceError, also after some chunks have been given: what came before is then not the whole.
   */
  collect(step: CollectionStep, options?: CollectOptions): AsyncIterable<Buffer>;
  /** In which forms this system compares the identities that a step is found by, as it is set up; none where only references lead there. @throws SourceError */
  forms(step: CollectionStep): Promise<IdentityForm[]>;
  /** How many records `collect` would give. @throws SourceError */
  count(step: CollectionStep, options?: CollectOptions): Promise<number>;
  /** The distinct keys at these places; records without one of the values have none. @throws SourceError */
  keys(step: CollectionStep, at: readonly Place[], options?: CollectOptions): Promise<Key[]>;
}

/** A reader that keeps its connection, and sees one moment of the system as long as every answer is read to its end. One call at a time. */
export interface OpenReader extends Reader {
  close(): Promise<void>;
}

/** One source system, reached with a login that can only read. Its own calls keep nothing open. */
export interface Connector extends Reader {
  /** Whether it answers, may only read, and fits its part of the data map. */
  probe(): Promise<Probe>;
  /** For many calls in a row: the connection is made at the first of them. */
  reading(signal?: AbortSignal): OpenReader;
}
