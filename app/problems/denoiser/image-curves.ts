import './image-words.en.ts';
import type { SideName } from '../../../engine/contract.ts';
import type { Translate } from '../../i18n/messages.ts';
import { objectiveRect } from '../../pictures/objective-plot.ts';
import { numberAt, shownStep, stepOf } from '../../session/kept-steps.ts';
import { type Canvas, createPicture, createSelection, type Picture } from '../../session/picture.ts';
import type { Snapshot } from '../../session/snapshot.ts';
import { shownSpan } from '../../session/span.ts';
import type { AppState } from '../../session/store.ts';
import type { Trajectory } from '../../session/trajectory.ts';
import { type Curve, viewOf } from '../../session/view.ts';
import { imageOf } from './denoiser-info.ts';
import type { DenoiserMark } from './denoiser-marks.ts';
import { decadesOf, drawLines, extentOf, type LinePlotInput, type PlotLine } from './image-curve-plot.ts';
import { ROUNDING, saidDecibels, saidRadius, saidRatio } from './image-numbers.ts';
import type { CurveName, LevelView } from './level-view.ts';

/** Numbers of both sides over the rounds: SNR beside CLEAN's, the step with the certified radius, the ratio against 1, the residual. */

/** Decibels below an empty image, and ratios, beyond which a line leaves the plot. */
const [LOWEST, MOST] = [-5, 1.5];

/** A ratio above this is above 1 whatever rounding has done: z moved by more than 1e-9, and D is exact to 1e-14. */
const WITNESS = 1 + 2e-5;

/** The series of each curve. */
const SERIES = { snr: 'snr', step: 'step', ratio: 'ratio', fit: 'residual' } as const;
const TITLES = {
  snr: 'image.curve.snr',
  step: 'image.curve.step',
  ratio: 'image.curve.ratio',
  fit: 'image.curve.residual',
} as const;

type Line = PlotLine & { readonly version: number };

interface CurveState {
  readonly left: Line;
  readonly right: Line;
  /** CLEAN, or the certified radius. */
  readonly third: Line;
  readonly dirty: number;
  readonly lit: DenoiserMark | null;
  readonly span: number;
  readonly step: number;
  readonly hover: number | null;
}

type Label = (state: AppState, t: Translate) => string;

/** A series of a side as pictures select it. */
function lineOf(of: SideName, name: string, side: SideName | null, label: Label) {
  return createSelection(({ store, trajectories }: Snapshot, t): Line => {
    const { series, count, stride, version } = trajectories[of];
    const values = series[name];
    return {
      values: values ?? [],
      count: values ? count : 0,
      perStep: stride,
      version,
      side,
      label: label(store.getState(), t),
    };
  });
}

const shortOf =
  (side: SideName): Label =>
  (state, t) =>
    viewOf(state).short(state, side, t);

function selectCurve(name: CurveName) {
  const sides = (['left', 'right'] as const).map((side) => lineOf(side, SERIES[name], side, shortOf(side)));
  const clean = lineOf('left', 'clean', null, (_, t) => t('image.curve.clean'));
  const radius = lineOf('right', 'radius', 'right', (_, t) => t('image.curve.radius'));
  const third = name === 'step' ? radius : clean;
  return (snapshot: Snapshot, t: Translate): CurveState => {
    const state = snapshot.store.getState();
    return {
      left: sides[0]!(snapshot, t),
      right: sides[1]!(snapshot, t),
      third: third(snapshot, t),
      dirty: imageOf(state)?.dirtySnr ?? Number.NaN,
      lit: (state.extra?.highlight ?? null) as DenoiserMark | null,
      span: shownSpan(state.frontier),
      step: state.k,
      hover: state.hoverStep,
    };
  };
}

type Own = Pick<LinePlotInput, 'lines' | 'isLog' | 'domain' | 'level' | 'witness'>;

