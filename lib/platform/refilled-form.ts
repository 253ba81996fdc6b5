import { type Fields, type FieldView, likeness } from './form-likeness';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const fieldsIn = (form: HTMLFormElement): Field[] =>
  [...form.elements].filter((element): element is Field => element.matches('input, textarea, select'));

const viewOf = ({ name, value, type }: Field): FieldView => ({ name, value, fixed: type === 'hidden' });

/** Gives a field its value as somebody's hand would, so that whatever watches it hears of it. */
function put(field: Field, values: readonly string[]): void {
  if (field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')) {
    if (field.checked !== values.includes(field.value)) field.click();
    return;
  }
  const owner =
    field instanceof HTMLTextAreaElement
      ? HTMLTextAreaElement
      : field instanceof HTMLSelectElement
        ? HTMLSelectElement
        : HTMLInputElement;
  Object.getOwnPropertyDescriptor(owner.prototype, 'value')?.set?.call(field, values[0] ?? '');
  for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
}

/** Puts what was sent back into its form on this page, opens what hides it and brings it into view. @returns whether the form is there */
export function refill(sent: Fields): boolean {
  const forms = [...document.forms].map((form) => ({ form, score: likeness(fieldsIn(form).map(viewOf), sent) }));
  const best = forms.sort((one, other) => other.score - one.score)[0];
  if (!best || best.score === 0) return false;
  for (const field of fieldsIn(best.form)) {
    if (field.name === '' || field.type === 'hidden' || field.type === 'password') continue;
    put(
      field,
      sent.filter(([name]) => name === field.name).map(([, value]) => value),
    );
  }
  for (let around = best.form.parentElement; around; around = around.parentElement)
    if (around instanceof HTMLDetailsElement) around.open = true;
  best.form.scrollIntoView({ block: 'center' });
  return true;
}
