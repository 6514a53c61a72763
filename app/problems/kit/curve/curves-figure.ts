import type { Translate } from '../../../i18n/messages.ts';
import { describeCurve } from '../../../pictures/curve/describe-curve.ts';
import type { FigureView, LonePart } from '../../../session/picture/figure-view.ts';
import type { Curve } from '../../../session/view.ts';

/** Makes the figures of a problem whose panels draw themselves: each curve can be exported alone. */
export const curvesFigure = (
  curves: readonly Curve[],
  titleOf: (name: string, t: Translate) => string,
): FigureView => ({
  panels: {},
  alone: curves.map(
    (curve): LonePart => ({
      name: curve.name,
      title: (t) => titleOf(curve.name, t),
      aspect: 0.5,
      draw: (kit, snapshot, size) => kit.draw(curve.createPicture, snapshot, size),
      tell: () => [describeCurve(curve)],
    }),
  ),
  legendsIn: 'panel',
  legends: () => [],
  drawLegend: () => [],
});
