import { controllers } from '@/lib/platform/controllers/registry';

/** The accent of each controller as a stylesheet, since colours of an operator's choosing cannot stand in a file of ours. */
export function GET(): Response {
  const rules = [...controllers()].map(
    ([id, { accent }]) =>
      `[data-controller="${id}"] { --color-accent: light-dark(${accent.light}, ${accent.dark}); --color-on-accent: light-dark(${accent.onLight}, ${accent.onDark}); }`,
  );
  return new Response(`${rules.join('\n')}\n`, { headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=300' } });
}
