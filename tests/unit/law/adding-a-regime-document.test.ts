import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { describePlace } from '@/lib/domain/wording';
import { localDate } from '@/lib/domain/calendar/local-date';
import { controllerFileSchema } from '@/lib/domain/controller/schema';
import { checkAnswer } from '@/lib/domain/intake/check-answer';
import { placesWithLaws } from '@/lib/domain/intake/places';
import { EEA } from '@/lib/domain/calendar/holidays/places';
import { LAW } from '@/lib/domain/law/law';
import { REGIME_IDS, type Regime, RIGHT_IDS } from '@/lib/domain/law/types';
import { LOCALES } from '@/lib/domain/locale';
import { translator } from '@/lib/platform/i18n/translator';
import { LUXEMBOURG } from '../intake/controllers';

const ROOT = path.join(import.meta.dirname, '..', '..', '..');
const LAW_FOLDER = path.join('lib', 'domain', 'law');
const DOCUMENT = readFileSync(path.join(ROOT, 'docs', 'adding-a-regime.md'), 'utf8');

const filesUnder = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => !file.includes(`${path.sep}generated${path.sep}`));

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

describe('what the page on adding a law says', () => {
  it('names files that are there', () => {
    const named = [...DOCUMENT.matchAll(/`([\w./{},<>-]+\.(?:ts|json))`/g)]
      .map(([, name]) => name!)
      .filter((name) => !/[<>]/.test(name));
    const spread = named.flatMap((name) =>
      name.includes('{en,bg,ru}') ? LOCALES.map((locale) => name.replace('{en,bg,ru}', locale)) : [name],
    );
    const places = ['', LAW_FOLDER];
    expect(spread.length).toBeGreaterThan(12);
    expect(spread.filter((name) => !places.some((place) => existsSync(path.join(ROOT, place, name))))).toEqual([]);
  });

  it('lists every place of the texts that has an entry for each regime or right', () => {
    const lists: string[] = [];
    const look = (texts: unknown, file: string, key: string): void => {
      if (typeof texts !== 'object' || texts === null) return;
      const keys = Object.keys(texts);
      if (REGIME_IDS.every((id) => keys.includes(id)) || RIGHT_IDS.every((id) => keys.includes(id)))
        lists.push(`${file} ${key}`);
      for (const [name, inner] of Object.entries(texts)) look(inner, file, `${key}${key && '.'}${name}`);
    };
    for (const file of filesUnder(path.join('lib', 'platform', 'i18n', 'messages', 'en')))
      look(JSON.parse(read(file)), path.basename(file), '');
    expect(lists.sort()).toEqual(['desk.json regime', 'desk.json right', 'law.json regime', 'law.json right']);
    for (const list of lists) expect(DOCUMENT).toContain(`${list.split(' ')[1]!}.<id>`);
  });

  it('holds for a controller’s own file: it takes every regime that the law has', () => {
    const { regimes } = controllerFileSchema.shape;
    expect(regimes.parse(LAW.map(({ id }) => id))).toEqual(LAW.map(({ id }) => id));
    expect(regimes.safeParse(['NO_LAW']).success).toBe(false);
  });
});

describe('a place that a law protects', () => {
  it.each(LAW.flatMap(({ residences }) => residences))(
    '%s can be chosen on the form, and has a name in every language',
    (place) => {
      const raw: Record<string, string> =
        place === 'LU'
          ? { place: 'own' }
          : placesWithLaws().includes(place)
            ? { place }
            : { place: 'eea', country: place };
      expect(
        checkAnswer(
          'residence',
          raw,
          { forWhom: 'self' },
          { controller: LUXEMBOURG, locale: 'en', on: localDate('2026-11-27') },
        ),
      ).toMatchObject({ ok: true, answers: { residence: place } });
      for (const locale of LOCALES) expect(describePlace(place, translator(locale, 'law'))).not.toBe(place);
    },
  );

  it('comes onto the form with its law, after those that are there, and no country of the EEA twice', () => {
    const virginia: Regime = { ...LAW[0]!, residences: ['US-VA', 'US-CA', 'LU'] };
    expect(placesWithLaws()).toEqual(['GB', 'CH', 'US-CA']);
    expect(placesWithLaws([...LAW, virginia])).toEqual(['GB', 'CH', 'US-CA', 'US-VA']);
    expect(placesWithLaws([virginia]).filter((place) => EEA.some((country) => country === place))).toEqual([]);
  });
});
