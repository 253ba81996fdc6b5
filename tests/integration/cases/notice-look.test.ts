import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { caseRow, keyOf } from '@/lib/features/case-file/data/case';
import { keptLetters } from '@/lib/features/case-file/data/letters';
import { handle } from '@/lib/features/cases/mutations/handle';
import type { AuthorizedCaseId } from '@/lib/features/case-file/types/authorized';
import { lookAtProposed, loadNoticeLook } from '@/lib/features/cases/loaders/notice-look';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { loadLetterPdf } from '@/lib/features/review/loaders/letters';
import { newestMail } from '../requester/mailbox';
import { COMMANDS } from '@/tests/support/case-builders';
import { ALICE, BOB, must, submit } from '../requests/walk';

instanceOfFile();

const BODY = 'Кога открихте сметката си?';

async function confirmed(): Promise<AuthorizedCaseId> {
  const { caseId } = await submit({ locale: 'bg', name: 'Луиш' });
  await must(caseId, { type: 'ConfirmEmail', method: 'code' }, { kind: 'requester', id: caseId });
  return caseId as AuthorizedCaseId;
}

const newestLetter = async (caseId: string) => (await keptLetters(caseId, keyOf((await caseRow(caseId))!)))[0]?.letter;

it('shows a question as it is then sent, beside it the same in the language of the desk, and changes nothing', async () => {
  const caseId = await confirmed();
  const { version } = (await caseRow(caseId))!;
  const look = (await loadNoticeLook(caseId, { about: 'question', body: BODY }))!;
  expect((await caseRow(caseId))!.version).toBe(version);
  expect(await newestLetter(caseId)).toBeUndefined();
  expect(look.letter).toMatchObject({ kind: 'question', locale: 'bg' });
  expect(look.beside?.locale).toBe('en');
  expect(look.beside?.parts.map(({ id }) => id)).toEqual(look.letter.parts.map(({ id }) => id));
  await must(caseId, {
    type: 'QuestionIdentity',
    messageId: randomUUID(),
    body: BODY,
    doubt: 'addressOfNoAccount',
    means: ['knownDetails'],
    lateBecause: null,
  });
  expect(await newestLetter(caseId)).toEqual(look.letter);
  const { text } = await newestMail(caseId);
  for (const line of look.mail.text.split('\n\n')) expect(text).toContain(line);
  expect(text).not.toContain(BODY);
});

it('shows a notice of more time as it is then sent, with its new last day and to whom one can turn', async () => {
  const caseId = await confirmed();
  const draft = { reasons: ['complexity'], promisedOn: null, body: BODY } as const;
  const look = (await loadNoticeLook(caseId, { about: 'moreTime', ...draft }))!;
  expect(look.letter.parts.map(({ id }) => id)).toEqual(['greeting', 'said', 'words', 'remedies', 'closing']);
  await must(caseId, { type: 'ExtendDeadline', messageId: randomUUID(), noticeId: randomUUID(), ...draft });
  expect(await newestLetter(caseId)).toEqual(look.letter);
});

const UNSHOWN = { about: 'notShown', ...COMMANDS.ProposeRejection } as const;

it('shows that identity was not shown as it is then sent, also to the second person, by mail without ground and facts, and as a PDF', async () => {
  const caseId = await confirmed();
  const look = (await loadNoticeLook(caseId, UNSHOWN))!;
  expect(look.missing).toEqual([]);
  expect(look.letter).toMatchObject({ kind: 'notShown', template: 'not-shown-1', locale: 'bg' });
  expect(look.letter.parts.map(({ id }) => id)).toEqual([
    'greeting',
    'said',
    'reasons',
    'words',
    'remedies',
    'closing',
  ]);
  expect(await lookAtProposed((await caseRow(caseId))!)).toBeNull();
  expect(await loadLetterPdf(caseId, 'notShown')).toBeNull();
  await must(caseId, COMMANDS.ProposeRejection);
  expect(await lookAtProposed((await caseRow(caseId))!)).toEqual(look);
  const pdf = Buffer.from((await loadLetterPdf(caseId, 'notShown'))!);
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  await must(caseId, COMMANDS.ApproveRejection, BOB);
  expect(await newestLetter(caseId)).toEqual(look.letter);
  const { text } = await newestMail(caseId);
  for (const line of look.mail.text.split('\n\n')) expect(text).toContain(line);
  const [reason] = look.letter.parts.find(({ id }) => id === 'reasons')!.paragraphs;
  expect(text).not.toContain(reason);
  expect(text).not.toContain(COMMANDS.ProposeRejection.facts);
});

it('names what that letter lacks, which is what bars it from being proposed', async () => {
  const caseId = await confirmed();
  const look = (await loadNoticeLook(caseId, { ...UNSHOWN, grounds: [], facts: '', confirmed: [] }))!;
  expect(look.missing.map(({ citation }) => citation)).toContain('Art. 12(4) GDPR');
  expect(look.missing.length).toBeLessThan(look.owed);
  expect(await handle(caseId, { ...COMMANDS.ProposeRejection, facts: '' }, ALICE)).toMatchObject({ ok: false });
});
