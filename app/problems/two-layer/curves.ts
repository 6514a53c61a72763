import { objectiveCurves } from '../kit/curve/objective-curves.ts';
import { bestBound } from './network-facts.ts';
import { networkOf } from './network-info.ts';
import { networkName } from './network-names.ts';

/** Curves of the objective with its bound, and of the excess. */
export const CURVES = objectiveCurves({
  series: 'objective',
  nameOf: networkName,
  bestBound,
  /** The right side's own bound if solved, else the one known from the start. */
  boundLine(opened, { series, count, stride: perStep }, best) {
    if (networkOf(opened)?.program === 'sampled') return null;
    if (networkOf(opened)?.solved && count > 0) return { values: series.bound!, count, perStep };
    return Number.isNaN(best) ? null : { values: [best], count: 1, perStep: 1 };
  },
  isSampled: (opened) => networkOf(opened)?.program === 'sampled',
});
