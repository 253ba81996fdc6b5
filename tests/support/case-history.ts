import type { DecideContext } from '@/lib/domain/case/decide';
import type { CaseEvent } from '@/lib/domain/case/events';
import type { CaseNotice } from '@/lib/domain/case/notices';
import { isGrantedCopy, stateOf } from '@/lib/domain/case/progress';
import type {
  Case,
  CaseFacts,
  ClosedHow,
  CollectionTask,
  Effect,
  RecipientNotice,
  ErasureState,
  ErasureWork,
  OpenState,
} from '@/lib/domain/case/types';
import { ERASING_RIGHTS } from '@/lib/domain/law/erasing-rights';
import type { ClockEvent } from '@/lib/domain/clock/types';
import { rightItem } from './effect-builders';
import { BUILDING, EXTENDED, NOW } from './case-builders';
import { owedRecipients } from './recipient-history';

const withTask = (
  facts: CaseFacts,
  systemId: string,
  change: (one: CollectionTask) => Partial<CollectionTask>,
): Partial<CaseFacts> => ({
  tasks: facts.tasks.map((one) => (one.systemId === systemId ? { ...one, ...change(one) } : one)),
});

const withRecipient = (facts: CaseFacts, id: string, change: Partial<RecipientNotice>): Partial<CaseFacts> => ({
  recipients: facts.recipients.map((one) => (one.id === id ? { ...one, ...change } : one)),
});

const withEffect = (facts: CaseFacts, effectId: string, change: Partial<Effect>): Partial<CaseFacts> => ({
  effects: facts.effects.map((one) => (one.id === effectId ? { ...one, ...change } : one)),
});

const moved = (facts: CaseFacts, event: ClockEvent): Partial<CaseFacts> => ({
  clockEvents: [...facts.clockEvents, event],
});

const withNotice = (
  facts: CaseFacts,
  id: string,
  kind: CaseNotice['kind'],
  rights?: readonly string[],
): Partial<CaseFacts> => ({
  notices: [...facts.notices, { id, kind, state: 'queued', ...(rights && { rights }) }],
});

/** A case has one erasure, for all of its rights that ask for one. */
const withErasure = (
  { rights }: CaseFacts,
  change: (one: ErasureWork | null) => ErasureWork | null,
): Pick<CaseFacts, 'rights'> => ({
  rights: rights.map((item) =>
    ERASING_RIGHTS.includes(item.right) ? { ...item, erasure: change(item.erasure) } : item,
  ),
});

const BEGUN: readonly ErasureState[] = ['running', 'handedOver', 'proved', 'cancelled'];

/** What has not begun goes with what it rested on. */
const dropped = (one: ErasureWork | null): ErasureWork | null =>
  one !== null && BEGUN.includes(one.state) ? one : null;

