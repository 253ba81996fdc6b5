import { expect, test } from 'vitest';
import { codeUnder, importsOf, productCode, read, type Import } from './sources';

/** Who may know whom. What is not here is forbidden, without exception. */
const ARROWS: Record<string, readonly string[]> = {
  app: ['app', 'lib/features', 'lib/ui', 'lib/domain', 'lib/platform'],
  'lib/features': ['lib/features', 'lib/ui', 'lib/domain', 'lib/platform', 'lib/connectors', 'lib/documents', 'emails'],
  'lib/ui': ['lib/ui', 'lib/domain', 'lib/platform'],
  'lib/jobs': ['lib/jobs', 'lib/features', 'lib/domain', 'lib/platform', 'lib/connectors', 'lib/documents'],
  'lib/connectors': ['lib/connectors', 'lib/domain', 'lib/platform'],
  'lib/documents': ['lib/documents', 'lib/domain', 'lib/platform'],
  'lib/cli': [
    'lib/cli',
    'lib/jobs',
    'lib/demo',
    'lib/features',
    'lib/connectors',
    'lib/documents',
    'lib/domain',
    'lib/platform',
  ],
  'lib/demo': ['lib/demo', 'lib/features', 'lib/domain', 'lib/platform'],
  'lib/platform': ['lib/platform', 'lib/domain'],
  'lib/domain': ['lib/domain'],
  emails: ['emails', 'lib/domain', 'lib/platform'],
};

const layerOf = (path: string): string =>
  path.startsWith('lib/') ? path.split('/').slice(0, 2).join('/') : (path.split('/')[0] as string);

const show = ({ from, specifier }: Import): string => `${from} → ${specifier}`;

const all = productCode().flatMap(importsOf);

test('every layer imports only what its arrows allow', () => {
  // The checkout's own description of itself belongs to no layer; the command reads its version there.
  const inside = all.filter(
    (one): one is Import & { to: string } =>
      one.to !== null && !(one.to === 'package.json' && layerOf(one.from) === 'lib/cli'),
  );
  const forbidden = inside.filter(({ from, to }) => !ARROWS[layerOf(from)]?.includes(layerOf(to)));
  expect(forbidden.map(show)).toEqual([]);
  expect(inside.length).toBeGreaterThan(50);
});

test('the domain knows nothing outside itself, but zod where it says what may be written, and hashing where bytes are proven', () => {
  const outside = all.filter(({ from, to }) => layerOf(from) === 'lib/domain' && to === null);
  const forbidden = outside.filter(
    ({ from, specifier }) =>
      !(
        specifier === 'zod' &&
        /(\/schema\.ts$|^lib\/domain\/(intake\/questions|case\/commands|log\/kinds|audit\/story\.ts))/.test(from)
      ) && !(specifier === 'node:crypto' && /^lib\/domain\/(audit|bundle)\//.test(from)),
  );
  expect(forbidden.map(show)).toEqual([]);
});

test('every package that is imported is declared: for use by the product, or for its tests', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >;
  const packageOf = (specifier: string): string =>
    specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/');
  const undeclared = (imports: Import[], ...declared: Record<string, string>[]): string[] =>
    imports
      .filter(
        ({ to, specifier }) =>
          to === null &&
          !specifier.startsWith('node:') &&
          !declared.some((packages) => packageOf(specifier) in packages),
      )
      .map(show);
  const [later, atOnce] = [all.filter((one) => one.later), all.filter((one) => !one.later)];
  expect(undeclared(atOnce, dependencies)).toEqual([]);
  // What builds, or runs the sources, is not there in production: it is asked for only where one of these is done.
  expect(undeclared(later, dependencies, devDependencies)).toEqual([]);
  expect(undeclared(codeUnder('tests').flatMap(importsOf), dependencies, devDependencies)).toEqual([]);
});

test('what speaks to object stores is loaded by one file, and only when it is called', () => {
  const naming = all.filter(({ specifier, typeOnly }) => specifier.startsWith('@aws-sdk/') && !typeOnly);
  expect([...new Set(naming.map(({ from }) => from))]).toEqual(['lib/platform/s3/bucket.ts']);
  expect(naming.filter(({ later }) => !later).map(show)).toEqual([]);
});

test('a page reaches a feature by what asks who may: never its query, its writing, the database or the vault', () => {
  const behind = /^lib\/(features\/[^/]+\/(data|mutations|rows)(\.ts$|\/)|platform\/(vault\/|db\/(client|generated)))/;
  const passing = all.filter(({ from, to }) => layerOf(from) === 'app' && behind.test(to ?? ''));
  expect(passing.map(show)).toEqual([]);
});

test('features reach the database only in data and mutations, and in the writers of a case’s rows', () => {
  const touching = all.filter(
    ({ specifier, to }) => specifier.startsWith('@prisma/') || /^lib\/platform\/db\/(client|generated)/.test(to ?? ''),
  );
  const forbidden = touching.filter(
    ({ from }) =>
      !/^lib\/features\/([^/]+\/(data|mutations)(\.ts$|\/)|case-file\/(rows|upkeep)\/)/.test(from) &&
      layerOf(from) !== 'lib/platform' &&
      !isLifecycle(from),
  );
  expect(forbidden.map(show)).toEqual([]);
});

// A process that opens the pool closes it: entries of processes and commands, never pages or features.
const isLifecycle = (from: string): boolean => ['lib/jobs', 'lib/cli'].includes(layerOf(from));

test('no two files need each other to be loaded', () => {
  const graph = new Map<string, string[]>();
  for (const { from, to, typeOnly } of all) if (to && !typeOnly) graph.set(from, [...(graph.get(from) ?? []), to]);
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (file: string, path: string[]): void => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (done.has(file) || path.includes(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  expect(cycles).toEqual([]);
});

test('the product never loads a test, and tests never load a page', () => {
  const fromTests = codeUnder('tests').flatMap(importsOf);
  expect(fromTests.filter(({ to }) => to?.startsWith('app/')).map(show)).toEqual([]);
  expect(all.filter(({ to }) => to?.startsWith('tests/')).map(show)).toEqual([]);
});

test.each(['lib/domain', 'lib/features'])(
  'no two folders of %s need each other: whoever reads one has all below it before their eyes',
  (layer) => {
    const folderOf = (path: string): string | undefined =>
      path.startsWith(`${layer}/`) && path.split('/').length > 3 ? path.split('/')[2] : undefined;
    const below = new Map<string, Map<string, string>>();
    for (const one of all) {
      const [from, to] = [folderOf(one.from), folderOf(one.to ?? '')];
      if (!from || !to || from === to) continue;
      below.set(from, (below.get(from) ?? new Map<string, string>()).set(to, show(one)));
    }
    const cycles = new Set<string>();
    const walk = (folder: string, path: readonly string[]): void => {
      const start = path.indexOf(folder);
      if (start >= 0) {
        const round = [...path.slice(start), folder];
        // Named once, from its first folder in the alphabet on, by the import behind each arrow.
        if (round.slice(0, -1).every((one) => one >= folder))
          cycles.add(
            round
              .slice(1)
              .map((to, at) => below.get(round[at] as string)?.get(to))
              .join('\n'),
          );
        return;
      }
      for (const next of below.get(folder)?.keys() ?? []) walk(next, [...path, folder]);
    };
    for (const folder of below.keys()) walk(folder, []);
    expect(below.size).toBeGreaterThan(5);
    expect([...cycles]).toEqual([]);
  },
);
