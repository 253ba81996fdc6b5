import ts from 'typescript';
import { expect, test } from 'vitest';
import { filesUnder, importsOf, parse, productCode, read } from './sources';

// Who came in and what left to them is kept by the folders that see to it; every other table that belongs to a case is the case.
const OF_OTHERS = ['AccessToken', 'RequesterSession', 'DownloadAttempt'];

/** A line of the schema: `<field> <type>`, the type without its marks. */
type Field = { readonly model: string; readonly field: string; readonly type: string };

const FIELDS: readonly Field[] = filesUnder('prisma/schema').flatMap((path) =>
  [...read(path).matchAll(/^model (\w+) \{([^}]*)\}/gm)].flatMap(([, model = '', body = '']) =>
    [...body.matchAll(/^ {2}(\w+) +(\w+)/gm)].map(([, field = '', type = '']) => ({ model, field, type })),
  ),
);

const CASE_MODELS = new Set([
  'Case',
  ...FIELDS.filter(({ type }) => type === 'Case')
    .map(({ model }) => model)
    .filter((model) => !OF_OTHERS.includes(model)),
]);

const WRITES = /^(create|update|upsert|delete)(Many)?(AndReturn)?$|^connectOrCreate$/;
// Of what a case is made and what was decided in it: no job and no reading writes these.
const DECIDED = [
  'RightsRequest',
  'RightItem',
  'ClockEvent',
  'SubjectIdentifier',
  'SourceResult',
  'Redaction',
  'ShownValue',
];

const inSql = new RegExp(
  `\\b(?:insert\\s+into|update|delete\\s+from|truncate)\\s+"(${[...CASE_MODELS].join('|')})"`,
  'gi',
);
const modelOf = (delegate: string): string => delegate.charAt(0).toUpperCase() + delegate.slice(1);

const nameOf = (node: ts.PropertyName | undefined): string =>
  node && (ts.isIdentifier(node) || ts.isStringLiteral(node)) ? node.text : '';

/** Models of a case that a file writes, as it stands there: `tx.<model>.update(…)`, a relation written along with another row, or SQL. */
function written(path: string): string[] {
  const found: string[] = [];
  const add = (model: string | undefined): void => {
    if (model !== undefined && CASE_MODELS.has(model)) found.push(model);
  };
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      ts.isPropertyAccessExpression(node.expression.expression) &&
      WRITES.test(node.expression.name.text)
    )
      add(modelOf(node.expression.expression.name.text));
    if (
      ts.isPropertyAssignment(node) &&
      ts.isObjectLiteralExpression(node.initializer) &&
      node.initializer.properties.some(({ name }) => WRITES.test(nameOf(name)))
    )
      add(FIELDS.find(({ field, type }) => field === nameOf(node.name) && CASE_MODELS.has(type))?.type);
    if (ts.isTemplateExpression(node) || ts.isStringLiteralLike(node))
      for (const [, model] of node.getText().matchAll(inSql)) add(model);
    ts.forEachChild(node, visit);
  };
  visit(parse(path));
  return found;
}

const ROWS = /^lib\/features\/case-file\/rows\//;
const UPKEEP = /^lib\/features\/case-file\/upkeep\//;

const imports = productCode()
  .flatMap(importsOf)
  .filter(({ typeOnly }) => !typeOnly);
const writers = productCode().flatMap((path) => written(path).map((model) => ({ path, model })));
const show = ({ path, model }: { path: string; model: string }): string => `${path} writes ${model}`;

/** The columns of a case that a file sets. */
function columnsSet(path: string): string[] {
  const found: string[] = [];
  const named = (node: ts.Node): void => {
    const isProperty = ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node);
    // By which it is found, and not what is set.
    if (isProperty && node.name.getText() === 'where') return;
    if (isProperty && node.name.getText() !== 'data') found.push(node.name.getText());
    ts.forEachChild(node, named);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /\.case\.(create|up)\w+$/.test(node.expression.getText()))
      node.arguments.forEach(named);
    else ts.forEachChild(node, visit);
  };
  visit(parse(path));
  return found;
}

test('every row of a case is written in its ground floor, and nowhere else', () => {
  expect(writers.filter(({ path }) => !ROWS.test(path) && !UPKEEP.test(path)).map(show)).toEqual([]);
  // All of them were found, by whatever way they are written.
  expect([...new Set(writers.map(({ model }) => model))].sort()).toEqual([...CASE_MODELS].sort());
});

test('what follows from a command is written by handle alone, and the first rows by the intake', () => {
  const callers = imports
    .filter(({ to }) => ROWS.test(to ?? ''))
    .filter(({ from }) => !ROWS.test(from) && !/^lib\/features\/(cases|requests)\/mutations[./]/.test(from));
  expect(callers.map(({ from, specifier }) => `${from} → ${specifier}`)).toEqual([]);
});

// Work goes on between commands: a system is asked, a copy made, a mail tried and read, a file destroyed on its day, a key wrapped anew.
// What that leaves on rows of a case decides nothing, and is called by what does the work.
test('what work leaves on a case decides nothing, and is written by what does the work', () => {
  expect(writers.filter(({ path, model }) => UPKEEP.test(path) && DECIDED.includes(model)).map(show)).toEqual([]);
  const columns = productCode()
    .filter((path) => UPKEEP.test(path))
    .flatMap(columnsSet);
  // State, last day, what is owed and next step follow from the rows; the mark names the forms by which the case is found;
  // another address waits for its command; the files of a forgotten case are gone.
  const contact = ['newContactFromAt', 'newContactToAt', 'sealedNewContact'];
  const projected = ['dueOn', 'nextStep', 'nextStepByOn', 'owed', 'pausedSinceOn', 'state'];
  expect(columns.sort()).toEqual([...contact, ...projected, 'clearedAt', 'indexedAs'].sort());
  const callers = imports
    .filter(({ to }) => UPKEEP.test(to ?? ''))
    .filter(({ from }) => !/^lib\/features\/(case-file\/(rows|upkeep)\/|[^/]+\/mutations[./])/.test(from));
  expect(callers.map(({ from, specifier }) => `${from} → ${specifier}`)).toEqual([]);
});
