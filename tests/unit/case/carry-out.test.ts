import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Standing, standingOf } from '@/lib/domain/case/carry-out';
import { decide } from '@/lib/domain/case/decide';
import { bindingOf, clocksOf } from '@/lib/domain/case/due';
import type { CaseEvent } from '@/lib/domain/case/events';
import { nextSteps } from '@/lib/domain/case/next-steps';
import { remindersDue } from '@/lib/domain/case/reminders';
import { caseRules } from '@/lib/domain/case/rules';
import type { Case, RightItem } from '@/lib/domain/case/types';
import { localDate } from '@/lib/domain/calendar/local-date';
import { shippedCalendars } from '@/lib/domain/calendar/holidays/snapshots';
import { LAW } from '@/lib/domain/law/law';
import { type DoneBy, RIGHT_DOING } from '@/lib/domain/law/right-doing';
import type { RegimeId, RightId } from '@/lib/domain/law/types';
import {
  aCase,
  ALICE,
  BOB,
  by,
  COMMANDS,
  decided,
  giverOf,
  NOW,
  onwards,
  RECEIVED_AT,
} from '@/tests/support/case-builders';
import { rightItem } from '@/tests/support/effect-builders';
import { erasureWork } from '@/tests/support/erasure-builders';
import { delivered, evolve } from '@/tests/support/case-history';
import { given } from '@/tests/support/given-when-then';

const LUXEMBOURG = caseRules(
  { receivedAt: RECEIVED_AT, timezone: 'Europe/Luxembourg', calendar: 'LU', country: 'LU' },
  shippedCalendars,
);

const granted = (right: RightId, more: Partial<RightItem> = {}): RightItem => ({
  ...decided(rightItem({ right })),
  approvedById: BOB,
  ...more,
});
const HANDED = { erasure: erasureWork({ state: 'handedOver', systems: [] }) };
const DONE = { on: localDate('2026-12-15'), systems: ['calls'], byId: ALICE };

describe('how a right stands', () => {
  const standing = (item: RightItem, copySealed = false): Standing => standingOf(item, { copySealed }, LUXEMBOURG);

  it('is open until a second person agreed, and answered where nothing was to be done', () => {
    expect(standing(rightItem())).toBe('open');
    expect(standing(decided(rightItem({ right: 'erasure' })))).toBe('open');
    for (const outcome of ['refused', 'noData', 'notIdentifiable'] as const)
      expect(
        standing(
          granted('erasure', { decision: { outcome, grounds: [], hasFacts: true, confirmed: [], decidedById: ALICE } }),
        ),
      ).toBe('answered');
  });

  // What each right waits for before anybody may say that it is done.
  test.each(Object.entries(RIGHT_DOING) as [RightId, (typeof RIGHT_DOING)[RightId]][])(
    '%s, granted, is done only by its own event',
    (right, { doneBy }) => {
      const bare = granted(right);
      expect(standing(bare)).toBe(doneBy === 'answer' ? 'done' : 'agreed');
      expect(standing(bare, true)).toBe(doneBy === 'answer' || doneBy === 'copy' ? 'done' : 'agreed');
      expect(standing({ ...bare, stoppedAt: NOW })).toBe(doneBy === 'answer' || doneBy === 'stop' ? 'done' : 'agreed');
      expect(standing({ ...bare, carriedOut: DONE })).toBe(
        doneBy === 'answer' || doneBy === 'desk' ? 'done' : 'agreed',
      );
    },
  );

  it('has the rights that take effect at once done by their stop, and no others', () => {
    for (const rule of LAW.flatMap(({ rights }) => rights))
      expect([rule.id, RIGHT_DOING[rule.right].doneBy === 'stop']).toEqual([rule.id, rule.effect === 'withoutDelay']);
  });
});

describe('what was agreed and is not done', () => {
  const agreed = aCase('ready', { rights: [granted('erasure', HANDED)] });

  it('is the next step, by the last day of that right, and its clock runs on until it is done', () => {
    expect(nextSteps(agreed, LUXEMBOURG, NOW)).toMatchObject([
      { key: 'carryOut', mode: 'must', byOn: '2026-12-22', rights: ['right-1'] },
      { key: 'extend', mode: 'may' },
    ]);
    expect(bindingOf(clocksOf(agreed, LUXEMBOURG, NOW))).toMatchObject({ lastDayOn: '2026-12-22', met: false });
    const done = aCase('ready', { rights: [granted('erasure', { ...HANDED, carriedOut: DONE })] });
    expect(nextSteps(done, LUXEMBOURG, NOW)).toMatchObject([{ key: 'close', mode: 'must' }]);
    expect(bindingOf(clocksOf(done, LUXEMBOURG, NOW)).met).toBe(true);
  });

  it('is reminded of, keeps the case from being closed, and may still be taken back', () => {
    expect(remindersDue(agreed, LUXEMBOURG, NOW)).toMatchObject([
      { clock: 'respond', mark: 'days7', lastDayOn: '2026-12-22' },
    ]);
    given(agreed, LUXEMBOURG).when({ type: 'CloseCase' }).thenRefused('notCarriedOut');
    given(agreed, LUXEMBOURG)
      .when(COMMANDS.WithdrawRequest, { kind: 'requester', id: 'case-1' })
      .then({ type: 'CaseWithdrawn' });
    given(aCase('ready', { rights: [granted('erasure', { ...HANDED, carriedOut: DONE })] }), LUXEMBOURG)
      .when(COMMANDS.WithdrawRequest, { kind: 'requester', id: 'case-1' })
      .thenRefused('alreadyDone');
  });

  it('is not closed over before the mail that says so has left', () => {
    const told = (state: 'queued' | 'sent') =>
      aCase('ready', {
        rights: [granted('erasure', { ...HANDED, carriedOut: DONE })],
        notices: [{ id: 'n', kind: 'carriedOut', state }],
      });
    given(told('queued'), LUXEMBOURG).when({ type: 'CloseCase' }).thenRefused('noticeOnItsWay');
    given(told('sent'), LUXEMBOURG).when({ type: 'CloseCase' }).then({ type: 'CaseClosed' });
  });
});

