/** Something wrong in a file of the operator's, by its place in the YAML tree: what it is and what to write instead. */
export type Problem = {
  readonly file: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly fix: string;
};

/** Takes a mistake of the file at hand. */
export type Report = (path: readonly PropertyKey[], message: string, fix: string) => void;

/** Edits (insert, drop, replace, swap two neighbours) that turn one word into the other. */
function distance(a: string, b: string): number {
  let older: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? older[j - 2]! + 1 : Infinity;
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1), swapped));
    }
    older = row;
    row = next;
  }
  return row[b.length]!;
}

/** The known word that was most likely meant, or null when none is near. The first of equally near ones, in the given order. */
export function nearest(written: string, known: readonly string[]): string | null {
  const limit = Math.max(1, Math.floor(written.length / 3));
  let best: { word: string; edits: number } | null = null;
  for (const word of known) {
    const edits = distance(written.toLowerCase(), word.toLowerCase());
    if (edits <= limit && (best === null || edits < best.edits)) best = { word, edits };
  }
  return best?.word ?? null;
}

/** What to write instead of a word that is not among the known ones. */
export function suggestion(written: string, known: readonly string[], otherwise: string): string {
  const near = nearest(written, known);
  if (near !== null) return `write "${near}"`;
  return known.length === 0 ? otherwise : `write one of ${known.slice(0, 20).join(', ')}, or ${otherwise}`;
}
