/** A colour of the page: its name, on light and on dark. */
export type Token = readonly [name: string, light: string, dark: string];

const TOKENS: readonly Token[] = [
  ['canvas', '#faf8f4', '#15171a'],
  ['surface', '#ffffff', '#1b1e22'],
  ['sunken', '#f3f0ea', '#101214'],
  ['hover', '#f6f3ed', '#22262b'],
  ['ink', '#1a1d21', '#eceae5'],
  ['ink-2', '#454a50', '#c1c3c3'],
  ['ink-3', '#5f656b', '#9ba0a3'],
  ['line', '#e2ddd3', '#32373d'],
  ['line-strong', '#7f8386', '#7c8288'],
  ['focus', '#14181d', '#ffcf4d'],
  ['focus-halo', '#ffc83d', '#14181d'],
];

/** The colours of both themes in words that engines without light-dark() know too: the system chooses, data-theme overrides it. */
export function themeCss(accent: { readonly light: string; readonly dark: string }): string {
  const tokens: readonly Token[] = [...TOKENS, ['accent', accent.light, accent.dark]];
  const light = tokens.map(([name, colour]) => `--${name}: ${colour};`).join(' ');
  const dark = tokens.map(([name, , colour]) => `--${name}: ${colour};`).join(' ');
  return `:root { color-scheme: light; ${light} }
@media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { color-scheme: dark; ${dark} } }
:root[data-theme="dark"] { color-scheme: dark; ${dark} }
`;
}
