import { expect, it } from 'vitest';
import { MailNotTaken } from '@/lib/features/mail/mutations/try';
import { sendNotice } from '@/lib/features/mail/mutations/send';
import { db } from '@/lib/platform/db/client';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { kindsOf, submit } from '../requests/walk';

instanceOfFile({ SMTP_URL: '' });

it('a mail without a mail server waits and is never called sent', async () => {
  const { caseId } = await submit();
  const { id } = await db().notice.findFirstOrThrow({ where: { caseId } });
  await expect(sendNotice(id, { attempt: 1, last: 25 }, new Date())).rejects.toThrow(MailNotTaken);
  expect(await db().notice.findUniqueOrThrow({ where: { id } })).toMatchObject({
    state: 'delayed',
    lastFailure: 'notConfigured',
    sentAt: null,
  });
  expect(await kindsOf(caseId)).toEqual(['RequestReceived', 'NoticeQueued', 'MailDelayed']);
});
