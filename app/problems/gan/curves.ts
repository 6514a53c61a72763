import type { SideName } from '../../../engine/contract.ts';
import { formatNumberShort } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/messages.ts';
import { drawCurves } from '../../pictures/curve/curve-plot.ts';
import { curveRect } from '../../pictures/curve/step-plot.ts';
import { type CurveFloor, floorMarks } from '../../pictures/landscape/floor-marks.ts';
import type { AppState } from '../../session/store.ts';
import { linesCurve } from '../kit/curve/lines.ts';
import { seriesCurve } from '../kit/curve/series-curve.ts';
import { floorOf, gameOf } from './game-info.ts';
import { shortOf } from './game-words.ts';

const SIDES = ['left', 'right'] as const;

type Known = Pick<AppState, 'opened' | 'openedProblem'>;
type Floored = Known & Pick<AppState, 'extra'>;

/** Returns the positive floors; sides of equal width share the left's. */
function floorsOf(state: Floored, t: Translate): CurveFloor[] {
  const [left, right] = SIDES.map((side) => floorOf(state, side)) as [number, number];
  const of = (side: SideName) => t('gan.curve.floor', { side: shortOf(state, side, t) });
  if (left === right) return left > 0 ? [{ side: 'left', value: left, label: t('gan.curve.floors') }] : [];
  return SIDES.flatMap((side) => {
    const value = side === 'left' ? left : right;
    return value > 0 ? [{ side, value, label: of(side) }] : [];
  });
}

/** Returns `distance` (to the saddle) on the plane, else `loss` (squared distance of the means). */
export const seriesOf = (state: Known) => (gameOf(state)?.level === 'plane' ? 'distance' : 'loss');
export const titleOfDistance = (state: Known, t: Translate) =>
  t(seriesOf(state) === 'loss' ? 'gan.curve.mse' : 'gan.curve.distance');

const DISTANCE = linesCurve({
  ...{ name: 'distance', title: titleOfDistance, series: seriesOf, nameOf: shortOf, rectOf: curveRect },
  facts({ store }) {
    const { opened, openedProblem, extra } = store.getState();
    return { opened, openedProblem, extra };
  },
  draw: (input, t) => drawCurves({ ...input, floors: { all: floorsOf(input, t), pen: floorMarks } }),
  told: ({ store }, t) =>
    floorsOf(store.getState(), t).map(({ label, value }) =>
      t('alt.gan.floor', { label, value: formatNumberShort(Number(value.toPrecision(6))) }),
    ),
});

const VALUE = seriesCurve('value', { scale: 'linear', better: null, signed: true }, (t) =>
  t('gan.curve.value'),
);

export const CURVES = [DISTANCE, VALUE] as const;
