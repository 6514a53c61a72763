import type { SideName } from '../../../engine/contract.ts';
import { formatNumberShort } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/messages.ts';
import { type CurveSeries, curveRect, drawCurves } from '../../pictures/curve/curve-plot.ts';
import { type CurveFloor, floorMarks } from '../../pictures/landscape/floor-marks.ts';
import { createPicture, createSelection, type Picture } from '../../session/picture/picture.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { numberAt } from '../../session/run/kept-steps.ts';
import { shownSpan } from '../../session/run/span.ts';
import type { AppState } from '../../session/store.ts';
import type { Curve } from '../../session/view.ts';
import { seriesCurve } from '../kit/curve/series-curve.ts';
import { floorOf, gameOf } from './game-info.ts';
import { shortOf } from './game-words.ts';

/** Numbers of both sides over the rounds: how far the means are apart, above what is proved; on the plane the distance; the value. */

const SIDES = ['left', 'right'] as const;

type Known = Pick<AppState, 'opened' | 'openedProblem'>;
type Floored = Known & Pick<AppState, 'extra'>;

interface LogState extends Floored {
  readonly left: CurveSeries & { readonly version: number };
  readonly right: CurveSeries & { readonly version: number };
  readonly span: number;
  readonly step: number;
  readonly hover: number | null;
}

/** The floors that are above 0; sides with the same width share one, which is the left's. */
function floorsOf(state: Floored, t: Translate): CurveFloor[] {
  const [left, right] = SIDES.map((side) => floorOf(state, side)) as [number, number];
  const of = (side: SideName) => t('gan.curve.floor', { side: shortOf(state, side, t) });
  if (left === right) return left > 0 ? [{ side: 'left', value: left, label: t('gan.curve.floors') }] : [];
  return SIDES.flatMap((side) => {
    const value = side === 'left' ? left : right;
    return value > 0 ? [{ side, value, label: of(side) }] : [];
  });
}

/** The plane goes by the distance to its saddle, the others by the squared distance of the means. */
export const seriesOf = (state: Known) => (gameOf(state)?.level === 'plane' ? 'distance' : 'loss');
export const titleOfDistance = (state: Known, t: Translate) =>
  t(seriesOf(state) === 'loss' ? 'gan.curve.mse' : 'gan.curve.distance');

function createDistance(): Picture<LogState> {
  const sideOf = (side: SideName) =>
    createSelection(({ store, trajectories }: Snapshot, t): LogState['left'] => {
      const state = store.getState();
      const { series, count, stride: perStep, version } = trajectories[side];
      const values = series[seriesOf(state)];
      const label = shortOf(state, side, t);
      return { values: values ?? [], count: values ? count : 0, reference: 0, version, perStep, label };
    });
  const [left, right] = [sideOf('left'), sideOf('right')];
  return createPicture({
    select(snapshot, t) {
      const { opened, openedProblem, extra, frontier, k, hoverStep } = snapshot.store.getState();
      const sides = { left: left(snapshot, t), right: right(snapshot, t) };
      return { ...sides, opened, openedProblem, extra, span: shownSpan(frontier), step: k, hover: hoverStep };
    },
    draw: (input, { size, drawStyle, t }) =>
      drawCurves({
        ...size,
        ...drawStyle,
        ...input,
        title: titleOfDistance(input, t),
        axis: t('axis.step'),
        missing: null,
        floors: { all: floorsOf(input, t), pen: floorMarks },
      }),
  });
}

/** On a logarithmic axis, above the floors. */
const DISTANCE: Curve = {
  name: 'distance',
  title: titleOfDistance,
  label: (state, t) => t('aria.curve', { title: titleOfDistance(state, t) }),
  createPicture: createDistance,
  rectOf: curveRect,
  stepsOf: ({ frontier }) => shownSpan(frontier),
  valueAt: ({ store, trajectories }, side, step) =>
    numberAt(trajectories[side], seriesOf(store.getState()), step),
  told: ({ store }, t) =>
    floorsOf(store.getState(), t).map(({ label, value }) =>
      t('alt.gan.floor', { label, value: formatNumberShort(Number(value.toPrecision(6))) }),
    ),
};

const VALUE = seriesCurve('value', { scale: 'linear', better: null, signed: true }, (t) =>
  t('gan.curve.value'),
);

export const CURVES = [DISTANCE, VALUE] as const;
