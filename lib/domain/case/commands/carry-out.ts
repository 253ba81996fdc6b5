import { z } from 'zod';
import { code, codes, day } from '../../audit/shapes/schema';
import { logged, rightTold } from '../../audit/story';
import type { LocalDate } from '../../calendar/local-date';
import { ok, refuse } from '../../result';
import { awaitsDesk, sameWish, waitsForCopy } from '../carry-out';
import { lackingOfDoing, refuseLacking } from '../contents';
import { effectsOpen } from './effects';
import { ADDING, type Carried, type CommandRows, confirmedOf, type EventRows } from './rows';

export type CarryOutCommand =
  /** The use that a right ends at once has ended, in every system. */
  | { readonly type: 'RecordStopped'; readonly rightItemId: string }
  /** What was agreed has been done: on which day and where, and in words for the requester what. `confirmed`: as of a decision. */
  | {
      readonly type: 'RecordCarriedOut';
      readonly rightItemId: string;
      readonly on: LocalDate;
      readonly systems: readonly string[];
      readonly facts: string;
      readonly confirmed: readonly string[];
    };

export type CarryOutEvent =
  | { readonly type: 'UseStopped'; readonly rightItemId: string; readonly right: string }
  /** `told`: ids of the rights that its mail tells of; empty for a right that was done with another. */
  | ({
      readonly type: 'RightCarriedOut';
      readonly right: string;
      readonly told: readonly string[];
      /** Null where the words were given when it was begun. */
      readonly facts: string | null;
      readonly byId: string;
    } & Omit<Carried<'RecordCarriedOut'>, 'facts'>);

export const CARRY_OUT_COMMANDS: CommandRows<CarryOutCommand> = {
  RecordStopped: {
    ...ADDING,
    states: null,
    decide: (current, { rightItemId }, { rules }) => {
      const item = current.rights.find(({ id }) => id === rightItemId);
      if (!item) return refuse('unknownRight');
      if (current.state === 'closed') return refuse('wrongState');
      if (rules.stopsAtOnce(item) === null) return refuse('nothingToStop');
      if (item.stoppedAt !== null) return refuse('alreadyDone');
      if (effectsOpen(item.id, current)) return refuse('sourceBusy');
      const stopped = sameWish(item, current.rights).filter(
        (one) => one.stoppedAt === null && rules.stopsAtOnce(one) !== null,
      );
      return ok(stopped.map(({ id, right }) => ({ type: 'UseStopped', rightItemId: id, right })));
    },
  },
  /** Whoever did what was agreed tells the person what, where and when (Art. 12(3) GDPR: information on the action taken). */
  RecordCarriedOut: {
    ...ADDING,
    states: null,
    decide: (current, { rightItemId, on, systems, facts, confirmed }, { rules, actor, at }) => {
      const item = current.rights.find(({ id }) => id === rightItemId);
      if (!item) return refuse('unknownRight');
      if (current.state === 'closed') return refuse('wrongState');
      if (item.carriedOut !== null) return refuse('alreadyDone');
      if (!awaitsDesk(item, rules)) return refuse('nothingToCarryOut');
      if (waitsForCopy(item, current, rules)) return refuse('copyFirst');
      if (effectsOpen(item.id, current)) return refuse('sourceBusy');
      if (on < rules.today(current.receivedAt) || on > rules.today(at)) return refuse('dayOutOfTime');
      if (systems.length === 0) return refuse('whereMissing');
      if (facts.trim() === '') return refuse('factsMissing');
      const done = sameWish(item, current.rights).filter((one) => awaitsDesk(one, rules));
      const missing = done.flatMap((one) => lackingOfDoing(one, confirmed, rules, at));
      if (missing.length > 0) return refuseLacking('contentsMissing', missing);
      const ids = done.map(({ id }) => id);
      const said = { on, systems, facts, confirmed };
      return ok(
        done.map(({ id, right }) => ({
          type: 'RightCarriedOut',
          rightItemId: id,
          right,
          ...said,
          told: id === rightItemId ? ids : [],
          byId: actor.id,
        })),
      );
    },
  },
};

/** What the log keeps of it, and how the story of a case tells it. */
export const CARRY_OUT_KINDS = {
  // The use that a right ends at once has ended in every system.
  UseStopped: logged(z.strictObject({ right: code }), { mark: 'stopped', values: rightTold }),
  // What was agreed was done, outside this product, and a person says so.
  RightCarriedOut: logged(z.strictObject({ right: code, on: day, systems: codes, confirmed: codes.optional() }), {
    mark: 'done',
    values: ({ right, on, systems }, say) => ({
      right: say.t(`right.${right}`),
      on: say.day(on),
      systems: say.systems(systems),
    }),
  }),
};

export const CARRY_OUT_EVENTS: EventRows<CarryOutEvent, typeof CARRY_OUT_KINDS> = {
  UseStopped: { log: ({ right }) => ({ kind: 'UseStopped', data: { right } }) },
  RightCarriedOut: {
    log: (event) => ({
      kind: 'RightCarriedOut',
      data: { right: event.right, on: event.on, systems: [...event.systems], ...confirmedOf(event) },
    }),
  },
};
