import type { SideName } from '../../../engine/contract.ts';
import { formatReadout } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/messages.ts';
import { curveRect, drawCurves } from '../../pictures/curve/curve-plot.ts';
import { drawObjective, type ObjectiveSeries, objectiveRect } from '../../pictures/curve/objective-plot.ts';
import { createPicture, createSelection, type Picture } from '../../session/picture/picture.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { numberAt, rowOf } from '../../session/run/kept-steps.ts';
import { shownSpan } from '../../session/run/span.ts';
import type { Trajectory } from '../../session/run/trajectory.ts';
import type { AppState } from '../../session/store.ts';
import type { Curve } from '../../session/view.ts';
import { drawSigmas } from './lines/sigma-plot.ts';
import { bestBound } from './outputs-facts.ts';
import { outputsOf } from './outputs-info.ts';

/** Numbers of both sides over the steps: the objective above its floor, the gap, singular values. */

type LossAt = ObjectiveSeries & { readonly ended: boolean; readonly version: number };

interface CurveState extends Pick<AppState, 'opened'> {
  readonly left: LossAt;
  readonly right: LossAt;
  readonly program: Trajectory;
  readonly version: number;
  readonly bound: number;
  readonly span: number;
  readonly step: number;
  readonly hover: number | null;
}

const nameOf = (side: SideName, t: Translate) =>
  t(side === 'left' ? 'side.left.descent' : 'side.right.program');

function createState() {
  const sideOf = (side: SideName) =>
    createSelection(({ store, trajectories }: Snapshot, t): LossAt => {
      const state = store.getState();
      const { series, count, stride, version } = trajectories[side];
      const ended = state.sides[side].last < state.frontier;
      return { values: series.loss!, count, version, perStep: stride, label: nameOf(side, t), ended };
    });
  const [left, right] = [sideOf('left'), sideOf('right')];
  return (snapshot: Snapshot, t: Translate): CurveState => {
    const state = snapshot.store.getState();
    const { trajectories } = snapshot;
    return {
      opened: state.opened,
      left: left(snapshot, t),
      right: right(snapshot, t),
      program: trajectories.right,
      version: trajectories.right.version,
      bound: bestBound(state, trajectories),
      span: shownSpan(state.frontier),
      step: state.k,
      hover: state.hoverStep,
    };
  };
}

/** The best bound at each step of the right side; null where nothing is proved. */
function boundSeries(
  { series, count, stride }: Trajectory,
  opened: AppState['opened'],
  label: string,
): ObjectiveSeries | null {
  if (outputsOf(opened)?.program === 'sampled' || count === 0 || !series.bound) return null;
  return { values: series.bound, count, perStep: stride, label };
}

export const createObjective = (): Picture<CurveState> =>
  createPicture({
    select: createState(),
    draw({ left, right, program, opened, span, step, hover }, { size, drawStyle, t }) {
      const info = outputsOf(opened);
      return drawObjective({
        ...size,
        ...drawStyle,
        left,
        right,
        span,
        step,
        hover,
        title: t('network.objective'),
        axis: t('axis.step'),
        bound: boundSeries(program, opened, t('network.floor')),
        guide: info ? { value: info.svdBound, label: t('outputs.svdBound') } : null,
      });
    },
  });

export const createGap = (): Picture<CurveState> =>
  createPicture({
    select: createState(),
    draw({ left, right, opened, bound, span, step, hover }, { size, drawStyle, t }) {
      const sampled = outputsOf(opened)?.program === 'sampled';
      return drawCurves({
        ...size,
        ...drawStyle,
        left: { ...left, reference: bound },
        right: { ...right, reference: bound },
        span,
        step,
        hover,
        title: t('network.gap'),
        axis: t('axis.step'),
        missing: Number.isNaN(bound) ? t(sampled ? 'network.noExcess' : 'curve.missing') : null,
      });
    },
  });

const sigmaNames = (opened: AppState['opened']): string[] =>
  Array.from({ length: outputsOf(opened)?.outputs ?? 0 }, (_, k) => `sigma${k + 1}`);

