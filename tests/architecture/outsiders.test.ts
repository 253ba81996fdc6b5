import ts from 'typescript';
import { expect, test } from 'vitest';
import { codeUnder, parse, productCode } from './sources';

// An outsider test asks as somebody who may not: nothing is told and nothing changes. It names what it asks in code, a word in a comment names nothing.
const outsiders = namesIn(codeUnder('tests/e2e/outsider', 'tests/integration/outsider'));

function namesIn(paths: string[]): string {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isIdentifier(node) ||
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    )
      names.push(node.text);
    ts.forEachChild(node, visit);
  };
  for (const path of paths) visit(parse(path));
  return names.join('\n');
}

const isServer = (statements: ts.NodeArray<ts.Statement>): boolean =>
  statements.some(
    (statement) =>
      ts.isExpressionStatement(statement) &&
      ts.isStringLiteral(statement.expression) &&
      statement.expression.text === 'use server',
  );

/** What a module of actions exports. */
function exportedActions(path: string): string[] {
  const file = parse(path);
  const isExported = (node: ts.Statement): boolean =>
    ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  return !isServer(file.statements)
    ? []
    : file.statements.filter(isExported).flatMap((node) => {
        if (ts.isFunctionDeclaration(node)) return [node.name?.text ?? `${path}: without a name`];
        return ts.isVariableStatement(node) ? node.declarationList.declarations.map(({ name }) => name.getText()) : [];
      });
}

/** Each function of a file that says of itself that a browser can call it. */
function inlineActions(path: string): string[] {
  const inline: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      (ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node) || ts.isArrowFunction(node)) &&
      node.body &&
      ts.isBlock(node.body) &&
      isServer(node.body.statements)
    ) {
      inline.push(`${path}: ${node.name?.getText() ?? 'without a name'}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(path));
  return inline;
}

test('every server action, however named, has an outsider test that names it', () => {
  const actions = productCode().flatMap(exportedActions);
  expect(actions.length).toBeGreaterThan(20);
  expect(actions.filter((name) => !new RegExp(`\\b${name}\\b`).test(outsiders))).toEqual([]);
});

test('no server action stands inside another function: what it closes over would be sealed with a key that stands in the source', () => {
  expect(productCode().flatMap(inlineActions)).toEqual([]);
});

/** `app/(public)/[controller]/file/route.ts` → `/[controller]/file`. */
const addressOf = (path: string): string =>
  path
    .replace(/^app/, '')
    .replace(/\/\([^)]+\)/g, '')
    .replace(/\/route\.ts$/, '');

test('every route has an outsider test that names its address', () => {
  const routes = codeUnder('app')
    .filter((path) => path.endsWith('/route.ts'))
    .map(addressOf);
  expect(routes.filter((address) => !outsiders.includes(address))).toEqual([]);
});
