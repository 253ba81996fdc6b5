import { describe, it } from 'vitest';
import { caseRules } from '@/lib/domain/case/rules';
import type { RightItem } from '@/lib/domain/case/types';
import { localDate } from '@/lib/domain/calendar/local-date';
import { shippedCalendars } from '@/lib/domain/calendar/holidays/snapshots';
import { LAW } from '@/lib/domain/law/law';
import type { Law, Requirement, RightRule } from '@/lib/domain/law/types';
import { aCase, ALICE, BOB, COMMANDS, decided, ofNewestTry, RECEIVED_AT } from '@/tests/support/case-builders';
import { rightItem } from '@/tests/support/effect-builders';
import { erasing } from '@/tests/support/erasure-builders';
import { given } from '@/tests/support/given-when-then';

// A duty that begins on the tenth, while cases are under way: what was whole on the ninth may not leave a day later without it.
const NEW: Requirement = {
  id: 'novel',
  citation: 'Art. 12(9) GDPR',
  text: 'Who has read the answer.',
  inForceFrom: localDate('2026-12-10'),
};
const [BEFORE, SINCE] = ['2026-12-09T10:00:00Z', '2026-12-10T10:00:00Z'];
const LACKS = 'Who has read the answer (Art. 12(9) GDPR)';

const withNew = (rule: RightRule): RightRule =>
  rule.refusable
    ? { ...rule, answerContains: [...rule.answerContains, NEW], refusalContains: [...rule.refusalContains, NEW] }
    : { ...rule, answerContains: [...rule.answerContains, NEW] };
const law: Law = LAW.map((regime) =>
  regime.id === 'GDPR' ? { ...regime, rights: regime.rights.map(withNew) } : regime,
);
const rules = caseRules(
  { receivedAt: RECEIVED_AT, timezone: 'Europe/Luxembourg', calendar: 'LU', country: 'LU' },
  shippedCalendars,
  law,
);

const REFUSED = {
  outcome: 'refused',
  grounds: ['GDPR-12-6'],
  hasFacts: true,
  confirmed: ['dataAffected'],
  decidedById: ALICE,
} as const;
const refused = (confirmed: readonly string[] = []): RightItem => ({
  ...rightItem(),
  decision: { ...REFUSED, confirmed: [...REFUSED.confirmed, ...confirmed] },
});

describe('an answer that lacks what the law wants in it', () => {
  it('is not approved, whatever was enough on the day of the decision', () => {
    const waiting = aCase('awaitingApproval', { rights: [refused()] });
    given(waiting, rules).when(COMMANDS.ApproveDecision, BOB, BEFORE).then({ type: 'DecisionApproved' });
    given(waiting, rules).when(COMMANDS.ApproveDecision, BOB, SINCE).thenRefused('answerLacks', LACKS);
    given(aCase('awaitingApproval', { rights: [refused(['novel'])] }), rules)
      .when(COMMANDS.ApproveDecision, BOB, SINCE)
      .then({ type: 'DecisionApproved' });
  });

  it('is not approved without the facts, without a ground, or with a part that nobody confirmed', () => {
    const approving = (
      decision: Partial<typeof REFUSED> | { confirmed: string[] } | { grounds: string[] } | { hasFacts: boolean },
    ) =>
      given(
        aCase('awaitingApproval', { rights: [{ ...rightItem(), decision: { ...REFUSED, ...decision } }] }),
        rules,
      ).when(COMMANDS.ApproveDecision, BOB, BEFORE);
    approving({ hasFacts: false }).thenRefused(
      'answerLacks',
      'The facts of this case that meet the ground (Art. 12(4) GDPR)',
    );
    approving({ grounds: [] }).thenRefused('answerLacks', 'The ground with its article (Art. 12(4) GDPR)');
    approving({ confirmed: [] }).thenRefused(
      'answerLacks',
      'Which data it concerns, and that the rest is granted (Art. 12(4) GDPR)',
    );
  });

  it('is not asked of what a second person agreed to before', () => {
    const half = aCase('awaitingApproval', {
      rights: [
        { ...refused(), approvedById: BOB },
        { ...refused(['novel']), id: 'right-2' },
      ],
    });
    given(half, rules).when(COMMANDS.ApproveDecision, BOB, SINCE).then({ type: 'DecisionApproved' });
  });

  it('is not sealed, so its mail does not leave; the copy that failed for it goes back to be decided', () => {
    const preparing = aCase('preparing', { rights: [{ ...decided(rightItem()), approvedById: BOB }] });
    given(preparing, rules)
      .when(ofNewestTry(COMMANDS.RecordBundleSealed, preparing), { kind: 'system', id: 'worker' }, BEFORE)
      .then({ type: 'BundleSealed' });
    given(preparing, rules)
      .when(ofNewestTry(COMMANDS.RecordBundleSealed, preparing), { kind: 'system', id: 'worker' }, SINCE)
      .thenRefused('answerLacks', LACKS);
    given(preparing, rules).when(COMMANDS.ReturnDecision, BOB, SINCE).thenRefused('wrongState');
    const failed = aCase('preparing', {
      rights: preparing.rights,
      bundle: { id: 'bundle-1', attempts: 1, state: 'failed' },
    });
    given(failed, rules)
      .when({ ...COMMANDS.ReturnDecision, reason: 'contentsMissing' }, BOB, SINCE)
      .then({ type: 'DecisionReturned', reason: 'contentsMissing' });
  });

  it('is not told as done: what was carried out says what the right asks for', () => {
    const agreed = aCase('ready', { rights: [erasing({ state: 'handedOver', systems: [] })] });
    const record = { ...COMMANDS.RecordCarriedOut, on: localDate('2026-12-08') };
    given(agreed, rules).when(record, ALICE, BEFORE).then({ type: 'RightCarriedOut', confirmed: record.confirmed });
    given(agreed, rules)
      .when({ ...record, confirmed: ['erased', 'backups'] }, ALICE, BEFORE)
      .thenRefused('contentsMissing', 'Which recipients were told, if the person asks (Art. 19 GDPR)');
    given(agreed, rules).when(record, ALICE, SINCE).thenRefused('contentsMissing', LACKS);
  });

  it('is a refusal for want of identity as well', () => {
    const verifying = aCase('verifying');
    given(verifying, rules)
      .when({ ...COMMANDS.ProposeRejection, confirmed: [] }, ALICE, BEFORE)
      .thenRefused('contentsMissing', 'Which data it concerns, and that the rest is granted (Art. 12(4) GDPR)');
    given(verifying, rules).when(COMMANDS.ProposeRejection, ALICE, BEFORE).then({ type: 'RejectionProposed' });
    const proposed = aCase('verifying', {
      rejection: { proposedById: ALICE, grounds: ['GDPR-12-6'], confirmed: ['dataAffected'] },
    });
    given(proposed, rules).when(COMMANDS.ApproveRejection, BOB, BEFORE).then({ type: 'IdentityRejected' });
    given(proposed, rules).when(COMMANDS.ApproveRejection, BOB, SINCE).thenRefused('answerLacks', LACKS);
  });
});
