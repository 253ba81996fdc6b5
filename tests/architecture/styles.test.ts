import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { compile } from 'tailwindcss';
import ts from 'typescript';
import { beforeAll, expect, test } from 'vitest';
import { absolute, codeUnder, filesUnder, parse, read } from './sources';

const require = createRequire(import.meta.url);
const CLASS = /\.(-?[A-Za-z][\w-]*)/g;
const styles = (): string[] => filesUnder('app').filter((path) => path.endsWith('.css'));

/** Class names that the rules of a style sheet select; not what stands in comments, strings and values. */
const selectedIn = (css: string): string[] =>
  [...css.replace(/\/\*.*?\*\/|'[^']*'|url\([^)]*\)/gs, '').matchAll(/([^{};]+)\{/g)].flatMap(([, selector = '']) =>
    selector.trim().startsWith('@') ? [] : [...selector.matchAll(CLASS)].map(([, name = '']) => name),
  );

/** Every text that can become part of a class: in className, in what joins classes, and in the constants of which those are made. */
function classTexts(path: string): string[] {
  const file = parse(path);
  const constants = new Map<string, ts.Expression>();
  const visitConstants = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
      constants.set(node.name.text, node.initializer);
    ts.forEachChild(node, visitConstants);
  };
  visitConstants(file);
  const found = new Set<string>();
  const followed = new Set<string>();
  const collect = (node: ts.Node): void => {
    // What is compared is no class: only what comes of a condition is.
    if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].forEach(collect);
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
      return collect(node.right);
    if (ts.isBinaryExpression(node) && node.operatorToken.kind !== ts.SyntaxKind.QuestionQuestionToken) return;
    if (ts.isElementAccessExpression(node)) return collect(node.expression);
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      node.text.split(/\s+/).forEach((name) => name && found.add(name));
    if (ts.isPropertyAssignment(node)) return collect(node.initializer);
    // Its first argument says how a button looks; the classes are its own.
    if (ts.isCallExpression(node) && node.expression.getText(file) === 'buttonClasses')
      return node.arguments.slice(1).forEach(collect);
    if (ts.isIdentifier(node) && /^[A-Z][A-Z_]+$/.test(node.text) && !followed.has(node.text)) {
      followed.add(node.text);
      const made = constants.get(node.text);
      if (made) collect(made);
    }
    ts.forEachChild(node, collect);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxAttribute(node) && /^(className|hintClass)$/.test(node.name.getText(file)) && node.initializer)
      collect(node.initializer);
    else if (ts.isCallExpression(node) && node.expression.getText(file) === 'clsx') node.arguments.forEach(collect);
    else if (
      ts.isVariableDeclaration(node) &&
      path.startsWith('lib/ui/') &&
      ts.isIdentifier(node.name) &&
      /^[A-Z][A-Z_]+$/.test(node.name.text) &&
      node.initializer &&
      ts.isStringLiteralLike(node.initializer)
    )
      collect(node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...found];
}

const pages = (): string[] =>
  codeUnder('app', 'lib/ui', 'lib/features').filter((path) => path.endsWith('.tsx') || path.startsWith('lib/ui/'));

/** The product's own style sheet, asked for one candidate after the other: it grows by those that it knows. */
async function utilities(): Promise<(name: string) => boolean> {
  const compiler = await compile(read('app/globals.css'), {
    base: absolute('app'),
    loadStylesheet: async (id, base) => {
      const path = id === 'tailwindcss' ? require.resolve('tailwindcss/index.css') : join(base, id);
      const { readFileSync } = await import('node:fs');
      return { path, base: dirname(path), content: readFileSync(path, 'utf8') };
    },
  });
  let length = compiler.build([]).length;
  return (name) => {
    const before = length;
    length = compiler.build([name]).length;
    return length > before;
  };
}

let used: Map<string, string>;
beforeAll(() => {
  used = new Map(pages().flatMap((path) => classTexts(path).map((name) => [name, path] as const)));
});

test('the texts of classes are found where a page takes them from', () => {
  expect(used.size).toBeGreaterThan(300);
  expect(['inline-flex', 'aria-disabled:text-ink-3', '@max-narrow:hidden'].filter((name) => !used.has(name))).toEqual(
    [],
  );
});

test('a class is a utility of the theme, or a style sheet of ours selects it', async () => {
  const isUtility = await utilities();
  expect(isUtility('text-ink-3')).toBe(true);
  expect(isUtility('text-red-500')).toBe(false);
  const ours = new Set(styles().flatMap((path) => selectedIn(read(path))));
  const unknown = [...used].filter(
    ([name]) => !ours.has(name) && name !== 'text-ink-3' && !/^group(\/|$)/.test(name) && !isUtility(name),
  );
  expect(unknown.map(([name, path]) => `${path}: ${name}`)).toEqual([]);
});

test('a class that a style sheet of ours selects is one that a page has', () => {
  const unused = styles().flatMap((path) =>
    [...new Set(selectedIn(read(path)))].filter((name) => !used.has(name)).map((name) => `${path}: .${name}`),
  );
  expect(unused).toEqual([]);
});

test('little CSS is written by hand, besides the offline viewer, which has no build', () => {
  const lines = styles().reduce((sum, path) => sum + read(path).trimEnd().split('\n').length, 0);
  expect(lines).toBeLessThan(400);
});
