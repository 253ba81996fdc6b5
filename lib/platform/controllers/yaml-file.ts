import { readFileSync } from 'node:fs';
import { LineCounter, isNode, isPair, isScalar, isMap, parseDocument, type Document } from 'yaml';

/** A problem where an editor can jump to it. `line` and `column` count from 1. */
export type LocatedProblem = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly fix: string;
};

export type YamlFile = {
  readonly content: unknown;
  readonly locate: (path: readonly PropertyKey[]) => { line: number; column: number };
};

export type ReadYaml =
  { readonly ok: true; readonly file: YamlFile } | { readonly ok: false; readonly problems: readonly LocatedProblem[] };

/** The place of the deepest node that exists on the path: for a missing key, its parent; for a wrong key, the key itself. */
function locator(document: Document, lines: LineCounter) {
  const position = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  return (path: readonly PropertyKey[]) => {
    for (let depth = path.length; depth > 0; depth--) {
      const parent = document.getIn(path.slice(0, depth - 1), true);
      const last = path[depth - 1];
      const pair = isMap(parent)
        ? parent.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(last))
        : undefined;
      if (pair && isNode(pair.key) && pair.key.range) return position(pair.key.range[0]);
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return position(node.range[0]);
    }
    return { line: 1, column: 1 };
  };
}

/**
 * Reads one YAML file. @param shown how the file is named to the operator
 * @returns its content, or what keeps it from being YAML
 */
export function readYaml(file: string, shown: string): ReadYaml {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    const fix = code === 'ENOENT' ? 'create it; docs/data-map.md shows how' : 'let the user Rightsdesk runs as read it';
    return {
      ok: false,
      problems: [
        {
          file: shown,
          line: 1,
          column: 1,
          message: code === 'ENOENT' ? 'this file does not exist' : `this file cannot be read (${code})`,
          fix,
        },
      ],
    };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const locate = locator(document, lines);
  // What comes after the first error is mostly the same one again.
  const [error] = document.errors;
  const broken = (offset: number, message: string): ReadYaml => {
    const { line, col } = lines.linePos(offset);
    const fix = 'correct the YAML here, most often an indentation or a missing quote';
    return { ok: false, problems: [{ file: shown, line: Math.max(line, 1), column: Math.max(col, 1), message, fix }] };
  };
  if (error !== undefined) return broken(error.pos[0], error.message);
  try {
    return { ok: true, file: { content: document.toJS() ?? {}, locate } };
  } catch (cause) {
    // An alias of nothing, or aliases of aliases that would unfold without end.
    return broken(0, (cause as Error).message);
  }
}
