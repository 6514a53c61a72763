import { CATALOG } from '../../../engine/catalog.ts';
import type { Translate } from '../../i18n/messages.ts';
import type { Curve } from '../../session/view.ts';
import { seriesCurve } from '../series-curve.ts';

const { series } = CATALOG.shuffle;

/** Numbers of both sides over the steps: E, what the right descends on, how far from every permutation, and what rounding costs. */
export const CURVES: readonly Curve[] = [
  seriesCurve('loss', { scale: 'log', better: 'lower' }, (t: Translate) => t('shuffle.curve.cost')),
  seriesCurve('objective', series.objective, (t: Translate) => t('shuffle.curve.objective')),
  seriesCurve('penalty', series.penalty, (t: Translate) => t('shuffle.curve.penalty')),
  seriesCurve('rounded', series.rounded, (t: Translate) => t('shuffle.curve.rounded')),
];