/** The nuclear norm of a side's outputs at a step: the sum of its singular values. */
const sumAt = (trajectory: Trajectory, opened: AppState['opened'], step: number): number =>
  sigmaNames(opened).reduce((sum, name) => sum + numberAt(trajectory, name, step), 0);

interface SigmaState extends Pick<AppState, 'opened'> {
  readonly descent: Trajectory;
  readonly program: Trajectory;
  readonly versions: string;
  readonly span: number;
  readonly step: number;
  readonly hover: number | null;
}

export const createSigmas = (): Picture<SigmaState> =>
  createPicture({
    select({ store, trajectories: { left, right } }) {
      const { opened, frontier, k, hoverStep } = store.getState();
      const versions = `${left.version} ${right.version}`;
      return {
        opened,
        descent: left,
        program: right,
        versions,
        span: shownSpan(frontier),
        step: k,
        hover: hoverStep,
      };
    },
    draw({ opened, descent, program, span, step, hover }, { size, drawStyle, t }) {
      const names = sigmaNames(opened);
      return drawSigmas({
        ...size,
        ...drawStyle,
        span,
        step,
        hover,
        title: t('outputs.sigmas'),
        axis: t('axis.step'),
        left: {
          values: names.map((name) => descent.series[name] ?? []),
          count: descent.count,
          perStep: descent.stride,
        },
        right: names.map((name) => numberAt(program, name, program.last)),
        labels: outputsOf(opened)?.singularValues ?? [],
        names: { left: nameOf('left', t), right: nameOf('right', t) },
      });
    },
  });

const shared: Pick<Curve, 'stepsOf'> = { stepsOf: (state) => shownSpan(state.frontier) };

const OBJECTIVE: Curve = {
  ...shared,
  name: 'objective',
  title: (_, t) => t('network.objective'),
  label: (_, t) => t('aria.objective'),
  createPicture: createObjective,
  rectOf: objectiveRect,
  valueAt: ({ trajectories }, side, step) => numberAt(trajectories[side], 'loss', step),
  told: boundTold,
  more({ store, trajectories: { right } }, t) {
    const bound = boundSeries(right, store.getState().opened, t('network.bound'));
    if (!bound) return [];
    const at = (step: number) => bound.values[Math.min(rowOf(right, step), bound.count - 1)]!;
    return [{ label: bound.label, at }];
  },
};

function boundTold({ store, trajectories }: Snapshot, t: Translate): readonly string[] {
  const bound = bestBound(store.getState(), trajectories);
  return Number.isNaN(bound) ? [] : [t('alt.bound', { bound: formatReadout(bound) })];
}

const GAP: Curve = {
  ...shared,
  name: 'excess',
  title: (_, t) => t('network.gap'),
  label: (_, t) => t('aria.curve', { title: t('network.gap') }),
  createPicture: createGap,
  rectOf: curveRect,
  valueAt: ({ store, trajectories }, side, step) =>
    numberAt(trajectories[side], 'loss', step) - bestBound(store.getState(), trajectories),
  told: boundTold,
};

const SIGMAS: Curve = {
  ...shared,
  name: 'sigmas',
  title: (_, t) => t('outputs.sigmas'),
  label: (_, t) => t('aria.outputs.sigmas'),
  createPicture: createSigmas,
  rectOf: curveRect,
  valueAt: ({ store, trajectories }, side, step) => sumAt(trajectories[side], store.getState().opened, step),
  more: ({ store, trajectories: { left, right } }, t) =>
    sigmaNames(store.getState().opened).flatMap((name, k) =>
      [left, right].map((trajectory, i) => ({
        label: `${nameOf(i === 0 ? 'left' : 'right', t)}, ${t('outputs.sigma', { k: k + 1 })}`,
        at: (step: number) => numberAt(trajectory, name, step),
      })),
    ),
};

export const CURVES = [OBJECTIVE, GAP, SIGMAS] as const;
