import { describe, expect, it, test } from 'vitest';
import { needsStop, nextSteps } from '@/lib/domain/case/next-steps';
import type { StepKey } from '@/lib/domain/case/step';
import { CASE_STATES, type CaseState } from '@/lib/domain/case/types';
import { aCase, NOW, QUESTIONED, SMALL_LAW, task } from '@/tests/support/case-builders';
import { rightItem } from '@/tests/support/effect-builders';

const EARLY = '2026-11-23T09:00:00.000Z';
const steps = (state: CaseState, given: Parameters<typeof aCase>[1] = {}, now = NOW) =>
  nextSteps(aCase(state, given), SMALL_LAW, now);
const keys = (...from: Parameters<typeof steps>) => steps(...from).map(({ mode, key }) => `${mode} ${key}`);
const stepOf = (key: StepKey, ...from: Parameters<typeof steps>) => steps(...from).find((step) => step.key === key);

describe('what comes first', () => {
  const FIRST: { [S in CaseState]: [string, string | null] | null } = {
    received: ['wait awaitEmail', '2026-12-01'],
    verifying: ['must acceptIdentity', '2026-12-04'],
    verified: ['must startCollection', '2026-12-07'],
    collecting: ['must retrySource', '2026-12-12'],
    reviewing: ['must decide', '2026-12-17'],
    awaitingApproval: ['must approve', '2026-12-20'],
    preparing: ['wait awaitBundle', '2026-12-21'],
    ready: ['must close', null],
    closed: null,
  };

  test.each(CASE_STATES)('while %s', (state) => {
    const [first] = steps(state);
    expect(first ? [`${first.mode} ${first.key}`, first.byOn] : null).toEqual(FIRST[state]);
  });

  it('waits for sources while none has failed, and asks for a person as soon as one has', () => {
    expect(keys('collecting', { tasks: [task('a', 'running'), task('b', 'waiting'), task('c', 'answered')] })[0]).toBe(
      'wait awaitSources',
    );
    expect(keys('collecting', { tasks: [task('a', 'running'), task('b', 'failed')] })[0]).toBe('must retrySource');
  });

  it('is a mail that was given up, before everything else: it has told nobody anything', () => {
    expect(keys('reviewing', { notices: [{ id: 'n', kind: 'acknowledgement', state: 'failed' }] }).slice(0, 2)).toEqual(
      ['must mendNotice', 'must decide'],
    );
  });

  it('rests on the law of the clock that binds', () => {
    expect(stepOf('decide', 'reviewing')?.citation).toBe('Art. 12(3) GDPR');
  });

  it('is to decide again what a second person sent back, by the same day and under the same condition', () => {
    expect(keys('reviewing', { returnedFor: 'groundUnclear' })[0]).toBe('must decideAgain');
    expect(stepOf('decideAgain', 'reviewing', { returnedFor: 'other' })?.byOn).toBe(
      stepOf('decide', 'reviewing')?.byOn,
    );
    expect(
      stepOf('decideAgain', 'reviewing', {
        returnedFor: 'other',
        rights: [rightItem({ right: 'objection_marketing' })],
      })?.blockedBy,
    ).toEqual(['useNotStopped']);
  });
});

describe('what takes effect at once', () => {
  const marketing = [rightItem({ right: 'objection_marketing' })];

  it('is due on the day of receipt, before anybody is verified', () => {
    expect(keys('received', { rights: marketing }).slice(0, 2)).toEqual(['must stopUse', 'wait awaitEmail']);
    expect(stepOf('stopUse', 'received', { rights: marketing })).toMatchObject({
      byOn: '2026-11-22',
      citation: 'Art. 21(2) GDPR',
      rights: ['right-1'],
    });
  });

  it('is due within its business days where the law counts them, by the earliest reading', () => {
    expect(
      stepOf('stopUse', 'reviewing', { rights: [rightItem({ regime: 'CCPA', right: 'opt_out_sale_sharing' })] })?.byOn,
    ).toBe('2026-12-10');
  });

  it('stands in the way of the decision until it is done', () => {
    expect(stepOf('decide', 'reviewing', { rights: marketing })?.blockedBy).toEqual(['useNotStopped']);
    const stopped = marketing.map((item) => ({ ...item, stoppedAt: NOW }));
    expect(stepOf('decide', 'reviewing', { rights: stopped })?.blockedBy).toEqual([]);
    expect(stepOf('stopUse', 'reviewing', { rights: stopped })).toBeUndefined();
  });

  it('is owed to nobody about whom nothing is held', () => {
    const [item] = marketing;
    expect(
      needsStop(
        { ...item!, decision: { outcome: 'noData', grounds: [], hasFacts: true, confirmed: [], decidedById: 'alice' } },
        SMALL_LAW,
      ),
    ).toBe(false);
    expect(
      needsStop(
        {
          ...item!,
          decision: { outcome: 'granted', grounds: [], hasFacts: true, confirmed: [], decidedById: 'alice' },
        },
        SMALL_LAW,
      ),
    ).toBe(true);
  });
});

