import ts from 'typescript';
import { expect, test } from 'vitest';
import { codeUnder, parse } from './sources';

// Each of these answers differently from one call to the next, or reaches outside: the same arguments would not give the same result.
const WORLD = new Set([
  'process',
  'fetch',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'globalThis',
  'localStorage',
  'XMLHttpRequest',
  'WebSocket',
]);
const READINGS = new Set([
  'Date.now',
  'Math.random',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'crypto.randomBytes',
]);
const RANDOM_IMPORTS = new Set(['randomUUID', 'randomBytes', 'randomInt', 'getRandomValues', 'generateKeyPairSync']);

const isReference = (node: ts.Identifier): boolean =>
  !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) &&
  !(
    (ts.isPropertyAssignment(node.parent) ||
      ts.isPropertySignature(node.parent) ||
      ts.isBindingElement(node.parent) ||
      ts.isParameter(node.parent)) &&
    node.parent.name === node
  );

/** What of the clock, chance, environment or network a file reads, as it stands there. */
function readings(path: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && (WORLD.has(node.text) || RANDOM_IMPORTS.has(node.text)) && isReference(node))
      found.push(node.text);
    if (ts.isPropertyAccessExpression(node) && READINGS.has(node.getText())) found.push(node.getText());
    if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
      found.push('new Date()');
    ts.forEachChild(node, visit);
  };
  visit(parse(path));
  return found.map((what) => `${path}: ${what}`);
}

test('the domain reads no clock, chance, environment or network: they come in as arguments', () => {
  const files = codeUnder('lib/domain');
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap(readings)).toEqual([]);
});

test('such a reading is found where there is one', () => {
  expect(readings('lib/platform/ids.ts')).not.toEqual([]);
  expect(readings('lib/platform/env.ts')).not.toEqual([]);
});
