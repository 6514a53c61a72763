import {
  formatAtLeast,
  formatAtMost,
  formatTimes,
  formatTimesAtLeast,
  formatTimesAtMost,
} from '../../../i18n/format-bound.ts';

/** Proved: F is `least` to `excess` of it above the best possible F of any network. */
export interface AboveBest {
  /** (F - bound)/bound, not NaN. */
  readonly excess: number;
  /** (F - F')/F' with F' the lowest F that is known; NaN if none is. */
  readonly least: number;
}

/** True if three digits tell the multiple of the best possible. */
const isKnown = ({ excess, least }: AboveBest): boolean => formatTimes(excess) === formatTimes(least);

/** Words the excess over the best possible: per cent up to twice as much, then times. */
export const aboveBest = (of: AboveBest): string =>
  of.excess < 1
    ? `at most ${formatAtMost(of.excess)} above the best possible`
    : `${isKnown(of) ? formatTimes(of.excess) : `at most ${formatTimesAtMost(of.excess)}`} times the best possible`;

export const aboveBestInChinese = (of: AboveBest): string =>
  of.excess < 1
    ? `最多高出最优值 ${formatAtMost(of.excess)}`
    : `${isKnown(of) ? `为最优值的 ${formatTimes(of.excess)}` : `最多为最优值的 ${formatTimesAtMost(of.excess)}`} 倍`;

/** Up to this excess a difference from the best possible is rounding. */
const ROUNDING = 1e-9;

/** Words an end that is the best possible, within an excess. */
export const optimalTo = (excess: number): string =>
  excess <= ROUNDING ? 'Optimal to rounding (proved).' : `Optimal to ${formatAtMost(excess)} (proved).`;

export const optimalToInChinese = (excess: number): string =>
  excess <= ROUNDING
    ? '最优，只差舍入误差（已证明）。'
    : `最优，误差至多 ${formatAtMost(excess)}（已证明）。`;

/** Words a lower bound on the excess over what is named next. */
export const atLeast = (excess: number): string =>
  excess < 1 ? `${formatAtLeast(excess)} above` : `${formatTimesAtLeast(excess)} times`;
