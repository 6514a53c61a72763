import type { SideName } from '../../../engine/contract.ts';
import { formatFixed, formatNumberShort } from '../../i18n/format.ts';
import { formatUpper, roundedOut } from '../../i18n/format-bound.ts';
import { stepOf } from '../../session/run/kept-steps.ts';
import type { Trajectory } from '../../session/run/trajectory.ts';
import type { PlotLine } from './lines-plot.ts';

/** A larger ratio exceeds 1 despite rounding: z moved by more than 1e-9, and D is exact to 1e-14. */
const WITNESS = 1 + 2e-5;

/** True if a ratio proves that D is not nonexpansive. */
export const isWitness = (ratio: number): boolean => ratio > WITNESS;

/** Smallest radius above rounding; nothing is claimed below it. */
export const ROUNDING = 1e-12;

/** Returns the first round with such a ratio; null if none. */
export function firstWitness({
  values,
  count,
  perStep,
  side,
}: PlotLine): { side: SideName; step: number; value: number } | null {
  for (let row = 0; row < count; row++)
    if (isWitness(values[row]!)) return { side, step: row * perStep, value: values[row]! };
  return null;
}

/** Returns the largest ratio up to a step; null if it proves nothing. */
export function largestRatio(trajectory: Trajectory, step: number): { k: number; ratio: number } | null {
  const { ratio } = trajectory.series;
  let most = { k: 0, ratio: WITNESS };
  for (let row = 0; ratio && row < trajectory.count; row++) {
    const k = stepOf(trajectory, row);
    if (k > step) break;
    if (ratio[row]! > most.ratio) most = { k, ratio: ratio[row]! };
  }
  return most.k > 0 ? most : null;
}

/** Formats a ratio with three decimals, or as many as differ from 1. */
export function saidRatio(value: number): string {
  let digits = 3;
  while (value > 1 && Number(value.toFixed(digits)) <= 1 && digits < 9) digits++;
  return formatFixed(value, digits);
}

/** Rounds up: a bound rounded down may be false. */
export const saidBound = (value: number): string => formatUpper(value, 3);

/** Rounds up to `digits` digits, or as many as differ from 1. */
export function saidRate(rate: number, digits: number): string {
  while (roundedOut(rate, digits, 1) >= 1 && digits < 15) digits++;
  return formatUpper(rate, digits);
}

export const saidRadius = (value: number): string => saidBound(Math.max(ROUNDING, value));

/** Formats two numbers with four to six digits, the fewest that differ. */
export function toldApart(one: number, other: number): [string, string] {
  for (let digits = 4; ; digits++) {
    const [first, second] = [one, other].map((value) => formatNumberShort(Number(value.toPrecision(digits))));
    if (first !== second || digits === 6) return [first!, second!];
  }
}
