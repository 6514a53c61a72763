import type { Curve } from '../../session/view.ts';
import { seriesCurve } from '../series-curve.ts';

/** The curves of the network, one for each of the plane's: its loss, the gap between the sides, the share of flipped signs. */
export const NETWORK_CURVES: readonly [Curve, Curve, Curve] = [
  seriesCurve('loss', { scale: 'linear', better: 'lower' }, (t) => t('fed.curve.loss')),
  seriesCurve('gap', { scale: 'linear', better: null }, (t) => t('fed.curve.gap')),
  seriesCurve('flipped', { scale: 'linear', better: null }, (t) => t('fed.curve.flipped')),
];
