import ts from 'typescript';
import { expect, test } from 'vitest';
import { LAW } from '@/lib/domain/law/law';
import { REGIME_IDS, RIGHT_IDS } from '@/lib/domain/law/types';
import { codeUnder, parse, productCode } from './sources';

const HOME = 'lib/domain/law/';

const WHOLE = new Set<string>([...REGIME_IDS, ...RIGHT_IDS]);

/** `GDPR` of `GDPR-17-3-b`: with what the ids of rules begin. */
const families = new Set(
  LAW.flatMap(({ rights, clocks, grounds, exemptions, remedies, childRules, records, tellings }) =>
    [rights, clocks, grounds, exemptions, remedies, childRules, records, tellings].flatMap((rules) =>
      rules.flatMap(({ id }) => id.split('-')[0] as string),
    ),
  ),
);
const PARTS = [
  new RegExp(`(^|[^\\w-])(${[...families].join('|')})-`),
  new RegExp(`(^|\\W)(${REGIME_IDS.join('|')}):`),
  new RegExp(`:(${RIGHT_IDS.join('|')})$`),
];

const names = (text: string): boolean => WHOLE.has(text) || PARTS.some((part) => part.test(text));

const textOf = (node: ts.Node): string | null =>
  ts.isStringLiteralLike(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddle(node) ||
  ts.isTemplateTail(node) ||
  ts.isRegularExpressionLiteral(node)
    ? node.text
    : null;

/** Fields of a file and commands can be called by the same word as a right: `X['erasure']`, one of several steps of a path, `new Command('erasure')`. */
const isKey = ({ parent }: ts.Node): boolean =>
  (ts.isLiteralTypeNode(parent) && ts.isIndexedAccessTypeNode(parent.parent)) ||
  (ts.isNewExpression(parent) && parent.expression.getText() === 'Command') ||
  (ts.isArrayLiteralExpression(parent) &&
    parent.elements.some((step) => ts.isStringLiteralLike(step) && !names(step.text)));

/** The strings and patterns of a file that name a regime, a right or a rule, as they stand there. */
function namedIn(path: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text !== null && names(text) && !isKey(node)) found.push(`${path}: ${text}`);
    ts.forEachChild(node, visit);
  };
  visit(parse(path));
  return found;
}

test('no code outside the folder of the law names a regime, a right or a rule: what is so of one is a field of its record', () => {
  const outside = productCode().filter((path) => !path.startsWith(HOME));
  expect(outside.length).toBeGreaterThan(300);
  expect(outside.flatMap(namedIn)).toEqual([]);
});

test('such a name is found where there is one', () => {
  expect(codeUnder(HOME).flatMap(namedIn).length).toBeGreaterThan(300);
  for (const text of ['CCPA', 'erasure', 'GDPR:access', ':shine_the_light', '^UK-', 'ground.STL-other-address'])
    expect(names(text)).toBe(true);
  for (const text of ['Art. 17(3) GDPR', 'right.access.plain', 'accessible']) expect(names(text)).toBe(false);
});
