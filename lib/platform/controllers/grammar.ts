import type { z } from 'zod';
import { nearest, suggestion, type Problem } from '@/lib/domain/datamap/problem';

type Issue = z.core.$ZodIssue;

const DESCRIBE: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
};

const EXPLAINED = 'correct the value; docs/data-map.md explains the key';

function misspelt(shown: string, issue: z.core.$ZodIssueUnrecognizedKeys, known: readonly string[]): Problem[] {
  return issue.keys.map((key) => {
    const meant = nearest(key, known);
    const fix = meant === null || meant === key ? 'remove it; docs/data-map.md lists the keys' : `write "${meant}"`;
    return { file: shown, path: [...issue.path, key], message: `"${key}" is not a key that can stand here`, fix };
  });
}

function problemOf(shown: string, issue: Exclude<Issue, z.core.$ZodIssueUnrecognizedKeys>): Problem {
  const last = issue.path.at(-1);
  const name = typeof last === 'string' ? `"${last}" ` : '';
  const at = { file: shown, path: issue.path };
  if (issue.code === 'invalid_type') {
    const wanted = DESCRIBE[issue.expected] ?? issue.expected;
    return issue.input === undefined
      ? { ...at, message: `${name}is missing`, fix: `add ${String(last)}: ${wanted}` }
      : { ...at, message: `${name}must be ${wanted}`, fix: `write ${wanted}` };
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    if (issue.input === undefined)
      return { ...at, message: `${name}is missing`, fix: `add ${String(last)}: one of ${values.join(', ')}` };
    return {
      ...at,
      message: `${name}cannot be ${JSON.stringify(issue.input)}`,
      fix: suggestion(String(issue.input), values, 'read docs/data-map.md'),
    };
  }
  return { ...at, message: `${name}${issue.message}`, fix: EXPLAINED };
}

/**
 * What zod found, in the operator's words. A misspelt key is one problem, not also the lack of the one that was meant.
 * @param known every key the format has, to guess the one that was meant
 */
export function grammarProblems(shown: string, issues: readonly Issue[], known: readonly string[]): Problem[] {
  const unknown = issues
    .filter((issue) => issue.code === 'unrecognized_keys')
    .flatMap((issue) => misspelt(shown, issue, known));
  const meant = new Set(
    unknown.map(({ path, fix }) => JSON.stringify([...path.slice(0, -1), /^write "(.*)"$/.exec(fix)?.[1]])),
  );
  const others = issues.filter((issue) => issue.code !== 'unrecognized_keys').map((issue) => problemOf(shown, issue));
  return [
    ...unknown,
    ...others.filter(({ path, message }) => !(message.endsWith('is missing') && meant.has(JSON.stringify(path)))),
  ];
}
