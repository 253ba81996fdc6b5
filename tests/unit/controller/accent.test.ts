import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { accentOf, contrast } from '@/lib/domain/controller/accent';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

// The surfaces of the design on which an accent can stand.
const LIGHT_SURFACES = ['#faf8f4', '#ffffff', '#f3f0ea', '#f6f3ed'];
const DARK_SURFACES = ['#15171a', '#1b1e22', '#101214', '#25292e', '#22262b'];

describe('contrast, as WCAG 2.2 defines it', () => {
  test.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
    ['#ff0000', '#ffffff', 4],
  ] as const)('%s on %s is %f', (a, b, ratio) => {
    expect(contrast(a, b)).toBeCloseTo(ratio, 2);
    expect(contrast(b, a)).toBeCloseTo(ratio, 2);
  });
});

describe('the accent of a controller', () => {
  it('can be read on every surface of its theme, and text can be read on it, whatever the brand colour', () => {
    fc.assert(
      fc.property(colour, (brand) => {
        const { light, dark, onLight, onDark } = accentOf(brand);
        for (const one of [light, dark, onLight, onDark]) expect(one).toMatch(/^#[0-9a-f]{6}$/);
        for (const surface of LIGHT_SURFACES) expect(contrast(light, surface)).toBeGreaterThanOrEqual(5.5);
        for (const surface of DARK_SURFACES) expect(contrast(dark, surface)).toBeGreaterThanOrEqual(6);
        expect(contrast(light, onLight)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(dark, onDark)).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 1500 },
    );
  });

  test.each(['#000000', '#ffffff', '#010101', '#fefefe'])('leads from %s, the end of the scale, to where it can be read', (brand) => {
    const { light, dark } = accentOf(brand);
    expect(contrast(light, '#f3f0ea')).toBeGreaterThanOrEqual(5.5);
    expect(contrast(dark, '#25292e')).toBeGreaterThanOrEqual(6);
  });

  it('is the brand colour itself where that can be read already', () => {
    expect(accentOf('#5b4bb5').light).toBe('#5b4bb5');
    expect(accentOf('#8fb4ff').dark).toBe('#8fb4ff');
  });

  test.each(['#d92d20', '#b0201b', '#f79009', '#8a4b00', '#ff9c91'])('is ink for %s, which would read as late or soon', (brand) => {
    expect(accentOf(brand)).toEqual({ light: '#1a1d21', dark: '#eceae5', onLight: '#ffffff', onDark: '#15171a' });
  });

  test.each(['#1d4ed8', '#0f766e', '#7c3aed', '#be185d', '#166534', '#808080'])('keeps the colour of %s', (brand) => {
    expect(accentOf(brand).light).not.toBe('#1a1d21');
  });

  it('takes a brand in capitals', () => expect(accentOf('#5B4BB5')).toEqual(accentOf('#5b4bb5')));
});
