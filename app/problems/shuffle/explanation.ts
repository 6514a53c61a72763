import './explain/words.en.ts';
import { TRIANGLE_VIEW } from '../../../engine/landscapes/triangle.ts';
import type { ShuffleInfo, ShuffleTerms } from '../../../engine/problems/shuffle/types.ts';
import { createPlane, growRect } from '../../charts/geometry.ts';
import { boundMarks } from '../../pictures/curve/objective-plot.ts';
import { countCell, numberCell, type Pin, vectorCell } from '../../session/explanation.ts';
import { outlineMark as triangleMark } from '../fields/triangle-marks.ts';
import { framePin, SIDE_PINS, targetPin } from '../kit/explain/pins.ts';
import { type RoundMark, roundExplanation } from '../kit/explain/rounds.ts';
import { labelled } from '../kit/explain/told-sides.ts';
import { SHUFFLE_STAGES, shuffleStage } from './explain/stage.ts';
import { shuffleTopics } from './explain/topics.ts';
import { barMark, outlineMark } from './matrices/heat-plot.ts';
import { type ShuffleMark, shuffleMarks } from './shuffle-marks.ts';
import { nearestMark } from './triangle/marks.ts';

const trianglePin: Pin = ({ rect }, drawStyle) => [triangleMark(createPlane(TRIANGLE_VIEW, rect), drawStyle)];

const ringPin: Pin = (plane, drawStyle) => [nearestMark([...plane.toPixel(0, 0)], false, drawStyle)];

const cellPin: Pin = ({ rect }, drawStyle) => [
  outlineMark(growRect(rect, -3), drawStyle.palette.leftPath, drawStyle),
];

const barsPin: Pin = ({ rect }, { palette }) =>
  [10, 16, 7].map((long, i) => barMark([rect.x + 2, rect.y + 2 + 6 * i, long, 4], palette.leftPath));

const boundPin = framePin((frame, { x, width }) => boundMarks([x, 7, x + width, 7], frame), 3);

/** Marks with their TeX over matrices; the triangle writes x for M. */
const MARKS: Readonly<Record<ShuffleMark, Omit<RoundMark, 'name'> & { readonly tex: string }>> = {
  left: { tex: 'M', pin: SIDE_PINS.left },
  right: { tex: 'M', pin: SIDE_PINS.right },
  corners: { tex: 'C^k', pin: trianglePin },
  rounded: { tex: 'X', pin: cellPin },
  rests: { tex: 'x_\\star', pin: targetPin('minimum') },
  lengths: { tex: '1-\\lVert M_{i\\cdot}\\rVert', pin: barsPin },
  bound: { tex: '\\min_Y\\langle\\nabla E,Y-M\\rangle', pin: boundPin },
};

export const explanation = roundExplanation<ShuffleInfo, ShuffleTerms>({
  words: 'shuffle',
  letters: { state: 'M', slopes: { left: '\\nabla E', right: '\\nabla(E+\\lambda P)' } },
  marks: (info) =>
    shuffleMarks(info).map((name) => {
      const { tex, pin } = MARKS[name];
      return {
        name,
        tex: info.triangle ? tex.replaceAll('M', 'x') : tex,
        pin: name === 'rounded' && info.n === 3 ? ringPin : pin,
      };
    }),
  topics: (info, steps) =>
    shuffleTopics(
      info,
      labelled((side) => steps[side]),
    ),
  terms: (step) => ({
    k: countCell(step.k),
    shuffleLambda: numberCell(step.lambda),
    shuffleAt: vectorCell(step.before.at),
    shuffleSlopeE: vectorCell(step.costGradient),
    shuffleSlopeP: vectorCell(step.penaltyGradient),
    shuffleOff: vectorCell(step.stepped),
  }),
  results(step) {
    const { before, after, lambda } = step;
    const { permutation, cost, tie, tiedCosts } = after.rounded;
    return {
      eta: numberCell(step.step),
      shuffleNext: vectorCell(after.at),
      shuffleE: numberCell(before.cost),
      shuffleNextE: numberCell(after.cost),
      shuffleP: numberCell(before.penalty),
      shuffleNextP: numberCell(after.penalty),
      shuffleF: lambda > 0 ? numberCell(before.objective) : null,
      shuffleNextF: lambda > 0 ? numberCell(after.objective) : null,
      shuffleSure: step.sure < 0 ? null : numberCell(step.sure),
      shuffleBound: numberCell(before.bound),
      shuffleNextBound: numberCell(after.bound),
      shuffleNearest: tie ? null : { kind: 'rows', value: permutation.map((column) => column + 1) },
      shuffleNearestCost: tie ? null : numberCell(cost),
      shuffleTiedLeast: numberCell(tiedCosts?.[0]),
      shuffleTiedLargest: numberCell(tiedCosts?.[1]),
    };
  },
  note: () => 'explain.step.shuffle',
  stages: SHUFFLE_STAGES,
  stage: (step, _, side, stage, t) => shuffleStage(step, side, stage, t),
  ended: 'explain.walk.ended',
});
