import type { QuestionEvent } from '@/lib/domain/case/commands/questions';
import { addClockEvent } from '@/lib/features/case-file/rows/clocks';
import { questionLetter } from '@/lib/features/cases/data/told-letters';
import { newId } from '@/lib/platform/ids';
import { type ConsequenceRows, deskWrote, type Situation } from './consequences';

type Asked = { readonly messageId: string; readonly body: string; readonly lateBecause: string | null };

/** A question goes to the requester as a message. Why it was asked late is kept as a note: the clock only has to know that somebody said why. */
async function ask(
  situation: Situation,
  { messageId, body, lateBecause }: Asked,
  question: { type: 'identityRequested' } | { type: 'clarificationRequested'; largeQuantity: boolean },
): Promise<void> {
  const { tx, row, at } = situation;
  await deskWrote(situation, 'desk', body, messageId);
  const noteId = lateBecause ? newId() : null;
  if (noteId && lateBecause) await deskWrote(situation, 'note', lateBecause, noteId);
  await addClockEvent(
    tx,
    row.id,
    { ...question, at: at.toISOString(), ...(noteId && { lateBecause: noteId }) },
    { messageId },
  );
}

const asking = (asked: Asked, { tx, row, at }: Situation) => questionLetter(row, asked, at, tx);

export const QUESTION_CONSEQUENCES: ConsequenceRows<QuestionEvent> = {
  IdentityQuestioned: {
    rows: (event, situation) => ask(situation, event, { type: 'identityRequested' }),
    mail: asking,
  },
  ClarificationAsked: {
    rows: (event, situation) =>
      ask(situation, event, { type: 'clarificationRequested', largeQuantity: event.largeQuantity }),
    mail: asking,
  },
  QuestionAnswered: {
    rows: ({ cause, repliedAt }, { tx, row }) =>
      addClockEvent(tx, row.id, {
        type: cause === 'identity' ? 'identityProvided' : 'clarificationProvided',
        at: repliedAt,
      }),
    mail: null,
  },
};
