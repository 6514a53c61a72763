import { categoryColours, themeOf } from '../../charts/colour/category-colours.ts';
import { type Palette, parseHex } from '../../charts/colour/palette.ts';

/** Lightness and chroma (OKLCh) of the angle colours. */
const WHEEL = { light: [0.58, 0.13], dark: [0.74, 0.12], projector: [0.48, 0.12] } as const;

/** Steps of hue and share, coarse so that neighbours of one colour form one line. */
const HUES = 36;
const SHARES = 6;

const hex = (channels: readonly number[]): string =>
  `#${channels
    .map((channel) =>
      Math.round(Math.max(0, Math.min(255, channel)))
        .toString(16)
        .padStart(2, '0')
        .toUpperCase(),
    )
    .join('')}`;

/** Mixes colours; `shares` sum to 1. */
export function mixed(colours: readonly string[], shares: readonly number[]): string {
  const sum = [0, 0, 0];
  shares.forEach((share, k) => {
    parseHex(colours[k]!).forEach((channel, c) => {
      sum[c]! += share * channel;
    });
  });
  return hex(sum);
}

/** Converts OKLCh to sRGB (Ottosson 2020), clipped; `hue` in radians. */
function fromOklch(lightness: number, chroma: number, hue: number): string {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const light = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return hex(light.map((c) => 255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055)));
}

/**
 * Returns a unit output direction's colour: for two outputs the hue of its angle, else the outputs' colours mixed by squares; null
 * unless its length is in (.5, 2).
 */
export function colourOfOutput(direction: ArrayLike<number>, palette: Palette): string | null {
  const numbers = Array.from(direction);
  const size = Math.hypot(...numbers);
  if (!(size > 0.5 && size < 2)) return null;
  if (numbers.length === 2) {
    const turn = Math.atan2(numbers[1]!, numbers[0]!) / (2 * Math.PI);
    return wheelColour((Math.round(HUES * turn) / HUES) * 2 * Math.PI, palette);
  }
  const shares = numbers.map((value) => Math.round(SHARES * (value / size) ** 2) / SHARES);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return mixed(
    categoryColours(palette),
    shares.map((share) => share / whole),
  );
}

export function wheelColour(angle: number, palette: Palette): string {
  const [lightness, chroma] = WHEEL[themeOf(palette)];
  return fromOklch(lightness, chroma, angle + 0.5);
}

/** Returns the output with the largest square, the first in a tie. */
export function mainOutput(direction: ArrayLike<number>): number {
  let main = 0;
  for (let k = 1; k < direction.length; k++)
    if (Math.abs(direction[k]!) > Math.abs(direction[main]!)) main = k;
  return main;
}
