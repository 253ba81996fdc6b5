import { z } from 'zod';
import { code, codes, day, id } from '../../audit/shapes/schema';
import { logged, noValues } from '../../audit/story';
import type { LocalDate } from '../../calendar/local-date';
import type { LiftReason, RestrictedFor } from '../../law/restriction';
import type { RegimeId, RightId } from '../../law/types';
import { ok, refuse } from '../../result';
import { afterLift, liftableFrom, liftsOf, meanwhileFor, restrictedBy, restrictionStanding } from '../restriction';
import type { Case } from '../types';
import { type Carried, type CommandRows, ADDING, DECIDING, type EventRows, NOTING, RECORDING } from './rows';

// A restriction lasts beyond the case that asked for it: all of this is lawful in a closed case too.

export type RestrictionCommand =
  /** Takes up a restriction while a right of the case is looked into; it goes its own way from then on. */
  | { readonly type: 'RestrictMeanwhile'; readonly rightItemId: string; readonly becauseOf: string }
  | { readonly type: 'NameRestrictionGround'; readonly rightItemId: string; readonly ground: RestrictedFor }
  /** Has the person told that it is lifted, on which day and why, before it is: Art. 18(3) GDPR. `facts`: in words for them. */
  | {
      readonly type: 'AnnounceLifting';
      readonly liftingId: string;
      readonly noticeId: string;
      readonly why: LiftReason;
      readonly liftOn: LocalDate;
      readonly facts: string;
    }
  | { readonly type: 'CancelLifting' }
  | {
      readonly type: 'BeginLifting';
      readonly liftingId: string;
      readonly tasks: readonly { readonly id: string; readonly systemId: string; readonly byPerson: boolean }[];
    }
  /** A person has lifted it in a system that the product cannot write into. */
  | { readonly type: 'RecordLifted'; readonly effectId: string };

export type RestrictionEvent =
  | {
      readonly type: 'RestrictionAdded';
      readonly rightItemId: string;
      readonly regime: RegimeId;
      readonly right: RightId;
      readonly ground: RestrictedFor;
      readonly because: RightId;
    }
  | ({ readonly type: 'RestrictionGroundNamed' } & Carried<'NameRestrictionGround'>)
  | ({ readonly type: 'LiftingAnnounced'; readonly rightItemId: string } & Carried<'AnnounceLifting'>)
  | { readonly type: 'LiftingCancelled'; readonly liftingId: string }
  | ({ readonly type: 'LiftingStarted'; readonly rightItemId: string } & Carried<'BeginLifting'>)
  | { readonly type: 'SystemLifted'; readonly effectId: string; readonly systemId: string }
  | { readonly type: 'RestrictionLifted'; readonly liftingId: string; readonly systems: readonly string[] };

export const RESTRICTION_COMMANDS: CommandRows<RestrictionCommand> = {
  RestrictMeanwhile: {
    ...ADDING,
    states: null,
    decide: (current, { rightItemId, becauseOf }, { rules }) => {
      const item = current.rights.find(({ id }) => id === becauseOf);
      if (!item) return refuse('unknownRight');
      const pause = meanwhileFor(item, current, rules);
      return pause
        ? ok([{ type: 'RestrictionAdded', rightItemId, regime: item.regime, ...pause, because: item.right }])
        : refuse('nothingToRestrict');
    },
  },
  NameRestrictionGround: {
    ...NOTING,
    states: null,
    decide: (current, command) => {
      const item = restrictedBy(current);
      if (item?.id !== command.rightItemId) return refuse('nothingRestricted');
      return item.restrictedFor === command.ground
        ? refuse('alreadyDone')
        : ok([{ ...command, type: 'RestrictionGroundNamed' }]);
    },
  },
  AnnounceLifting: {
    ...DECIDING,
    states: null,
    decide: (current, command, { rules, at }) => {
      const item = restrictedBy(current);
      const standing = restrictionStanding(current);
      if (!item || standing === null) return refuse('nothingRestricted');
      if (standing !== 'inForce') return refuse('alreadyDone');
      if (command.liftOn <= rules.today(at)) return refuse('dayNotAhead');
      if (command.facts.trim() === '') return refuse('factsMissing');
      return ok([{ ...command, type: 'LiftingAnnounced', rightItemId: item.id }]);
    },
  },
  CancelLifting: {
    ...DECIDING,
    states: null,
    decide: ({ lifting }) => {
      if (lifting === null || lifting.state === 'cancelled') return refuse('nothingRestricted');
      return lifting.state === 'announced'
        ? ok([{ type: 'LiftingCancelled', liftingId: lifting.id }])
        : refuse('alreadyBegun');
    },
  },
  BeginLifting: {
    ...RECORDING,
    quiet: false,
    states: null,
    decide: ({ lifting }, command, { rules, at }) => {
      if (lifting?.id !== command.liftingId || lifting.state !== 'announced') return refuse('overtaken');
      const from = liftableFrom(lifting);
      if (from === null || rules.today(at) < from) return refuse('tooSoon');
      return command.tasks.length === 0
        ? refuse('noSystems')
        : ok([{ ...command, type: 'LiftingStarted', rightItemId: lifting.rightItemId }]);
    },
  },
  RecordLifted: {
    ...NOTING,
    quiet: false,
    states: null,
    decide: (current, { effectId }) => {
      const effect = liftOpen(current, effectId);
      return effect
        ? ok([{ type: 'SystemLifted', effectId, systemId: effect.systemId }, ...afterLift(effectId, current)])
        : refuse('alreadyDone');
    },
  },
};

