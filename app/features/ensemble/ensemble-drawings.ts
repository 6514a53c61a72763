import type { SideName } from '../../../engine/contract.ts';
import { type Bins, quantile } from '../../../engine/ensemble/summary.ts';
import type { Sweep } from '../../../engine/ensemble/sweep.ts';
import { SIDES } from '../../../engine/side-names.ts';
import type { EnsembleSummary } from '../../../workers/protocol.ts';
import type { ThemeName } from '../../charts/colour/palette.ts';
import type { DisplayList } from '../../charts/display-list.ts';
import { formatDistance } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/messages.ts';
import { drawQuantiles } from '../../pictures/ensemble/quantile-plot.ts';
import { drawSurvival, type Survival } from '../../pictures/ensemble/survival-plot.ts';
import type { Canvas } from '../../session/picture/picture.ts';
import { aimOf, runWords, sideNames } from './ensemble-words.ts';

/** Scale of the drawer's pictures on a projector, besides its magnification. */
const PROJECTOR_SCALE = 1.25;

export function drawerScale(theme: ThemeName): number {
  return theme === 'projector' ? PROJECTOR_SCALE : 1;
}

export const hasRounds = (sweep: Sweep) => runWords(sweep).hasRounds?.(sweep.scenario.values) ?? false;

/** Groups of sides that share an axis: steps and rounds do not. */
export const survivalGroups = (sweep: Sweep): readonly (readonly SideName[])[] =>
  hasRounds(sweep) ? [['left'], ['right']] : [SIDES];

/** Draws the survival curves of sides that count alike. */
export function survivalDrawing(
  { left, right }: EnsembleSummary,
  sweep: Sweep,
  { size, drawStyle, t }: Canvas,
  shown: readonly SideName[] = SIDES,
): DisplayList {
  const names = sideNames(sweep, t);
  const isOfRounds = hasRounds(sweep) && shown[0] === 'right';
  const of = { left: left.survival, right: right.survival };
  return drawSurvival({
    ...size,
    ...drawStyle,
    sides: Object.fromEntries(shown.map((side) => [side, { ...of[side], label: names[side] }])),
    limit: sweep.ensemble.limit,
    axes: { x: t(isOfRounds ? 'ensemble.axis.round' : 'axis.step'), y: t('ensemble.survival.y') },
    censored: t('ensemble.survival.censored'),
  });
}

export function quantileDrawing(
  { left, right }: EnsembleSummary,
  sweep: Sweep,
  { size, drawStyle, t }: Canvas,
): DisplayList {
  const names = sideNames(sweep, t);
  return drawQuantiles({
    ...size,
    ...drawStyle,
    left: { aways: left.aways, label: names.left },
    right: { aways: right.aways, label: names.right },
    within: sweep.ensemble.within,
    criterion: t('ensemble.quantiles.criterion'),
    axes: { x: t('ensemble.quantiles.x'), y: t(`ensemble.quantiles.${aimOf(sweep)}`) },
  });
}

/** Formats a final distance; infinity means diverged. */
export function distanceWords(away: number, t: Translate): string {
  return Number.isFinite(away) ? formatDistance(away) : t('ensemble.diverged');
}

const DECILES = [0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1];

export function quantileRows(aways: Bins, parts: readonly number[] = DECILES) {
  return parts.map((part) => ({ part, value: quantile(aways, part) }));
}

/** Returns both survival curves at 1, 2, 5, 10, ... and the limit. */
export function survivalRows({ left, right }: EnsembleSummary, limit: number) {
  const at: number[] = [];
  for (let power = 1; power < limit; power *= 10)
    for (const digit of [1, 2, 5]) if (digit * power < limit) at.push(digit * power);
  return [...at, limit].map((step) => ({
    at: step,
    left: survivalAt(left.survival, step),
    right: survivalAt(right.survival, step),
  }));
}

/** Returns the share not arrived by a step. */
export function survivalAt({ steps, left }: Survival, step: number): number {
  let low = 0;
  for (let high = steps.length; high - low > 1; ) {
    const middle = (low + high) >> 1;
    if (steps[middle]! <= step) low = middle;
    else high = middle;
  }
  return left[low]!;
}
