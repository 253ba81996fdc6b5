import { afterAll, beforeAll, beforeEach } from 'vitest';
import { anInstance, type TestInstance } from '@/tests/support/demo-controllers';
import { mailServer, type MailServer } from '@/tests/support/mail-server';

/** An instance of this test file with a mail server of its own, which takes everything again before each test and has nothing yet. */
export function instanceWithMail(): { readonly instance: () => TestInstance; readonly server: () => MailServer } {
  let [instance, server]: [TestInstance | null, MailServer | null] = [null, null];
  beforeAll(async () => {
    server = await mailServer();
    instance = await anInstance({ SMTP_URL: server.url });
  });
  beforeEach(() => {
    server?.refuseAt(null);
    server?.taken.splice(0);
  });
  afterAll(async () => {
    await server?.stop();
    await instance?.stop();
  });
  const started = <T>(one: T | null): T => {
    if (one === null) throw new Error('Asked for before the tests of this file have begun');
    return one;
  };
  return { instance: () => started(instance), server: () => started(server) };
}