const liftOpen = (current: Case, effectId: string) =>
  liftsOf(current).find(({ id, byPerson, state }) => id === effectId && byPerson && state !== 'answered');

const systemsBy = ({ tasks }: Carried<'BeginLifting'>, person: boolean): string[] =>
  tasks.filter(({ byPerson }) => byPerson === person).map(({ systemId }) => systemId);

/** What the log keeps of it, and how the story of a case tells it. */
export const RESTRICTION_KINDS = {
  // The desk took a restriction into a case, on this case of Art. 18(1) GDPR, while another right of it is looked into.
  RestrictionAdded: logged(z.strictObject({ right: code, ground: code, because: code }), {
    mark: 'started',
    values: ({ ground, because }, { t }) => ({
      ground: t(`restriction.ground.${ground}`),
      because: t(`right.${because}`),
    }),
  }),
  // On which case of Art. 18(1) GDPR a restriction rests, where a person says so.
  RestrictionGroundNamed: logged(z.strictObject({ ground: code }), {
    mark: 'decided',
    values: ({ ground }, { t }) => ({ ground: t(`restriction.ground.${ground}`) }),
  }),
  // The requester is told that a restriction will be lifted, on which day and why: Art. 18(3) GDPR.
  LiftingAnnounced: logged(z.strictObject({ liftingId: id, noticeId: id, reason: code, liftOn: day }), {
    mark: 'calendar',
    values: ({ reason, liftOn }, say) => ({ reason: say.t(`restriction.why.${reason}`), on: say.day(liftOn) }),
  }),
  // It stays, and the requester is told so.
  LiftingCancelled: logged(z.strictObject({ liftingId: id }), { mark: 'takenBack', values: noValues }),
  // It is being lifted in these systems by the product, and in others by a person.
  LiftingStarted: logged(z.strictObject({ liftingId: id, systems: codes, byPerson: codes }), {
    mark: 'started',
    values: ({ systems, byPerson }, say) => ({ systems: say.systems(systems), byPerson: say.systems(byPerson) }),
  }),
  // A person has lifted it in a system that the product cannot write into.
  SystemLifted: logged(z.strictObject({ system: code }), {
    mark: 'person',
    values: ({ system }, say) => ({ system: say.system(system) }),
  }),
  // Every system has given back what it restricted.
  RestrictionLifted: logged(z.strictObject({ liftingId: id, systems: codes }), {
    mark: 'done',
    values: ({ systems }, say) => ({ systems: say.systems(systems) }),
  }),
};

export const RESTRICTION_EVENTS: EventRows<RestrictionEvent, typeof RESTRICTION_KINDS> = {
  RestrictionAdded: {
    log: ({ right, ground, because }) => ({ kind: 'RestrictionAdded', data: { right, ground, because } }),
  },
  RestrictionGroundNamed: { log: ({ ground }) => ({ kind: 'RestrictionGroundNamed', data: { ground } }) },
  LiftingAnnounced: {
    log: ({ liftingId, noticeId, why, liftOn }) => ({
      kind: 'LiftingAnnounced',
      data: { liftingId, noticeId, reason: why, liftOn },
    }),
  },
  LiftingCancelled: { log: ({ liftingId }) => ({ kind: 'LiftingCancelled', data: { liftingId } }) },
  LiftingStarted: {
    log: (event) => ({
      kind: 'LiftingStarted',
      data: { liftingId: event.liftingId, systems: systemsBy(event, false), byPerson: systemsBy(event, true) },
    }),
  },
  SystemLifted: { log: ({ systemId }) => ({ kind: 'SystemLifted', data: { system: systemId } }) },
  RestrictionLifted: {
    log: ({ liftingId, systems }) => ({ kind: 'RestrictionLifted', data: { liftingId, systems: [...systems] } }),
  },
};