describe('questions', () => {
  it('wait for the answer; meanwhile the identity may be shown otherwise', () => {
    expect(keys('verifying', { clockEvents: [QUESTIONED] })).toEqual([
      'wait awaitReply',
      'may acceptIdentity',
      'may askClarification',
      'may extend',
      'may rejectIdentity',
    ]);
    expect(stepOf('awaitReply', 'verifying', { clockEvents: [QUESTIONED] })?.blockedBy).toEqual(['reply']);
  });

  it('whom to search for come before whether their data may be handed over', () => {
    const unknown = { forWhom: 'child', findable: false } as const;
    expect(keys('verifying', unknown)).toEqual([
      'must nameSubject',
      'may askIdentity',
      'may askClarification',
      'may extend',
      'may rejectIdentity',
    ]);
    expect(keys('verifying', { ...unknown, clockEvents: [QUESTIONED] }).slice(0, 2)).toEqual([
      'wait awaitReply',
      'may nameSubject',
    ]);
    expect(keys('verified', unknown)[0]).toBe('must nameSubject');
  });

  it('that stop no clock leave the day by which the answer is needed', () => {
    const rights = [rightItem({ regime: 'CCPA', right: 'know_specific' })];
    expect(stepOf('awaitReply', 'verifying', { clockEvents: [QUESTIONED], rights })?.byOn).toBe('2026-12-18');
    expect(stepOf('awaitReply', 'verifying', { clockEvents: [QUESTIONED] })?.byOn).toBeNull();
  });

  it('let everything that does not depend on the answer go on', () => {
    const clockEvents = [{ type: 'clarificationRequested', at: QUESTIONED.at, largeQuantity: true } as const];
    expect(keys('reviewing', { clockEvents })).toEqual(['must decide', 'wait awaitReply', 'may extend']);
  });

  it('count as asked in time until the fifth working day, and say so while they do', () => {
    expect(stepOf('askIdentity', 'verifying', {}, EARLY)?.byOn).toBe('2026-11-27');
    expect(stepOf('askIdentity', 'verifying', {}, NOW)?.byOn).toBeNull();
  });

  it('rest on the law that lets us ask, not on that of the last day', () => {
    expect(stepOf('askIdentity', 'verifying')?.citation).toContain('Art. 12(6) GDPR');
    expect(stepOf('askClarification', 'verifying')?.citation).toContain('Recital 63 GDPR');
    const californian = { rights: [rightItem({ regime: 'CCPA', right: 'know_specific' })] } as const;
    expect(stepOf('acceptIdentity', 'verifying', californian)?.citation).toBe('11 CCR 7060 to 7062');
    expect(stepOf('askClarification', 'verifying', { rights: [rightItem({ right: 'portability' })] })).toBeUndefined();
  });

  it('about the data are asked only where data are copied', () => {
    expect(stepOf('askClarification', 'reviewing', { rights: [rightItem({ right: 'erasure' })] })).toBeUndefined();
  });
});

describe('more time', () => {
  it('may be taken until the last day, and no more once it was', () => {
    expect(stepOf('extend', 'reviewing')).toMatchObject({ mode: 'may', byOn: '2026-12-22', rights: ['right-1'] });
    expect(stepOf('extend', 'reviewing', {}, '2026-12-23T09:00:00.000Z')).toBeUndefined();
    expect(
      stepOf('extend', 'reviewing', { notices: [{ id: 'n', kind: 'extension', state: 'queued' }] }),
    ).toBeUndefined();
  });

  it('is safe only by the day that knows no pause (rulebook D12)', () => {
    const clockEvents = [QUESTIONED, { type: 'identityProvided', at: '2026-12-04T10:00:00.000Z' } as const];
    expect(stepOf('extend', 'reviewing', { clockEvents })?.byOn).toBe('2026-12-22');
    expect(stepOf('extend', 'reviewing', { clockEvents }, '2026-12-28T10:00:00.000Z')?.byOn).toBe('2027-01-04');
  });

  it('waits for its notice to leave, and says until when that counts', () => {
    expect(
      stepOf('awaitNotice', 'reviewing', { notices: [{ id: 'n', kind: 'extension', state: 'delayed' }] }),
    ).toMatchObject({ mode: 'wait', byOn: '2026-12-22', blockedBy: ['noticeNotSent'] });
  });
});

describe('beside the way', () => {
  it('somebody reads what the requester wrote', () => {
    expect(keys('reviewing', { unreadMessages: 1 }).slice(0, 2)).toEqual(['must decide', 'must readMessage']);
  });

  it('California’s acknowledgement waits for its mail, by the earliest reading of ten business days', () => {
    const rights = [rightItem({ regime: 'CCPA', right: 'know_specific' })];
    expect(stepOf('acknowledge', 'received', { rights })).toMatchObject({
      mode: 'wait',
      citation: '11 CCR 7021(a)',
      rights: ['right-1'],
    });
    expect(
      stepOf('acknowledge', 'received', { rights, notices: [{ id: 'n', kind: 'confirmEmail', state: 'sent' }] }),
    ).toBeUndefined();
  });
});

describe('the end', () => {
  const told = [{ id: 'n', kind: 'answerReady', state: 'sent' }] as const;

  it('waits until the requester was told, gives them time to fetch the copy, and comes when they have it', () => {
    expect(keys('ready', { notices: [{ ...told[0], state: 'queued' }], fetched: false })).toEqual(['wait awaitNotice']);
    expect(keys('ready', { notices: told, fetched: false })).toEqual(['wait awaitDownload', 'may close']);
    expect(keys('ready', { notices: told, fetched: true })).toEqual(['must close']);
  });
});
