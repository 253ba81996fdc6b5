import { describe, expect, it } from 'vitest';
import { answerSituation } from '@/lib/domain/clock/situation';
import { shippedCalendars } from '@/lib/domain/calendar/holidays/snapshots';
import { translator } from '@/lib/platform/i18n/translator';

const say = translator('en', 'law');
const answer = (entry: unknown) => answerSituation(entry, shippedCalendars, say);
const computed = (entry: unknown) => {
  const found = answer(entry);
  if ('error' in found) throw new Error(found.error);
  return found.computed;
};

const good = {
  id: 'A1',
  regime: 'GDPR',
  right: 'access',
  received: '2026-03-05T09:30:00+01:00',
  timezone: 'Europe/Luxembourg',
  calendar: 'LU',
  events: [],
};

describe('a situation that cannot be answered', () => {
  it.each([
    [{ ...good, regime: 'LGPD' }, 'regime: must be one of GDPR'],
    [{ ...good, right: 'forget_me' }, 'right: must be one of withdraw_consent'],
    [{ ...good, right: 'know' }, 'right: GDPR gives no right know_specific'],
    [{ ...good, received: '2026-03-05' }, 'received: must be an instant with its offset'],
    [{ ...good, received: '2026-02-30T10:00:00Z' }, 'received: must be an instant with its offset'],
    [{ ...good, received: 20260305 }, 'received: must be a text'],
    [{ ...good, timezone: 'Europe/Atlantis' }, 'timezone: must be an IANA time zone'],
    [{ ...good, calendar: 'XX' }, 'calendar: must be one of AT'],
    [{ ...good, events: {} }, 'events: must be a list'],
    [{ ...good, events: [{ type: 'paused', at: good.received }] }, 'events.0.type: type must be one of id_requested'],
    [{ ...good, events: [{ type: 'id_requested', at: 'yesterday' }] }, 'events.0.at: must be an instant'],
    [
      { ...good, events: [{ type: 'id_requested', at: '2026-03-01T10:00:00Z' }] },
      'events.0.at: must not lie before received',
    ],
    [
      { ...good, events: [{ type: 'extended', at: '2026-03-20T10:00:00Z', reason: 'complexity' }] },
      'events.0: reason: not known of extended, which has type, at, reasons, promised_on',
    ],
    [
      { ...good, events: [{ type: 'id_provided', at: '2026-03-20T10:00:00Z', suficient: false }] },
      'events.0: suficient: not known of id_provided, which has type, at, sufficient',
    ],
    [
      { ...good, events: [{ type: 'id_provided', at: '2026-03-20T10:00:00Z', sufficient: 'no' }] },
      'events.0.sufficient: must be true or false',
    ],
    [
      { ...good, events: [{ type: 'extended', at: '2026-03-20T10:00:00Z', promised_on: 'soon' }] },
      'events.0.promised_on: must be a day',
    ],
    [
      { ...good, events: [{ type: 'answered', at: '2026-03-20T10:00:00Z', by: 'post', on: 'Monday' }] },
      'events.0: by, on: not known of answered, which has type, at',
    ],
    [{ ...good, channel: 'pigeon' }, 'channel: must be designated, other'],
    [{ ...good, id: '' }, 'id: must not be empty'],
    [{ ...good, id: 'x'.repeat(201) }, 'id: must be at most 200 characters'],
    [{ regime: 'GDPR' }, 'id: must be a text'],
  ])('%j', (entry, message) => {
    const found = answer(entry);
    expect('error' in found && found.error).toContain(message);
  });

  it.each([null, 'text', 7, [], undefined])('%j is no situation', (entry) => {
    expect(answer(entry)).toMatchObject({ id: null, error: expect.any(String) });
  });

  it('keeps its id and names every fault at once', () => {
    expect(answer({ ...good, regime: 'X', timezone: 'Y' })).toMatchObject({
      id: 'A1',
      error: expect.stringMatching(/^regime: .*; timezone: /),
    });
  });

  it('survives hostile members', () => {
    const hostile = JSON.parse('{"id":"A1","__proto__":{"regime":"GDPR"},"regime":"<script>\\u202e"}');
    expect(answer(hostile)).toMatchObject({ id: 'A1', error: expect.any(String) });
  });
});

