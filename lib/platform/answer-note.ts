import { headers } from 'next/headers';
import { after } from 'next/server';

/** What an action tells the page that is drawn in answer to the same request. `mark` names this one, so that nothing shows it twice. */
export type AnswerNote = {
  readonly mark: string;
  readonly said: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
};

// Held for the length of one request; each has a nonce of its own (lib/platform/web-server.ts).
const notes = new Map<string, AnswerNote>();

const markOfRequest = async (): Promise<string> => (await headers()).get('x-nonce') ?? '';

/** Leaves a note for the page of the answer. @returns its mark */
export async function leaveForAnswer(note: Omit<AnswerNote, 'mark'>): Promise<string> {
  const mark = await markOfRequest();
  notes.set(mark, { ...note, mark });
  after(() => void notes.delete(mark));
  return mark;
}

/** What the action of this request left, if it left anything. */
export const leftForAnswer = async (): Promise<AnswerNote | null> => notes.get(await markOfRequest()) ?? null;
