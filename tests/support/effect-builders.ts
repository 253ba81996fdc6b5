import { localDate } from '@/lib/domain/calendar/local-date';
import type { EffectCommand } from '@/lib/domain/case/commands/effects';
import type { TransmissionCommand } from '@/lib/domain/case/commands/transmission';
import type { RecipientCommand } from '@/lib/domain/case/commands/recipients';
import type { CaseFacts, Effect, RecipientNotice, RightItem } from '@/lib/domain/case/types';
import { ALICE, BOB } from './people-of-cases';

// What is carried out in systems, and the recipients who are told of it.

export const rightItem = (given: Partial<RightItem> = {}): RightItem => ({
  id: 'right-1',
  regime: 'GDPR',
  right: 'access',
  decision: null,
  approvedById: null,
  stoppedAt: null,
  carriedOut: null,
  restrictedFor: null,
  erasure: null,
  ...given,
});

/** A preference that is being written into a system. */
export const anEffect = (given: Partial<Effect> = {}): Effect => ({
  id: 'effect-1',
  rightItemId: 'right-1',
  systemId: 'calls',
  step: 'setPreference',
  state: 'running',
  byPerson: false,
  attempts: 1,
  startedById: ALICE,
  collections: [],
  ...given,
});

/** A recipient that has no address and is to be told by a person. */
export const aTelling = (given: Partial<RecipientNotice> = {}): RecipientNotice => ({
  id: 'telling-1',
  step: 'erased',
  recipientId: 'hosting',
  mail: null,
  told: false,
  excused: false,
  confirmed: false,
  ...given,
});

type Command = EffectCommand | RecipientCommand | TransmissionCommand;

/** A right to take data elsewhere that two people agreed to. */
export const agreedElsewhere = rightItem({
  right: 'portability',
  decision: { outcome: 'granted', grounds: [], hasFacts: false, confirmed: [], decidedById: ALICE },
  approvedById: BOB,
});

export const EFFECT_EXAMPLES: { readonly [T in Command['type']]: Extract<Command, { type: T }> } = {
  StartEffects: {
    type: 'StartEffects',
    rightItemId: 'right-1',
    tasks: [{ id: 'effect-1', systemId: 'calls', byPerson: false }],
    facts: 'We have told every system.',
    confirmed: [],
    correction: null,
    supplement: null,
  },
  RecordEffect: {
    type: 'RecordEffect',
    effectId: 'effect-1',
    attempt: 1,
    collections: [{ collectionId: 'calls.user', found: 1, changed: 1, other: 0 }],
  },
  RecordEffectFailure: {
    type: 'RecordEffectFailure',
    effectId: 'effect-1',
    attempt: 1,
    reason: 'unreachable',
    retryAt: null,
  },
  RetryEffect: { type: 'RetryEffect', effectId: 'effect-1' },
  OweTransmission: {
    type: 'OweTransmission',
    effectId: 'effect-4',
    rightItemId: 'right-1',
    receiverId: 'other-talk',
  },
  RecordTransmission: {
    type: 'RecordTransmission',
    effectId: 'effect-1',
    attempt: 1,
    receipt: { status: 201, sha256: 'ab'.repeat(32), sizeBytes: 9000, receiptId: 'R-1' },
  },
  OweRecipients: {
    type: 'OweRecipients',
    step: 'erased',
    recipients: [{ id: 'telling-2', recipientId: 'printer', collections: ['calls.user'], way: 'person' }],
  },
  RecordRecipientMail: { type: 'RecordRecipientMail', recipientNoticeId: 'telling-1', failure: null },
  RecordRecipientTold: {
    type: 'RecordRecipientTold',
    recipientNoticeId: 'telling-1',
    on: localDate('2026-12-15'),
    receipt: 'By letter; they answered that it is done.',
  },
  ExcuseRecipient: {
    type: 'ExcuseRecipient',
    recipientNoticeId: 'telling-1',
    why: 'impossible',
    reason: 'The company does not exist any more.',
  },
  ConfirmRecipient: { type: 'ConfirmRecipient', recipientNoticeId: 'telling-1' },
};

/** What a case must hold besides for these to mean anything. */
export const EFFECT_MEANT_FOR: Partial<Record<Command['type'], Partial<CaseFacts>>> = {
  StartEffects: { rights: [rightItem({ right: 'objection_marketing' })] },
  RecordEffect: { rights: [rightItem({ right: 'objection_marketing' })], effects: [anEffect()] },
  RecordEffectFailure: { rights: [rightItem({ right: 'objection_marketing' })], effects: [anEffect()] },
  OweTransmission: { rights: [agreedElsewhere] },
  RecordTransmission: {
    rights: [agreedElsewhere],
    effects: [anEffect({ step: 'transmit', systemId: 'other-talk' })],
  },
  RetryEffect: { rights: [rightItem({ right: 'objection_marketing' })], effects: [anEffect({ state: 'failed' })] },
  RecordRecipientMail: { recipients: [aTelling({ mail: 'queued' })] },
  RecordRecipientTold: { recipients: [aTelling()] },
  ExcuseRecipient: { recipients: [aTelling()] },
  ConfirmRecipient: { recipients: [aTelling({ mail: 'sent' })] },
};