describe('recording what was done', () => {
  const agreed = aCase('ready', { rights: [granted('erasure', HANDED)] });
  const record = COMMANDS.RecordCarriedOut;

  it('says what, where and on which day', () =>
    given(agreed, LUXEMBOURG)
      .when(record)
      .then({
        type: 'RightCarriedOut',
        right: 'erasure',
        on: localDate('2026-12-15'),
        systems: ['calls'],
        facts: record.facts,
      }));

  it('needs words, a place, and a day since the request that has come', () => {
    given(agreed, LUXEMBOURG)
      .when({ ...record, facts: ' ' })
      .thenRefused('factsMissing');
    given(agreed, LUXEMBOURG)
      .when({ ...record, systems: [] })
      .thenRefused('whereMissing');
    given(agreed, LUXEMBOURG)
      .when({ ...record, on: localDate('2026-11-21') })
      .thenRefused('dayOutOfTime');
    given(agreed, LUXEMBOURG)
      .when({ ...record, on: localDate('2026-12-17') })
      .thenRefused('dayOutOfTime');
  });

  it('is for what was agreed and nothing else, once', () => {
    given(aCase('ready', { rights: [granted('access')] }), LUXEMBOURG)
      .when(record)
      .thenRefused('nothingToCarryOut');
    given(
      aCase('ready', {
        rights: [
          granted('erasure', {
            decision: { outcome: 'refused', grounds: ['GDPR-12-6'], hasFacts: true, confirmed: [], decidedById: ALICE },
          }),
        ],
      }),
      LUXEMBOURG,
    )
      .when(record)
      .thenRefused('nothingToCarryOut');
    given(aCase('ready', { rights: [granted('erasure', { ...HANDED, carriedOut: DONE })] }), LUXEMBOURG)
      .when(record)
      .thenRefused('alreadyDone');
    given(aCase('awaitingApproval', { rights: [decided(rightItem({ right: 'erasure' }))] }), LUXEMBOURG)
      .when(record)
      .thenRefused('nothingToCarryOut');
  });
});

describe('however a case goes on', { timeout: 120_000 }, () => {
  const RIGHTS = LAW.find(({ id }) => id === 'GDPR')!
    .rights.filter(({ openTo }) => openTo === null)
    .map(({ right }) => right);
  const DOING: Record<DoneBy, readonly CaseEvent['type'][]> = {
    copy: ['BundleSealed'],
    stop: ['UseStopped'],
    erasing: ['ErasureProved', 'RightCarriedOut'],
    desk: ['RightCarriedOut'],
    answer: [],
  };

  it('no right is done that no event has done', () => {
    fc.assert(
      fc.property(
        fc.subarray(RIGHTS, { minLength: 1, maxLength: 4 }),
        fc.array(fc.oneof(fc.constant(null), fc.constantFrom(...Object.values(COMMANDS))), { maxLength: 50 }),
        (rights, walk) => {
          const items = rights.map((right, index) =>
            rightItem({ id: `right-${index + 1}`, regime: 'GDPR' as RegimeId, right }),
          );
          let current: Case = { ...aCase('received'), rights: items };
          const happened: CaseEvent[] = [];
          for (const any of walk) {
            const command = any ?? onwards(current, by(ALICE, LUXEMBOURG));
            const target = items[happened.length % items.length]!.id;
            const aimed = 'rightItemId' in command ? { ...command, rightItemId: target } : command;
            const context = by(
              giverOf(aimed, { kind: 'staff', id: aimed.type === 'ApproveDecision' ? BOB : ALICE }, 'case-1'),
              LUXEMBOURG,
            );
            const decision = decide(current, aimed, context);
            if (!decision.ok) continue;
            happened.push(...decision.value);
            current = delivered(evolve(current, decision.value, context));
            for (const item of current.rights.filter((one) => standingOf(one, current, LUXEMBOURG) === 'done')) {
              const of = RIGHT_DOING[item.right].doneBy;
              const kinds = DOING[of];
              if (kinds.length === 0) continue;
              expect(
                happened.some(
                  (event) => kinds.includes(event.type) && (!('rightItemId' in event) || event.rightItemId === item.id),
                ),
              ).toBe(true);
            }
            if (current.state === 'closed' && current.how === 'answered')
              for (const item of current.rights) expect(standingOf(item, current, LUXEMBOURG)).not.toBe('agreed');
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
