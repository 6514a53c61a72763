import { describeCurve } from '../../pictures/curve/describe-curve.ts';
import type { FigureView, LonePart } from '../../session/picture/figure-view.ts';
import { CURVES } from './curves.ts';

/** Permutations in figures, films and prints: their panels have pictures of their own, and each curve can be taken alone. */
export const SHUFFLE_FIGURE: FigureView = {
  panels: {},
  alone: CURVES.map(
    (curve): LonePart => ({
      name: curve.name,
      title: (t) => t(`shuffle.curve.${curve.name as 'cost' | 'penalty' | 'rounded'}`),
      aspect: 0.5,
      draw: (kit, snapshot, size) => kit.draw(curve.createPicture, snapshot, size),
      tell: () => [describeCurve(curve)],
    }),
  ),
  legendsIn: 'panel',
  legends: () => [],
  drawLegend: () => [],
};
