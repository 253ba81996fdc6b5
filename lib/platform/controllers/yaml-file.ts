import { readFileSync } from 'node:fs';
import { LineCounter, isNode, isPair, isScalar, isMap, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { nearest, type Problem } from '@/lib/domain/datamap/problem';

/** A problem where an editor can jump to it. `line` and `column` count from 1. */
export type LocatedProblem = { readonly file: string; readonly line: number; readonly column: number; readonly message: string; readonly fix: string };

export type YamlFile = { readonly content: unknown; readonly locate: (path: readonly PropertyKey[]) => { line: number; column: number } };

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
      const pair = isMap(parent) ? parent.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(last)) : undefined;
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
export function readYaml(file: string, shown: string): { ok: true; file: YamlFile } | { ok: false; problems: LocatedProblem[] } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    const fix = code === 'ENOENT' ? 'create it; docs/data-map.md shows how' : 'let the user Rightsdesk runs as read it';
    return { ok: false, problems: [{ file: shown, line: 1, column: 1, message: code === 'ENOENT' ? 'this file does not exist' : `this file cannot be read (${code})`, fix }] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const locate = locator(document, lines);
  if (document.errors.length > 0) {
    return {
      ok: false,
      problems: document.errors.map((error) => {
        const { line, col } = lines.linePos(error.pos[0]);
        return { file: shown, line: Math.max(line, 1), column: Math.max(col, 1), message: error.message, fix: 'correct the YAML here, most often an indentation or a missing quote' };
      }),
    };
  }
  return { ok: true, file: { content: document.toJS() ?? {}, locate } };
}

const DESCRIBE: Readonly<Record<string, string>> = { string: 'a text', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list', object: 'a group of keys', record: 'a group of keys' };

/** One issue of zod in the operator's words. @param known every key the format has, to guess the one that was meant */
export function issueToProblems(shown: string, issue: z.core.$ZodIssue, known: readonly string[]): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const meant = nearest(key, known);
      const fix = meant === null || meant === key ? 'remove it; docs/data-map.md lists the keys' : `write "${meant}"`;
      return { file: shown, path: [...issue.path, key], message: `"${key}" is not a key that can stand here`, fix };
    });
  }
  const last = issue.path.at(-1);
  const name = typeof last === 'string' ? `"${last}" ` : '';
  if (issue.code === 'invalid_type') {
    const wanted = DESCRIBE[issue.expected] ?? issue.expected;
    const missing = issue.input === undefined;
    return [{ file: shown, path: issue.path, message: missing ? `${name}is missing` : `${name}must be ${wanted}`, fix: missing ? `add ${String(last)}: ${wanted}` : `write ${wanted}` }];
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    return [{ file: shown, path: issue.path, message: `${name}cannot have this value`, fix: `write one of ${values.join(', ')}` }];
  }
  return [{ file: shown, path: issue.path, message: `${name}${issue.message}`, fix: 'correct the value; docs/data-map.md explains the key' }];
}
