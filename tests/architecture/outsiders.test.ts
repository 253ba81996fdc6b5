import ts from 'typescript';
import { expect, test } from 'vitest';
import { codeUnder, parse, read } from './sources';

// An outsider test asks as somebody who may not: nothing is told and nothing changes.
const outsiders = codeUnder('tests/e2e/outsider', 'tests/integration/outsider').map(read).join('\n');

function exportedActions(path: string): string[] {
  return parse(path)
    .statements.filter((node) => ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    .flatMap((node) => {
      if (ts.isFunctionDeclaration(node)) return [node.name?.text ?? ''];
      return ts.isVariableStatement(node) ? node.declarationList.declarations.map(({ name }) => name.getText()) : [];
    })
    .filter((name) => name.endsWith('Action'));
}

test('every server action has an outsider test that names it', () => {
  const actions = codeUnder('lib/features', 'app').filter((path) => path.endsWith('/actions.ts')).flatMap(exportedActions);
  expect(actions.filter((name) => !new RegExp(`\\b${name}\\b`).test(outsiders))).toEqual([]);
});

/** `app/(public)/[controller]/file/route.ts` → `/[controller]/file`. */
const addressOf = (path: string): string => path.replace(/^app/, '').replace(/\/\([^)]+\)/g, '').replace(/\/route\.ts$/, '');

test('every route has an outsider test that names its address', () => {
  const routes = codeUnder('app').filter((path) => path.endsWith('/route.ts')).map(addressOf);
  expect(routes.filter((address) => !outsiders.includes(address))).toEqual([]);
});
