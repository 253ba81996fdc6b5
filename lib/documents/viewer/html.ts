import { htmlText } from '@/lib/platform/html-text';

/** Text that is already HTML. Only `html` makes it, so that nothing reaches the page unescaped. */
export type Html = { readonly html: string };

type Part = Html | string | number | null | readonly Part[];

/** Template of HTML: whatever is put into it is text, unless it is HTML itself. Null is nothing. */
export const html = (literals: TemplateStringsArray, ...parts: Part[]): Html => ({
  html: literals.reduce((all, literal, i) => all + written(parts[i - 1] ?? null) + literal),
});

function written(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string') return htmlText(part);
  if (typeof part === 'number') return String(part);
  return 'html' in part ? part.html : part.map(written).join('');
}

/** JSON that can stand in a script element: no "<" that could close it or open a comment in it. */
export const scriptJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
