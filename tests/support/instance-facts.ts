import type { InstanceFacts } from '@/lib/cli/up/instance';

/** Where the browser tests' own instance serves. */
export const E2E_PORT = Number(process.env.RIGHTSDESK_E2E_PORT ?? 3450);

/** The environment variable by which the set-up tells the tests about the instance. */
export const FACTS = 'RIGHTSDESK_E2E_FACTS';

/** The instance the browser tests walk: its address, the demo's sign-ins, its settings. */
export const instanceFacts = (): InstanceFacts => JSON.parse(process.env[FACTS] ?? 'null') as InstanceFacts;
