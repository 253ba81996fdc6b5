import { describe, expect, it } from 'vitest';
import type { DraftAnswers } from '@/lib/domain/intake/answers';
import { draftBy } from '@/lib/features/drafts/data';
import { deleteDraft, DRAFT_HOURS, saveDraft, startDraft, submitDraft } from '@/lib/features/drafts/mutations';
import { rawOf } from '@/lib/features/drafts/schema';
import { db } from '@/lib/platform/db/client';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { answers, kindsOf } from '../requests/walk';

instanceOfFile();

const NOW = new Date('2026-11-22T09:00:00.000Z');
const NETWORK = '203.0.113.9';
const { locale: _, ...WHOLE } = answers();
const content = (given: DraftAnswers = WHOLE) => ({ answers: given, wrong: null });

async function open(given?: DraftAnswers) {
  const secret = await startDraft('chinook', content(given), NOW);
  const draft = await draftBy(secret, 'chinook', NOW);
  if (draft.state !== 'open') throw new Error(draft.state);
  return { secret, id: draft.id };
}

describe('a draft', () => {
  it('is found by its secret alone, at its own controller', async () => {
    const { secret } = await open();
    expect(await draftBy(secret, 'chinook', NOW)).toMatchObject({ state: 'open', content: content() });
    expect((await draftBy(secret, 'callsapp', NOW)).state).toBe('expired');
    expect((await draftBy(`${secret}x`, 'chinook', NOW)).state).toBe('expired');
    expect((await draftBy(undefined, 'chinook', NOW)).state).toBe('none');
  });

  it('keeps nothing that can be read without its key', async () => {
    const { id, secret } = await open();
    const row = JSON.stringify(await db().requestDraft.findUniqueOrThrow({ where: { id } }), (_key, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    );
    for (const word of ['luis@example.com', 'Everything since', secret]) expect(row).not.toContain(word);
  });

  it('keeps a wrong page as it was typed, with its problems', async () => {
    const { secret, id } = await open({});
    const wrong = {
      question: 'who' as const,
      raw: { name: '<b>', email: 'x' },
      problems: [{ field: 'email', key: 'emailWithoutAt', values: {} }],
    };
    await saveDraft(id, { answers: {}, wrong }, NOW);
    expect(await draftBy(secret, 'chinook', NOW)).toMatchObject({ content: { wrong } });
  });

  it('lives for a day after its last answer', async () => {
    const { secret, id } = await open();
    const hour = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
    expect((await draftBy(secret, 'chinook', hour(DRAFT_HOURS))).state).toBe('expired');
    await saveDraft(id, content(), hour(20));
    expect((await draftBy(secret, 'chinook', hour(DRAFT_HOURS))).state).toBe('open');
  });
});

describe('sending a draft', () => {
  it('makes the case, and empties the draft', async () => {
    const { secret, id } = await open();
    const sent = await submitDraft(id, 'en', NETWORK, NOW);
    const caseId = sent.ok ? sent.value : '';
    expect(await draftBy(secret, 'chinook', NOW)).toEqual({ state: 'sent', id, caseId });
    expect(await kindsOf(caseId)).toEqual(['RequestReceived', 'NoticeQueued']);
    await saveDraft(id, content({ ...WHOLE, name: 'Somebody Else' }), NOW);
    expect((await draftBy(secret, 'chinook', NOW)).state).toBe('sent');
  });

  it('twice, or ten times at once, is one case', async () => {
    const { id } = await open({ ...WHOLE, email: 'impatient@example.com' });
    const before = await db().case.count();
    const sent = await Promise.all(Array.from({ length: 10 }, () => submitDraft(id, 'en', NETWORK, NOW)));
    expect(new Set(sent.map((one) => (one.ok ? one.value : one.reason))).size).toBe(1);
    expect(await db().case.count()).toBe(before + 1);
  });

  it('that is not complete says where to go on, and makes nothing', async () => {
    const { id } = await open({ forWhom: 'self', residence: 'IE' });
    const before = await db().case.count();
    expect(await submitDraft(id, 'en', NETWORK, NOW)).toEqual({ ok: false, reason: 'incomplete', detail: 'rights' });
    expect(await db().case.count()).toBe(before);
  });

  it('for one address comes to an end within an hour', async () => {
    const email = 'often@example.com';
    const reasons: string[] = [];
    for (let tries = 0; tries < 12; tries += 1) {
      const sent = await submitDraft((await open({ ...WHOLE, email })).id, 'en', NETWORK, NOW);
      reasons.push(sent.ok ? 'sent' : sent.reason);
    }
    expect(reasons).toEqual([...Array<string>(10).fill('sent'), 'tooMany', 'tooMany']);
  });

  it('comes to an end however the same mailbox is written, and says from when it can be tried again', async () => {
    const until: (string | undefined)[] = [];
    for (let tries = 0; tries < 11; tries += 1) {
      const sent = await submitDraft(
        (await open({ ...WHOLE, email: `Bomb+${tries}@example.com` })).id,
        'en',
        `198.51.100.${tries}`,
        NOW,
      );
      until.push(sent.ok ? undefined : sent.detail);
    }
    expect(until).toEqual([...Array<undefined>(10).fill(undefined), '2026-11-22T10:00:00.000Z']);
  });

  it('from one network comes to an end, whatever addresses it names, and keeps the answers', async () => {
    const from = '2001:db8:1:2::/64';
    const sent = [];
    for (let tries = 0; tries < 41; tries += 1)
      sent.push(
        (await submitDraft((await open({ ...WHOLE, email: `someone.${tries}@many.example` })).id, 'en', from, NOW)).ok,
      );
    expect(sent.filter(Boolean)).toHaveLength(40);
    const late = await open({ ...WHOLE, email: 'late@other.example' });
    expect(await submitDraft(late.id, 'en', from, NOW)).toMatchObject({ ok: false, reason: 'tooMany' });
    expect(await draftBy(late.secret, 'chinook', NOW)).toMatchObject({
      state: 'open',
      content: { answers: { email: 'late@other.example' } },
    });
    expect((await submitDraft(late.id, 'en', '2001:db8:1:3::/64', NOW)).ok).toBe(true);
  });

  it('can be thrown away, sent or not; the request stays', async () => {
    const unsent = await open();
    await deleteDraft(unsent.id);
    expect(await draftBy(unsent.secret, 'chinook', NOW)).toEqual({ state: 'expired' });
    const sent = await open({ ...WHOLE, email: 'gone@example.com' });
    const submitted = await submitDraft(sent.id, 'en', '192.0.2.77', NOW);
    await deleteDraft(sent.id);
    expect(submitted.ok && (await db().case.count({ where: { id: submitted.value } }))).toBe(1);
  });
});

describe('a form as the browser sends it', () => {
  it('is text, several texts where boxes were ticked together, and nothing of the framework’s own', () => {
    const form = new FormData();
    form.append('$ACTION_ID_1', 'x');
    form.append('name', '<b>');
    form.append('rights', 'a');
    form.append('rights', 'b');
    form.append('file', new File(['x'], 'x.txt'));
    expect(rawOf(form)).toEqual({ name: '<b>', rights: ['a', 'b'], file: [] });
  });
});