/** What an event changes of the facts; a model of the rows, to hold the rows against. Of the mails it knows those that something waits for. */
function factsAfter(current: Case, event: CaseEvent, { actor, at, rules }: DecideContext): Partial<CaseFacts> {
  switch (event.type) {
    case 'EmailConfirmed':
      return { emailConfirmed: true, rejection: null };
    case 'IdentifierAdded':
      return { findable: true };
    case 'CaseAssigned':
      return { assigneeId: event.staffId };
    case 'RejectionProposed':
      return { rejection: { proposedById: actor.id, grounds: event.grounds, confirmed: event.confirmed } };
    case 'RejectionReturned':
    case 'CaseReopened':
      return { rejection: null };
    case 'IdentityAccepted':
      return { rejection: null, identityShown: true };
    case 'SubjectAsked':
      return { mandate: { id: event.mandateId, state: 'asked', reminded: false, undelivered: false } };
    case 'SubjectReminded':
      return { mandate: current.mandate && { ...current.mandate, reminded: true } };
    case 'SubjectUnanswered':
      return { mandate: current.mandate && { ...current.mandate, state: 'unanswered' } };
    case 'MandateConfirmed':
      return { mandate: current.mandate && { ...current.mandate, state: 'confirmed' } };
    case 'MandateStopped':
      return {
        ...withErasure(current, dropped),
        ...withNotice(current, `stopped-${current.version}`, 'mandateStopped'),
        mandate: current.mandate && { ...current.mandate, state: 'stopped' },
        identityShown: false,
        rejection: null,
      };
    case 'IdentityQuestioned':
      return moved(current, { type: 'identityRequested', at });
    case 'ClarificationAsked':
      return moved(current, { type: 'clarificationRequested', at, largeQuantity: event.largeQuantity });
    case 'QuestionAnswered':
      return moved(current, {
        type: event.cause === 'identity' ? 'identityProvided' : 'clarificationProvided',
        at: event.repliedAt,
      });
    case 'ExtensionDecided':
      return withNotice(current, event.noticeId, 'extension');
    case 'NoticeTold':
      return { notices: current.notices.map((one) => (one.id === event.noticeId ? { ...one, state: 'told' } : one)) };
    case 'NoticeResent':
      return { notices: current.notices.map((one) => (one.id === event.noticeId ? { ...one, state: 'queued' } : one)) };
    case 'BundleSealed':
      return {
        ...withNotice(
          current,
          `answer-${current.version}`,
          'answerReady',
          current.rights.filter((item) => isGrantedCopy(item, rules)).map(({ id }) => id),
        ),
        copySealed: true,
        fetched: false,
        bundle: current.bundle && { ...current.bundle, state: 'sealed' },
      };
    case 'ReminderRaised':
      return {
        reminders: [
          ...current.reminders,
          { regime: event.regime, clock: event.clock, mark: event.mark, lastDayOn: event.lastDayOn },
        ],
      };
    case 'UseStopped':
      return {
        rights: current.rights.map((item) => (item.id === event.rightItemId ? { ...item, stoppedAt: at } : item)),
      };
    case 'RightCarriedOut': {
      const carriedOut = { on: event.on, systems: event.systems, byId: event.byId };
      return {
        ...(event.told.length > 0 &&
          withNotice(current, `done-${current.version}-${event.rightItemId}`, 'carriedOut', event.told)),
        rights: current.rights.map((item) => (item.id === event.rightItemId ? { ...item, carriedOut } : item)),
      };
    }
    case 'EffectsStarted':
      return {
        effects: [
          ...current.effects.filter(({ rightItemId }) => rightItemId !== event.rightItemId),
          ...event.tasks.map((one) => ({
            ...one,
            rightItemId: event.rightItemId,
            step: event.step,
            state: 'waiting' as const,
            attempts: 0,
            startedById: actor.id,
            collections: [],
          })),
        ],
      };
    case 'RestrictionAdded': {
      const { rightItemId: id, regime, right, ground: restrictedFor } = event;
      return { rights: [...current.rights, rightItem({ id, regime, right, restrictedFor })] };
    }
    case 'LiftingAnnounced':
      return {
        ...withNotice(current, event.noticeId, 'liftingPlanned'),
        lifting: {
          id: event.liftingId,
          rightItemId: event.rightItemId,
          state: 'announced',
          why: event.why,
          liftOn: event.liftOn,
          toldOn: null,
          liftedAt: null,
        },
      };
    case 'LiftingCancelled':
      return { lifting: current.lifting && { ...current.lifting, state: 'cancelled' } };
    case 'LiftingStarted':
      return {
        lifting: current.lifting && { ...current.lifting, state: 'lifting' },
        effects: [
          ...current.effects,
          ...event.tasks.map((one) => ({
            ...one,
            rightItemId: event.rightItemId,
            step: 'lift' as const,
            state: 'waiting' as const,
            attempts: 0,
            startedById: actor.id,
            collections: [],
          })),
        ],
      };
    case 'SystemLifted':
      return withEffect(current, event.effectId, { state: 'answered' });
    case 'RestrictionLifted':
      return { lifting: current.lifting && { ...current.lifting, state: 'lifted', liftedAt: at } };
    case 'EffectConfirmed':
      return withEffect(current, event.effectId, { state: 'answered', collections: event.collections });
    case 'EffectFailed':
    case 'EffectRetried':
      return withEffect(current, event.effectId, {
        state: event.type === 'EffectFailed' && !event.retryAt ? 'failed' : 'waiting',
      });
    case 'RecipientsOwed':
      return { recipients: [...current.recipients, ...owedRecipients(current, event)] };
    case 'RecipientMailed':
      return withRecipient(current, event.recipientNoticeId, { mail: event.failure === null ? 'sent' : 'failed' });
    case 'RecipientTold':
      return withRecipient(current, event.recipientNoticeId, { told: true });
    case 'RecipientExcused':
      return withRecipient(current, event.recipientNoticeId, { excused: true });
    case 'RecipientConfirmed':
      return withRecipient(current, event.recipientNoticeId, { confirmed: true });
    case 'MessageWritten':
      return actor.kind === 'requester' ? { unreadMessages: current.unreadMessages + 1 } : {};
    case 'CollectionStarted':
      return { tasks: event.tasks.map(({ id, systemId }) => ({ id, systemId, state: 'waiting', attempts: 0 })) };
    case 'CollectionReopened':
      return {
        tasks: current.tasks.map((one) =>
          event.tasks.some(({ id }) => id === one.id) ? { ...one, state: 'waiting' } : one,
        ),
        rights: current.rights.map((item) =>
          event.undecided.includes(item.id) ? { ...item, decision: null, approvedById: null } : item,
        ),
        bundle: current.bundle && { ...current.bundle, state: 'dropped' },
      };
    case 'BundleFailed':
      return { bundle: current.bundle && { ...current.bundle, state: event.retryAt ? 'building' : 'failed' } };
    case 'BundleRetried':
      return { bundle: current.bundle && { ...current.bundle, state: 'building' } };
    case 'SourceAnswered': {
      const found = event.collections.map(({ collectionId, result, records }) => ({
        collectionId,
        result,
        records,
        toDecide: 0,
        hidden: 0,
      }));
      const findings = [
        ...current.findings.filter(({ collectionId }) => !found.some((one) => one.collectionId === collectionId)),
        ...found,
      ].sort((one, other) => (one.collectionId < other.collectionId ? -1 : 1));
      return { findings, ...withTask(current, event.systemId, () => ({ state: 'answered' })) };
    }
    case 'ValueDisclosed':
      return {
        keptIds: [...current.keptIds, event.keptId],
        findings: current.findings.map((one) =>
          one.collectionId === event.collectionId ? { ...one, toDecide: one.toDecide - 1 } : one,
        ),
      };
    case 'KeepShownUndone':
      return { keptIds: current.keptIds.filter((id) => id !== event.keptId) };
    case 'DecisionsCompleted':
      return { returnedFor: null };
    case 'DecisionRevoked':
      return {
        rights: current.rights.map((item) => (item.id === event.rightItemId ? { ...item, decision: null } : item)),
      };
    case 'SourceFailed':
      return withTask(current, event.systemId, () => ({ state: event.retryAt ? 'waiting' : 'failed' }));
    case 'SourceRetried':
      return withTask(current, event.systemId, () => ({ state: 'waiting' }));
    case 'ValueRedacted':
      return { redactionIds: [...current.redactionIds, event.redactionId] };
    case 'RedactionUndone':
      return { redactionIds: current.redactionIds.filter((id) => id !== event.redactionId) };
    case 'OutcomeDecided': {
      const decision = {
        outcome: event.outcome,
        grounds: event.grounds,
        hasFacts: event.facts !== '',
        confirmed: event.confirmed,
        decidedById: actor.id,
      };
      return { rights: current.rights.map((item) => (item.id === event.rightItemId ? { ...item, decision } : item)) };
    }
    case 'DecisionApproved':
      return {
        rights: current.rights.map((item) =>
          event.rightItemIds.includes(item.id) ? { ...item, approvedById: actor.id } : item,
        ),
        ...(event.bundle && { bundle: { ...BUILDING, attempts: 0 } }),
        ...(event.answered.length > 0 &&
          withNotice(current, `answer-${current.version}`, 'answerReady', event.answered)),
      };
    case 'ErasurePlanAsked':
      return withErasure(current, () => ({
        id: event.erasureId,
        state: 'planning',
        attempts: 0,
        askedById: event.askedById,
        held: false,
        digest: null,
        problems: 0,
        systems: [],
        left: [],
        erased: [],
        approved: null,
      }));
    case 'ErasurePlanned':
      return withErasure(current, (one) => ({
        ...one!,
        state: 'planned',
        digest: event.digest,
        systems: event.systems,
        left: event.left,
        problems: event.made.plan.problems.length,
        held: (event.made.holds ?? []).length > 0,
      }));
    case 'ErasurePlanFailed':
      return withErasure(current, (one) => ({ ...one!, state: event.retryAt ? 'planning' : 'unplanned' }));
    case 'RestApproved':
      return withErasure(current, (one) => ({
        ...one!,
        state: 'approved',
        approved: { on: rules.today(at), coolingOffDays: 0, toldOn: null },
      }));
    case 'ErasureApproved':
      return {
        ...withErasure(current, (one) => ({
          ...one!,
          state: 'approved',
          approved: { on: rules.today(at), coolingOffDays: event.coolingOffDays, toldOn: null },
        })),
        ...withNotice(current, event.noticeId, 'erasurePlanned'),
      };
    case 'ErasureCancelled':
      return {
        ...withErasure(current, (one) => ({ ...one!, state: 'cancelled' })),
        ...withNotice(current, `cancelled-${current.version}`, 'erasureCancelled'),
      };
    case 'ErasureStarted':
      return withErasure(current, (one) => ({ ...one!, state: 'running' }));
    case 'ErasureDelegated':
      return withErasure(current, (one) => ({ ...one!, state: 'handedOver' }));
    case 'SystemErased':
      return withErasure(current, (one) => ({ ...one!, erased: [...one!.erased, event.systemId] }));
    case 'ErasureFailed':
      return withErasure(current, (one) => ({ ...one!, state: event.retryAt === null ? 'unanswered' : one!.state }));
    case 'ErasureRetried':
      return withErasure(current, (one) => ({ ...one!, state: 'running' }));
    case 'ErasureStopped':
      return withErasure(current, (one) => ({ ...one!, state: 'stopped' }));
    case 'ErasureProved':
      return {
        ...withErasure(current, (one) => ({ ...one!, state: 'proved' })),
        ...withNotice(current, `erased-${current.version}`, 'erased'),
      };
    case 'CaseWithdrawn':
      return withErasure(current, dropped);
    case 'DecisionReturned':
      return {
        returnedFor: event.reason,
        ...(event.dropsBundle && { bundle: current.bundle && { ...current.bundle, state: 'dropped' } }),
        rights: current.rights.map((item) =>
          event.rightItemIds.includes(item.id) ? { ...item, decision: null, approvedById: null } : item,
        ),
      };
    default:
      return {};
  }
}

