/** What every system says of its backups, to be said once for all of them; null where they differ or there is no system. @param systems each with its sentences, in their order */
export function sharedBackups(systems: readonly { readonly backups: readonly string[] }[]): readonly string[] | null {
  const [first, ...others] = systems.map(({ backups }) => backups);
  if (!first) return null;
  const isSame = (lines: readonly string[]) =>
    lines.length === first.length && lines.every((line, no) => line === first[no]);
  return others.every(isSame) ? first : null;
}
