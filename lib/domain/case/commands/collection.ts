import { z } from 'zod';
import { code, codes, count, digest, found, id, instant } from '../../audit/shapes/schema';
import { logged, loggedOnly } from '../../audit/story';
import { ok, refuse } from '../../result';
import { unaccounted } from '../collect';
import type { CaseEvent } from '../events';
import { isCopyInWork, isInReview } from '../progress';
import type { Case, CollectionAnswer, CollectionTask, KeptRecords } from '../types';
import { type Carried, type CommandRows, DECIDING, type EventRows, NOTING, RECORDING } from './rows';

export type CollectionCommand =
  | {
      readonly type: 'StartCollection';
      readonly tasks: readonly { readonly id: string; readonly systemId: string }[];
      readonly dataMapDigest: string;
    }
  /** `attempt` numbers the try that answers; `kept` is what was counted of its records in the same transaction. */
  | {
      readonly type: 'RecordSourceAnswer';
      readonly systemId: string;
      readonly attempt: number;
      readonly collections: readonly CollectionAnswer[];
      readonly kept: readonly KeptRecords[];
      /** The inquiry that somebody answered it by; none where a connector read it. */
      readonly inquiryId?: string;
    }
  /** Nothing reads the system: its owner is asked to look, until `answerBy`. The link works until `expiresAt`, and no longer than this try. */
  | {
      readonly type: 'OpenInquiry';
      readonly systemId: string;
      readonly attempt: number;
      readonly inquiryId: string;
      readonly answerBy: string;
      readonly expiresAt: string;
    }
  /** `retryAt` null: it is not asked again by itself, somebody has to look. */
  | {
      readonly type: 'RecordSourceFailure';
      readonly systemId: string;
      readonly attempt: number;
      readonly reason: string;
      readonly retryAt: string | null;
    }
  | { readonly type: 'RetrySource'; readonly systemId: string }
  /** Asks systems again that have answered: their records are missing, or not the right ones. */
  | { readonly type: 'CollectAgain'; readonly systemIds: readonly string[] };

export type CollectionEvent =
  | ({ readonly type: 'CollectionStarted' } & Carried<'StartCollection'>)
  | {
      readonly type: 'SourceAnswered';
      readonly systemId: string;
      readonly attempt: number;
      readonly collections: readonly CollectionAnswer[];
      readonly inquiryId: string | null;
    }
  | ({ readonly type: 'InquiryOpened' } & Carried<'OpenInquiry'>)
  | ({ readonly type: 'SourceFailed' } & Carried<'RecordSourceFailure'>)
  | { readonly type: 'SourceRetried'; readonly systemId: string; readonly taskId: string }
  | { readonly type: 'CollectionFinished'; readonly systems: number }
  /** `undecided`: ids of the rights whose decision rested on what is asked again. */
  | {
      readonly type: 'CollectionReopened';
      readonly tasks: readonly { readonly id: string; readonly systemId: string }[];
      readonly undecided: readonly string[];
    };

const openTask = (current: Case, systemId: string): CollectionTask | undefined =>
  current.state === 'collecting'
    ? current.tasks.find((task) => task.systemId === systemId && task.state !== 'answered')
    : undefined;