describe('what a situation may say', () => {
  it('ignores members it does not know', () => {
    expect(answer({ ...good, expected: { due: 'nonsense' }, why: 7, citation: null })).toEqual(answer(good));
  });

  it('may leave out events and channel', () => {
    const { events: _, ...bare } = good;
    expect(answer(bare)).toEqual(answer(good));
  });

  it('may ask for clarification', () => {
    const events = [
      { type: 'clarification_requested', at: '2026-03-06T10:00:00Z' },
      { type: 'clarification_provided', at: '2026-03-11T10:00:00Z' },
    ];
    expect(computed({ ...good, events })).toMatchObject({
      nominal: '2026-04-10',
      due: '2026-04-10',
      paused_days: 5,
      unpaused_nominal: '2026-04-05',
    });
    const small = [{ ...events[0], large_quantity: false }, events[1]];
    expect(computed({ ...good, events: small })).toMatchObject({ nominal: '2026-04-05', paused_days: 0 });
  });

  it('may say why identity was asked late', () => {
    const events = [
      { type: 'id_requested', at: '2026-03-25T10:00:00Z', late_because: 'A second account appeared' },
      { type: 'id_provided', at: '2026-03-27T10:00:00Z' },
    ];
    expect(computed({ ...good, events })).toMatchObject({ paused_days: 2 });
  });

  it('stops a use at once where the law does', () => {
    expect(computed({ ...good, right: 'objection_marketing' })).toMatchObject({ stop_processing: 'without_delay' });
    expect(computed({ ...good, right: 'withdraw_consent' })).toMatchObject({ stop_processing: 'without_delay' });
    expect(computed({ ...good, right: 'objection' })).not.toHaveProperty('stop_processing');
  });

  it('says when holidays of a year are missing', () => {
    expect(computed({ ...good, received: '2031-03-05T10:00:00Z' })).toMatchObject({
      due: '2031-04-05',
      calendar_known: false,
    });
  });
});

const california = { ...good, regime: 'CCPA', right: 'know', timezone: 'America/Los_Angeles', calendar: 'US-FED' };

describe('California', () => {
  it('shows the request as processed since 2026 only', () => {
    const optOut = { ...california, right: 'opt_out_sale_sharing' };
    expect(computed({ ...optOut, received: '2025-12-31T12:00:00-08:00' })).toMatchObject({
      confirmation_required: false,
    });
    expect(computed({ ...optOut, received: '2026-01-01T12:00:00-08:00' })).toMatchObject({
      confirmation_required: true,
    });
  });

  it('takes a browser’s signal at once', () => {
    const signal = { ...california, right: 'opt_out_sale_sharing', channel: 'GPC' };
    expect(computed(signal)).toMatchObject({ channel: 'GPC', effective: 'immediate_for_browser' });
  });

  it('owes nothing under rules that are not in force yet', () => {
    const early = { ...california, right: 'opt_out_admt', received: '2026-12-30T12:00:00-08:00' };
    expect(computed(early)).toEqual({ ack_due: null, due: null, extended_due: null, obligation: 'none' });
    expect(computed({ ...early, received: '2027-01-04T12:00:00-08:00' })).toMatchObject({ due: '2027-01-26' });
  });

  it('owes no third answer within twelve months', () => {
    const answered = (at: string) => ({ type: 'answered', at });
    const two = [answered('2025-06-01T12:00:00Z'), answered('2025-11-01T12:00:00Z')];
    expect(computed({ ...california, events: two.slice(1) })).toMatchObject({ due: '2026-04-19' });
    expect(computed({ ...california, events: two })).toMatchObject({ due: null, obligation: 'none' });
    const longAgo = [answered('2025-03-05T12:00:00Z'), two[1]];
    expect(computed({ ...california, events: longAgo })).toMatchObject({ due: '2026-04-19' });
  });
});

describe('Shine the Light', () => {
  const asked = {
    ...california,
    regime: 'CA_SHINE_THE_LIGHT',
    right: 'shine_the_light',
    calendar: 'NONE',
    received: '2026-05-04T12:00:00-07:00',
  };

  it('speaks of the preceding calendar year', () => {
    expect(computed({ ...asked, channel: 'designated' })).toEqual({
      ack_due: null,
      due: '2026-06-03',
      extended_due: null,
      disclosure_calendar_year: 2025,
    });
  });

  it('owes one answer a calendar year', () => {
    expect(computed({ ...asked, events: [{ type: 'answered', at: '2026-01-05T12:00:00-08:00' }] })).toMatchObject({
      obligation: 'none',
      due: null,
    });
    expect(computed({ ...asked, events: [{ type: 'answered', at: '2025-12-30T12:00:00-08:00' }] })).toMatchObject({
      due: '2026-06-03',
    });
  });

  it('owes none elsewhere where the home page names the address', () => {
    const found = answer({ ...asked, channel: 'other_with_notice' });
    expect(found).toMatchObject({
      computed: { obligation: 'none' },
      working: ['The request did not come to the address named for it.'],
    });
  });
});
