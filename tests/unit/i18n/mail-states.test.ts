import { expect, test } from 'vitest';
import { deskText, dpoText } from '@/lib/platform/i18n/desk';

// What the outbox can end in besides sent, and a word that would say more than is recorded of it.
const STATES = [
  ['delayed', /given up|arrived/],
  ['failed', /delayed|arrived/],
  ['uncertain', /delayed|given up|not delivered|did not arrive/i],
] as const;

test.each(STATES)(
  'a mail that is %s is called that and nothing else, by the desk and by those who oversee',
  (state, never) => {
    const reason = deskText('mailFailure.unanswered');
    const said = [
      dpoText('today.mail', { reference: 'CA-5XN3-7RKT', state, notice: '' }),
      deskText(`mail.${state}`, { attempts: 2, reason }),
      deskText(`accounts.mail.${state}`, { reason }),
      dpoText(`outside.mail.${state}`, { at: '', reason }),
    ];
    for (const text of said) expect(text).not.toMatch(never);
    expect(new Set(STATES.map(([one]) => dpoText('today.mail', { reference: '', state: one, notice: '' }))).size).toBe(
      STATES.length,
    );
  },
);

test('what was told another way is not called undelivered: of a mail in doubt nobody knows', () => {
  expect(deskText('mail.told', { attempts: 1, reason: deskText('mailFailure.unanswered') })).toBe(
    'Told another way, because the mail server had it and did not answer',
  );
});