const OWN: Readonly<Record<CurveName, (state: CurveState, t: Translate) => Own>> = {
  snr({ left, right, third, dirty, lit }, t) {
    const lines = [{ ...third, lit: lit === 'clean' }, left, right];
    const [low, high] = extentOf(lines, false);
    const [least, most] = [Math.max(LOWEST, Math.min(0, low)), Math.max(1, high, dirty || 0)];
    const margin = 0.06 * (most - least);
    return {
      lines,
      isLog: false,
      domain: [least - (low < LOWEST ? 0 : margin), most + margin],
      level: Number.isFinite(dirty)
        ? { value: dirty, label: t('image.curve.dirty', { snr: saidDecibels(dirty) }) }
        : null,
    };
  },
  step({ left, right, third, lit }) {
    const lines = [{ ...third, thin: true, floor: ROUNDING, lit: lit === 'radius' } as const, left, right];
    return { lines, isLog: true, domain: decadesOf(extentOf(lines, true)), level: null };
  },
  ratio({ left, right }, t) {
    const lines = [left, right];
    const [low, high] = extentOf(lines, false);
    const [least, most] = [Math.min(0.9, low), Math.min(MOST, Math.max(1.05, high))];
    const margin = 0.08 * (most - least);
    const found = witnessOf(left) ?? witnessOf(right);
    return {
      lines,
      isLog: false,
      domain: [Math.max(0, least - margin), most + (high > MOST ? 0 : margin)],
      level: { value: 1, label: '' },
      witness: found && {
        ...found,
        label: t('image.curve.witness', { k: found.step, ratio: saidRatio(found.value) }),
      },
    };
  },
  fit({ left, right }) {
    const lines = [left, right];
    return { lines, isLog: true, domain: decadesOf(extentOf(lines, true)), level: null };
  },
};

/** The first round whose ratio is above 1: a proof that D is not nonexpansive. */
function witnessOf({ values, count, perStep, side }: Line) {
  for (let row = 0; row < count; row++)
    if (values[row]! > WITNESS) return { side: side as SideName, step: row * perStep, value: values[row]! };
  return null;
}

/** The same of a trajectory up to a step, with the largest ratio; null where none is above 1. */
export function ratioUpTo(trajectory: Trajectory, step: number): { k: number; ratio: number } | null {
  const { ratio } = trajectory.series;
  let most = { k: 0, ratio: WITNESS };
  for (let row = 0; row < trajectory.count; row++) {
    const k = stepOf(trajectory, row);
    if (k > step) break;
    if (ratio && ratio[row]! > most.ratio) most = { k, ratio: ratio[row]! };
  }
  return most.k > 0 ? most : null;
}

const input = (name: CurveName, state: CurveState, { size, drawStyle, t }: Canvas): LinePlotInput => ({
  ...size,
  ...drawStyle,
  ...OWN[name](state, t),
  title: t(TITLES[name]),
  axis: t('axis.step'),
  span: state.span,
  step: state.step,
  hover: state.hover,
});

function createCurve(name: CurveName): Picture<CurveState> {
  return createPicture({
    select: selectCurve(name),
    draw: (state, canvas) =>
      drawLines(
        input(name, state, canvas),
        objectiveRect(canvas.size.width, canvas.size.height, canvas.drawStyle.scale),
      ),
  });
}

const curve = (name: CurveName, rest: Partial<Curve> = {}): Curve => ({
  name,
  title: (_, t) => t(TITLES[name]),
  label: (_, t) => t('aria.curve', { title: t(TITLES[name]) }),
  createPicture: () => createCurve(name),
  rectOf: objectiveRect,
  stepsOf: ({ frontier }) => shownSpan(frontier),
  valueAt: ({ trajectories }, side, step) => numberAt(trajectories[side], SERIES[name], step),
  ...rest,
});

const SNR = curve('snr', {
  told({ store, trajectories }, t) {
    const { k } = store.getState();
    const info = imageOf(store.getState());
    const clean = numberAt(trajectories.left, 'clean', k);
    if (!info || !Number.isFinite(clean)) return [];
    return [t('alt.image.clean', { snr: saidDecibels(clean), dirty: saidDecibels(info.dirtySnr) })];
  },
  more: ({ trajectories }, t) => [
    { label: t('image.column.clean'), at: (step) => numberAt(trajectories.left, 'clean', step) },
  ],
});

const STEP = curve('step', {
  told(snapshot, t) {
    const radius = numberAt(
      snapshot.trajectories.right,
      'radius',
      shownStep(snapshot.store.getState(), 'right'),
    );
    return Number.isFinite(radius) ? [t('alt.image.radius', { radius: saidRadius(radius) })] : [];
  },
  more: ({ trajectories }, t) => [
    { label: t('image.column.radius'), at: (step) => numberAt(trajectories.right, 'radius', step) },
  ],
});

const RATIO = curve('ratio', {
  told({ store, trajectories }, t) {
    const state = store.getState();
    return (['left', 'right'] as const).flatMap((side) => {
      const found = ratioUpTo(trajectories[side], shownStep(state, side));
      if (!found) return [];
      const name = viewOf(state).short(state, side, t);
      return [t('alt.image.witness', { k: found.k, ratio: saidRatio(found.ratio), side: name })];
    });
  },
});

export const IMAGE_CURVES: LevelView['curves'] = { snr: SNR, step: STEP, ratio: RATIO, fit: curve('fit') };
