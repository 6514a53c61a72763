import './explain/words.en.ts';
import './explain/pins.css';
import type { SideName } from '../../../engine/contract.ts';
import type { ShuffleInfo, ShuffleUpdate } from '../../../engine/problems/shuffle/types.ts';
import { dynamicKey } from '../../i18n/messages.ts';
import {
  type Cells,
  countCell,
  type Explanation,
  numberCell,
  type PointedMark,
  roundNotation,
  type Subject,
  vectorCell,
} from '../../session/explanation.ts';
import { SHUFFLE_STAGES, shuffleStage } from './explain/stage.ts';
import { shuffleTopics } from './explain/topics.ts';
import { stepOf, stepsOf } from './explain-marks.ts';
import { type ShuffleMark, shuffleMarks } from './shuffle-marks.ts';

type Told = Subject<ShuffleUpdate>;

const infoOf = ({ opened }: Pick<Subject, 'opened'>) => opened.info as ShuffleInfo;

/** What each mark is written as, on the triangle of x in the place of M. */
const TEX: Readonly<Record<ShuffleMark, string>> = {
  left: 'M',
  right: 'M',
  corners: 'C^k',
  rounded: 'X',
  rests: 'x_\\star',
  lengths: '1-\\lVert M_{i\\cdot}\\rVert',
  bound: '\\min_Y\\langle\\nabla E,Y-M\\rangle',
};

function marksOf(of: Told): PointedMark[] {
  const info = infoOf(of);
  return shuffleMarks(info).map((name) => ({
    name,
    tex: info.triangle ? TEX[name].replaceAll('M', 'x') : TEX[name],
    words: dynamicKey('explain.mark.shuffle', name),
  }));
}

export const explanation: Partial<Explanation<ShuffleUpdate>> = {
  topics: (of) => shuffleTopics(infoOf(of), stepsOf(of.update)),
  notation: () => roundNotation('M', '\\nabla E', '\\nabla(E+\\lambda P)'),
  marks: marksOf,
  plane: () => null,
  isApart: true,
  terms: (told, side) => termsOf(told, side),
  results: (told, side) => resultsOf(told, side),
  note: () => 'explain.step.shuffle',
  walk: {
    stages: { of: 'shuffle', names: SHUFFLE_STAGES },
    ofSide(of, side, stage, t) {
      const step = stepOf(of.update, side);
      if (!step) return { title: null, say: t('explain.walk.ended'), table: null };
      return shuffleStage(step, side, stage, t);
    },
  },
};

/** What the step begins with and is made of. What one side has not is named all the same: rows keep their order. */
function termsOf(told: ShuffleUpdate, side: SideName): Cells {
  const step = stepOf(told, side);
  if (!step) return {};
  return {
    k: countCell(step.k),
    shuffleLambda: numberCell(step.lambda),
    shuffleAt: vectorCell(step.before.at),
    shuffleSlopeE: vectorCell(step.costGradient),
    shuffleSlopeP: vectorCell(step.penaltyGradient),
    shuffleOff: vectorCell(step.stepped),
  };
}

function resultsOf(told: ShuffleUpdate, side: SideName): Cells {
  const step = stepOf(told, side);
  if (!step) return {};
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
}
