import { PULL_COLOURS } from '../../../charts/colour/palette.ts';
import { createRampTable } from '../../../charts/colour/ramp-table.ts';

/** Colours of 32 x 32 images, equal in every theme. Values beyond the scale take its end colour. */

/** Side of an image in pixels, and their number. */
export const IMAGE_SIDE = 32;
const IMAGE_PIXELS = IMAGE_SIDE * IMAGE_SIDE;

type Pixels = ArrayLike<number>;
export type Rgba = Uint8ClampedArray<ArrayBuffer>;

/** A night sky at dusk, even in lightness. */
export const SKY = [
  '#080E1A',
  '#0F2B4F',
  '#224782',
  '#5762A6',
  '#9C79B7',
  '#E68F9F',
  '#F8C08C',
  '#FCF3D4',
] as const;
/** Too dark, correct, too bright. */
export const ERROR = [PULL_COLOURS.negative, PULL_COLOURS.zero, PULL_COLOURS.positive] as const;
/** Unmeasured frequencies are equally bright, but grey. */
const MEASURED = [
  '#061615',
  '#0F3433',
  '#015552',
  '#007971',
  '#109D8F',
  '#2BC3AC',
  '#78E5CA',
  '#DDFAED',
] as const;
const UNMEASURED = [
  '#141311',
  '#2F2E2C',
  '#4C4B49',
  '#6B6A68',
  '#8C8B89',
  '#AFAEAB',
  '#D2D1CF',
  '#F4F3F1',
] as const;

/** Exponents of the range of |F x|, base 10. */
export const POWERS = [-3, 0.5] as const;

/** Maps brightness by its root: faint sources stay visible next to bright ones. */
export const skyPlace = (value: number): number => Math.sqrt(Math.max(0, value));

/** Maps an error in [-1, 1] to [0, 1] by the root of its size. */
export const errorPlace = (value: number): number => (1 + Math.sign(value) * Math.sqrt(Math.abs(value))) / 2;

/** Maps |F x| to its range, logarithmically. */
export const powerPlace = (value: number): number =>
  (Math.log10(Math.max(1e-9, value)) - POWERS[0]) / (POWERS[1] - POWERS[0]);

function put(rgba: Rgba, at: number, table: Uint8ClampedArray, place: number): void {
  const from = 3 * Math.round(255 * Math.max(0, Math.min(1, place)));
  rgba[4 * at] = table[from]!;
  rgba[4 * at + 1] = table[from + 1]!;
  rgba[4 * at + 2] = table[from + 2]!;
  rgba[4 * at + 3] = 255;
}

export function skyRaster(values: Pixels): Rgba {
  const table = createRampTable(SKY);
  const rgba = new Uint8ClampedArray(4 * IMAGE_PIXELS);
  for (let at = 0; at < IMAGE_PIXELS; at++) put(rgba, at, table, skyPlace(values[at]!));
  return rgba;
}

export function errorRaster(values: Pixels, truth: Pixels): Rgba {
  const table = createRampTable(ERROR);
  const rgba = new Uint8ClampedArray(4 * IMAGE_PIXELS);
  for (let at = 0; at < IMAGE_PIXELS; at++) put(rgba, at, table, errorPlace(values[at]! - truth[at]!));
  return rgba;
}

/** Colours |F x|, zero in the middle; unmeasured frequencies are grey. */
export function spectrumRaster(values: Pixels, mask: Pixels): Rgba {
  const [measured, others] = [createRampTable(MEASURED), createRampTable(UNMEASURED)];
  const rgba = new Uint8ClampedArray(4 * IMAGE_PIXELS);
  for (let at = 0; at < IMAGE_PIXELS; at++) {
    const from = frequencyAt(Math.floor(at / IMAGE_SIDE), at % IMAGE_SIDE);
    put(rgba, at, mask[from] ? measured : others, powerPlace(values[from]!));
  }
  return rgba;
}

/** Colours G(k) from `low` to 1, zero in the middle; values above 1 break the proof and get `broken`. */
export function gainRaster(values: Pixels, low: number, broken: string): Rgba {
  const [table, alarm] = [createRampTable(SKY), createRampTable([broken, broken])];
  const rgba = new Uint8ClampedArray(4 * IMAGE_PIXELS);
  for (let at = 0; at < IMAGE_PIXELS; at++) {
    const gain = values[frequencyAt(Math.floor(at / IMAGE_SIDE), at % IMAGE_SIDE)]!;
    put(rgba, at, gain > 1 ? alarm : table, (gain - low) / (1 - low));
  }
  return rgba;
}

/** Returns a row's or column's frequency on the centred plane, -15 to 16. */
export const waveAt = (place: number): number => place - (IMAGE_SIDE / 2 - 1);

export function frequencyAt(row: number, column: number): number {
  const wrap = (place: number) => (waveAt(place) + IMAGE_SIDE) % IMAGE_SIDE;
  return IMAGE_SIDE * wrap(row) + wrap(column);
}

/** Counts of pixels beyond [0, 1]. */
export interface Beyond {
  readonly above: number;
  readonly below: number;
  readonly most: number;
}

export function beyondScale(values: Pixels): Beyond {
  let [above, below, most] = [0, 0, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (value > 1) above++;
    if (value < 0) below++;
    if (value > most) most = value;
  }
  return { above, below, most };
}

function barRaster(stops: typeof SKY | typeof ERROR): Rgba {
  const table = createRampTable(stops);
  return Uint8ClampedArray.from({ length: 4 * 256 }, (_, i) =>
    i % 4 === 3 ? 255 : table[3 * Math.floor(i / 4) + (i % 4)]!,
  );
}

/** Constant arrays, so that each is painted once. */
export const BARS = { sky: barRaster(SKY), error: barRaster(ERROR) } as const;
