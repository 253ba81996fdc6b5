import { z } from 'zod';
import { digest, id } from '../../audit/shapes/schema';
import { logged, noValues } from '../../audit/story';
import { ok, refuse } from '../../result';
import { erasureOf } from '../erasing';
import { type Carried, type CommandRows, type EventRows, RECORDING } from './rows';

export type RestCommand =
  /** Goes on with what a hold had kept of an erasure that was proved, for whoever asked for that one. */
  | { readonly type: 'ContinueErasure'; readonly erasureId: string }
  /** Agrees, as two people did before, to a plan that takes only what a hold had kept of theirs. */
  | { readonly type: 'ApproveRest'; readonly digest: string; readonly approvedById: string };

export type RestEvent = { readonly type: 'RestApproved'; readonly erasureId: string } & Carried<'ApproveRest'>;

export const REST_COMMANDS: CommandRows<RestCommand> = {
  ContinueErasure: {
    ...RECORDING,
    quiet: false,
    states: null,
    decide: (current, { erasureId }) => {
      const before = erasureOf(current);
      if (current.state === 'closed' || before?.state !== 'proved' || !before.held) return refuse('overtaken');
      return ok([{ type: 'ErasurePlanAsked', erasureId, askedById: before.askedById, continuesId: before.id }]);
    },
  },
  ApproveRest: {
    ...RECORDING,
    quiet: false,
    states: null,
    decide: (current, command) => {
      const erasure = erasureOf(current);
      if (current.state === 'closed' || erasure?.state !== 'planned' || erasure.digest !== command.digest)
        return refuse('overtaken');
      if (erasure.problems > 0) return refuse('planHasProblems', String(erasure.problems));
      return ok([{ ...command, type: 'RestApproved', erasureId: erasure.id }]);
    },
  },
};

export const REST_KINDS = {
  // Its plan takes only what was held of that erasure, to which two people had agreed.
  RestApproved: logged(z.strictObject({ erasureId: id, plan: digest }), { mark: 'done', values: noValues }),
};

export const REST_EVENTS: EventRows<RestEvent, typeof REST_KINDS> = {
  RestApproved: { log: ({ erasureId, digest }) => ({ kind: 'RestApproved', data: { erasureId, plan: digest } }) },
};
