import { describe, expect, it } from 'vitest';
import { bindingOf, clocksOf, isOwed, newClockedCase, targetOf } from '@/lib/domain/case/due';
import type { NoticeKind, NoticeState } from '@/lib/domain/case/notices';
import { caseRules } from '@/lib/domain/case/rules';
import type { CaseState, RightItem } from '@/lib/domain/case/types';
import { shippedCalendars } from '@/lib/domain/calendar/holidays/snapshots';
import type { RegimeId, RightId } from '@/lib/domain/law/types';
import { aCase, BOB, decided, EXTENDED, NOW, RECEIVED_AT } from '@/tests/support/case-builders';
import { rightItem } from '@/tests/support/effect-builders';

const SOFIA = { timezone: 'Europe/Sofia', calendar: 'BG', country: 'BG' };
const LUXEMBOURG = { timezone: 'Europe/Luxembourg', calendar: 'LU', country: 'LU' };

const rulesAt = (place: typeof SOFIA) => caseRules({ receivedAt: RECEIVED_AT, ...place }, shippedCalendars);

const rightsOf = (pairs: readonly string[]) =>
  pairs.map((pair, index) => ({
    id: `right-${index + 1}`,
    regime: pair.split(':')[0] as RegimeId,
    right: pair.split(':')[1] as RightId,
  }));

const clocks = (place: typeof SOFIA, ...pairs: readonly string[]) =>
  clocksOf(newClockedCase(RECEIVED_AT, rightsOf(pairs)), rulesAt(place), NOW);

const binding = (place: typeof SOFIA, ...pairs: readonly string[]) => bindingOf(clocks(place, ...pairs));

/** A right that was granted and, where it ends a use, has ended it. */
const answered = (right: Partial<RightItem>): RightItem => ({
  ...decided(rightItem(right)),
  approvedById: BOB,
  stoppedAt: right.right === 'opt_out_sale_sharing' ? NOW : null,
});

/** Which clocks of a case in this state are met. */
function metIn(state: CaseState, given: Parameters<typeof aCase>[1] = {}) {
  const rights = rightsOf(['CCPA:know_specific', 'CCPA:opt_out_sale_sharing']).map((right) => rightItem(right));
  return clocksOf(aCase(state, { rights, ...given }), rulesAt(LUXEMBOURG), NOW).flatMap(({ right, kind, met }) =>
    met && kind !== 'extensionNotice' ? [`${right} ${kind}`] : [],
  );
}

describe('the last day of a case', () => {
  it('is that of its one right', () => {
    expect(binding(LUXEMBOURG, 'GDPR:access')).toMatchObject({
      lastDayOn: '2026-12-22',
      regime: 'GDPR',
      kind: 'respond',
    });
  });

  it('is counted on the calendar of the place of the controller, from its local date', () => {
    // 20:30 in Sofia on a Sunday; the same instant is Monday in Kathmandu, where these tests think they are.
    expect(binding(SOFIA, 'GDPR:access').lastDayOn).toBe('2026-12-22');
  });

  it('is the earliest of several laws, and every right keeps its own clocks in its own order', () => {
    const all = clocks(LUXEMBOURG, 'GDPR:access', 'CCPA:opt_out_sale_sharing', 'CCPA:delete');
    expect(all.map(({ rightItemId, kind }) => `${rightItemId} ${kind}`)).toEqual([
      'GDPR:access respond',
      'GDPR:access extensionNotice',
      'CCPA:opt_out_sale_sharing optOut',
      'CCPA:delete acknowledge',
      'CCPA:delete respond',
      'CCPA:delete extensionNotice',
    ]);
    expect(bindingOf(all)).toBe(all[2]);
    expect(all[2]?.lastDayOn).toBe('2026-12-14');
  });

  it('is never that of an acknowledgement or of a notice of more time: both are no answer', () => {
    expect(binding(LUXEMBOURG, 'CCPA:know_specific')).toMatchObject({ kind: 'respond', lastDayOn: '2027-01-06' });
  });

  it('stays with the first where two end on the same day', () => {
    expect(binding(LUXEMBOURG, 'GDPR:access', 'GDPR:erasure').right).toBe('access');
  });

  it('is that of the next clock once an opt-out has been carried out', () => {
    const rights = rightsOf(['CCPA:know_specific', 'CCPA:opt_out_sale_sharing']).map((right) => rightItem(right));
    const before = bindingOf(clocksOf(aCase('reviewing', { rights }), rulesAt(LUXEMBOURG), NOW));
    expect(before).toMatchObject({ kind: 'optOut', lastDayOn: '2026-12-14' });
    const stopped = rights.map((item) => (item.right === 'opt_out_sale_sharing' ? { ...item, stoppedAt: NOW } : item));
    expect(bindingOf(clocksOf(aCase('reviewing', { rights: stopped }), rulesAt(LUXEMBOURG), NOW))).toMatchObject({
      kind: 'respond',
      lastDayOn: '2027-01-06',
    });
  });

  it('is the last that there was once everything is answered', () => {
    const rights = rightsOf(['CCPA:know_specific', 'CCPA:opt_out_sale_sharing']).map(answered);
    expect(bindingOf(clocksOf(aCase('ready', { rights }), rulesAt(LUXEMBOURG), NOW)).lastDayOn).toBe('2027-01-06');
  });

  it('is asked of no case without a right', () => {
    expect(() => binding(LUXEMBOURG)).toThrow('at least one right');
  });
});

