'use server';

import { redirect } from 'next/navigation';
import { type AnswerProblem, type GivenAnswer, problemsOfAnswer } from '@/lib/domain/inquiry/answer';
import { documentKind, documentName } from '@/lib/domain/inquiry/document-kind';
import { scan } from '@/lib/platform/clamd';
import { deskText as t } from '@/lib/platform/i18n/desk';
import { openInquiry } from './data';
import { answerInquiry } from './mutations/answer-inquiry';
import { logInquiry } from './mutations/log-inquiry';
import { fieldOf, inquiryTokenSchema } from './schema';

/** The form as it comes back: what is wrong, and what was typed. Files have to be chosen again; browsers give none back. */
export type InquiryFormState = {
  readonly problems: readonly { readonly field: string; readonly text: string }[];
  readonly raw: Readonly<Record<string, string>>;
};

const NOTE_SIGNS = 4_000;

/** Takes the answer to an inquiry from whoever holds its link. Of what belongs to another inquiry nothing is looked at. */
export async function answerInquiryAction(_before: InquiryFormState, form: FormData): Promise<InquiryFormState> {
  const token = inquiryTokenSchema.safeParse(form.get('token'));
  if (!token.success) redirect('/asked/unknown');
  const page = `/asked/${token.data}`;
  const at = new Date();
  const opened = await openInquiry(token.data, at);
  if (!opened.ok) {
    if (opened.detail !== undefined)
      await logInquiry(opened.detail, { kind: 'InquiryRefused', reason: opened.reason }, at);
    redirect(page);
  }
  const asked = opened.value.asked.map(({ collection }) => ({ id: collection.id, title: collection.title.en }));
  const given = await Promise.all(asked.map(({ id }) => givenFor(id, form)));
  const note = textOf(form, 'note').trim();
  const problems = problemsOfAnswer(given, ({ name, bytes }) => documentKind(name, bytes)).map((problem) => ({
    field: fieldOf(problem.field, problem.collectionId),
    text: problemText(problem, asked.find(({ id }) => id === problem.collectionId)?.title ?? ''),
  }));
  if (note.length > NOTE_SIGNS) problems.push({ field: 'note', text: t('inquiry.problem.noteTooLong') });
  if (problems.length === 0) problems.push(...(await scanProblems(given, asked)));
  if (problems.length > 0) return { problems, raw: typedIn(form) };
  await answerInquiry(token.data, given, note, at);
  redirect(page);
}

type Asked = { readonly id: string; readonly title: string };

async function scanProblems(
  given: readonly GivenAnswer[],
  asked: readonly Asked[],
): Promise<InquiryFormState['problems']> {
  for (const { collectionId, documents } of given)
    for (const { name, bytes } of documents) {
      const problem = await scan(bytes);
      if (problem === 'clean') continue;
      const found = { collectionId, field: 'documents', problem, document: name } as const;
      const title = asked.find(({ id }) => id === collectionId)?.title ?? '';
      return [{ field: fieldOf('documents', collectionId), text: problemText(found, title) }];
    }
  return [];
}

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.normalize('NFC').replaceAll('\r\n', '\n') : '';
};

async function givenFor(collectionId: string, form: FormData): Promise<GivenAnswer> {
  // A browser sends a field for files without one as a file without name and content.
  const files = form
    .getAll(fieldOf('documents', collectionId))
    .filter((file): file is File => typeof file !== 'string' && (file.name !== '' || file.size > 0));
  return {
    collectionId,
    result: textOf(form, fieldOf('result', collectionId)),
    reason: textOf(form, fieldOf('reason', collectionId)),
    text: textOf(form, fieldOf('text', collectionId)),
    documents: await Promise.all(
      files.map(async (file) => ({ name: documentName(file.name), bytes: new Uint8Array(await file.arrayBuffer()) })),
    ),
  };
}

const typedIn = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form.entries()].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.slice(0, 40_000)]] : [])),
  );

const problemText = ({ problem, document }: AnswerProblem, title: string): string =>
  t(`inquiry.problem.${problem}`, { title, document: document ?? '' });
