// The rule of our design: people recognise the brand, and everyone can read it. Contrast as WCAG 2.2 computes it.

type Rgb = readonly [number, number, number];
type Oklch = { readonly l: number; readonly c: number; readonly h: number };

export type Accent = {
  readonly light: string;
  readonly dark: string;
  readonly onLight: string;
  readonly onDark: string;
};

const SUNKEN_LIGHT = '#f3f0ea';
const RAISED_DARK = '#25292e';
const INK = { light: '#1a1d21', dark: '#eceae5' };
const WHITE = '#ffffff';
const GRAPHITE = '#15171a';
const STATE_HUES = [28, 60];

const channels = (hex: string): Rgb =>
  [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as Rgb;
const toLinear = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
const toGamma = (v: number): number => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055);

const luminance = (hex: string): number => {
  const [r, g, b] = channels(hex).map(toLinear) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** Contrast of two colours written #rrggbb, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

// Björn Ottosson's OKLab: equal steps of lightness look equal, and the hue stays while it changes.
function oklch(hex: string): Oklch {
  const [r, g, b] = channels(hex).map(toLinear) as unknown as Rgb;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    c: Math.hypot(a, bb),
    h: (Math.atan2(bb, a) * 180) / Math.PI,
  };
}

function linearOf({ l, c, h }: Oklch): Rgb {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const [L, M, S] = [
    l + 0.3963377774 * a + 0.2158037573 * b,
    l - 0.1055613458 * a - 0.0638541728 * b,
    l - 0.0894841775 * a - 1.291485548 * b,
  ].map((v) => v ** 3) as unknown as Rgb;
  return [
    4.0767416621 * L - 3.3077115913 * M + 0.2309699292 * S,
    -1.2684380046 * L + 2.6097574011 * M - 0.3413193965 * S,
    -0.0041960863 * L - 0.7034186147 * M + 1.707614701 * S,
  ];
}

/** Less chroma until the colour exists on a screen. */
function hexOf(colour: Oklch): string {
  let { c } = colour;
  let rgb = linearOf(colour);
  while (c > 0 && rgb.some((v) => v < -0.0005 || v > 1.0005)) {
    c = Math.max(0, c - 0.004);
    rgb = linearOf({ ...colour, c });
  }
  return `#${rgb
    .map((v) =>
      Math.round(Math.min(1, Math.max(0, toGamma(Math.min(1, Math.max(0, v))))) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

function shifted(brand: Oklch, step: number, ground: string, wanted: number): string {
  let colour = brand;
  // Black begins at one end of the scale and white at the other: only the end ahead is an end.
  const ahead = () => (step < 0 ? colour.l > 0 : colour.l < 1);
  while (contrast(hexOf(colour), ground) < wanted && ahead()) colour = { ...colour, l: colour.l + step };
  return hexOf(colour);
}

const onto = (accent: string): string => (contrast(accent, WHITE) >= contrast(accent, GRAPHITE) ? WHITE : GRAPHITE);

/**
 * The accent of a controller for paper and for the dark theme, from its brand colour `#rrggbb`: 5.5:1 on the darkest light surface,
 * 6:1 on the lightest dark one. A brand near the hues of "late" and "soon" stays in its logo, and the accent is ink.
 */
export function accentOf(brandColour: string): Accent {
  const brand = oklch(brandColour);
  const hue = (brand.h + 360) % 360;
  const looksLikeState = brand.c > 0.03 && STATE_HUES.some((state) => Math.abs(hue - state) <= 20);
  const light = looksLikeState ? INK.light : shifted(brand, -0.02, SUNKEN_LIGHT, 5.5);
  const dark = looksLikeState ? INK.dark : shifted(brand, 0.02, RAISED_DARK, 6);
  return { light, dark, onLight: onto(light), onDark: onto(dark) };
}
