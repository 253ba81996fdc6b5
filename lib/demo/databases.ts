import path from 'node:path';
import { ROOT } from '@/lib/platform/root';
import type { DemoControllerId } from './people';

/** A source database of the demo: its name after the prefix, and the environment variables of the data maps that lead to it. */
export type DemoDatabase = {
  readonly controller: DemoControllerId;
  readonly name: string;
  readonly schemaFile: string;
  readonly rowsFile: string;
  readonly urlNames: readonly string[];
  /** Whether it holds the calls of the heavy person, and so depends on how many are asked for. */
  readonly heavy: boolean;
};

const CONTROLLERS = path.join(ROOT, 'controllers');

const demoDatabase = (
  controller: DemoControllerId,
  part: string,
  urlNames: readonly string[],
  heavy = false,
): DemoDatabase => ({
  controller,
  name: `${controller}_${part}`,
  schemaFile: path.join(CONTROLLERS, controller, 'demo', `${part}.schema.sql`),
  rowsFile: path.join(CONTROLLERS, controller, 'demo', `${part}.rows.sql`),
  urlNames,
  heavy,
});

/** Two databases for each demo controller: what belongs to one person has to be brought together from both. */
export const DEMO_DATABASES: readonly DemoDatabase[] = [
  demoDatabase('callsapp', 'app', ['CALLSAPP_ACCOUNTS_URL', 'CALLSAPP_CALLS_URL', 'CALLSAPP_ACTIVITY_URL'], true),
  demoDatabase('callsapp', 'office', [
    'CALLSAPP_BILLING_URL',
    'CALLSAPP_SUPPORT_URL',
    'CALLSAPP_PARTNERS_URL',
    'CALLSAPP_ADVERTISING_URL',
  ]),
  demoDatabase('sessia', 'app', ['SESSIA_PROFILES_URL', 'SESSIA_MESSENGER_URL']),
  demoDatabase('sessia', 'shop', ['SESSIA_SHOP_URL', 'SESSIA_SUPPORT_URL', 'SESSIA_ADVERTISING_URL']),
];
