import { z } from 'zod';
import { code, count, id, scope } from '../../audit/shapes/schema';
import { loggedOnly } from '../../audit/story';
import { ok, refuse } from '../../result';
import { isInReview } from '../progress';
import type { CaseRules } from '../rules';
import type { Case, RedactionScope } from '../types';
import { ADDING, type Carried, type CommandRows, type EventRows } from './rows';

export type ReviewCommand =
  | {
      readonly type: 'RedactValue';
      readonly redactionId: string;
      readonly collectionId: string;
      readonly recordNo: number;
      readonly scope: RedactionScope;
      readonly field: string | null;
      readonly ground: string;
      /** Fields among what is hidden that the data map leaves to a person. */
      readonly decides: readonly string[];
      readonly detail: { readonly passage: string | null; readonly facts: string };
      /** Where the same stands too and is hidden with it, on the same ground and facts. */
      readonly alike?: readonly Alike[];
    }
  /** `alike`: what was hidden with the same facts and is shown again with it. */
  | {
      readonly type: 'UndoRedaction';
      readonly redactionId: string;
      readonly collectionId: string;
      readonly alike?: readonly string[];
    }
  /** A value that the data map leaves to a person is left shown; with `recordNo` null every other value of its field. */
  | {
      readonly type: 'KeepShown';
      readonly keptId: string;
      readonly collectionId: string;
      readonly recordNo: number | null;
      readonly field: string;
    }
  | { readonly type: 'UndoKeepShown'; readonly keptId: string; readonly collectionId: string };

/** Another place of what is hidden. */
export type Alike = {
  readonly redactionId: string;
  readonly collectionId: string;
  readonly recordNo: number;
  readonly field: string;
  readonly decides: readonly string[];
};

export type ReviewEvent =
  | ({ readonly type: 'ValueRedacted' } & Omit<Carried<'RedactValue'>, 'alike'>)
  | ({ readonly type: 'RedactionUndone' } & Omit<Carried<'UndoRedaction'>, 'alike'>)
  | ({ readonly type: 'ValueDisclosed' } & Carried<'KeepShown'>)
  | ({ readonly type: 'KeepShownUndone' } & Carried<'UndoKeepShown'>);

const mayReview = (current: Case, rules: CaseRules): boolean =>
  current.state !== 'closed' && isInReview(current, rules);

export const REVIEW_COMMANDS: CommandRows<ReviewCommand> = {
  RedactValue: {
    ...ADDING,
    states: null,
    decide: (current, { alike = [], ...command }, { rules }) => {
      if (!mayReview(current, rules)) return refuse('wrongState');
      if (!rules.exemptions(current.rights).includes(command.ground)) return refuse('groundNotAllowed', command.ground);
      if (command.scope === 'value' && !command.detail.passage?.trim()) return refuse('passageMissing');
      if (command.scope !== 'record' && command.field === null) return refuse('passageMissing');
      if (command.scope === 'record' && alike.length > 0) return refuse('passageMissing');
      return command.detail.facts.trim() === ''
        ? refuse('factsMissing')
        : ok(
            [command, ...alike.map((place) => ({ ...command, ...place }))].map((one) => ({
              ...one,
              type: 'ValueRedacted',
            })),
          );
    },
  },
  UndoRedaction: {
    ...ADDING,
    states: null,
    decide: (current, { alike = [], redactionId, collectionId }, { rules }) => {
      if (!mayReview(current, rules)) return refuse('wrongState');
      // What a colleague has shown again meanwhile stays so.
      const ids = [...new Set([redactionId, ...alike])].filter((id) => current.redactionIds.includes(id));
      return ids.length > 0
        ? ok(ids.map((id) => ({ type: 'RedactionUndone', redactionId: id, collectionId })))
        : refuse('alreadyDone');
    },
  },
  KeepShown: {
    ...ADDING,
    states: null,
    decide: (current, command, { rules }) => {
      if (!mayReview(current, rules)) return refuse('wrongState');
      return current.findings.some(
        ({ collectionId, toDecide }) => collectionId === command.collectionId && toDecide > 0,
      )
        ? ok([{ ...command, type: 'ValueDisclosed' }])
        : refuse('nothingToDecide');
    },
  },
  UndoKeepShown: {
    ...ADDING,
    states: null,
    decide: (current, command, { rules }) => {
      if (!mayReview(current, rules)) return refuse('wrongState');
      return current.keptIds.includes(command.keptId)
        ? ok([{ ...command, type: 'KeepShownUndone' }])
        : refuse('alreadyDone');
    },
  },
};

/** What the log keeps of it, and how the story of a case tells it. */
export const REVIEW_KINDS = {
  // Something was hidden from the copy.
  // What was hidden or left shown is in the ledger of the review.
  ValueRedacted: loggedOnly(
    z.strictObject({
      redactionId: id,
      scope,
      collection: code,
      recordNo: count.optional(),
      field: code.optional(),
      ground: code,
    }),
  ),
  // Something hidden is shown again.
  RedactionUndone: loggedOnly(z.strictObject({ redactionId: id, collection: code })),
  // A value that the data map leaves to a person was left shown; without a number every other value of its field.
  ValueDisclosed: loggedOnly(z.strictObject({ keptId: id, collection: code, recordNo: count.optional(), field: code })),
  // That was taken back.
  KeepShownUndone: loggedOnly(z.strictObject({ keptId: id, collection: code })),
};

export const REVIEW_EVENTS: EventRows<ReviewEvent, typeof REVIEW_KINDS> = {
  ValueRedacted: {
    log: ({ redactionId, scope, collectionId, recordNo, field, ground }) => ({
      kind: 'ValueRedacted',
      data: { redactionId, scope, collection: collectionId, recordNo, ...(field && { field }), ground },
    }),
  },
  RedactionUndone: {
    log: ({ redactionId, collectionId }) => ({
      kind: 'RedactionUndone',
      data: { redactionId, collection: collectionId },
    }),
  },
  ValueDisclosed: {
    log: ({ keptId, collectionId, recordNo, field }) => ({
      kind: 'ValueDisclosed',
      data: { keptId, collection: collectionId, ...(recordNo !== null && { recordNo }), field },
    }),
  },
  KeepShownUndone: {
    log: ({ keptId, collectionId }) => ({ kind: 'KeepShownUndone', data: { keptId, collection: collectionId } }),
  },
};
