import type { SideName } from '../../engine/contract.ts';
import type { DisplayList } from '../charts/display-list.ts';
import type { Translate } from '../i18n/messages.ts';
import { excessFloor, excessReferences } from '../session/excess.ts';
import type { Snapshot } from '../session/snapshot.ts';
import { shownSpan } from '../session/span.ts';
import type { AppState } from '../session/store.ts';
import type { Size } from '../ui/Drawing.tsx';
import { type CurveSeries, drawCurves } from './curve-plot.ts';
import type { Look } from './extra-marks.ts';
import { sideShort } from './side-words.ts';

export const QUANTITIES = ['excess', 'distance', 'gradient'] as const;
export type Quantity = (typeof QUANTITIES)[number];

const FIELDS = { excess: 'losses', distance: 'distances', gradient: 'gradientNorms' } as const;

/** Units of the curves' axis that one step of each side is: one step, or its gradient evaluations. */
export function unitsPerStep(state: AppState): Record<SideName, number> {
  const { opened, scenario } = state;
  if (scenario.values.axis === 'steps' || !opened) return { left: 1, right: 1 };
  return { left: opened.settings.left.evaluationsPerStep, right: opened.settings.right.evaluationsPerStep };
}

/** The axis holds every step computed of the side that takes most units. */
export function spanOf(state: AppState): number {
  const { left, right } = unitsPerStep(state);
  return shownSpan(state.frontier) * Math.max(left, right);
}

/** What a curve is called. */
export function curveTitle({ opened, scenario }: AppState, quantity: Quantity, t: Translate): string {
  if (quantity === 'excess') return t('curve.excess');
  if (quantity === 'distance')
    return t(opened === null || opened.plant !== null ? 'curve.distance' : 'curve.distanceOwn');
  if (scenario.problem === 'lift') return t('lift.projected');
  return t(opened?.standardised ? 'curve.gradientScaled' : 'curve.gradient');
}

/** A side's numbers; null where what they are measured from is not known. */
export function seriesOf(
  { store, trajectories }: Snapshot,
  quantity: Quantity,
  side: SideName,
  t: Translate,
): CurveSeries | null {
  const state = store.getState();
  const reference = quantity === 'excess' ? excessReferences(state)[side] : 0;
  if (reference === null) return null;
  const trajectory = trajectories[side];
  return {
    values: trajectory[FIELDS[quantity]],
    count: trajectory.count,
    reference,
    ...(quantity === 'excess' ? { floor: excessFloor(state, side) } : {}),
    // The last step of a long run may lie a little before its place: less than a pixel.
    perStep: trajectory.stride * unitsPerStep(state)[side],
    label: sideShort(state, side, t),
  };
}

/** What a curve depends on. */
export const watchCurve = (state: AppState) => [
  state.k,
  state.version,
  state.references,
  state.opened,
  state.hoverStep,
  state.scenario.values.axis,
  state.scenario.values.blend,
];

/** Excess loss, distance or gradient norm of both sides on a logarithmic axis. */
export function curveDrawing(
  snapshot: Snapshot,
  quantity: Quantity,
  { width, height }: Size,
  { palette, scale }: Look,
  t: Translate,
): DisplayList {
  const state = snapshot.store.getState();
  const empty: CurveSeries = { values: [], count: 0, reference: 0, perStep: 1, label: '' };
  const left = seriesOf(snapshot, quantity, 'left', t);
  const right = seriesOf(snapshot, quantity, 'right', t);
  const perStep = unitsPerStep(state).left;
  return drawCurves({
    width,
    height,
    scale,
    palette,
    title: curveTitle(state, quantity, t),
    left: left ?? empty,
    right: right ?? empty,
    span: spanOf(state),
    axis: t(state.scenario.values.axis === 'steps' ? 'axis.step' : 'axis.evaluations'),
    step: state.k * perStep,
    hover: state.hoverStep === null ? null : state.hoverStep * perStep,
    missing: left || right ? null : t('curve.missing'),
  });
}
