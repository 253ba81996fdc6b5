import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { LOCALES } from '@/lib/domain/locale';
import { loadControllers, problemLine, type LoadedControllers } from '@/lib/platform/controllers/load';
import { CONTROLLER, DATA_MAP, controllersDir } from './files';

const made: { dir: string; remove: () => void }[] = [];
afterEach(() => made.splice(0).forEach(({ remove }) => remove()));

function load(folders: Parameters<typeof controllersDir>[0]): LoadedControllers {
  const place = controllersDir(folders);
  made.push(place);
  return loadControllers(place.dir);
}

/** `file:line:column message | fix` of every problem. */
const shown = ({ problems }: LoadedControllers) =>
  problems.map(({ file, line, column, message, fix }) => `${file}:${line}:${column} ${message} | ${fix}`);
const withController = (from: string, to: string) =>
  load({ shop: { 'controller.yaml': CONTROLLER.replace(from, to) } });
const withDataMap = (from: string, to: string) => load({ shop: { 'data-map.yaml': DATA_MAP.replace(from, to) } });

describe('a folder of controllers', () => {
  it('is read whole, with the accent computed from the brand colour', () => {
    const { controllers, problems, gaps } = load({ shop: {} });
    expect(problems).toEqual([]);
    expect(gaps.map(({ message }) => message)).toEqual(
      ['g', 'h']
        .map((letter) => expect.stringContaining(`Art. 15(1)(${letter})`))
        .concat(expect.stringContaining('Art. 15(2)'))
        // What only the controller knows of this portal's own records.
        .concat(
          ['Art. 15(1)(c)', 'Art. 15(2)'].map((article) =>
            expect.stringMatching(`this portal keeps.*${article.replace(/[()]/g, '.')}`),
          ),
        ),
    );
    const shop = controllers.get('shop')!;
    expect(shop.definition).toMatchObject({
      id: 'shop',
      dpo: null,
      logoSvg: null,
      guardianBelowAge: null,
      group: [],
      sellsData: false,
      texts: { guardian: null, californiaStatement: null, quickerInApp: [] },
    });
    expect(shop.definition.identifiers).toEqual([
      { kind: 'email', label: null, hint: null, hintOfAnother: null, required: true },
    ]);
    expect(shop.accent.light).toMatch(/^#[0-9a-f]{6}$/);
    expect(shop.dataMap.systems[0]!.collections[0]!.id).toBe('shop.customer');
    expect(shop.held.systems.map(({ id }) => id)).toEqual(['shop', 'portal']);
  });

  it('may hold the data map in several files, read by name', () => {
    const [words, tables] = DATA_MAP.split('dataset:\n');
    const { controllers, problems } = load({
      shop: {
        'data-map.yaml': words!,
        'data-map/2-more.yml': `dataset:\n${tables!.replaceAll('shop', 'more')}`,
        'data-map/1-shop.yaml': `dataset:\n${tables!}`,
        'data-map/notes.txt': 'not: [yaml',
      },
    });
    expect(problems).toEqual([]);
    expect(controllers.get('shop')!.dataMap.systems.map(({ id }) => id)).toEqual(['shop', 'more']);
  });

  it('takes the drawing beside it for a logo, without any script', () => {
    const logo = (svg: string | null) =>
      load({ shop: { 'controller.yaml': `${CONTROLLER}logo: logo.svg\n`, 'logo.svg': svg } });
    expect(logo('<svg xmlns="http://www.w3.org/2000/svg"/>').controllers.get('shop')!.definition.logoSvg).toContain(
      '<svg',
    );
    expect(shown(logo(null))).toEqual([
      'shop/controller.yaml:20:1 logo.svg is not there, or is not an SVG | put the file beside controller.yaml, or remove "logo"',
    ]);
    for (const bad of [
      '<svg><script>1</script></svg>',
      '<svg onload="x()"/>',
      '<svg><a href="javascript:x"/></svg>',
      '<svg><foreignObject/></svg>',
    ]) {
      expect(shown(logo(bad))).toEqual([
        'shop/controller.yaml:20:1 logo.svg holds a script | export it as a plain drawing',
      ]);
    }
  });
});

describe('whatever is wrong in controller.yaml is named with its place and what to write', () => {
  it.each([
    ['legalName: Shop Ltd\n', '', 'shop/controller.yaml:1:1 "legalName" is missing | add legalName: a text'],
    [
      'legalName: Shop Ltd',
      'legalNam: Shop Ltd',
      'shop/controller.yaml:3:1 "legalNam" is not a key that can stand here | write "legalName"',
    ],
    [
      'minimumAge: 16',
      'minimumAge: sixteen',
      'shop/controller.yaml:12:1 "minimumAge" must be a number | write a number',
    ],
    [
      'timezone: Europe/Dublin',
      'timezone: Europe/Dubin',
      'shop/controller.yaml:5:1 "timezone" must be a time zone of the IANA list, for example Europe/Luxembourg | correct the value; docs/data-map.md explains the key',
    ],
    [
      'languages: [en]',
      'languages: [en, xx]',
      `shop/controller.yaml:7:17 cannot be "xx" | write one of ${LOCALES.join(', ')}, or read docs/data-map.md`,
    ],
    ['regimes: [GDPR]', 'regimes: [GPDR]', 'shop/controller.yaml:13:11 cannot be "GPDR" | write "GDPR"'],
    [
      'brandColour: "#5b4bb5"',
      'brandColour: #5b4bb5',
      'shop/controller.yaml:9:1 "brandColour" must be a text | write a text',
    ],
    [
      'email: privacy@shop.example.com',
      'email: privacy',
      'shop/controller.yaml:10:33 "email" must be an e-mail address | correct the value; docs/data-map.md explains the key',
    ],
    [
      'https://shop.example.com',
      'http://shop.example.com',
      'shop/controller.yaml:14:1 "privacyPolicyUrl" must be an address that begins with https:// | correct the value; docs/data-map.md explains the key',
    ],
    [
      'id: shop',
      'id: chop',
      'shop/controller.yaml:1:1 the folder is named "shop" | write "shop", or rename the folder',
    ],
    [
      '  - { kind: email, required: true }',
      '  - { kind: email }\n  - { kind: memberNo }',
      'shop/controller.yaml:17:5 the form has no words for "memberNo" | add label: …',
    ],
    [
      '  intro: Ask here what we hold about you.',
      '  intro: { bg: Питайте тук. }',
      'shop/controller.yaml:19:3 the text has no words in "en", a language of this controller | add en: …',
    ],
    [
      '  intro: Ask here what we hold about you.',
      '  intro: 5',
      `shop/controller.yaml:19:3 "intro" must be a text, or texts by language (${LOCALES.join(', ')}) | correct the value; docs/data-map.md explains the key`,
    ],
  ])('%j instead of %j', (from, to, problem) => {
    expect(shown(withController(from, to))).toEqual([problem]);
  });

  it('a case that is forgotten before the law of its regimes lets it be: 24 months in California', () => {
    const both = (regimes: string, caseDays: number) =>
      shown(
        load({
          shop: {
            'controller.yaml': CONTROLLER.replace('regimes: [GDPR]', `regimes: [${regimes}]`).replace(
              'caseDays: 1095',
              `caseDays: ${caseDays}`,
            ),
          },
        }),
      );
    const problem =
      'shop/controller.yaml:17:30 requests must be on record for at least 730 days (11 CCR 7101(a)) | write 730 or more';
    expect([both('GDPR, CCPA', 729), both('GDPR, CCPA', 730), both('GDPR', 30)]).toEqual([[problem], [], []]);
  });
});

describe('and in the data map', () => {
  it.each([
    [
      'recipients: [hosting]',
      'recipients: [hostin]',
      'shop/data-map.yaml:14:26 recipients names "hostin", which is not among the recipients | write "hosting"',
    ],
    [
      'retention: always',
      'retention: ever',
      'shop/data-map.yaml:15:13 retention names "ever", which is not among the retentions | write one of always, or define "ever" under rightsdesk.retentions',
    ],
    [
      'category: account',
      'categry: account',
      'shop/data-map.yaml:12:13 "categry" is not a key that can stand here | write "category"',
    ],
    ['identity: email', 'identity: emial', 'shop/data-map.yaml:18:27 nobody is asked for "emial" | write "email"'],
    [
      'fides_meta: { identity',
      'fides_mta: { identity',
      'shop/data-map.yaml:18:13 "fides_mta" is not read | write "fides_meta"',
    ],
    [
      'basis: contract',
      'basis: agreement',
      'shop/data-map.yaml:3:39 "basis" cannot be "agreement" | write one of consent, contract, legalObligation, vitalInterests, publicTask, legitimateInterests, or read docs/data-map.md',
    ],
    [
      '    collections:',
      '    collections: 7\n    old:',
      'shop/data-map.yaml:8:5 "collections" must be a list | write a list',
    ],
    ['- name: email', '- nam: email', 'shop/data-map.yaml:17:13 "name" is missing | add name: a text'],
  ])('%j instead of %j', (from, to, problem) => {
    expect(shown(withDataMap(from, to))).toEqual([problem]);
  });

  it('says where YAML itself breaks off', () => {
    expect(shown(withDataMap('fields:', 'fields: [')).map((line) => line.split(' ')[0])).toEqual([
      'shop/data-map.yaml:17:19',
    ]);
    expect(shown(withController('name: Shop\n', 'name: Shop\nname: Chop\n'))).toEqual([
      'shop/controller.yaml:3:1 Map keys must be unique | correct the YAML here, most often an indentation or a missing quote',
    ]);
  });

  it('answers for any text at all, and never throws', () => {
    const pieces = fc.constantFrom(
      '- ',
      'a: ',
      '*x',
      '&x ',
      '[',
      '{',
      '}',
      '"',
      '|',
      '\n',
      '  ',
      '!!binary ',
      '<<: ',
      'dataset:',
      'rightsdesk:',
      'null',
      '\t',
      '---',
      '\u0000',
      'ъ',
    );
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anything, fc.constantFrom('controller.yaml', 'data-map.yaml'), (text, name) => {
        const { problems, controllers } = load({ shop: { [name]: text } });
        expect(problems.length + controllers.size).toBeGreaterThan(0);
        for (const { line, column, message, fix } of problems)
          expect(line > 0 && column > 0 && message !== '' && fix !== '').toBe(true);
      }),
      { numRuns: 40 },
    );
  }, 30_000);

  it.each([
    ['an alias of nothing', 'rightsdesk: *nothing\n'],
    [
      'aliases without end',
      `a: &a [1,1,1,1,1,1,1,1,1]\n${['b', 'c', 'd', 'e'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcd'[index]}`).join()}]`).join('\n')}\n`,
    ],
  ])('says so of %s', (_what, text) => {
    expect(shown(load({ shop: { 'data-map.yaml': text } }))).toEqual([
      expect.stringMatching(/^shop\/data-map.yaml:1:1 .*[Aa]lias/),
    ]);
  });

  it('reports a wrong file once, not every word of other files that leans on it', () => {
    const problems = load({
      shop: {
        'data-map.yaml': 'rightsdesk: 5\n',
        'data-map/1-shop.yaml': DATA_MAP.slice(DATA_MAP.indexOf('dataset:')),
      },
    });
    expect(shown(problems)).toEqual([
      'shop/data-map.yaml:1:1 "rightsdesk" must be a group of keys | write a group of keys',
    ]);
  });
});

