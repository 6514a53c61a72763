import { kthSmallest } from './kth-smallest.ts';

/** A sampled loss: row-major values at cell centres, the first row at the LOWEST y. */
export interface LossGrid {
  readonly columns: number;
  readonly rows: number;
  readonly values: ArrayLike<number>;
}

/** Smallest excess above rounding; logarithms start here. */
export const EXCESS_FLOOR = 1e-16;

/** Rounding as a share of the reference, so that a flat map has no lines. */
const ROUNDING = 64 * Number.EPSILON;

/** Least lo/hi of the colour domain; otherwise the bowl's bottom would take all colours. */
const WIDEST_RATIO = 1e-4;

/** One side's colour scale: excess = value - reference; positive excesses lo < hi are the ramp's ends. */
export interface SideScale {
  readonly lo: number;
  readonly hi: number;
  readonly reference: number;
}

export type ScaleMode = 'shared' | 'own';

/** References are subtracted from the losses: 0 for noiseless planted labels. */
export interface ExcessScaleInput {
  readonly left: LossGrid;
  readonly right: LossGrid;
  readonly references: { readonly left: number; readonly right: number };
  readonly mode: ScaleMode;
}

/** Returns the finite excesses above rounding, packed. */
function excesses(grid: LossGrid, reference: number): Float64Array {
  const out = new Float64Array(grid.values.length);
  const floor = Math.max(EXCESS_FLOOR, ROUNDING * Math.abs(reference));
  let n = 0;
  for (let i = 0; i < grid.values.length; i++) {
    const excess = grid.values[i]! - reference;
    if (excess > floor && excess < Infinity) out[n++] = excess;
  }
  return out.subarray(0, n);
}

function smallest(values: Float64Array): number {
  let low = Infinity;
  for (const value of values) if (value < low) low = value;
  return low;
}

function percentile98(values: Float64Array): number {
  if (values.length === 0) return 1;
  return kthSmallest(values, Math.floor(0.98 * (values.length - 1)));
}

/**
 * Computes the log colour domain. hi: the 98th percentile of finite excesses, of the left ('shared') or each side. lo: the smallest
 * positive excess, at least hi·1e-4. Without a positive excess it is [1e-4, 1].
 */
export function createExcessScale(input: ExcessScaleInput) {
  const left = excesses(input.left, input.references.left);
  const right = excesses(input.right, input.references.right);
  const leftLow = smallest(left);
  const rightLow = smallest(right);
  const shared = input.mode === 'shared';
  const leftHigh = percentile98(left);
  const side = (hi: number, low: number, reference: number): SideScale => {
    const lo = Math.max(low, hi * WIDEST_RATIO);
    return { lo: lo < hi ? lo : hi * WIDEST_RATIO, hi, reference };
  };
  const sharedLow = Math.min(leftLow, rightLow);
  return {
    mode: input.mode,
    left: side(leftHigh, shared ? sharedLow : leftLow, input.references.left),
    right: side(
      shared ? leftHigh : percentile98(right),
      shared ? sharedLow : rightLow,
      input.references.right,
    ),
  };
}

export type ExcessScale = ReturnType<typeof createExcessScale>;

/** Returns a loss's log position from lo (0) to hi (1), clamped; 1 if non-finite. */
export function excessPosition(scale: SideScale, value: number): number {
  const excess = value - scale.reference;
  if (!Number.isFinite(excess)) return 1;
  if (excess <= scale.lo) return 0;
  if (excess >= scale.hi) return 1;
  return Math.log(excess / scale.lo) / Math.log(scale.hi / scale.lo);
}

/** Colours a grid: opaque RGBA, one pixel per cell, first row = highest y (the grid's last). Non-finite: the ramp's upper end. */
export function rasterise(
  grid: LossGrid,
  scale: SideScale,
  table: Uint8ClampedArray,
): Uint8ClampedArray<ArrayBuffer> {
  const { columns, rows, values } = grid;
  const rgba = new Uint8ClampedArray(4 * columns * rows);
  for (let row = 0; row < rows; row++) {
    let to = 4 * columns * (rows - 1 - row);
    for (let column = 0; column < columns; column++) {
      const at = 3 * Math.round(255 * excessPosition(scale, values[row * columns + column]!));
      rgba[to++] = table[at]!;
      rgba[to++] = table[at + 1]!;
      rgba[to++] = table[at + 2]!;
      rgba[to++] = 255;
    }
  }
  return rgba;
}
