import { type DefaultTreeAdapterMap, defaultTreeAdapter as tree, html, parse, serialize } from 'parse5';
import { type Fields, type FieldView, likeness } from './form-likeness';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const isElement = (node: Node): node is Element => 'tagName' in node;

function* elementsOf(node: Node): Generator<Element> {
  if (isElement(node)) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsOf(child);
}

const attribute = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((one) => one.name === name)?.value;

function set(element: Element, name: string, value: string | null): void {
  element.attrs = [...element.attrs.filter((one) => one.name !== name), ...(value === null ? [] : [{ name, value }])];
}

const element = (tag: string, attrs: Record<string, string>, text: string): Element => {
  const made = tree.createElement(
    tag,
    html.NS.HTML,
    Object.entries(attrs).map(([name, value]) => ({ name, value })),
  );
  tree.insertText(made, text);
  return made;
};

const FIELDS = new Set(['input', 'textarea', 'select']);
const fieldsOf = (form: Element): Element[] => [...elementsOf(form)].filter(({ tagName }) => FIELDS.has(tagName));
const isFixed = (field: Element): boolean => attribute(field, 'type') === 'hidden';

const viewOf = (field: Element): FieldView => ({
  name: attribute(field, 'name') ?? '',
  value: attribute(field, 'value') ?? '',
  fixed: isFixed(field),
});

function fill(field: Element, values: readonly string[]): void {
  const kind = attribute(field, 'type');
  if (field.tagName === 'textarea') {
    field.childNodes = [];
    tree.insertText(field, values[0] ?? '');
  } else if (field.tagName === 'select') {
    for (const option of elementsOf(field))
      if (option.tagName === 'option')
        set(option, 'selected', values.includes(attribute(option, 'value') ?? '') ? '' : null);
  } else if (kind === 'radio' || kind === 'checkbox') {
    set(field, 'checked', values.includes(attribute(field, 'value') ?? 'on') ? '' : null);
  } else if (kind !== 'hidden' && kind !== 'password') {
    set(field, 'value', values[0] ?? '');
  }
}

/**
 * A page with what was sent filled into its form again, and a note above it. Its scripts are left out: they would put the page's own
 * values back. What fits no field any more is shown, so that nothing typed is lost.
 */
export function filledPage(
  page: string,
  sent: Fields,
  words: { readonly note: string; readonly typed: string },
): string {
  const document = parse(page);
  const all = [...elementsOf(document)];
  for (const script of all.filter(({ tagName }) => tagName === 'script')) tree.detachNode(script);
  const forms = all
    .filter(({ tagName }) => tagName === 'form')
    .map((form) => ({ form, score: likeness(fieldsOf(form).map(viewOf), sent) }));
  const best = forms.sort((one, other) => other.score - one.score)[0];
  const form = best && best.score > 0 ? best.form : null;
  const fields = form ? fieldsOf(form) : [];
  for (const field of fields)
    fill(
      field,
      sent.filter(([name]) => name === attribute(field, 'name')).map(([, value]) => value),
    );
  const known = new Set(fields.map((field) => attribute(field, 'name')));
  const left = sent.filter(([name, value]) => !known.has(name) && value.trim() !== '');
  // The page comes at its top, and the form may stand far below or be folded away.
  const note = element('p', { class: 'note', role: 'alert', tabindex: '-1', autofocus: '' }, words.note);
  for (let around: Node | null = form; around; around = 'parentNode' in around ? around.parentNode : null)
    if (isElement(around) && around.tagName === 'details') set(around, 'open', '');
  const place = form ?? all.find(({ tagName }) => tagName === 'main')?.childNodes[0];
  const parent = place && tree.getParentNode(place);
  if (!parent) return page;
  const shown = left.map(([name, value]) =>
    element('textarea', { class: 'input input--area', 'aria-label': `${words.typed}: ${name}`, readonly: '' }, value),
  );
  for (const one of [note, ...shown]) tree.insertBefore(parent, one, place);
  return serialize(document);
}