describe('and in the folder', () => {
  it('a missing file', () => {
    expect(shown(load({ shop: { 'controller.yaml': null } }))).toEqual([
      'shop/controller.yaml:1:1 this file does not exist | create it; docs/data-map.md shows how',
    ]);
    expect(shown(load({ shop: { 'data-map.yaml': null } }))).toEqual([
      'shop/data-map.yaml:1:1 this file does not exist | create it; docs/data-map.md shows how',
    ]);
  });

  it('no folder, or an empty one', () => {
    const place = controllersDir({});
    made.push(place);
    expect(loadControllers(place.dir).problems).toMatchObject([
      { file: place.dir, message: 'this folder holds no controller' },
    ]);
    expect(loadControllers(`${place.dir}/none`).problems).toMatchObject([
      {
        message: 'this folder cannot be read',
        fix: 'set CONTROLLERS_DIR to a folder with one folder for each controller',
      },
    ]);
  });

  it('two controllers whose references would look alike', () => {
    const second = { 'controller.yaml': CONTROLLER.replace('id: shop', 'id: stall') };
    expect(shown(load({ shop: {}, stall: second }))).toEqual([
      'stall/controller.yaml:8:1 shop has the same prefix | choose two other capital letters',
    ]);
  });

  it('is shown as editors and terminals understand it', () => {
    const { problems } = withDataMap('identity: email', 'identity: emial');
    expect(problemLine('/srv/controllers', problems[0]!)).toBe(
      '/srv/controllers/shop/data-map.yaml:18:27 nobody is asked for "emial". To mend it: write "email".',
    );
  });
});
