import { expect, test } from 'vitest';
import { codeUnder, filesUnder, productCode, read } from './sources';

const FEATURE_WORDS = ['data', 'loaders', 'mutations', 'actions', 'schema', 'types', 'ability'];

test('a feature has the closed set of files, or a folder of files by the same word', () => {
  const strange = filesUnder('lib/features').filter((path) => {
    const [, , feature = '', word = '', ...rest] = path.split('/');
    // Components are .tsx; what several of them share of their behaviour is a hook, use-….ts.
    if (word === 'components') return rest.length !== 1 || !/(\.tsx|^use-[a-z-]+\.ts)$/.test(rest[0] ?? '');
    // The writers of the rows of a case stand in the ground floor alone.
    if (feature === 'case-file' && word === 'rows') return rest.length !== 1;
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
  const later = new RegExp(
    `\\b(${['TO', 'FIX'].map((word) => `${word}${word === 'TO' ? 'DO' : 'ME'}`).join('|')})\\b|\\.(only|skip|${'to'}do|${'fix'}me)\\(|\\bx(it|test|describe)\\(`,
  );
  expect([...productCode(), ...codeUnder('tests')].filter((path) => later.test(read(path)))).toEqual([]);
});

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
