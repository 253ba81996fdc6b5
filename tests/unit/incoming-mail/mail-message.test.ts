import { describe, expect, it } from 'vitest';
import { parseMessage } from '@/lib/platform/mail-message';
import { bounce, letter, rawMail } from '@/tests/support/mails';

describe('a mail', () => {
  it('is read with its names and words, in whatever alphabet', async () => {
    expect(
      await parseMessage(
        letter({
          subject: 'Моите данни',
          text: 'Моля за копие.\nБлагодаря',
          id: 'a@example.org',
          headers: { 'In-Reply-To': '<one@rightsdesk>', References: '<zero@rightsdesk> <one@rightsdesk>' },
        }),
      ),
    ).toEqual({
      messageId: 'a@example.org',
      from: { name: 'Anna Weber', address: 'anna.weber@example.org' },
      subject: 'Моите данни',
      text: 'Моля за копие.\nБлагодаря',
      date: new Date('2026-11-24T08:30:00.000Z'),
      answers: ['one@rightsdesk', 'zero@rightsdesk'],
      attachments: 0,
      automatic: false,
      bounce: null,
    });
  });

  it('has the words of its page where it has no other', async () => {
    const page = '<head><title>x</title></head><p>Please &lt;delete&gt;</p><script>alert(1)</script>my data';
    const read = await parseMessage(rawMail({ From: 'a@example.org', 'Content-Type': 'text/html' }, page));
    expect(read?.text).toBe('Please <delete>\nmy data');
  });

  it('of a machine is known by what it says of itself', async () => {
    const said = async (value: string) =>
      (await parseMessage(letter({ text: 'x', headers: { 'Auto-Submitted': value } })))?.automatic;
    expect([await said('auto-replied'), await said('auto-generated; owner=x'), await said('no')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it.each([true, false])(
    'that came back names which, with the whole of it or its head alone',
    async (wholeOriginal) => {
      const read = await parseMessage(bounce({ of: 'n-1@rightsdesk', status: '5.2.2', wholeOriginal }));
      expect(read?.bounce).toEqual({ of: 'n-1@rightsdesk', status: '5.2.2' });
    },
  );

  it('that is only late has not come back', async () => {
    expect((await parseMessage(bounce({ of: 'n-1@rightsdesk', action: 'delayed' })))?.bounce).toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['bytes of something else', '\u0000\u0001\u0002'],
  ])('is not made out of %s', async (_, bytes) => {
    expect(await parseMessage(Buffer.from(bytes, 'latin1'))).toBeNull();
  });
});
