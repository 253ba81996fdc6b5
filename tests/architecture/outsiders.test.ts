import ts from 'typescript';
import { expect, test } from 'vitest';
import { codeUnder, parse, productCode } from './sources';

function namesIn(paths: string[]): string {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
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

// An outsider test asks as somebody who may not: nothing is told and nothing changes. It names what it asks in its title or its code: a
// word in a comment or in a type asks nothing.
const outsiders = namesIn(codeUnder('tests/e2e/outsider', 'tests/integration/outsider'));

const isServer = (statements: ts.NodeArray<ts.Statement>): boolean =>
  statements.some(
    (statement) =>
      ts.isExpressionStatement(statement) &&
      ts.isStringLiteral(statement.expression) &&
      statement.expression.text === 'use server',
  );

const isExported = (node: ts.Statement): boolean =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/** The names by which a statement gives something to other modules; where it has none, or tells none, the file with what it says. */
function exportedBy(node: ts.Statement, path: string): string[] {
  const nameless = [`${path}: ${node.getText().slice(0, 60)}`];
  if (ts.isExportDeclaration(node))
    return node.exportClause && ts.isNamedExports(node.exportClause)
      ? node.exportClause.elements
          .filter(({ isTypeOnly }) => !isTypeOnly && !node.isTypeOnly)
          .map(({ name }) => name.text)
      : nameless;
  if (ts.isExportAssignment(node)) return nameless;
  if (!isExported(node)) return [];
  if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) return node.name ? [node.name.text] : nameless;
  return ts.isVariableStatement(node) ? node.declarationList.declarations.map(({ name }) => name.getText()) : [];
}

/** What a module of actions exports. */
function exportedActions(path: string): string[] {
  const { statements } = parse(path);
  return isServer(statements) ? statements.flatMap((node) => exportedBy(node, path)) : [];
}

/** Each function of a file that says of itself that a browser can call it. */
function inlineActions(path: string): string[] {
  const inline: string[] = [];
  const visit = (node: ts.Node): void => {
    const body = ts.isFunctionLike(node) && 'body' in node ? node.body : undefined;
    if (body && ts.isBlock(body) && isServer(body.statements)) inline.push(`${path}: ${node.getText().slice(0, 60)}`);
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
