import { describe, expect, it } from 'vitest';
import { nextSteps } from '@/lib/domain/case/next-steps';
import { type RecipientStanding, recipientStanding } from '@/lib/domain/case/recipients';
import { localDate } from '@/lib/domain/calendar/local-date';
import { collectionsOf } from '@/lib/domain/datamap/build';
import { recipientsToTell } from '@/lib/domain/datamap/recipients';
import type { RecipientNotice } from '@/lib/domain/case/types';
import { aCase, COMMANDS, NOW, SMALL_LAW } from '@/tests/support/case-builders';
import { aTelling } from '@/tests/support/effect-builders';
import { given } from '@/tests/support/given-when-then';
import { demo } from '@/tests/unit/datamap/demo-controllers';

const STANDS: readonly (readonly [Partial<RecipientNotice>, RecipientStanding])[] = [
  [{ mail: null }, 'due'],
  [{ mail: 'queued' }, 'onItsWay'],
  [{ mail: 'handedOver' }, 'onItsWay'],
  [{ mail: 'delayed' }, 'onItsWay'],
  [{ mail: 'sent' }, 'sent'],
  [{ mail: 'failed' }, 'due'],
  [{ mail: 'uncertain' }, 'due'],
  [{ mail: 'failed', told: true }, 'told'],
  [{ mail: null, excused: true }, 'excused'],
  [{ mail: 'sent', confirmed: true }, 'confirmed'],
];

it.each(STANDS)('a recipient of whom is on record %o stands as %s', (record, standing) => {
  expect(recipientStanding(aTelling(record))).toBe(standing);
});

describe('a case whose recipients must be told', () => {
  const keysOf = (one: Partial<RecipientNotice>) =>
    nextSteps(aCase('ready', { recipients: [aTelling(one)] }), SMALL_LAW, NOW).map(({ key }) => key);

  it('has it as a step of the desk where no mail told them, and waits for a mail that has not left', () => {
    expect(keysOf({ mail: 'failed' })).toContain('tellRecipients');
    expect(keysOf({ mail: 'queued' })).toContain('awaitRecipients');
    expect(keysOf({ mail: 'sent' }).filter((key) => key.endsWith('Recipients'))).toEqual([]);
  });

  it.each([{ mail: null }, { mail: 'delayed' }, { mail: 'uncertain' }] as const)(
    'is not closed over one who was not told: %o',
    (one) => {
      given(aCase('ready', { recipients: [aTelling(one)] }))
        .when({ type: 'CloseCase' })
        .thenRefused('recipientsNotTold');
    },
  );

  it('takes neither a receipt nor an excuse without words, nor a day that has not come', () => {
    const current = aCase('ready', { recipients: [aTelling()] });
    given(current)
      .when({ ...COMMANDS.RecordRecipientTold, receipt: ' ' })
      .thenRefused('factsMissing');
    given(current)
      .when({ ...COMMANDS.ExcuseRecipient, reason: '' })
      .thenRefused('factsMissing');
    given(current)
      .when({ ...COMMANDS.RecordRecipientTold, on: localDate('2027-01-01') })
      .thenRefused('dayOutOfTime');
  });

  it('records nothing twice of one who was told', () => {
    given(aCase('ready', { recipients: [aTelling({ told: true })] }))
      .when(COMMANDS.ExcuseRecipient)
      .thenRefused('alreadyDone');
  });
});

describe('whom the map names', () => {
  const { dataMap } = demo('callsapp');
  const all = collectionsOf(dataMap).map(({ id }) => id);

  it('is everybody who has any of it, once, with what they have of it', () => {
    const told = recipientsToTell(dataMap, all);
    const named = new Set(collectionsOf(dataMap).flatMap(({ recipientIds }) => recipientIds ?? []));
    expect(new Set(told.map(({ recipientId }) => recipientId))).toEqual(named);
    expect(told).toHaveLength(named.size);
    expect(recipientsToTell(dataMap, [])).toEqual([]);
  });

  it('is told by mail where it has an address and the map does not say why not', () => {
    const [first] = recipientsToTell(dataMap, all);
    const of = (change: object) => ({
      ...dataMap,
      recipients: {
        ...dataMap.recipients,
        [first!.recipientId]: { ...dataMap.recipients[first!.recipientId]!, ...change },
      },
    });
    const wayIn = (change: object) => recipientsToTell(of(change), all)[0]!.way;
    expect(wayIn({ contact: 'a@example.com', notTold: null })).toBe('mail');
    expect(wayIn({ contact: null, notTold: null })).toBe('person');
    expect(wayIn({ contact: 'a@example.com', notTold: { en: 'x', bg: 'x', ru: 'x' } })).toBe('notTold');
  });
});

describe('what is recorded of a recipient', () => {
  const sent = aCase('ready', { recipients: [aTelling({ mail: 'sent' })] });
  const WORKER = { kind: 'system', id: 'worker' } as const;

  it('names it and what was done, and of a mail whether it left', () => {
    given(aCase('ready', { recipients: [aTelling({ mail: 'queued', step: 'restricted' })] }))
      .when({ ...COMMANDS.RecordRecipientMail, failure: 'unanswered' }, WORKER)
      .then({ type: 'RecipientMailed', recipientId: 'hosting', step: 'restricted', failure: 'unanswered' });
  });

  it('may be a person’s word after the mail, and the recipient’s own after the case was closed', () => {
    given(sent).when(COMMANDS.RecordRecipientTold).then({ type: 'RecipientTold', recipientId: 'hosting' });
    given(aCase('closed', { recipients: [aTelling({ mail: 'sent' })] }))
      .when(COMMANDS.ConfirmRecipient, WORKER)
      .then({ type: 'RecipientConfirmed', recipientId: 'hosting' });
  });

  it('is nothing of one that is not of this case', () => {
    const other = { recipientNoticeId: 'telling-9' };
    given(sent)
      .when({ ...COMMANDS.RecordRecipientTold, ...other })
      .thenRefused('unknownRecipient');
    given(sent)
      .when({ ...COMMANDS.ConfirmRecipient, ...other }, WORKER)
      .thenRefused('unknownRecipient');
    given(sent)
      .when({ ...COMMANDS.RecordRecipientMail, ...other }, WORKER)
      .thenRefused('unknownRecipient');
  });
});
