import { expect, it } from 'vitest';
import { erase } from '@/lib/features/erasure/mutations/carry-out';
import { addDays, localDate } from '@/lib/domain/calendar/local-date';
import { erasureWords } from '@/lib/features/cases/data/erasure-words';
import { placeHold } from '@/lib/features/holds/mutations';
import { controller } from '@/lib/platform/controllers/registry';
import { BOB } from '@/tests/integration/requests/walk';
import {
  carriedOut,
  erasingInstance,
  fileNow,
  granted,
  NEVER,
  workNow,
} from '@/tests/integration/erasure/erasing-case';
import { lastRequest, tell, trackerOfFile } from './tracker';

const world = trackerOfFile(erasingInstance);

const customers = async (email: string): Promise<number> =>
  (await world.instance.shop.sql.query('SELECT 1 FROM customer WHERE email = $1', [email])).rowCount ?? 0;

it('what else is to be erased does not wait for a processor, and the whole is proved once it has done its part', async () => {
  const { processor } = world;
  const email = 'quiet@example.com';
  processor.identities = [{ identity_type: 'controller_customer_id', identity_format: 'raw' }];
  expect(await customers(email)).toBe(1);
  const caseId = await granted(email);
  const erasureId = await carriedOut(caseId);
  // It is told of a key that stood in the shop, whose record has gone by now.
  expect(processor.requests.get(lastRequest(processor))!.subject_identities).toEqual([
    { identity_type: 'controller_customer_id', identity_value: '2', identity_format: 'raw' },
  ]);
  expect(await workNow(caseId)).toMatchObject({ state: 'running', erased: ['shop'] });
  expect(await fileNow(caseId)).toMatchObject({ failure: 'taken', certificate: null });

  processor.status = { request_status: 'completed' };
  await tell(processor, { subject_request_id: lastRequest(processor), request_status: 'completed' });
  await erase(erasureId, NEVER);
  expect(await workNow(caseId)).toMatchObject({ state: 'proved' });
  expect((await fileNow(caseId)).certificate!.systems.map(({ system }) => system)).toEqual(
    expect.arrayContaining(['shop', 'tracker']),
  );
});

it('what a hold keeps is not told to a processor, and the certificate says that it stays', async () => {
  const before = world.processor.requests.size;
  await placeHold(
    {
      controllerId: 'chinook',
      caseId: null,
      collections: ['tracker.profile'],
      groundId: 'GDPR-17-3-e',
      reason: 'A court has asked for it.',
      until: addDays(localDate(new Date().toISOString().slice(0, 10)), 30),
    },
    { staffId: BOB.id },
  );
  const caseId = await granted('luis@example.com');
  await carriedOut(caseId);
  expect(await workNow(caseId)).toMatchObject({ state: 'proved', held: true });
  const { systems } = (await fileNow(caseId)).certificate!;
  const words = erasureWords(systems, controller('chinook').dataMap, 'en', 'done');
  const [profile] = words.find(({ id }) => id === 'tracker')!.collections;
  expect(profile!.goes).toBe('');
  expect(profile!.stays[0]).toBe('All that Tracker holds stays; it counts no records');
  expect(world.processor.requests.size).toBe(before);
});
