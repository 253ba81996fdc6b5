import { z } from 'zod';
import { code, codes, count, day, digest, erased, id, instant } from '../shapes/schema';

/** What the log says of a right that is carried out: by a person, in systems, by an erasure, and to recipients. */
export const DONE_EVENT_DATA = {
  // The use that a right ends at once has ended in every system.
  UseStopped: z.strictObject({ right: code }),
  // What was agreed was done, outside this product, and a person says so.
  RightCarriedOut: z.strictObject({ right: code, on: day, systems: codes, confirmed: codes.optional() }),
  // A right is being carried out in these systems by the product, and in others by a person.
  EffectsStarted: z.strictObject({
    right: code,
    step: code,
    systems: codes,
    byPerson: codes,
    fact: code.optional(),
    confirmed: codes.optional(),
  }),
  // A system holds now what the right asks for, as it was read back: the person's records, those that were changed, those left as they were.
  EffectConfirmed: z.strictObject({
    right: code,
    step: code,
    system: code,
    collections: z.array(z.strictObject({ collection: code, found: count, changed: count, other: count })).max(500),
  }),
  // A system did not take it.
  EffectFailed: z.strictObject({
    right: code,
    system: code,
    reason: code,
    attempt: count,
    retryAt: instant.optional(),
  }),
  // It is asked again.
  EffectRetried: z.strictObject({ right: code, system: code }),
  // On which case of Art. 18(1) GDPR a restriction rests, where a person says so.
  RestrictionGroundNamed: z.strictObject({ ground: code }),
  // The requester is told that a restriction will be lifted, on which day and why: Art. 18(3) GDPR.
  LiftingAnnounced: z.strictObject({ liftingId: id, noticeId: id, reason: code, liftOn: day }),
  // It stays, and the requester is told so.
  LiftingCancelled: z.strictObject({ liftingId: id }),
  // It is being lifted in these systems by the product, and in others by a person.
  LiftingStarted: z.strictObject({ liftingId: id, systems: codes, byPerson: codes }),
  // A person has lifted it in a system that the product cannot write into.
  SystemLifted: z.strictObject({ system: code }),
  // Every system has given back what it restricted.
  RestrictionLifted: z.strictObject({ liftingId: id, systems: codes }),
  // The document of a statement that answers a right was made and signed.
  StatementMade: z.strictObject({ statementId: id, right: code, sha256: digest, sizeBytes: count }),
  // The desk had the systems looked through for what an erasure would change.
  ErasurePlanAsked: z.strictObject({ erasureId: id }),
  // That was found; so many records would go, be blanked or stay. `left`: systems in which a person erases.
  ErasurePlanned: z.strictObject({
    erasureId: id,
    plan: digest,
    systems: codes,
    left: codes,
    problems: count,
    ...erased,
  }),
  // A system could not be looked through.
  ErasurePlanFailed: z.strictObject({ erasureId: id, reason: code, attempt: count, retryAt: instant.optional() }),
  // A second person agreed to this plan, and the requester is told that they can stop it for so many days.
  ErasureApproved: z.strictObject({ erasureId: id, plan: digest, coolingOffDays: count, noticeId: id }),
  // The requester stopped it.
  ErasureCancelled: z.strictObject({ erasureId: id }),
  // It cannot be stopped any more, and people erase in all of its systems.
  ErasureDelegated: z.strictObject({ erasureId: id, systems: codes }),
  // One system was erased in one transaction, and searched again before that ended.
  SystemErased: z.strictObject({ erasureId: id, system: code, ...erased }),
  // A system did not answer while it was erased; nothing was changed there, and it is tried again.
  ErasureFailed: z.strictObject({ erasureId: id, system: code, reason: code, retryAt: instant.optional() }),
  // A system was not what had been agreed to: nothing was erased there, and the desk plans anew.
  ErasureStopped: z.strictObject({ erasureId: id, system: code, changes: codes }),
  // An erasure that two people agreed to was begun in these systems.
  ErasureStarted: z.strictObject({ systems: codes }),
  // Each of them was searched again, and holds nothing of it but what stays.
  ErasureProved: z.strictObject({
    systems: z.array(z.strictObject({ system: code, ...erased })).max(200),
  }),
  // These recipients must be told of what was erased, corrected or restricted; `notTold`: not by word of the data map.
  RecipientsOwed: z.strictObject({ step: code, byMail: codes, byPerson: codes, notTold: codes }),
  // The mail to one of them has left.
  RecipientMailed: z.strictObject({ recipient: code, step: code }),
  // It was given up, or nobody knows whether it arrived.
  RecipientMailFailed: z.strictObject({ recipient: code, step: code, reason: code }),
  // A person told one of them, and keeps the receipt.
  RecipientTold: z.strictObject({ recipient: code, step: code, on: day }),
  // One of them is not told, since that is impossible or out of proportion.
  RecipientExcused: z.strictObject({ recipient: code, step: code, reason: code }),
  // Whoever holds the link of one of them read whom it is about.
  RecipientRead: z.strictObject({ recipient: code, step: code }),
  // It said over its link that it did the same.
  RecipientConfirmed: z.strictObject({ recipient: code, step: code }),
} as const;
