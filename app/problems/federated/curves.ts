import { drawCurves } from '../../pictures/curve/curve-plot.ts';
import { curveRect } from '../../pictures/curve/step-plot.ts';
import type { Curve } from '../../session/view.ts';
import { curveByLevel } from '../kit/curve/by-level.ts';
import { linesCurve } from '../kit/curve/lines.ts';
import { planeOf } from './federated-info.ts';
import { NETWORK_CURVES } from './network/curves.ts';

/** Declares a curve of the plane: distance to the best in loss or place, or the surrogate. */
const planeCurve = (name: 'excess' | 'distance' | 'surrogate'): Curve =>
  linesCurve({
    ...{ name, series: name, rectOf: curveRect, draw: drawCurves },
    title: (_, t) => t(`fed.curve.${name}`),
  });

export const CURVES = (['distance', 'excess', 'surrogate'] as const).map((series, i) => {
  const [plane, network] = [planeCurve(series), NETWORK_CURVES[i]!];
  return curveByLevel([plane, network], (state) => (planeOf(state) ? plane : network));
});
