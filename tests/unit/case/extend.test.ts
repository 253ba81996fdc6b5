import { describe, expect, it } from 'vitest';
import { extensibleClocks } from '@/lib/domain/case/extend';
import type { CaseNotice } from '@/lib/domain/case/notices';
import { caseRules } from '@/lib/domain/case/rules';
import { localDate } from '@/lib/domain/calendar/local-date';
import { shippedCalendars } from '@/lib/domain/calendar/holidays/snapshots';
import { aCase, COMMANDS, EXTENDED, NOW, RECEIVED_AT, SMALL_LAW } from '@/tests/support/case-builders';
import { rightItem } from '@/tests/support/effect-builders';
import { given } from '@/tests/support/given-when-then';

const extend = COMMANDS.ExtendDeadline;
const notice = (state: CaseNotice['state']): CaseNotice => ({ id: 'notice-1', kind: 'extension', state });
const ZURICH = caseRules(
  { receivedAt: RECEIVED_AT, timezone: 'Europe/Zurich', calendar: 'CH', country: 'CH' },
  shippedCalendars,
);
const swiss = (given: Parameters<typeof aCase>[1] = {}) =>
  aCase('reviewing', { rights: [rightItem({ regime: 'CH_FADP', right: 'access' })], ...given });

describe('taking more time', () => {
  it('decides with reasons and facts, and moves no day by that', () => {
    given(aCase('reviewing'))
      .when(extend)
      .then({ type: 'ExtensionDecided', reasons: ['complexity'], promisedOn: null });
    given(aCase('reviewing'))
      .when({ ...extend, reasons: [] })
      .thenRefused('reasonMissing');
    given(aCase('reviewing'))
      .when({ ...extend, body: ' ' })
      .thenRefused('factsMissing');
  });

  it('is possible until the last day of the first period and not after, and says which day that was', () => {
    given(aCase('reviewing')).when(extend, 'alice', '2026-12-22T22:59:00.000Z').then({ type: 'ExtensionDecided' });
    given(aCase('reviewing'))
      .when(extend, 'alice', '2026-12-22T23:01:00.000Z')
      .thenRefused('extensionTooLate', '2026-12-22');
  });

  it('is taken once, also while its notice has not left', () => {
    given(aCase('reviewing', { notices: [notice('delayed')] }))
      .when(extend)
      .thenRefused('alreadyDone');
    given(aCase('reviewing', { clockEvents: [EXTENDED], notices: [notice('sent')] }))
      .when(extend)
      .thenRefused('alreadyDone');
  });

  it('is not possible where the law knows none, nor for what has been answered', () => {
    given(aCase('reviewing', { rights: [rightItem({ regime: 'CCPA', right: 'opt_out_sale_sharing' })] }))
      .when(extend)
      .thenRefused('extensionUnknown');
    given(aCase('ready')).when(extend).thenRefused('wrongState');
    expect(extensibleClocks(aCase('ready'), SMALL_LAW, NOW)).toEqual([]);
  });

  it('needs a day in the notice where the law sets no end of its own (Art. 18(2) DPO)', () => {
    given(swiss(), ZURICH).when(extend).thenRefused('promiseMissing');
    given(swiss(), ZURICH)
      .when({ ...extend, promisedOn: localDate('2026-12-16') })
      .thenRefused('promiseMissing');
    given(swiss(), ZURICH)
      .when({ ...extend, promisedOn: localDate('2027-01-15') })
      .then({ type: 'ExtensionDecided', promisedOn: localDate('2027-01-15') });
  });

  it('keeps no promised day where the law sets the end', () => {
    given(aCase('reviewing'))
      .when({ ...extend, promisedOn: localDate('2027-01-15') })
      .then({ type: 'ExtensionDecided', promisedOn: null });
  });
});

describe('the notice of more time', () => {
  const sent = COMMANDS.RecordNoticeSent;
  const after = (at: string, state: CaseNotice['state'] = 'sent') =>
    aCase('reviewing', { clockEvents: [{ ...EXTENDED, at }], notices: [notice(state)] });

  it('moves the last day when it leaves, by mail or by hand: three months from receipt in all', () => {
    for (const state of ['sent', 'told'] as const)
      given(after('2026-12-16T08:59:00.000Z', state))
        .when(sent)
        .then({
          type: 'DeadlineExtended',
          regime: 'GDPR',
          clock: 'respond',
          reason: 'complexity',
          dueOn: localDate('2027-02-22'),
        });
  });

  it('is void where it left late, however early it was decided', () => {
    given(after('2026-12-23T08:59:00.000Z'))
      .when(sent, 'alice', '2026-12-23T09:00:00.000Z')
      .then({ type: 'ExtensionVoided', regime: 'GDPR', clock: 'respond', reason: 'late' });
  });

  it('says it once for several rights under one law', () => {
    const rights = [rightItem(), rightItem({ id: 'right-2', right: 'erasure' })];
    given({ ...after('2026-12-16T08:59:00.000Z'), rights })
      .when(sent)
      .then({ type: 'DeadlineExtended' });
  });

  it('has no such effect if it is another notice, did not leave, or comes after the end', () => {
    given(after('2026-12-16T08:59:00.000Z', 'queued')).when(sent).thenRefused('alreadyDone');
    given(
      aCase('reviewing', { notices: [{ id: 'notice-1', kind: 'newMessage', state: 'sent' }], clockEvents: [EXTENDED] }),
    )
      .when(sent)
      .thenRefused('alreadyDone');
    given(aCase('reviewing', { notices: [notice('sent')] }))
      .when(sent)
      .thenRefused('alreadyDone');
    given(aCase('closed', { notices: [notice('sent')], clockEvents: [EXTENDED] }))
      .when(sent)
      .thenRefused('alreadyDone');
    const optOut = rightItem({ regime: 'CCPA', right: 'opt_out_sale_sharing' });
    given(aCase('reviewing', { rights: [optOut], notices: [notice('sent')], clockEvents: [EXTENDED] }))
      .when(sent)
      .thenRefused('alreadyDone');
  });
});