export const COLLECTION_COMMANDS: CommandRows<CollectionCommand> = {
  StartCollection: {
    ...DECIDING,
    states: ['verified'],
    decide: (current, command) => {
      if (!current.findable) return refuse('subjectUnknown');
      return command.tasks.length === 0 ? refuse('noSystems') : ok([{ ...command, type: 'CollectionStarted' }]);
    },
  },
  /** A system has answered once all that it answered is kept; whatever another try than the newest says is no answer. */
  RecordSourceAnswer: {
    ...RECORDING,
    states: null,
    decide: (current, { systemId, attempt, collections, kept, inquiryId = null }) => {
      const task = openTask(current, systemId);
      // A worker that was killed after its answer was kept asks again: there is nothing more to record.
      if (!task)
        return refuse(current.tasks.some((one) => one.systemId === systemId) ? 'alreadyDone' : 'unknownSystem');
      if (task.attempts !== attempt) return refuse('overtaken');
      const wrong = unaccounted(collections, kept);
      if (wrong !== null) return refuse('countsDiffer', wrong);
      const answer: CaseEvent = { type: 'SourceAnswered', systemId, attempt, collections, inquiryId };
      const last = current.tasks.every((other) => other.state === 'answered' || other.id === task.id);
      return ok(last ? [answer, { type: 'CollectionFinished', systems: current.tasks.length }] : [answer]);
    },
  },
  OpenInquiry: {
    ...RECORDING,
    states: null,
    decide: (current, command) => {
      const task = openTask(current, command.systemId);
      if (!task) return refuse('unknownSystem');
      return task.attempts === command.attempt ? ok([{ ...command, type: 'InquiryOpened' }]) : refuse('overtaken');
    },
  },
  RecordSourceFailure: {
    ...RECORDING,
    states: null,
    decide: (current, command) => {
      const task = openTask(current, command.systemId);
      if (!task) return refuse('unknownSystem');
      return task.attempts === command.attempt ? ok([{ ...command, type: 'SourceFailed' }]) : refuse('overtaken');
    },
  },
  RetrySource: {
    ...NOTING,
    states: null,
    decide: (current, { systemId }) => {
      const task = openTask(current, systemId);
      if (!task) return refuse('unknownSystem');
      // A system whose owner is being asked is asked by a new link, and the one that was mailed ends.
      return task.state === 'failed' || task.state === 'asked'
        ? ok([{ type: 'SourceRetried', systemId, taskId: task.id }])
        : refuse('sourceBusy');
    },
  },
  /**
   * What is hidden of the systems and the decision on the copy rest on records that may be others then, so both are made anew. While the copy
   * is being made it would change under its maker's hands.
   */
  CollectAgain: {
    ...DECIDING,
    states: null,
    decide: (current, { systemIds }, { rules }) => {
      const stuck = isCopyInWork(current, rules) && current.bundle?.state === 'failed';
      if (current.state === 'closed' || !(stuck || isInReview(current, rules))) return refuse('wrongState');
      const asked = current.tasks.filter((task) => systemIds.includes(task.systemId));
      if (asked.length === 0) return refuse('noSystems');
      if (asked.length !== new Set(systemIds).size) return refuse('unknownSystem');
      const undecided = current.rights.filter((item) => rules.needsCopy(item)).map(({ id }) => id);
      return ok([
        { type: 'CollectionReopened', tasks: asked.map(({ id, systemId }) => ({ id, systemId })), undecided },
      ]);
    },
  },
};

