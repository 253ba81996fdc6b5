import { z } from 'zod';
import { code, codes, day, id } from '../../audit/shapes/schema';
import { logged, noValues } from '../../audit/story';
import type { LocalDate } from '../../calendar/local-date';
import type { LiftReason, RestrictedFor } from '../../law/restriction';
import { ok, refuse } from '../../result';
import { afterLift, liftableFrom, liftsOf, restrictedBy, restrictionStanding } from '../restriction';
import type { Case } from '../types';
import { type Carried, type CommandRows, DECIDING, type EventRows, NOTING, RECORDING } from './rows';

// A restriction lasts beyond the case that asked for it: all of this is lawful in a closed case too.

export type RestrictionCommand =
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
  | ({ readonly type: 'RestrictionGroundNamed' } & Carried<'NameRestrictionGround'>)
  | ({ readonly type: 'LiftingAnnounced'; readonly rightItemId: string } & Carried<'AnnounceLifting'>)
  | { readonly type: 'LiftingCancelled'; readonly liftingId: string }
  | ({ readonly type: 'LiftingStarted'; readonly rightItemId: string } & Carried<'BeginLifting'>)
  | { readonly type: 'SystemLifted'; readonly effectId: string; readonly systemId: string }
  | { readonly type: 'RestrictionLifted'; readonly liftingId: string; readonly systems: readonly string[] };

export const RESTRICTION_COMMANDS: CommandRows<RestrictionCommand> = {
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
