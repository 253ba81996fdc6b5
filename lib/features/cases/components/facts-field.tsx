import { describedBy, Field } from '@/lib/ui/field';
import { TextArea } from '@/lib/ui/input';

/** What the requester reads in the desk's words, in their language. */
export function FactsField({
  id,
  label,
  hint,
  lang,
  value,
  required = false,
}: {
  id: string;
  label: string;
  hint: string;
  lang: string;
  value: string;
  required?: boolean;
}) {
  return (
    <Field id={id} label={label} hint={hint}>
      <TextArea
        id={id}
        name="facts"
        lang={lang}
        rows={4}
        maxLength={4000}
        required={required}
        defaultValue={value}
        aria-describedby={describedBy({ id, hint })}
      />
    </Field>
  );
}
