import type { SideName } from '../../../engine/contract.ts';
import { formatFixed, formatNumberShort } from '../../i18n/format.ts';
import { formatUpper, roundedOut } from '../../i18n/format-bound.ts';
import { stepOf } from '../../session/run/kept-steps.ts';
import type { Trajectory } from '../../session/run/trajectory.ts';
import type { PlotLine } from './lines-plot.ts';

/** What rounding leaves of two claims: that a ratio is above 1, and that a limit is near. */

/** A ratio above this is above 1 whatever rounding has done: z moved by more than 1e-9, and D is exact to 1e-14. */
const WITNESS = 1 + 2e-5;

/** Whether a ratio proves that D is not nonexpansive. */
export const isWitness = (ratio: number): boolean => ratio > WITNESS;

/** Below this a radius is rounding, and nothing is claimed. */
export const ROUNDING = 1e-12;

/** The first round whose ratio proves that D is not nonexpansive; null where none does. */
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

/** The largest ratio of a side up to a step, where it proves that; null where it does not. */
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

/** A ratio above 1 with as many decimals as tell it from 1, three at least. */
export function saidRatio(value: number): string {
  let digits = 3;
  while (value > 1 && Number(value.toFixed(digits)) <= 1 && digits < 9) digits++;
  return formatFixed(value, digits);
}

/** A bound in three digits, rounded up: one that is rounded down may be false. */
export const saidBound = (value: number): string => formatUpper(value, 3);

/** A rate below 1 in so many digits, rounded up, or in as many as tell it from 1. */
export function saidRate(rate: number, digits: number): string {
  while (roundedOut(rate, digits, 1) >= 1 && digits < 15) digits++;
  return formatUpper(rate, digits);
}

/** A certified radius. */
export const saidRadius = (value: number): string => saidBound(Math.max(ROUNDING, value));

/** Two numbers in four digits, or in as many as tell them apart, up to six. */
export function toldApart(one: number, other: number): [string, string] {
  for (let digits = 4; ; digits++) {
    const [first, second] = [one, other].map((value) => formatNumberShort(Number(value.toPrecision(digits))));
    if (first !== second || digits === 6) return [first!, second!];
  }
}
