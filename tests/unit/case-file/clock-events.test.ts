import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLOCK_EVENT_TYPES } from '@/lib/domain/clock/types';
import { parseClockEvent } from '@/lib/features/case-file/schema/clock-events';

const CASE = 'b7c1a0de-4c53-4b43-9d4f-0d7b2f8f4a11';
const MESSAGE = '0b5ff0b2-63a8-4f86-9b53-3a2a8a1c6a55';
const AT = new Date('2026-11-27T09:30:00.000Z');

const row = (kind: string, data: unknown) => ({ caseId: CASE, kind, at: AT, data });

describe('a row of a clock event', () => {
  it.each([
    ['identityRequested', { messageId: MESSAGE }],
    ['identityRequested', { messageId: MESSAGE, lateBecause: MESSAGE }],
    ['identityProvided', {}],
    ['clarificationRequested', { messageId: MESSAGE, largeQuantity: true }],
    ['clarificationProvided', {}],
    ['deadlineExtended', { messageId: MESSAGE, noticeId: MESSAGE, reasons: 'complexity+number' }],
    ['deadlineExtended', { reasons: 'number', promisedOn: '2027-02-23' }],
  ])('%s is an event with all that it holds', (kind, data) => {
    expect(parseClockEvent(row(kind, data))).toEqual({ ...data, type: kind, at: AT.toISOString() });
  });

  it.each([
    ['a kind that no clock knows', 'paused', {}, /type/],
    ['more time without its reasons', 'deadlineExtended', {}, /reasons/],
    ['a reason under another name', 'deadlineExtended', { reasons: '', reason: 'complexity' }, /"reason"/],
    ['a promised day that is none', 'deadlineExtended', { reasons: 'number', promisedOn: '2027-02-30' }, /promisedOn/],
    ['a question that does not say of how much', 'clarificationRequested', { messageId: MESSAGE }, /largeQuantity/],
    ['a member of another kind', 'identityProvided', { largeQuantity: true }, /largeQuantity/],
    ['a text in place of members', 'identityProvided', 'provided', /Unrecognized/],
  ])('with %s throws, and the case and the kind are named', (_, kind, data, what) => {
    const parse = () => parseClockEvent(row(kind, data));
    expect(parse).toThrow(what);
    expect(parse).toThrow(`Case ${CASE} has a clock event ${kind}`);
  });

  it('is never read with a member that its kind does not have', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CLOCK_EVENT_TYPES),
        fc.stringMatching(/^x[a-zA-Z]{0,12}$/),
        fc.jsonValue(),
        (kind, name, value) => {
          const whole = { largeQuantity: true, reasons: 'number' };
          const own =
            kind === 'deadlineExtended'
              ? { reasons: whole.reasons }
              : kind === 'clarificationRequested'
                ? { largeQuantity: whole.largeQuantity }
                : {};
          expect(parseClockEvent(row(kind, own)).type).toBe(kind);
          expect(() => parseClockEvent(row(kind, { ...own, [name]: value }))).toThrow(CASE);
        },
      ),
    );
  });
});