describe('a clock is met', () => {
  it('by an answer; by an opt-out that was carried out; by a mail that confirmed receipt and left', () => {
    expect(metIn('reviewing')).toEqual([]);
    expect(metIn('reviewing', { notices: [{ id: 'n', kind: 'confirmEmail', state: 'queued' }] })).toEqual([]);
    expect(metIn('reviewing', { notices: [{ id: 'n', kind: 'confirmEmail', state: 'sent' }] })).toEqual([
      'know_specific acknowledge',
    ]);
    expect(metIn('reviewing', { notices: [{ id: 'n', kind: 'newMessage', state: 'sent' }] })).toEqual([]);
    expect(metIn('preparing')).toEqual([]);
    expect(
      metIn('ready', { rights: rightsOf(['CCPA:know_specific', 'CCPA:opt_out_sale_sharing']).map(answered) }),
    ).toEqual(['know_specific acknowledge', 'know_specific respond', 'opt_out_sale_sharing optOut']);
  });
});

describe('a clock lapses', () => {
  const asked = rightsOf(['CCPA:know_specific', 'CCPA:opt_out_sale_sharing']);
  const lapsedIn = (state: CaseState, rights: RightItem[]) =>
    clocksOf(aCase(state, { rights, copySealed: true }), rulesAt(LUXEMBOURG), NOW).flatMap((clock) => {
      expect(clock.met || !clock.lapsed).toBe(true);
      return clock.lapsed ? [`${clock.right} ${clock.kind}`] : [];
    });

  it('when a case ends without what it was for, and by nothing else', () => {
    const unanswered = asked.map((right) => rightItem(right));
    expect(lapsedIn('reviewing', unanswered)).toEqual([]);
    expect(lapsedIn('closed', unanswered)).toEqual([
      'know_specific acknowledge',
      'know_specific respond',
      'opt_out_sale_sharing optOut',
    ]);
    expect(lapsedIn('closed', asked.map(answered))).toEqual([]);
    expect(lapsedIn('closed', [answered(asked[0]!), rightItem(asked[1]!)])).toEqual(['opt_out_sale_sharing optOut']);
  });
});

describe('something is owed', () => {
  const owed = (state: Parameters<typeof aCase>[0], given: Parameters<typeof aCase>[1] = {}) => {
    const current = aCase(state, given);
    return isOwed(current, clocksOf(current, rulesAt(LUXEMBOURG), NOW));
  };
  const rights = rightsOf(['CCPA:know_specific', 'CCPA:opt_out_sale_sharing']).map(answered);
  const mail = (kind: NoticeKind, state: NoticeState) => ({ notices: [{ id: 'n', kind, state }] });

  it('until every right is answered and the mail that tells of it has left, or was told another way', () => {
    expect(owed('reviewing')).toBe(true);
    expect(owed('ready', { rights: [...rights.slice(1), rightItem(rightsOf(['CCPA:know_specific'])[0]!)] })).toBe(true);
    for (const state of ['queued', 'delayed', 'failed', 'uncertain'] as const)
      expect([state, owed('ready', { rights, ...mail('answerReady', state) })]).toEqual([state, true]);
    for (const state of ['sent', 'told'] as const)
      expect([state, owed('ready', { rights, ...mail('answerReady', state) })]).toEqual([state, false]);
  });

  it('by no mail that answers nothing', () => {
    expect(owed('ready', { rights, ...mail('newMessage', 'failed') })).toBe(false);
  });
});

describe('the day to work to', () => {
  it('is the earliest defensible one, and the nominal end of the longer time once there is one', () => {
    expect(targetOf(binding(LUXEMBOURG, 'CCPA:know_specific'))).toBe('2027-01-05');
    const [longer] = clocksOf(aCase('reviewing', { clockEvents: [EXTENDED] }), rulesAt(LUXEMBOURG), NOW);
    expect(longer).toMatchObject({ lastDayOn: '2027-02-22', extension: { state: 'valid' } });
    expect(targetOf(longer!)).toBe('2027-02-22');
  });
});
