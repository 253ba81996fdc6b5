/** What may stand in a part of an address that the routes leave open, by its name; a name that is not here takes anything. */
export type Known = Readonly<Record<string, (part: string) => boolean>>;

/** An address that has no page, whatever the portals are called. */
export const NOWHERE = '/-/-/-/-/-';

const partsOf = (path: string): string[] => path.split('/').slice(1);

function fits(route: readonly string[], parts: readonly string[], known: Known): boolean {
  if (route.at(-1)?.startsWith('[...'))
    return parts.length >= route.length && fits(route.slice(0, -1), parts.slice(0, route.length - 1), known);
  return (
    route.length === parts.length &&
    route.every((name, index) => {
      const part = parts[index] ?? '';
      return name.startsWith('[') ? (known[name.slice(1, -1)]?.(part) ?? part !== '') : name === part;
    })
  );
}

/**
 * Finds addresses that only look like a page's: of no portal, in no language, with no such question. A page that finds this out itself
 * has begun already, and its answer would need scripts to be read; one that has no route at all is answered whole.
 * @param routes as the build lists them, such as `/[controller]/[locale]/find`
 * @returns whether an address, without its query, has a route and yet leads nowhere
 */
export function leadsNowhere(routes: readonly string[], known: Known): (path: string) => boolean {
  const all = routes.map(partsOf);
  return (path) => {
    const parts = partsOf(path.length > 1 ? path.replace(/\/$/, '') : path);
    return !all.some((route) => fits(route, parts, known)) && all.some((route) => fits(route, parts, {}));
  };
}
