import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildController } from '@/lib/domain/controller/build';
import { checkController } from '@/lib/domain/controller/check';
import { controllerFileSchema } from '@/lib/domain/controller/schema';
import { byLocale } from '@/lib/domain/locale';
import { CONTROLLER } from './files';

const written = (more: Record<string, unknown> = {}) =>
  controllerFileSchema.parse({ ...(parse(CONTROLLER) as object), ...more });

describe('a controller as the product reads it', () => {
  it('has null where nothing was written, never undefined', () => {
    const undefinedIn = (value: unknown, path = ''): string[] =>
      value === undefined
        ? [path]
        : value !== null && typeof value === 'object'
          ? Object.entries(value).flatMap(([key, inner]) => undefinedIn(inner, `${path}.${key}`))
          : [];
    expect(undefinedIn(buildController(written(), null))).toEqual([]);
  });

  it('keeps whom to write to, with every text in every language', () => {
    const definition = buildController(
      written({
        languages: ['bg', 'en'],
        contact: { name: { bg: 'Поддръжка', en: 'Support' }, email: 'a@shop.example.com', phone: '+353 1 555 0100' },
        dpo: { name: 'DPO', address: '1 Sample Quay', url: 'https://shop.example.com/dpo' },
      }),
      null,
    );
    expect(definition.contact).toEqual({
      name: { ...byLocale(() => 'Поддръжка'), en: 'Support' },
      address: null,
      email: 'a@shop.example.com',
      phone: '+353 1 555 0100',
      url: null,
    });
    expect(definition.dpo).toMatchObject({
      address: '1 Sample Quay',
      url: 'https://shop.example.com/dpo',
      email: null,
    });
  });

  it('carries the drawing itself, not the name of its file', () => {
    const definition = buildController(written({ logo: 'logo.svg' }), '<svg/>');
    expect(definition.logoSvg).toBe('<svg/>');
    expect(definition).not.toHaveProperty('logo');
  });

  it('says what is quicker in the product itself', () => {
    const definition = buildController(
      written({ texts: { intro: 'Hello', quickerInApp: [{ right: 'rectification', text: 'In your profile' }] } }),
      null,
    );
    expect(definition.texts.quickerInApp).toEqual([
      {
        right: 'rectification',
        text: byLocale(() => 'In your profile'),
        url: null,
      },
    ]);
  });

  it('keeps identifiers of its own kind, with their words', () => {
    const definition = buildController(
      written({
        identifiers: [
          { kind: 'email', required: true },
          { kind: 'memberNo', label: 'Member number', hint: 'On your card' },
        ],
      }),
      null,
    );
    expect(definition.identifiers[1]).toEqual({
      kind: 'memberNo',
      required: false,
      label: byLocale(() => 'Member number'),
      hintOfAnother: null,
      hint: byLocale(() => 'On your card'),
    });
  });
});

describe('what the grammar of a controller cannot say', () => {
  const check = (more: Record<string, unknown>, folder = 'shop') =>
    checkController('shop/controller.yaml', folder, written(more)).map(({ path, message }) => [
      path.join('.'),
      message,
    ]);

  it('is nothing where all is well', () => {
    expect(check({})).toEqual([]);
    expect(
      check({ identifiers: [{ kind: 'email' }, { kind: 'phone' }, { kind: 'memberNo', label: 'Member number' }] }),
    ).toEqual([]);
  });

  it.each([
    ['a folder of another name', {}, 'stall', [['id', 'the folder is named "stall"']]],
    [
      'an identifier without words',
      { identifiers: [{ kind: 'memberNo' }] },
      'shop',
      [['identifiers.0', 'the form has no words for "memberNo"']],
    ],
    [
      'texts without a language',
      { languages: ['en', 'ru'], texts: { intro: { en: 'Hello' } } },
      'shop',
      [['texts.intro', 'the text has no words in "ru", a language of this controller']],
    ],
  ])('%s', (_what, more, folder, problems) => {
    expect(check(more, folder)).toEqual(problems);
  });

  it.each([
    ['id', 'Shop'],
    ['id', 'a'],
    ['id', '../up'],
    ['referencePrefix', 'sh'],
    ['brandColour', 'blue'],
    ['brandColour', '#fff'],
    ['logo', '../../etc/passwd'],
    ['logo', 'logo.png'],
    ['authority', 'Ireland'],
    ['minimumAge', -1],
    ['minimumAge', 16.5],
    ['timezone', 'Dublin'],
    ['languages', []],
    ['languages', ['xx']],
    ['regimes', []],
    ['regimes', ['gdpr']],
    ['privacyPolicyUrl', 'javascript:alert(1)'],
    ['identifiers', []],
    ['retention', { bundleDays: 0, caseDays: 1095 }],
    ['texts', { intro: ' ' }],
    ['name', ''],
  ])('%s cannot be %j', (key, value) => {
    expect(controllerFileSchema.safeParse({ ...(parse(CONTROLLER) as object), [key]: value }).success).toBe(false);
  });
});
