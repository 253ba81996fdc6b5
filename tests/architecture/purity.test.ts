import ts from 'typescript';
import { expect, test } from 'vitest';
import { absolute, codeUnder, importsOf, typed } from './sources';

// What the language itself gives and answers alike each time. Whatever else is there without an import is the world outside: the clock,
// chance, the environment, the network, the screen. Date, Math and Intl are both, and looked at more closely below.
const LANGUAGE = new Set(
  `undefined NaN Infinity Object Array Map Set WeakMap WeakSet String Number Boolean BigInt Symbol RegExp JSON Promise Error TypeError
  RangeError SyntaxError Uint8Array Uint32Array DataView ArrayBuffer Buffer TextEncoder TextDecoder URL Date Math Intl parseInt parseFloat
  encodeURIComponent decodeURIComponent`.split(/\s+/),
);

// What is asked for from node:crypto is the same for the same bytes.
const HASHING = new Set(['createHash', 'createHmac', 'createPublicKey', 'verify', 'timingSafeEqual', 'KeyObject']);

// These answer by the zone or the language of the machine, each unless it is given so many arguments.
const OF_THE_MACHINE: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'getDate getDay getFullYear getHours getMinutes getMonth getSeconds getTimezoneOffset toDateString toTimeString setDate setHours setMinutes setMonth setFullYear'
      .split(' ')
      .map((name) => [name, Infinity]),
  ),
  toLocaleString: 1,
  toLocaleDateString: 2,
  toLocaleTimeString: 2,
  toLocaleUpperCase: 1,
  toLocaleLowerCase: 1,
  localeCompare: 2,
  format: 1,
  formatToParts: 1,
};

/** A word that names a member of something, and refers to nothing by itself. */
const isName = (node: ts.Identifier, { parent } = node): boolean =>
  (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
  (ts.isBindingElement(parent) && parent.propertyName === node) ||
  ((ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent)) &&
    parent.name === node);

/** Whether something is there without having been declared or imported by us. */
function isGlobal(node: ts.Identifier, checker: ts.TypeChecker): boolean {
  const symbol = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
  return (symbol?.declarations ?? []).every((declared) => declared.getSourceFile().fileName.includes('/node_modules/'));
}

/** `Date`, `Math` and `Intl` used in a way that gives the same for the same arguments. */
function isSteady(node: ts.Identifier): boolean {
  const { parent } = node;
  const member = ts.isPropertyAccessExpression(parent) && parent.expression === node ? parent.name.text : null;
  switch (node.text) {
    case 'Date':
      return (
        member === 'parse' ||
        member === 'UTC' ||
        (ts.isNewExpression(parent) && parent.arguments?.length === 1 && !ts.isSpreadElement(parent.arguments[0]!)) ||
        (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword)
      );
    case 'Math':
      return member !== null && member !== 'random';
    case 'Intl': {
      const made = parent.parent;
      if (!ts.isNewExpression(made) || member === null) return false;
      const [locale, options] = made.arguments ?? [];
      return locale !== undefined && (member !== 'DateTimeFormat' || /\btimeZone\b/.test(options?.getText() ?? ''));
    }
    default:
      return true;
  }
}

/** What of the clock, chance, environment or network a file could read, as it stands there. */
function readings(file: ts.SourceFile, checker: ts.TypeChecker): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    // Types are gone when the code runs.
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isImportDeclaration(node)) {
      const { namedBindings, name: whole } = node.importClause ?? {};
      if (ts.isStringLiteral(node.moduleSpecifier) && node.moduleSpecifier.text === 'node:crypto') {
        const names = namedBindings && ts.isNamedImports(namedBindings) ? namedBindings.elements : null;
        if (whole || !names) found.push(node.getText());
        for (const one of names ?? []) if (!HASHING.has((one.propertyName ?? one.name).text)) found.push(one.getText());
      }
      return;
    }
    if (ts.isMetaProperty(node) || node.kind === ts.SyntaxKind.ImportKeyword || ts.isImportEqualsDeclaration(node))
      found.push(node.parent.getText());
    if (ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword))
      found.push(node.getText());
    if (
      ts.isIdentifier(node) &&
      !isName(node) &&
      isGlobal(node, checker) &&
      (!LANGUAGE.has(node.text) || !isSteady(node))
    )
      found.push(node.parent.getText());
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.arguments.length < (OF_THE_MACHINE[node.expression.name.text] ?? 0)
    )
      found.push(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const DOMAIN = codeUnder('lib/domain');
// These are there to read the world.
const WORLDLY = ['lib/platform/ids.ts', 'lib/platform/env.ts', 'lib/platform/log.ts'];
const { program, checker } = typed([...DOMAIN, ...WORLDLY]);

/** @returns each reading with its file */
function readingsIn(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const file = program.getSourceFile(absolute(path));
    if (!file) throw new Error(`${path} is not there`);
    return readings(file, checker).map((what) => `${path}: ${what.slice(0, 80)}`);
  });
}

test('the domain reads no clock, chance, environment or network: they come in as arguments', () => {
  expect(DOMAIN.length).toBeGreaterThan(50);
  expect(readingsIn(DOMAIN)).toEqual([]);
});

test('such a reading is found where there is one', () => {
  const found = readingsIn(WORLDLY);
  expect(WORLDLY.filter((path) => !found.some((one) => one.startsWith(path)))).toEqual([]);
});

test('what a loader gives stays on the server: each says so, and only pages, actions and other loaders ask one', () => {
  const loaders = codeUnder('lib/features').filter((path) => /^lib\/features\/[^/]+\/loaders(\.ts|\/)/.test(path));
  expect(loaders.length).toBeGreaterThan(10);
  expect(loaders.filter((path) => !importsOf(path).some(({ specifier }) => specifier === 'server-only'))).toEqual([]);
  const asked = codeUnder('lib', 'emails')
    .filter((path) => !/^lib\/features\/[^/]+\/(loaders|actions|components)(\.tsx?|\/)/.test(path))
    .flatMap(importsOf)
    .filter(({ to, typeOnly }) => !typeOnly && loaders.includes(to ?? ''));
  expect(asked.map(({ from, specifier }) => `${from} → ${specifier}`)).toEqual([]);
});
