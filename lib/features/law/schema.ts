import { z } from 'zod';
import { localDate, parseLocalDate } from '@/lib/domain/calendar/local-date';
import { COUNSEL_STATES } from '@/lib/domain/law/confirmation';
import { RULE_KINDS } from '@/lib/domain/law/catalogue';
import type { LawFilters } from '@/lib/domain/law/find';
import { REGIME_IDS, VERIFIED } from '@/lib/domain/law/types';
import { cleanLine } from '@/lib/domain/intake/clean';

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value === '' ? undefined : value);
const optional = <S extends z.ZodType>(schema: S) => z.preprocess(first, schema.optional()).catch(undefined);

const day = z
  .string()
  .refine((text) => parseLocalDate(text) !== null)
  .transform(localDate);

/** Filters of the page of the law as an address carries them; what is unknown is as if it were not there. */
export const lawFiltersSchema: z.ZodType<LawFilters> = z.object({
  regime: optional(z.enum(REGIME_IDS)),
  kind: optional(z.enum(RULE_KINDS)),
  tag: optional(z.enum(VERIFIED)),
  counsel: optional(z.enum([...COUNSEL_STATES, 'notConfirmed'])),
  on: optional(day),
  q: optional(z.string().trim().min(1).max(100)),
});

/** The page of the law with these filters, at its list. */
export function lawAddress(filters: LawFilters, more: Readonly<Record<string, string>> = {}): string {
  const set = Object.entries({ ...filters, ...more }).flatMap(
    ([name, value]: [string, string | undefined]): [string, string][] => (value ? [[name, value]] : []),
  );
  return `/dpo/law${set.length > 0 ? `?${new URLSearchParams(set)}` : ''}#rules`;
}

const line = (max: number) => z.string().overwrite(cleanLine).max(max, 'tooLong');

/** What a ticked rule sends: its id and the fingerprint of the wording that was on the page. */
const ticked = z
  .string()
  .regex(/^[A-Za-z][\w.-]{0,79}:[0-9a-f]{64}$/)
  .transform((text) => ({ id: text.slice(0, -65), fingerprint: text.slice(-64) }));

/** Each message is the end of a text's key: what to do about that field. */
export const confirmSchema = z.object({
  rule: z.array(ticked).min(1, 'noRule').max(1000),
  counsel: line(120).refine((text) => text !== '', 'noCounsel'),
  confirmedOn: z
    .string()
    .refine((text) => parseLocalDate(text) !== null, 'noDay')
    .transform((text) => localDate(text)),
  note: line(500),
});

export type NewConfirmation = z.output<typeof confirmSchema>;

export const withdrawSchema = z.object({ confirmationId: z.uuid() });

export type ConfirmField = 'rule' | 'counsel' | 'confirmedOn' | 'note';

/** What the form shows again when it was not taken. */
export type ConfirmState = {
  readonly problem: { readonly field: ConfirmField; readonly reason: string; readonly mark: string } | null;
  readonly ticked: readonly string[];
  readonly typed: Readonly<Record<'counsel' | 'confirmedOn' | 'note', string>>;
  readonly turn: number;
};
