import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accentOf } from '@/lib/domain/controller/accent';

/** Contrast of WCAG 2.2, written again from its definition. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [r, g, b] = [1, 3, 5]
      .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('the accent of a controller', { timeout: 60_000 }, () => {
  it('can be read on every surface, whatever the brand colour', () => {
    fc.assert(
      fc.property(hex, (brand) => {
        const { light, dark, onLight, onDark } = accentOf(brand);
        expect(contrast(light, '#f3f0ea')).toBeGreaterThanOrEqual(5.5);
        expect(contrast(dark, '#25292e')).toBeGreaterThanOrEqual(6);
        expect(contrast(onLight, light)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(onDark, dark)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('is ink where the brand looks like a state', () => {
    expect(accentOf('#d0342c').light).toBe(accentOf('#b0201b').light);
    expect(accentOf('#d0342c').light).not.toBe(accentOf('#2f6fed').light);
  });
});
