import { dynamicKey } from '../../i18n/messages.ts';
import { describeCurve } from '../../pictures/curve/describe-curve.ts';
import type { FigureView, LonePart } from '../../session/picture/figure-view.ts';
import { CURVES } from './curves.ts';

/** Figures of federated averaging: panels draw themselves, and each curve can be exported alone. */
export const FEDERATED_FIGURE: FigureView = {
  panels: {},
  alone: CURVES.map(
    (curve): LonePart => ({
      name: curve.name,
      title: (t) => t(dynamicKey('fed.figure', curve.name)),
      aspect: 0.5,
      draw: (kit, snapshot, size) => kit.draw(curve.createPicture, snapshot, size),
      tell: () => [describeCurve(curve)],
    }),
  ),
  legendsIn: 'panel',
  legends: () => [],
  drawLegend: () => [],
};
