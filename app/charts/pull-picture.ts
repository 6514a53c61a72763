import { parseHex } from './colour/palette.ts';

export interface PullColours {
  readonly negative: string;
  readonly zero: string;
  readonly positive: string;
}

export interface PullScale {
  /** Value of full colour: the 98th percentile of absolute values in view; 0 if all are zero. */
  readonly full: number;
  /** Least value in view, below 0 where the relaxation pulls away from the plant. */
  readonly least: number;
}

export function pullScale(values: Float64Array): PullScale {
  const sizes = values.map(Math.abs).sort();
  let least = Number.POSITIVE_INFINITY;
  for (const value of values) least = Math.min(least, value);
  return { full: sizes[Math.floor(0.98 * (sizes.length - 1))] ?? 0, least };
}

/** Colours a field (row 0 lowest) by the square root of its size, so small pulls are visible; first row on top. */
export function rasterisePull(
  values: Float64Array,
  size: number,
  { full }: PullScale,
  colours: PullColours,
): Uint8ClampedArray<ArrayBuffer> {
  const zero = parseHex(colours.zero);
  const ends = { up: parseHex(colours.positive), down: parseHex(colours.negative) };
  const rgba = new Uint8ClampedArray(4 * size * size).fill(255);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const value = values[row * size + column]!;
      const end = value < 0 ? ends.down : ends.up;
      const share = full > 0 ? Math.sqrt(Math.min(1, Math.abs(value) / full)) : 0;
      const at = 4 * ((size - 1 - row) * size + column);
      for (let j = 0; j < 3; j++) rgba[at + j] = zero[j]! + share * (end[j]! - zero[j]!);
    }
  return rgba;
}
