import type { SideName } from '../../../engine/contract.ts';
import { CRITERIA } from '../../../engine/run/status.ts';
import type { DrawStyle } from '../../charts/colour/palette.ts';
import type { DisplayList } from '../../charts/display-list.ts';
import type { Plane, Size, View } from '../../charts/geometry.ts';
import type { Translate } from '../../i18n/messages.ts';
import { iterateAt, type SideAt, selectSide } from '../../pictures/side-at.ts';
import { type Canvas, createPicture, type Picture } from '../../session/picture/picture.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { standingOf } from '../../session/run/standing.ts';
import type { AppState } from '../../session/store.ts';
import { type MapFacts, viewOf } from '../../session/view.ts';
import { drawPlanar, type HalfPlane, planarPlane } from './planar-plot.ts';
import { drawScatter, type Hinge, scatterPlane } from './samples/scatter-plot.ts';

interface DataState extends Pick<AppState, 'opened' | 'extra'> {
  readonly facts: MapFacts | null;
  readonly leak: number;
  readonly left: SideAt;
  readonly right: SideAt;
  readonly leftLabel: string;
  readonly rightLabel: string;
  readonly window: View | null;
}

/** Draws the data with both current fits: a scatter for one feature, the plane for two. */
export function createData(): Picture<DataState> {
  return createPicture({ select: selectData(), draw: drawData });
}

function selectData(): (snapshot: Snapshot, t: Translate) => DataState {
  const [left, right] = [selectSide('left'), selectSide('right')];
  return (snapshot, t) => {
    const state = snapshot.store.getState();
    return {
      opened: state.opened,
      extra: state.extra,
      facts: viewOf(state).maps,
      leak: state.scenario.values.leak ?? 0,
      left: left(snapshot, t),
      right: right(snapshot, t),
      leftLabel: fitName(snapshot, 'left', t),
      rightLabel: fitName(snapshot, 'right', t),
      window: state.dataWindow,
    };
  };
}

/** Returns a fit's name, marked if its neuron is dead; not before the first step, as no verdict is. */
function fitName({ store, trajectories }: Snapshot, side: SideName, t: Translate): string {
  const state = store.getState();
  const name = viewOf(state).short(state, side, t);
  const isDead = state.k > 0 && standingOf(state, trajectories, side).status === 'dead';
  return isDead ? t('data.dead', { name }) : name;
}

/** Returns which samples are active at weights w; `features` is row-major, count x d. */
function activeAt(w: readonly number[] | null, features: ArrayLike<number>, count: number): boolean[] | null {
  if (!w) return null;
  return Array.from({ length: count }, (_, i) => {
    let z = 0;
    for (let j = 0; j < w.length; j++) z += features[i * w.length + j]! * w[j]!;
    return z > 0;
  });
}

/** Returns the input common to both pictures of the samples; null if none are drawn. */
function samplesOf({ opened, facts, left, right, leftLabel, rightLabel, window }: DataState, t: Translate) {
  if (!opened || !facts || (opened.samples.features.length === 0 && Number.isFinite(opened.samples.count)))
    return null;
  const { features, labels, dimension: d, hasOnes } = opened.samples;
  const weights = facts.fits(opened, { left: iterateAt(left), right: iterateAt(right) });
  const label = { left: leftLabel, right: rightLabel, planted: t('data.planted') };
  const isLine = d - (hasOnes ? 1 : 0) === 1;
  const points: number[] = [];
  for (let i = 0; i < labels.length; i++)
    points.push(features[i * d]!, isLine ? labels[i]! : features[i * d + 1]!);
  const { plant, sides } = opened;
  // Closer to the origin than an arrival is to the plant, no direction is visible.
  const least = Math.max(
    CRITERIA.reached * Math.hypot(...(plant ?? [])),
    1e-6 * Math.hypot(...sides.left.start),
  );
  const half = (which: keyof typeof weights): HalfPlane | null => {
    const w = weights[which];
    // With a bias the boundary misses the origin; the direction alone would mislead.
    const isThere = w && Math.hypot(...w) > least;
    return isThere && !hasOnes && !isLine ? { w: [w[0]!, w[1]!], label: label[which] } : null;
  };
  const halves = { planted: half('planted'), left: half('left'), right: half('right') };
  return { samples: opened.samples, facts, weights, label, isLine, points, halves, window };
}

function drawData(input: DataState, { size, drawStyle, t }: Canvas): DisplayList {
  const of = samplesOf(input, t);
  if (!of) return [];
  const { samples, facts, weights, label, isLine, points, halves, window } = of;
  const { features, labels, names, labelName, hasOnes } = samples;
  const active = facts.fitsActivate
    ? {
        left: activeAt(weights.left, features, labels.length),
        right: activeAt(weights.right, features, labels.length),
      }
    : null;
  const extraOf = input.extra;
  const extra =
    extraOf && ((plane: Plane) => extraOf.onData(isLine ? 'scatter' : 'planar', plane, drawStyle));
  const common = { ...size, ...drawStyle, active, points, window, extra };
  if (isLine) {
    const hinge = (which: keyof typeof weights): Hinge | null => {
      const w = weights[which];
      return w ? { slope: w[0]!, bias: hasOnes ? w[1]! : 0, label: label[which] } : null;
    };
    return drawScatter({
      ...common,
      axes: { x: names[0] ?? t('axis.x'), y: names.length > 0 ? labelName : t('axis.y') },
      leak: input.leak,
      planted: hinge('planted'),
      left: hinge('left'),
      right: hinge('right'),
    });
  }
  return drawPlanar({
    ...common,
    ...halves,
    labels: Array.from(labels),
    axes: { x: names[0] ?? t('axis.a1'), y: names[1] ?? t('axis.a2') },
  });
}

/** Returns the plane of the drawn samples; `isLine` if its second axis is the label. Null if none are drawn. */
export function dataPlane(
  snapshot: Snapshot,
  t: Translate,
  canvas: Size & Pick<DrawStyle, 'scale' | 'palette'>,
): { readonly plane: Plane; readonly isLine: boolean; readonly points: readonly number[] } | null {
  const of = samplesOf(selectData()(snapshot, t), t);
  if (!of) return null;
  const { isLine, points, halves, window } = of;
  const axes = { ...canvas, points, window };
  return {
    plane: isLine ? scatterPlane(axes).plane : planarPlane({ ...axes, ...halves }),
    isLine,
    points,
  };
}
