import { curvesFigure } from '../kit/curve/curves-figure.ts';
import { CURVES } from './curves.ts';

export const GAME_FIGURE = curvesFigure(CURVES, (name, t) =>
  name === 'distance' ? t('gan.figure.distance') : t('gan.curve.value'),
);
