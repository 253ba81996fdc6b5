import { expect, it } from 'vitest';
import { seedDemoCases } from '@/lib/demo/cases';
import { askedControllers, hasRequests } from '@/lib/features/requests/data';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { submit } from '../requests/walk';

instanceOfFile();

it('an installation with controllers of its own begins without the demo’s cases, and knows whose it has', async () => {
  expect(await seedDemoCases()).toBe(0);
  expect(await hasRequests()).toBe(false);
  expect(await askedControllers()).toEqual([]);
  await submit();
  await submit();
  expect(await askedControllers()).toEqual(['chinook']);
});
