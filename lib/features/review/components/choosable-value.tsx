import { wordMarks } from '@/lib/domain/fulfilment/hidden-mark';
import { isNeverSent, withStatements } from '@/lib/domain/fulfilment/never-sent';
import { otherPersonIn, type OwnValues } from '@/lib/domain/fulfilment/other-person';
import { isWithheldByMap, type LawfulCollection, type LawfulField } from '@/lib/domain/fulfilment/under-law';
import { cellText, type DataRecord } from '@/lib/domain/records/json-text';
import type { KeptShown, ReviewRecord, ReviewRedaction } from '@/lib/features/review/types';
import { deskText as t } from '@/lib/platform/i18n/desk';
import type { CardProps } from './record-card';
import { Value } from './value';

type Known = Pick<CardProps, 'own' | 'words'>;

/**
 * A value as the desk sees it: a secret that the law never lets be sent is a statement here too, for nobody who hands it over needs to read it.
 */
export function deskValue(field: LawfulField | undefined, record: DataRecord, { own, words }: Known, name: string) {
  const value = record[name];
  const other = field ? otherPersonIn(field, record, own) : null;
  if (!field || isWithheldByMap(other)) return { value, other, never: false };
  const marks = wordMarks(words);
  const left = withStatements(value, field.neverSent, { locale: 'en', marks, isOwn: other === null });
  return { value: left.value, other, never: left.whole };
}

/** The part of a value a person has marked with mouse or keys, if the marking lies inside this very element. */
function markedIn(element: HTMLElement, text: string): string | null {
  const selection = window.getSelection();
  const passage = selection?.toString() ?? '';
  return selection?.anchorNode && element.contains(selection.anchorNode) && passage !== '' && text.includes(passage)
    ? passage
    : null;
}

/** A value that can be chosen, wholly or the part of it that is marked. */
export function ChoosableValue({
  name,
  title,
  record: { recordNo, record },
  collection,
  redactions,
  chosen,
  onChoose,
  ...known
}: CardProps & { name: string; title: string }) {
  const field = collection.fields.find((one) => one.name === name);
  const { value, other, never } = deskValue(field, record, known, name);
  return (
    <button
      type="button"
      className="-ms-1 min-h-6 max-w-full cursor-pointer rounded-sm px-1 py-px text-start wrap-anywhere whitespace-pre-wrap select-text hover:bg-hover aria-pressed:bg-selected"
      aria-pressed={chosen?.recordNo === recordNo && chosen.field === name && !chosen.column}
      data-field={name}
      data-decide={(field && isOpen(field, record, known.own, redactions)) || undefined}
      onClick={(event) =>
        onChoose({ recordNo, field: name, passage: never ? null : markedIn(event.currentTarget, cellText(value)) })
      }
    >
      <span className="sr-only">{t('review.select', { field: title })}: </span>
      <Value
        value={value}
        other={other}
        never={never}
        redactions={redactions.filter((redaction) => redaction.field === name)}
        words={known.words}
      />
    </button>
  );
}

/** Whether a value waits for a person who decides if it is shown. */
const isOpen = (
  field: LawfulField,
  record: DataRecord,
  own: OwnValues,
  redactions: readonly ReviewRedaction[],
): boolean =>
  otherPersonIn(field, record, own)?.rule === 'decide' &&
  cellText(record[field.name]) !== '' &&
  !isNeverSent(field, record) &&
  !redactions.some((one) => one.field === field.name);

/** The first field of a record that waits for a person to decide it; null where none does. */
export const openFieldOf = (
  { recordNo, record }: ReviewRecord,
  collection: LawfulCollection,
  redactions: readonly ReviewRedaction[],
  kept: readonly KeptShown[],
  ownValues: OwnValues,
): string | null => {
  const own = redactions.filter((one) => one.recordNo === recordNo);
  if (own.some(({ scope }) => scope === 'record')) return null;
  const isKept = (name: string) =>
    kept.some((one) => one.field === name && (one.recordNo === null || one.recordNo === recordNo));
  return collection.fields.find((field) => isOpen(field, record, ownValues, own) && !isKept(field.name))?.name ?? null;
};
