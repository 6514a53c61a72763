import './words.en.ts';
import type { SideName } from '../../../engine/contract.ts';
import type { MessageKey, Translate } from '../../i18n/messages.ts';
import { type CurveSeries, drawCurves } from '../../pictures/curve/curve-plot.ts';
import { curveRect } from '../../pictures/curve/step-plot.ts';
import { excessFloor, excessOver, excessReferences } from '../../session/excess.ts';
import { createPicture, createSelection, type Picture } from '../../session/picture/picture.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { rowOf } from '../../session/run/kept-steps.ts';
import { shownSpan } from '../../session/run/span.ts';
import type { AppState } from '../../session/store.ts';
import { type Curve, viewOf } from '../../session/view.ts';

export const QUANTITIES = ['excess', 'distance', 'gradient'] as const;
type Quantity = (typeof QUANTITIES)[number];

/** Series of the engine for each quantity. */
const SERIES = { excess: 'loss', distance: 'distance', gradient: 'gradientNorm' } as const;

/** Returns the axis units per step of each side: 1, or its gradient evaluations. */
function unitsPerStep(state: AppState): Record<SideName, number> {
  const { opened, scenario } = state;
  if (scenario.values.axis === 'steps' || !opened) return { left: 1, right: 1 };
  return { left: opened.sides.left.evaluationsPerStep, right: opened.sides.right.evaluationsPerStep };
}

/** Returns the axis length that fits all computed steps of both sides. */
export function spanOf(state: AppState): number {
  const { left, right } = unitsPerStep(state);
  return shownSpan(state.frontier) * Math.max(left, right);
}

function curveTitle(state: AppState, quantity: Quantity, t: Translate): string {
  const { opened } = state;
  if (quantity === 'excess') return t('curve.excess');
  if (quantity === 'distance')
    return t(opened === null || opened.plant !== null ? 'curve.distance' : 'curve.distanceOwn');
  return (t as (key: MessageKey) => string)(viewOf(state).maps!.gradient(state));
}

/** A side's numbers. The array is filled in place; `version` changes when it is. */
interface SeriesAt extends CurveSeries {
  readonly version: number;
}

/** Returns null if the quantity's reference value is unknown. */
function seriesOf(
  { store, trajectories }: Snapshot,
  quantity: Quantity,
  side: SideName,
  t: Translate,
): SeriesAt | null {
  const state = store.getState();
  const reference = quantity === 'excess' ? excessReferences(state)[side] : 0;
  if (reference === null) return null;
  const trajectory = trajectories[side];
  return {
    values: trajectory.series[SERIES[quantity]],
    count: trajectory.count,
    version: trajectory.version,
    reference,
    ...(quantity === 'excess' ? { floor: excessFloor(state, side) } : {}),
    // In a long run the last step may be drawn too early, by less than a pixel.
    perStep: trajectory.stride * unitsPerStep(state)[side],
    label: viewOf(state).short(state, side, t),
  };
}

interface CurveState {
  readonly left: SeriesAt | null;
  readonly right: SeriesAt | null;
  readonly title: string;
  readonly axis: string;
  readonly span: number;
  readonly step: number;
  readonly hover: number | null;
}

const EMPTY: CurveSeries = { values: [], count: 0, reference: 0, perStep: 1, label: '' };

/** Draws excess loss, distance or gradient norm of both sides on a logarithmic axis. */
export function createCurve(quantity: Quantity): Picture<CurveState> {
  const series = (side: SideName) => createSelection((snapshot, t) => seriesOf(snapshot, quantity, side, t));
  const [left, right] = [series('left'), series('right')];
  return createPicture({
    select(snapshot, t) {
      const state = snapshot.store.getState();
      const perStep = unitsPerStep(state).left;
      return {
        left: left(snapshot, t),
        right: right(snapshot, t),
        title: curveTitle(state, quantity, t),
        axis: t(state.scenario.values.axis === 'steps' ? 'axis.step' : 'axis.evaluations'),
        span: spanOf(state),
        step: state.k * perStep,
        hover: state.hoverStep === null ? null : state.hoverStep * perStep,
      };
    },
    draw: ({ left, right, ...input }, { size, drawStyle, t }) =>
      drawCurves({
        ...size,
        ...drawStyle,
        ...input,
        left: left ?? EMPTY,
        right: right ?? EMPTY,
        missing: left || right ? null : t('curve.missing'),
      }),
  });
}

const curve = (name: Quantity): Curve => ({
  name,
  title: (state, t) => curveTitle(state, name, t),
  label: (state, t) => t('aria.curve', { title: curveTitle(state, name, t) }),
  createPicture: () => createCurve(name),
  rectOf: curveRect,
  stepsOf: (state) => spanOf(state) / unitsPerStep(state).left,
  valueAt({ store, trajectories }, side: SideName, step, t) {
    const trajectory = trajectories[side];
    const series = seriesOf({ store, trajectories }, name, side, t);
    if (!series || step > trajectory.last) return Number.NaN;
    const value = series.values[rowOf(trajectory, step)]!;
    return name === 'excess' ? excessOver(store.getState(), side, value) : value;
  },
  note({ opened }, t) {
    const endless =
      opened?.unbounded === true && (name === 'excess' || (name === 'distance' && !opened.plant));
    return endless ? t('curve.noMinimum') : '';
  },
});

export const CURVES = QUANTITIES.map(curve);
