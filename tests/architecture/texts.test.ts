import { parse as parseMessage, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { filesUnder, parse, productCode, read } from './sources';

type Messages = { [key: string]: string | Messages };

const FOLDER = 'lib/platform/i18n/messages';
// The staff side speaks English only.
const STAFF = new Set(['desk', 'dpo']);

function flatten(messages: Messages, prefix = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]) => (typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flatten(value, `${prefix}${key}.`)));
}

/** `namespace/locale` → key → message. */
const texts = new Map(
  filesUnder(FOLDER).map((path) => {
    const [locale = '', file = ''] = path.slice(FOLDER.length + 1).split('/');
    return [`${file.replace('.json', '')}/${locale}`, new Map(flatten(JSON.parse(read(path)) as Messages))];
  }),
);

const namespaces = [...new Set([...texts.keys()].map((name) => name.split('/')[0] as string))];
const keysOf = (name: string): string[] => [...(texts.get(name)?.keys() ?? [])].sort();

function argumentsOf(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.tag:
        return [`<${element.value}>`, ...argumentsOf(element.children)];
      case TYPE.plural:
      case TYPE.select:
        return [element.value, ...Object.values(element.options).flatMap((option) => argumentsOf(option.value))];
      default:
        return [element.value];
    }
  });
}

const argumentsIn = (message: string): string[] => [...new Set(argumentsOf(parseMessage(message)))].sort();

test.each(namespaces.filter((name) => !STAFF.has(name)))('"%s" has the same keys in each language', (name) => {
  for (const locale of ['bg', 'ru']) expect(keysOf(`${name}/${locale}`)).toEqual(keysOf(`${name}/en`));
});

test.each(namespaces)('each message of "%s" is valid ICU and takes the same values in each language', (name) => {
  for (const [key, english] of texts.get(`${name}/en`) ?? []) {
    const wanted = { key, values: argumentsIn(english) };
    for (const locale of ['bg', 'ru']) {
      const other = texts.get(`${name}/${locale}`)?.get(key);
      if (other !== undefined) expect({ key, values: argumentsIn(other) }).toEqual(wanted);
    }
  }
});

/** Every string the code could use as a key: whole ones, and patterns of those put together at run time. */
function stringsInCode(): { whole: Set<string>; patterns: RegExp[]; asked: [string, string][] } {
  const whole = new Set<string>();
  const patterns: RegExp[] = [];
  const asked: [string, string][] = [];
  const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  for (const path of productCode()) {
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node)) whole.add(node.text);
      if (ts.isTemplateExpression(node) && /[a-z]/i.test(node.head.text + node.templateSpans.map((span) => span.literal.text).join(''))) {
        patterns.push(new RegExp(`^${escape(node.head.text)}${node.templateSpans.map((span) => `.+${escape(span.literal.text)}`).join('')}$`));
      }
      if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && /^t([A-Z]|$)/.test(node.expression.text)) {
        const [key] = node.arguments;
        if (key && ts.isStringLiteralLike(key)) asked.push([path, key.text]);
      }
      ts.forEachChild(node, visit);
    };
    visit(parse(path));
  }
  return { whole, patterns, asked };
}

const inCode = stringsInCode();

test('every text the code asks for exists', () => {
  const known = new Set(namespaces.flatMap((name) => keysOf(`${name}/en`)));
  expect(inCode.asked.filter(([, key]) => !known.has(key)).map(([path, key]) => `${path}: ${key}`)).toEqual([]);
});

test.each(namespaces)('every text of "%s" is used', (name) => {
  const isUsed = (key: string): boolean => inCode.whole.has(key) || inCode.patterns.some((pattern) => pattern.test(key));
  expect(keysOf(`${name}/en`).filter((key) => !isUsed(key))).toEqual([]);
});
