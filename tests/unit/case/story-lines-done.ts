import type { AuditEventData } from '@/lib/domain/log/schema';

const SHA = 'ab'.repeat(32);

/** What the desk reads of a right that is carried out. */
export const LINES_OF_WHAT_WAS_DONE: readonly (readonly [string, AuditEventData])[] = [
  [
    'Access: the document of the statement was made and signed',
    { kind: 'StatementMade', data: { statementId: 'statement-1', right: 'access', sha256: SHA, sizeBytes: 9000 } },
  ],
  ['Use stopped in every system: Stop advertising', { kind: 'UseStopped', data: { right: 'objection_marketing' } }],
  [
    'Erase: done on Tuesday 15 December 2026, in Call records',
    {
      kind: 'RightCarriedOut',
      data: {
        right: 'erasure',
        on: '2026-12-15',
        systems: ['calls'],
        confirmed: ['erased', 'backups', 'recipientsTold'],
      },
    },
  ],
  [
    'Nothing holds the rest any more: the systems are looked through for it',
    { kind: 'ErasureContinued', data: { erasureId: 'erasure-2', continues: 'erasure-1' } },
  ],
  [
    'The rest is deleted as it was agreed to before',
    { kind: 'RestApproved', data: { erasureId: 'erasure-2', plan: SHA } },
  ],
  [
    'A legal hold was placed, until Wednesday 31 March 2027',
    {
      kind: 'HoldPlaced',
      data: { holdId: 'hold-1', ground: 'GDPR-17-3-e', collections: [], until: '2027-03-31' },
    },
  ],
  ['A legal hold was released', { kind: 'HoldReleased', data: { holdId: 'hold-1' } }],
  ['Systems looked through for an erasure', { kind: 'ErasurePlanAsked', data: { erasureId: 'erasure-1' } }],
  [
    'Erasure planned: 3 to delete, 0 to blank, 1 to keep',
    {
      kind: 'ErasurePlanned',
      data: {
        erasureId: 'erasure-1',
        plan: SHA,
        systems: ['calls'],
        left: [],
        problems: 0,
        deleted: 3,
        blanked: 0,
        kept: 1,
      },
    },
  ],
  [
    'The plan could not be made: It cannot be reached.',
    { kind: 'ErasurePlanFailed', data: { erasureId: 'erasure-1', reason: 'unreachable', attempt: 1 } },
  ],
  [
    'Plan of the erasure agreed to; it is carried out at once',
    { kind: 'ErasureApproved', data: { erasureId: 'erasure-1', plan: SHA, coolingOffDays: 0, noticeId: 'notice-3' } },
  ],
  ['The requester stopped the erasure', { kind: 'ErasureCancelled', data: { erasureId: 'erasure-1' } }],
  ['Erasure started in Call records', { kind: 'ErasureStarted', data: { systems: ['calls'] } }],
  [
    'Call records erased: 3 deleted, 0 blanked, 1 kept',
    { kind: 'SystemErased', data: { erasureId: 'erasure-1', system: 'calls', deleted: 3, blanked: 0, kept: 1 } },
  ],
  [
    'Call records says by its signature that it has erased all that it held',
    {
      kind: 'SystemErased',
      data: { erasureId: 'erasure-1', system: 'calls', deleted: 0, blanked: 0, kept: 0, uncounted: 1 },
    },
  ],
  [
    'Call records did not answer while it was erased: It cannot be reached.',
    { kind: 'ErasureFailed', data: { erasureId: 'erasure-1', system: 'calls', reason: 'unreachable' } },
  ],
  [
    'The erasure was asked for again where a system had not answered',
    { kind: 'ErasureRetried', data: { erasureId: 'erasure-1' } },
  ],
  [
    'Erasure stopped: Call records is not what was agreed to',
    { kind: 'ErasureStopped', data: { erasureId: 'erasure-1', system: 'calls', changes: ['more'] } },
  ],
  [
    'Erased and searched again: 3 records deleted, 0 blanked, 1 kept',
    { kind: 'ErasureProved', data: { systems: [{ system: 'calls', deleted: 3, blanked: 0, kept: 1 }] } },
  ],
  [
    'Erased and searched again: 3 records deleted, 0 blanked, 1 kept; one system that nobody can search confirmed it by its signature',
    {
      kind: 'ErasureProved',
      data: {
        systems: [
          { system: 'calls', deleted: 3, blanked: 0, kept: 1 },
          { system: 'tracker', deleted: 0, blanked: 0, kept: 0, uncounted: 1 },
        ],
      },
    },
  ],
  [
    'Stop advertising: being carried out in Call records',
    {
      kind: 'EffectsStarted',
      data: { right: 'objection_marketing', step: 'setPreference', systems: ['calls'], byPerson: [] },
    },
  ],
  [
    'The copy is being sent straight to other-talk',
    { kind: 'TransmissionOwed', data: { right: 'portability', receiver: 'other-talk' } },
  ],
  [
    'The copy was sent to other-talk, which took it (202, number R-1)',
    {
      kind: 'DataTransmitted',
      data: {
        right: 'portability',
        receiver: 'other-talk',
        status: 202,
        sha256: SHA,
        sizeBytes: 9000,
        receiptId: 'R-1',
      },
    },
  ],
  [
    'Correct: begun; the person’s statement to stand in Call records',
    {
      kind: 'EffectsStarted',
      data: {
        right: 'rectification',
        step: 'rectify',
        systems: [],
        byPerson: [],
        statement: { systems: ['calls'], byPerson: [] },
      },
    },
  ],
  [
    'Stop advertising: Call records holds it now, read back: 1 record',
    {
      kind: 'EffectConfirmed',
      data: {
        right: 'objection_marketing',
        step: 'setPreference',
        system: 'calls',
        collections: [{ collection: 'calls.user', found: 1, changed: 1, other: 0 }],
      },
    },
  ],
  [
    'Stop advertising: Call records was read, and nothing about this person is there',
    {
      kind: 'EffectConfirmed',
      data: {
        right: 'objection_marketing',
        step: 'setPreference',
        system: 'calls',
        collections: [{ collection: 'calls.user', found: 0, changed: 0, other: 0 }],
      },
    },
  ],
  [
    'Stop advertising: not done in Call records. It cannot be reached.',
    {
      kind: 'EffectFailed',
      data: { right: 'objection_marketing', system: 'calls', reason: 'unreachable', attempt: 1 },
    },
  ],
  [
    'Stop advertising: Call records is asked again',
    { kind: 'EffectRetried', data: { right: 'objection_marketing', system: 'calls' } },
  ],
  [
    'Recipients to be told; 1 by a colleague',
    { kind: 'RecipientsOwed', data: { step: 'erased', byMail: [], byPerson: ['printer'], notTold: [] } },
  ],
  ['The mail to Hostwerk GmbH has left', { kind: 'RecipientMailed', data: { recipient: 'hosting', step: 'erased' } }],
  [
    'Told on Tuesday 15 December 2026: Hostwerk GmbH',
    { kind: 'RecipientTold', data: { recipient: 'hosting', step: 'erased', on: '2026-12-15' } },
  ],
  [
    'Not told: Hostwerk GmbH',
    { kind: 'RecipientExcused', data: { recipient: 'hosting', step: 'erased', reason: 'impossible' } },
  ],
  [
    'Hostwerk GmbH has confirmed that it did the same',
    { kind: 'RecipientConfirmed', data: { recipient: 'hosting', step: 'erased' } },
  ],
  [
    'The erasure is people’s to do: Call records',
    { kind: 'ErasureDelegated', data: { erasureId: 'erasure-1', systems: ['calls'] } },
  ],
  [
    'Erase: done on Tuesday 15 December 2026, in Call records and elsewhere: a processor, a backup, paper',
    { kind: 'RightCarriedOut', data: { right: 'erasure', on: '2026-12-15', systems: ['calls', 'elsewhere'] } },
  ],
  [
    'Restrict: being carried out in Call records and Customers; by hand in Customers',
    {
      kind: 'EffectsStarted',
      data: { right: 'restriction', step: 'restrict', systems: ['calls', 'crm'], byPerson: ['crm'] },
    },
  ],
  [
    'Correct: Customers holds it now, read back: 3 records, 2 left as they were',
    {
      kind: 'EffectConfirmed',
      data: {
        right: 'rectification',
        step: 'rectify',
        system: 'crm',
        collections: [{ collection: 'crm.person', found: 3, changed: 1, other: 2 }],
      },
    },
  ],
  [
    'Plan of the erasure agreed to; it can be stopped for 7 days',
    { kind: 'ErasureApproved', data: { erasureId: 'e', plan: 'x', coolingOffDays: 7, noticeId: 'n' } },
  ],
  [
    'Erasure planned: 3 to delete, 1 to blank, 1 to keep; 2 things stand in the way; one system is left to a person',
    {
      kind: 'ErasurePlanned',
      data: {
        erasureId: 'e',
        plan: 'x',
        systems: ['calls'],
        left: ['crm'],
        problems: 2,
        deleted: 3,
        blanked: 1,
        kept: 1,
      },
    },
  ],
  [
    'Recipients to be told; 1 by mail; 1 by a colleague',
    { kind: 'RecipientsOwed', data: { step: 'erased', byMail: ['hosting'], byPerson: ['printer'], notTold: [] } },
  ],
  [
    'Hostwerk GmbH was not reached by mail: the mail server cannot be reached',
    { kind: 'RecipientMailFailed', data: { recipient: 'hosting', step: 'erased', reason: 'unreachable' } },
  ],
  ['The document of a statement was fetched', { kind: 'StatementDownloaded', data: { statementId: 's' } }],
  [
    'A restriction was added: an objection is being weighed (Object)',
    { kind: 'RestrictionAdded', data: { right: 'restriction', ground: 'objection', because: 'objection' } },
  ],
  [
    'Restricted because the person contests that the data are accurate',
    { kind: 'RestrictionGroundNamed', data: { ground: 'accuracy' } },
  ],
  [
    'Lifting of the restriction announced for Tuesday 15 December 2026: the data were checked, and are right or corrected',
    {
      kind: 'LiftingAnnounced',
      data: { liftingId: 'l-1', noticeId: 'n-1', reason: 'accuracySettled', liftOn: '2026-12-15' },
    },
  ],
  ['The restriction stays: its lifting was called off', { kind: 'LiftingCancelled', data: { liftingId: 'l-1' } }],
  [
    'Restriction being lifted in Call records; by hand in Customers',
    { kind: 'LiftingStarted', data: { liftingId: 'l-1', systems: ['calls'], byPerson: ['crm'] } },
  ],
  ['Restriction lifted by hand in Customers', { kind: 'SystemLifted', data: { system: 'crm' } }],
  [
    'Restriction lifted in Call records and Customers',
    { kind: 'RestrictionLifted', data: { liftingId: 'l-1', systems: ['calls', 'crm'] } },
  ],
  [
    'Restrict: Call records was read, and nothing about this person is there',
    {
      kind: 'EffectConfirmed',
      data: { right: 'restriction', step: 'lift', system: 'calls', collections: [] },
    },
  ],
];
