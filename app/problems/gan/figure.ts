import { describeCurve } from '../../pictures/curve/describe-curve.ts';
import type { FigureView, LonePart } from '../../session/picture/figure-view.ts';
import type { Curve } from '../../session/view.ts';
import { CURVES } from './curves.ts';

/** The game in figures, films and prints: its panels have pictures of their own, and each curve can be taken alone. */

const alone = (curve: Curve, title: LonePart['title']): LonePart => ({
  name: curve.name,
  title,
  aspect: 0.5,
  draw: (kit, snapshot, size) => kit.draw(curve.createPicture, snapshot, size),
  tell: () => [describeCurve(curve)],
});

const [DISTANCE, VALUE] = CURVES;

export const GAME_FIGURE: FigureView = {
  panels: {},
  alone: [alone(DISTANCE, (t) => t('gan.figure.distance')), alone(VALUE, (t) => t('gan.curve.value'))],
  legendsIn: 'panel',
  legends: () => [],
  drawLegend: () => [],
};
