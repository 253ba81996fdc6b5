import { controllers } from '@/lib/platform/controllers/registry';

/** The accent of each controller as a stylesheet, since colours of an operator's choosing cannot stand in a file of ours. */
export function GET(): Response {
  const rules = [...controllers()].map(([id, { accent }]) => {
    const rule = (colour: string, on: string): string =>
      `[data-controller="${id}"] { --color-accent: ${colour}; --color-on-accent: ${on}; }`;
    // A property of one's own takes any text: an engine without light-dark() would find no colour in it only where it is used.
    return `${rule(accent.light, accent.onLight)}
@media (prefers-color-scheme: dark) { ${rule(accent.dark, accent.onDark)} }
@supports (color: light-dark(#000, #fff)) { ${rule(`light-dark(${accent.light}, ${accent.dark})`, `light-dark(${accent.onLight}, ${accent.onDark})`)} }`;
  });
  return new Response(`${rules.join('\n')}\n`, {
    headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=300' },
  });
}