/** What the log keeps of it, and how the story of a case tells it. */
export const COLLECTION_KINDS = {
  // A document that the owner of a system handed in was opened.
  DocumentRead: loggedOnly(z.strictObject({ documentId: id, collection: code })),
  // The plan of systems to search was fixed and its tasks were queued; the digest is of the data map used.
  CollectionStarted: logged(z.strictObject({ systems: codes, dataMapDigest: digest.optional() }), {
    mark: 'started',
    values: ({ systems }) => ({ systems: systems.length }),
  }),
  // One system gave its whole answer.
  // The list of systems beside the story has each answer; the story has the last one, as the collection finished.
  SourceAnswered: loggedOnly(
    z.strictObject({
      system: code,
      result: z.enum(['found', 'nothing', 'notApplicable']),
      reason: code.optional(),
      collections: z.array(found).max(500),
      // Answered by whoever held the link of this inquiry.
      inquiryId: id.optional(),
    }),
  ),
  // Nothing reads the system: its owner is asked to look, by a link of their own.
  InquiryOpened: logged(z.strictObject({ system: code, attempt: count, inquiryId: id, answerBy: instant }), {
    mark: 'question',
    values: ({ system, answerBy }, say) => ({ system: say.system(system), date: say.day(answerBy.slice(0, 10)) }),
  }),
  // A mail to the owner left: the first, or a reminder.
  InquiryMailed: logged(z.strictObject({ system: code, inquiryId: id, mail: code }), {
    mark: 'mail',
    values: ({ system, mail }, say) => ({ system: say.system(system), mail }),
  }),
  // A mail to the owner was given up.
  InquiryMailFailed: logged(z.strictObject({ system: code, inquiryId: id, mail: code, reason: code }), {
    mark: 'mailWarning',
    state: 'soon',
    values: ({ system, reason }, say) => ({ system: say.system(system), reason: say.t(`mailFailure.${reason}`) }),
  }),
  // Whoever held the link was shown who is asked about.
  InquiryRead: loggedOnly(z.strictObject({ system: code, inquiryId: id })),
  // A link that works no more, or an answer that could not be taken, was refused.
  InquiryRefused: loggedOnly(z.strictObject({ system: code, inquiryId: id, reason: code })),
  // One system did not answer.
  SourceFailed: logged(z.strictObject({ system: code, reason: code, attempt: count, retryAt: instant.optional() }), {
    mark: 'warning',
    state: 'soon',
    values: ({ system, reason, attempt }, say) => ({
      system: say.system(system),
      reason: say.t(`failure.${reason}`),
      attempt,
    }),
  }),
  // A system called back, by its signature, that it has done a task it had taken; it is asked again.
  CallBackTaken: logged(z.strictObject({ system: code }), {
    mark: 'again',
    values: ({ system }, say) => ({ system: say.system(system) }),
  }),
  // The desk asked one system again.
  SourceRetried: logged(z.strictObject({ system: code }), {
    mark: 'again',
    values: ({ system }, say) => ({ system: say.system(system) }),
  }),
  // Each system has answered.
  CollectionFinished: logged(z.strictObject({ systems: count, records: count }), {
    mark: 'records',
    values: ({ systems, records }) => ({ systems, records }),
  }),
  // Systems that had answered are asked again; what was hidden of their answers and decided on the copy is made anew.
  CollectionReopened: logged(z.strictObject({ systems: codes }), {
    mark: 'again',
    state: 'soon',
    values: ({ systems }, say) => ({ systems: say.systems(systems) }),
  }),
};

export const COLLECTION_EVENTS: EventRows<CollectionEvent, typeof COLLECTION_KINDS> = {
  CollectionStarted: {
    log: ({ tasks, dataMapDigest }) => ({
      kind: 'CollectionStarted',
      data: { systems: tasks.map(({ systemId }) => systemId), dataMapDigest },
    }),
  },
  SourceAnswered: {
    log: ({ systemId, collections, inquiryId }) => ({
      kind: 'SourceAnswered',
      data: { ...answerOf(systemId, collections), ...(inquiryId !== null && { inquiryId }) },
    }),
  },
  InquiryOpened: {
    log: ({ systemId, attempt, inquiryId, answerBy }) => ({
      kind: 'InquiryOpened',
      data: { system: systemId, attempt, inquiryId, answerBy },
    }),
  },
  SourceFailed: {
    log: ({ systemId, reason, attempt, retryAt }) => ({
      kind: 'SourceFailed',
      data: { system: systemId, reason, attempt, ...(retryAt && { retryAt }) },
    }),
  },
  SourceRetried: {
    log: ({ systemId }) => ({ kind: 'SourceRetried', data: { system: systemId } }),
  },
  CollectionFinished: {
    log: ({ systems }, recordsTotal) => ({ kind: 'CollectionFinished', data: { systems, records: recordsTotal } }),
  },
  CollectionReopened: {
    log: ({ tasks }) => ({ kind: 'CollectionReopened', data: { systems: tasks.map(({ systemId }) => systemId) } }),
  },
};

function answerOf(system: string, answers: readonly CollectionAnswer[]) {
  const collections = answers
    .filter((answer) => answer.result === 'found')
    .map(({ collectionId, records }) => ({ collection: collectionId, records }));
  const result =
    collections.length > 0
      ? 'found'
      : answers.every((answer) => answer.result === 'notApplicable')
        ? 'notApplicable'
        : 'nothing';
  return { system, result, collections } as const;
}
