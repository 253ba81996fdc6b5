import { describe, expect, it } from 'vitest';
import { ownValuesOf } from '@/lib/domain/fulfilment/other-person';
import { JsonText } from '@/lib/domain/records/json-text';
import { lineOf } from '@/lib/domain/records/lines';
import { collection, field, otherPerson } from './collection-builders';

const ACCOUNTS = collection([field('id'), field('phone')], { id: 'accounts.account' });
const MESSAGES = collection(
  [field('sender', { otherPerson: otherPerson('hide', { unless: 'accounts.account.id' }) })],
  { id: 'chat.message' },
);

function reading() {
  const read: string[] = [];
  const records = async function* (collectionId: string) {
    read.push(collectionId);
    yield { bytes: lineOf({ id: 7, phone: '+352 1' }), first: 0, count: 1 };
    yield { bytes: lineOf({ id: new JsonText('9007199254740993'), phone: null }), first: 1, count: 1 };
  };
  return { read, records };
}

describe('the requester’s own values', () => {
  it('are those of every account that was found, to the last digit, and no more than rules ask for', async () => {
    const { read, records } = reading();
    expect(await ownValuesOf([MESSAGES, ACCOUNTS], records)).toEqual({
      'accounts.account.id': ['7', '9007199254740993'],
    });
    expect(read).toEqual(['accounts.account']);
  });

  it('are none where no account was found', async () => {
    expect(await ownValuesOf([MESSAGES], reading().records)).toEqual({});
  });
});
