import {
  formatAtLeast,
  formatAtMost,
  formatTimesAtLeast,
  formatTimesAtMost,
} from '../../../i18n/format-bound.ts';

/** Words the proved upper bound on the excess over the best possible. */
export const atMost = (excess: number): string =>
  excess < 1
    ? `at most ${formatAtMost(excess)} above the best possible`
    : `at most ${formatTimesAtMost(excess)} times the best possible`;

/** Fits one line with a count of neurons. */
export const nearBest = (excess: number): string => atMost(excess).replace('best possible', 'optimum');

/** Words a lower bound on the excess over what is named next. */
export const atLeast = (excess: number): string =>
  excess < 1 ? `${formatAtLeast(excess)} above` : `${formatTimesAtLeast(excess)} times`;

export const atMostInChinese = (excess: number): string =>
  excess < 1 ? `最多高出最优值 ${formatAtMost(excess)}` : `最多为最优值的 ${formatTimesAtMost(excess)} 倍`;
