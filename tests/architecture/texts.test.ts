import { parse as parseMessage, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { languageFiles } from '@/lib/cli/bootstrap/languages.js';
import { LOCALES } from '@/lib/domain/locale';
import { absolute, filesUnder, parse, productCode, read, typed } from './sources';

type Messages = { [key: string]: string | Messages };

const FOLDER = 'lib/platform/i18n/messages';
// The staff side speaks English only.
const STAFF = new Set(['desk', 'dpo']);

function flatten(messages: Messages, prefix = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flatten(value, `${prefix}${key}.`),
  );
}

/** `namespace/locale` → key → message. */
const texts = new Map(
  filesUnder(FOLDER).map((path) => {
    const [locale = '', file = ''] = path.slice(FOLDER.length + 1).split('/');
    return [`${file.replace('.json', '')}/${locale}`, new Map(flatten(JSON.parse(read(path)) as Messages))];
  }),
);

const namespaces = [...new Set([...texts.keys()].map((name) => name.split('/')[0] as string))];
// Whatever has a folder is a language.
const others = [...new Set([...texts.keys()].map((name) => name.split('/')[1] as string))].filter(
  (one) => one !== 'en',
);
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

test('the code that follows from the languages is as their folders say: else npm run generate', () => {
  for (const [path, code] of Object.entries(languageFiles(absolute('.')))) expect(read(path)).toBe(code);
  expect(others).toEqual(LOCALES.filter((locale) => locale !== 'en'));
});

test.each(namespaces.filter((name) => !STAFF.has(name)))('"%s" has the same keys in each language', (name) => {
  for (const locale of others) expect(keysOf(`${name}/${locale}`)).toEqual(keysOf(`${name}/en`));
});

test.each(namespaces)('each message of "%s" is valid ICU and takes the same values in each language', (name) => {
  for (const [key, english] of texts.get(`${name}/en`) ?? []) {
    const wanted = { key, values: argumentsIn(english) };
    for (const locale of others) {
      const other = texts.get(`${name}/${locale}`)?.get(key);
      if (other !== undefined) expect({ key, values: argumentsIn(other) }).toEqual(wanted);
    }
  }
});

type Wording = {
  /** Strings that stand in the code, and keys put together from values whose type names each of them. */
  whole: Set<string>;
  /** Keys of which only the beginning or the end stands in the code. */
  beginnings: RegExp[];
  endings: string[];
  asked: [string, string][];
};

/** Each way a template can read, where the types of its values are unions of words; null where one of them is any text. */
function readings(template: ts.TemplateExpression, checker: ts.TypeChecker): string[] | null {
  let read = [template.head.text];
  for (const { expression, literal } of template.templateSpans) {
    const type = checker.getNonNullableType(checker.getTypeAtLocation(expression));
    const words = type.isUnion() ? type.types : [type];
    if (!words.every((word) => word.isStringLiteral())) return null;
    read = read.flatMap((text) => words.map((word) => text + (word as ts.StringLiteralType).value + literal.text));
  }
  return read;
}

/** Every string the code could use as a key. */
function wordingInCode(): Wording {
  const found: Wording = { whole: new Set(), beginnings: [], endings: [], asked: [] };
  const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const { program, checker } = typed(productCode());
  for (const path of productCode()) {
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node)) found.whole.add(node.text);
      if (ts.isTemplateExpression(node)) {
        const literals = node.head.text + node.templateSpans.map((span) => span.literal.text).join('');
        const keys = /[a-z]/i.test(literals) ? readings(node, checker) : [];
        for (const key of keys ?? []) found.whole.add(key);
        if (keys === null && node.head.text)
          found.beginnings.push(
            new RegExp(
              `^${escape(node.head.text)}${node.templateSpans.map((span) => `.+${escape(span.literal.text)}`).join('')}$`,
            ),
          );
        if (keys === null && !node.head.text && node.templateSpans.length === 1)
          found.endings.push(node.templateSpans[0]!.literal.text);
      }
      if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && /^t([A-Z]|$)/.test(node.expression.text)) {
        const [key] = node.arguments;
        if (key && ts.isStringLiteralLike(key)) found.asked.push([path, key.text]);
      }
      ts.forEachChild(node, visit);
    };
    visit(program.getSourceFile(absolute(path)) ?? parse(path));
  }
  return found;
}

const inCode = wordingInCode();

test('every text the code asks for exists', () => {
  const known = new Set(namespaces.flatMap((name) => keysOf(`${name}/en`)));
  expect(inCode.asked.filter(([, key]) => !known.has(key)).map(([path, key]) => `${path}: ${key}`)).toEqual([]);
});

test.each(namespaces)('every text of "%s" is used', (name) => {
  // Where only the end stands in the code, what comes before it does too, at another place: a key is never used for its ending alone.
  const isUsed = (key: string): boolean =>
    inCode.whole.has(key) ||
    inCode.beginnings.some((pattern) => pattern.test(key)) ||
    inCode.endings.some((end) => end !== '' && key.endsWith(end) && inCode.whole.has(key.slice(0, -end.length)));
  expect(keysOf(`${name}/en`).filter((key) => !isUsed(key))).toEqual([]);
});
