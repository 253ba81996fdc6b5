import ts from 'typescript';
import { expect, test } from 'vitest';
import { AUDIT_KINDS } from '@/lib/domain/log/schema';
import { codeUnder, filesUnder, parse, productCode, read } from './sources';

const FEATURE_WORDS = ['data', 'loaders', 'mutations', 'actions', 'schema', 'types', 'ability'];

test('a feature has the closed set of files, or a folder of files by the same word', () => {
  const strange = filesUnder('lib/features').filter((path) => {
    const [, , feature = '', word = '', ...rest] = path.split('/');
    // Components are .tsx; what several of them share of their behaviour is a hook, use-….ts.
    if (word === 'components') return rest.length !== 1 || !/(\.tsx|^use-[a-z-]+\.ts)$/.test(rest[0] ?? '');
    // The writers of the rows of a case stand in the ground floor alone: of what was decided, and of what work leaves on them.
    if (feature === 'case-file' && ['rows', 'upkeep'].includes(word)) return rest.length !== 1;
    return rest.length === 0
      ? !FEATURE_WORDS.includes(word.replace(/\.ts$/, ''))
      : rest.length > 1 || !FEATURE_WORDS.includes(word);
  });
  expect(strange).toEqual([]);
});

test('there are no drawers and no barrels', () => {
  const drawers = [...productCode(), ...codeUnder('tests')].filter((path) =>
    /(^|\/)(utils?|helpers?|common|shared|misc|index)(\.|\/)/.test(path),
  );
  expect(drawers).toEqual([]);
});

test('files have kebab-case names', () => {
  // Brackets and parentheses are the router's own; a leading underscore keeps a folder out of the addresses.
  const strange = [...productCode(), ...codeUnder('tests')].filter((path) =>
    path.split('/').some((part) => !/^[[(_.]{0,4}[a-z0-9]+(-[a-z0-9]+)*[\])]{0,2}(\.[a-z0-9-]+)*$/.test(part)),
  );
  expect(strange).toEqual([]);
});

test('the words are those of the law', () => {
  const wrong = productCode().filter((path) => /\bDSAR|\btenants?\b|\btenantId|\bdeadline_?at\b/i.test(read(path)));
  expect(wrong).toEqual([]);
});

test('nothing is left for later', () => {
  // Built from parts, so that this file does not find itself.
  const later = new RegExp(`\\b(${['TO', 'FIX'].map((word) => `${word}${word === 'TO' ? 'DO' : 'ME'}`).join('|')})\\b`);
  expect([...productCode(), ...codeUnder('tests')].filter((path) => later.test(read(path)))).toEqual([]);
});

const RUNNERS = /^(test|it|describe|suite)$/;
// How vitest and Playwright leave a test out, run it alone, or count its failure as a pass.
const PASSED_OVER = /^(skip|only|todo|fixme|fail|fails)$/;
// Only a question to the machine may decide: is a program of others there, or their data?
const DECIDED = /^(skipIf|runIf)$/;
const OTHER_NAMES = /^(x|f)(it|test|describe)$/;

/** The first word of `test.describe.skip`. */
const rootOf = (node: ts.Expression): ts.Expression =>
  ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) || ts.isCallExpression(node)
    ? rootOf(node.expression)
    : node;

const memberOf = (node: ts.Node): string | null => {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  return ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)
    ? node.argumentExpression.text
    : null;
};

const asks = (node: ts.Node): boolean => ts.isCallExpression(node) || (ts.forEachChild(node, asks) ?? false);

/** Each place at which a file passes over a test, by a member, by a name of its own, by an option or from inside. */
function passedOver(path: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) &&
      PASSED_OVER.test(memberOf(node) ?? '') &&
      /^(test|it|describe|suite|testInfo|info|context|ctx)$/.test(rootOf(node).getText())
    )
      found.push(node.getText());
    if (ts.isCallExpression(node) && DECIDED.test(memberOf(node.expression) ?? '') && !node.arguments.some(asks))
      found.push(node.getText());
    if (ts.isCallExpression(node) && OTHER_NAMES.test(node.expression.getText())) found.push(node.expression.getText());
    if (ts.isCallExpression(node) && RUNNERS.test(rootOf(node.expression).getText()))
      for (const argument of node.arguments) {
        const names = ts.isObjectLiteralExpression(argument)
          ? argument.properties.map((one) => one.name?.getText() ?? '')
          : ts.isArrowFunction(argument)
            ? argument.parameters.flatMap(({ name }) =>
                ts.isObjectBindingPattern(name)
                  ? name.elements.map((one) => (one.propertyName ?? one.name).getText())
                  : [],
              )
            : [];
        found.push(...names.filter((name) => PASSED_OVER.test(name)));
      }
    ts.forEachChild(node, visit);
  };
  visit(parse(path));
  return found.map((what) => `${path}: ${what}`);
}

test('no test is passed over, run alone, or passes by failing', () => {
  expect(codeUnder('tests').flatMap(passedOver)).toEqual([]);
});

test('every kind of event that the log knows is written by somebody', () => {
  const written = new Set<string>();
  const visit = (node: ts.Node): void => {
    // What is only looked for is not written.
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'where') return;
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'kind')
      for (const literal of literalsIn(node.initializer)) written.add(literal);
    ts.forEachChild(node, visit);
  };
  for (const path of productCode()) visit(parse(path));
  expect(AUDIT_KINDS.filter((kind) => !written.has(kind))).toEqual([]);
});

/** Every string literal of an expression. */
function literalsIn(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  const found: string[] = [];
  ts.forEachChild(node, (child) => void found.push(...literalsIn(child)));
  return found;
}

test('nothing of the machine it was written on is in it', () => {
  const text = [...productCode(), ...codeUnder('tests'), ...filesUnder('docs'), ...filesUnder('controllers')].filter(
    (path) => !/\.(png|woff2|ttf)$/.test(path),
  );
  expect(
    text.filter((path) =>
      new RegExp(['/work', '/tmp/brief'].map((start) => `(^|[\\s'"\`(])${start}/`).join('|')).test(read(path)),
    ),
  ).toEqual([]);
});
