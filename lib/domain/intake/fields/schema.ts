import { z } from 'zod';
import { isAddress } from '../address';
import { asciiDigits, cleanLine, cleanProse, withoutUnseen } from '../clean';

// The one validator of each kind of text that people write: pages, whole requests and the desk check with the same. A message is the key
// of a text, its parameters what that text names.

// In UTF-16 units, as the browser's own maxlength counts.
const notLonger =
  (max: number) =>
  ({ value, issues }: z.core.ParsePayload<string>): void => {
    if (value.length > max)
      issues.push({ code: 'custom', input: value, message: 'tooLong', params: { max, length: value.length } });
  };

/** One line that must be there. */
export const line = (max: number, clean: (text: string) => string = cleanLine) =>
  z.string().overwrite(clean).min(1, { error: 'empty', abort: true }).check(notLonger(max));

/** Several lines, or nothing. Line ends are kept as "\n". */
export const prose = (max: number) => z.string().overwrite(cleanProse).check(notLonger(max));

/** Several lines that must be there. */
export const written = (max: number) =>
  z.string().overwrite(cleanProse).min(1, { error: 'empty', abort: true }).check(notLonger(max));

export const nameAnswer = line(200);
export const identifierAnswer = line(200);
export const detailAnswer = prose(4000);

// A longer one is no address; said by its length, since whoever pasted a whole page sees it by that.
const EMAIL_MAX = 254;

/** An address that a mail can go to, international ones too (RFC 6531). Says what to look at: the missing sign, the rest. */
export const emailAnswer = line(EMAIL_MAX, (text) => withoutUnseen(text).replace('\uFF20', '@'))
  .refine((text) => text.includes('@'), { error: 'emailWithoutAt', abort: true })
  .refine(isAddress, 'notAnEmail');

function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return /^[\d\s().+/\p{Pd}\u2212]+$/u.test(text) && digits >= 5 && digits <= 17;
}

/** A phone number with enough digits to be found by. Kept as it was written, with digits of ASCII. */
export const phoneAnswer = line(200, (text) => asciiDigits(withoutUnseen(text)).replace('\uFF0B', '+')).refine(
  isPhone,
  'notAPhone',
);

/** What the person can be found by, by its kind. */
export const identifierOf = (kind: string) =>
  kind === 'email' ? emailAnswer : kind === 'phone' ? phoneAnswer : identifierAnswer;

/** A value that may be left out: undefined for an empty field, else checked like any other. */
const orNothing = (schema: z.ZodType<string, string>) =>
  z.string().transform((text, context): string | undefined => {
    if (text.trim() === '') return undefined;
    const { success, data, error } = schema.safeParse(text);
    if (success) return data;
    for (const issue of error.issues)
      context.addIssue({
        code: 'custom',
        message: issue.message,
        ...(issue.code === 'custom' && issue.params && { params: issue.params }),
      });
    return z.NEVER;
  });

/** Such values by their kind, as a request keeps them: the desk adds others than the form asks for. */
export const identifiersAnswer = z.record(z.string(), identifierAnswer);

/** A field of a form, whether the browser sends one text, several or none, by the schema of its text. */
export const field = <T extends z.ZodType<unknown, string>>(schema: T) =>
  z
    .unknown()
    .optional()
    .transform((sent): string => {
      const text: unknown = Array.isArray(sent) ? sent[0] : sent;
      return typeof text === 'string' ? text : '';
    })
    .pipe(schema);

/** Fields for what a person is found by, each named by its kind; gives the values that were filled in, by kind. */
export const identifierFields = (
  identifiers: readonly { readonly kind: string; readonly required: boolean }[],
  nameOf: (kind: string) => string,
) =>
  z
    .object(
      Object.fromEntries(
        identifiers.map(({ kind, required }) => {
          const schema = identifierOf(kind);
          return [nameOf(kind), field(required ? schema : orNothing(schema))] as const;
        }),
      ),
    )
    .transform((given) =>
      Object.fromEntries(
        identifiers.flatMap(({ kind }) => {
          const value = given[nameOf(kind)];
          return value === undefined ? [] : [[kind, value] as const];
        }),
      ),
    );

/** One of the values that the page offers; anything else was not chosen on it. */
export const choice = <const T extends string>(offered: readonly T[]) => field(z.enum(offered, 'empty'));

/** Those of the values that the page offers whose boxes are ticked, in its order; what it does not offer is dropped. */
export const choices = (offered: readonly string[]) =>
  z
    .unknown()
    .optional()
    .transform((sent): string[] => {
      const ticked = new Set<unknown>(Array.isArray(sent) ? sent : [sent]);
      return offered.filter((value) => ticked.has(value));
    });

/** A box that is ticked. */
export const ticked = field(z.string().transform((text) => text === 'yes'));
