import { afterAll, beforeAll, beforeEach } from 'vitest';
import { CALL_BACK_STATUS, takeCallBack } from '@/lib/features/call-backs/actions/take-call-back';
import { callBackUrl } from '@/lib/features/call-backs/data';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';
import { controllersBeside } from '@/tests/support/papers';
import { aProcessor, type Processor } from '@/tests/support/processor';

const tracker = ({ fingerprint }: Processor): string => `
dataset:
  - fides_key: tracker
    name: Tracker
    meta:
      rightsdesk:
        connector: opendsr
        write: TRACKER_URL
        owner: { name: Tom Tracker, email: privacy@tracker.example.com, days: 4 }
        opendsr: { inside: [localhost], perSecond: 1000, answerDays: 8, certificate: "${fingerprint}", body: { property_id: shop } }
        defaults: { recipients: [], retention: customer, purposes: [sell], source: observed, transfers: [], automatedDecision: none }
    collections:
      - name: profile
        meta: { rightsdesk: { title: Profile, category: account, erasure: erase } }
        fields:
          - { name: email, data_categories: [user.contact.email], fides_meta: { identity: email } }
          - { name: controller_customer_id, fides_meta: { references: [{ dataset: shop, field: customer.customer_id, direction: from }] } }
`;

export type World = { instance: TestInstance; processor: Processor };

const SECRET = 'sesame';

/** An instance with a processor beside its shop. Each test finds the processor as it began. */
export function trackerOfFile(instanceWith: typeof anInstance = anInstance): World {
  const world = {} as World;
  let began: Pick<
    Processor,
    'types' | 'identities' | 'status' | 'unknown' | 'refusal' | 'signer' | 'domain' | 'results'
  >;
  let remove = (): void => undefined;
  beforeAll(async () => {
    world.processor = await aProcessor();
    const { types, identities, status, unknown, refusal, signer, domain, results } = world.processor;
    began = { types, identities, status, unknown, refusal, signer, domain, results };
    const controllers = controllersBeside('tracker', tracker(world.processor));
    ({ remove } = controllers);
    world.instance = await instanceWith({
      CONTROLLERS_DIR: controllers.folder,
      TRACKER_URL: world.processor.address.replace('//', `//:${SECRET}@`),
    });
  });
  beforeEach(() => void Object.assign(world.processor, began));
  afterAll(async () => {
    await world.instance.stop();
    await world.processor.service.close();
    remove();
  });
  return world;
}

/** The number of the request that the processor got last. */
export const lastRequest = ({ requests }: Processor): string => [...requests.keys()].at(-1)!;

/** Calls back as the protocol has it. @returns status and answer */
export async function tell(
  processor: Processor,
  said: Readonly<Record<string, unknown>>,
  {
    to = 'chinook/tracker',
    headers = (body: string) => processor.headers(body),
  }: { readonly to?: string; readonly headers?: (body: string) => Record<string, string> } = {},
) {
  const body = JSON.stringify({
    controller_id: 'shop',
    status_callback_url: callBackUrl('chinook', 'tracker'),
    ...said,
  });
  const [controller = '', system = ''] = to.split('/');
  const request = new Request(`https://rights.example.com/api/tasks/${to}`, {
    method: 'POST',
    body,
    headers: headers(body),
  });
  const taken = await takeCallBack(controller, system, request);
  return taken.ok ? { status: 200, ...taken.value } : { status: CALL_BACK_STATUS[taken.reason], problem: taken.reason };
}
