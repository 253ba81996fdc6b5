import type { LocalDate } from '../calendar/local-date';
import type { LetterWords } from './answer';
import { type Carried, type Letter, type LetterKind, type LetterPart, TEMPLATES } from './types';

/** The parts of such a letter in which something that the law requires can stand. */
export type CarryingPart = 'said' | 'reasons' | 'words' | 'remedies';

/** A letter that tells of one thing besides an answer: a question, more time, something done. */
export type ToldFacts = {
  readonly kind: Exclude<LetterKind, 'answer'>;
  readonly reference: string;
  readonly controller: { readonly name: string; readonly legalName: string; readonly contact: string };
  readonly person: string;
  readonly on: LocalDate;
  /** What its mail says too, in paragraphs. */
  readonly said: readonly string[];
  /** Why less is done than was asked, each reason with its article; for the person alone, never in the mail. */
  readonly reasons?: readonly string[];
  /** What is on record of it besides, in sentences of ours or in the person's own words; for the person alone. */
  readonly details?: readonly string[];
  /** What the law wants told of it, by the part that says it. */
  readonly carries: Partial<Readonly<Record<CarryingPart, readonly Carried[]>>>;
  /** In the desk's words. */
  readonly words: string;
  /** What is open to somebody who disagrees; empty where nothing was refused or put off. */
  readonly remedies: readonly string[];
};

/** The letter of a notice: what the mail says of it, word for word, and what only the person reads. Pure. */
export function toldLetter(facts: ToldFacts, { locale, letter: t }: LetterWords): Letter {
  const { kind, reference, controller, on } = facts;
  const parts: readonly (Pick<LetterPart, 'id' | 'source' | 'paragraphs'> & Partial<LetterPart>)[] = [
    { id: 'greeting', source: 'case', paragraphs: [t('greeting', { name: facts.person })] },
    { id: 'said', source: 'law', paragraphs: facts.said, mailed: true },
    { id: 'reasons', source: 'law', paragraphs: facts.reasons ?? [] },
    { id: 'words', source: 'desk', paragraphs: facts.words.trim() === '' ? [] : facts.words.trim().split(/\n{2,}/u) },
    { id: 'details', source: 'case', paragraphs: facts.details ?? [] },
    { id: 'remedies', source: 'law', paragraphs: facts.remedies, heading: t('remedies') },
    { id: 'closing', source: 'case', paragraphs: [`${controller.legalName}\n${controller.contact}`] },
  ];
  return {
    kind,
    template: TEMPLATES[kind],
    locale,
    reference,
    controller: controller.name,
    copy: false,
    on,
    parts: parts
      .filter(({ paragraphs }) => paragraphs.length > 0)
      .map((part) => ({
        right: null,
        heading: null,
        mailed: false,
        ...part,
        carries: facts.carries[part.id as CarryingPart] ?? [],
      })),
  };
}
