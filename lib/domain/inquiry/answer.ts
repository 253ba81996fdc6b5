import { type DocumentRefusal, DOCUMENT_BYTES } from './document-kind';

/** Why something that was asked does not apply to a system, beside that nothing was found. */
export const NOT_APPLICABLE = ['noSuchPeople', 'gone', 'elsewhere'] as const;

export type WhyNotApplicable = (typeof NOT_APPLICABLE)[number];

export type GivenDocument = { readonly name: string; readonly bytes: Uint8Array };

/** What came back for one collection, before it is known to be an answer. */
export type GivenAnswer = {
  readonly collectionId: string;
  readonly result: string;
  readonly reason: string;
  readonly text: string;
  readonly documents: readonly GivenDocument[];
};

export type AnswerProblem = {
  readonly collectionId: string;
  readonly field: 'result' | 'reason' | 'text' | 'documents';
  readonly problem:
    | 'missing'
    | 'reasonMissing'
    | 'foundNothing'
    | 'foundSomething'
    | 'textTooLong'
    | 'tooMany'
    | 'allTooLarge'
    | 'infected'
    | 'unscanned'
    | DocumentRefusal;
  /** The document it is about. */
  readonly document: string | null;
};

export const TEXT_SIGNS = 20_000;
export const MOST_DOCUMENTS = 20;

/**
 * What is wrong with an answer, each once. Found means that something is handed in; the two others, that nothing is.
 * @param kindOf what a document is, or why it is not taken
 */
export function problemsOfAnswer(
  answers: readonly GivenAnswer[],
  kindOf: (document: GivenDocument) => { readonly mediaType: string } | DocumentRefusal,
): AnswerProblem[] {
  const all = answers.flatMap(({ documents }) => documents).reduce((sum, { bytes }) => sum + bytes.length, 0);
  return answers.flatMap((answer): AnswerProblem[] => {
    const { collectionId, result, reason, text, documents } = answer;
    const wrong = (
      field: AnswerProblem['field'],
      problem: AnswerProblem['problem'],
      document: string | null = null,
    ): AnswerProblem => ({ collectionId, field, problem, document });
    const given = text.trim() !== '' || documents.length > 0;
    if (result === 'notApplicable' || result === 'nothing') {
      if (given) return [wrong('result', 'foundSomething')];
      const known = (NOT_APPLICABLE as readonly string[]).includes(reason);
      return result === 'notApplicable' && !known ? [wrong('reason', 'reasonMissing')] : [];
    }
    if (result !== 'found') return [wrong('result', 'missing')];
    if (!given) return [wrong('documents', 'foundNothing')];
    return [
      ...(text.length > TEXT_SIGNS ? [wrong('text', 'textTooLong')] : []),
      ...(documents.length > MOST_DOCUMENTS ? [wrong('documents', 'tooMany')] : []),
      ...(all > DOCUMENT_BYTES && documents.length > 0 ? [wrong('documents', 'allTooLarge')] : []),
      ...documents.flatMap((document) => {
        const kind = kindOf(document);
        return typeof kind === 'string' ? [wrong('documents', kind, document.name)] : [];
      }),
    ];
  });
}
