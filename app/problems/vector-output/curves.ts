import { curveRect } from '../../pictures/curve/step-plot.ts';
import { numberAt } from '../../session/run/kept-steps.ts';
import type { Trajectory } from '../../session/run/trajectory.ts';
import { partState } from '../../session/scene-parts.ts';
import type { AppState } from '../../session/store.ts';
import { linesCurve } from '../kit/curve/lines.ts';
import { objectiveCurves } from '../kit/curve/objective-curves.ts';
import { drawSigmas } from './lines/sigma-plot.ts';
import { bestBound, OUTPUTS, SEPARATE } from './outputs-facts.ts';
import { nameOf, outputsOf } from './outputs-info.ts';

const [OBJECTIVE, EXCESS] = objectiveCurves({
  series: 'loss',
  nameOf: (_, side, t) => nameOf(side, t),
  bestBound,
  boundLine(opened, { series, count, stride: perStep }) {
    const isProved = outputsOf(opened)?.program !== 'sampled' && count > 0 && series.bound;
    return isProved ? { values: series.bound!, count, perStep } : null;
  },
  isSampled: (opened) => outputsOf(opened)?.program === 'sampled',
  guide(state, hides, t) {
    const separate = partState(state, SEPARATE) === 'shown' ? OUTPUTS.now(state, 'separate') : null;
    if (separate !== null) return [separate, t('outputs.separate')];
    const info = outputsOf(state.opened);
    return info && !hides ? [info.svdBound, t('outputs.svdBound')] : null;
  },
});

const sigmaNames = (opened: AppState['opened']): string[] =>
  Array.from({ length: outputsOf(opened)?.outputs ?? 0 }, (_, k) => `sigma${k + 1}`);

/** Returns the nuclear norm of a side's outputs. */
const sumAt = (trajectory: Trajectory, opened: AppState['opened'], step: number): number =>
  sigmaNames(opened).reduce((sum, name) => sum + numberAt(trajectory, name, step), 0);

const SIGMAS = linesCurve({
  name: 'sigmas',
  series: 'sigma1',
  title: (_, t) => t('outputs.sigmas'),
  label: (_, t) => t('aria.outputs.sigmas'),
  rectOf: curveRect,
  facts: ({ store, trajectories }) => ({
    opened: store.getState().opened,
    descent: trajectories.left,
    program: trajectories.right,
  }),
  draw({ opened, descent, program, ...input }, t) {
    const names = sigmaNames(opened);
    const values = names.map((name) => descent.series[name] ?? []);
    return drawSigmas({
      ...input,
      left: { values, count: descent.count, perStep: descent.stride },
      right: names.map((name) => numberAt(program, name, program.last)),
      labels: outputsOf(opened)?.singularValues ?? [],
      names: { left: nameOf('left', t), right: nameOf('right', t) },
    });
  },
  valueAt: ({ store, trajectories }, side, step) => sumAt(trajectories[side], store.getState().opened, step),
  more: ({ store, trajectories: { left, right } }, t) =>
    sigmaNames(store.getState().opened).flatMap((name, k) =>
      [left, right].map((trajectory, i) => ({
        label: `${nameOf(i === 0 ? 'left' : 'right', t)}, ${t('outputs.sigma', { k: k + 1 })}`,
        at: (step: number) => numberAt(trajectory, name, step),
      })),
    ),
});

export const CURVES = [OBJECTIVE, EXCESS, SIGMAS] as const;
