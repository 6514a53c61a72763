import { describeCurve } from '../../pictures/curve/describe-curve.ts';
import type { FigureView, LonePart } from '../../session/picture/figure-view.ts';
import type { Curve } from '../../session/view.ts';
import type { CurveName } from './level-view.ts';

/** Panels use their own pictures, and each curve is available separately. */
export const figureOf = (curves: readonly Curve[]): FigureView => ({
  panels: {},
  alone: curves.map(
    (curve): LonePart => ({
      name: curve.name,
      title: (t) => t(`denoiser.figure.${curve.name as CurveName}`),
      aspect: 0.5,
      draw: (kit, snapshot, size) => kit.draw(curve.createPicture, snapshot, size),
      tell: () => [describeCurve(curve)],
    }),
  ),
  legendsIn: 'panel',
  legends: () => [],
  drawLegend: () => [],
});