/** The case once every mail that waited has left; a notice of more time moves the clocks from then. */
export const delivered = (current: Case, at: string = NOW): Case => ({
  ...current,
  notices: current.notices.map((one) => ({ ...one, state: 'sent' })),
  clockEvents: current.notices.some(({ kind, state }) => kind === 'extension' && state !== 'sent')
    ? [...current.clockEvents, { ...EXTENDED, at }]
    : current.clockEvents,
});

/** The case after one handled command. @param quiet whether it leaves what a person decides on as it was */
export function evolve(before: Case, events: readonly CaseEvent[], context: DecideContext, quiet = false): Case {
  const after = events.reduce<Case>((current, event) => {
    const { how, from, state, ...facts } = { ...current, ...factsAfter(current, event, context) } as CaseFacts & {
      state: Case['state'];
      how?: ClosedHow;
      from?: OpenState;
    };
    const ended = ENDINGS.includes(event.type) || (state === 'closed' && event.type !== 'CaseReopened');
    return ended
      ? { ...facts, state: 'closed', how: how ?? howClosed(event), from: from ?? (current.state as OpenState) }
      : { ...facts, state: stateOf(facts, context.rules) };
  }, before);
  return quiet && after.state === before.state ? after : { ...after, version: before.version + 1 };
}

const ENDINGS: readonly CaseEvent['type'][] = ['CaseClosed', 'CaseWithdrawn', 'IdentityRejected'];

const howClosed = (event: CaseEvent): ClosedHow =>
  event.type === 'CaseClosed' ? event.how : event.type === 'CaseWithdrawn' ? 'withdrawn' : 'unverified';
