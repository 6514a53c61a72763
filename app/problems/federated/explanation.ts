import './explain/words.en.ts';
import './explain/pins.css';
import type { SideName } from '../../../engine/contract.ts';
import type { FedInfo, FedUpdate } from '../../../engine/problems/federated/types.ts';
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
import { FED_STAGES, fedStage } from './explain/stage.ts';
import { fedTopics } from './explain/topics.ts';
import { roundOf } from './explain-marks.ts';
import { type FedMark, fedMarks } from './fed-marks.ts';

type Told = Subject<FedUpdate>;

const infoOf = ({ opened }: Pick<Subject, 'opened'>) => opened.info as FedInfo;

/** TeX of each mark by level. */
const TEX: Readonly<Record<FedInfo['level'], Readonly<Partial<Record<FedMark, string>>>>> = {
  plane: {
    left: '\\theta',
    right: '\\theta',
    best: 't^\\star',
    minima: 'b_c',
    surrogate: 'F_K',
    rest: '\\theta_K',
    limit: '\\theta_\\infty',
    locals: '\\theta_c',
    average: '\\bar\\theta',
  },
  network: {
    left: 'f',
    right: 'f_{\\mathrm{lin}}',
    samples: 'y_i',
    residuals: 'u_i',
    locals: '\\theta_c',
    kernel: 'H',
    band: '1-s\\mu',
    gap: '\\lVert\\Delta u\\rVert',
  },
};

/** Marks whose meaning depends on the level. */
const BY_LEVEL: readonly FedMark[] = ['left', 'right', 'locals'];

function marksOf(of: Told): PointedMark[] {
  const info = infoOf(of);
  return fedMarks(info).map((name) => ({
    name,
    tex: TEX[info.level][name]!,
    words: dynamicKey('explain.mark.fed', ...(BY_LEVEL.includes(name) ? [info.level] : []), name),
  }));
}

export const explanation: Partial<Explanation<FedUpdate>> = {
  topics(of) {
    const left = roundOf(of.update, 'left');
    return fedTopics(infoOf(of), left?.level === 'plane' ? left : null);
  },
  notation: () => roundNotation('\\theta', '\\nabla F_K'),
  marks: marksOf,
  plane: () => null,
  isApart: true,
  terms: (told, side) => termsOf(told, side),
  results: (told, side) => resultsOf(told, side),
  note: () => 'explain.step.fed',
  walk: {
    stages: { of: 'fed', names: FED_STAGES },
    ofSide(of, side, stage, t) {
      const round = roundOf(of.update, side);
      if (!round) return { title: null, say: t('explain.step.diverges'), table: null };
      return fedStage(round, infoOf(of), side, stage, t);
    },
  },
};

/** Returns the state before a round and the round's parts. Missing values keep their cells so that the row order is fixed. */
function termsOf(told: FedUpdate, side: SideName): Cells {
  const round = roundOf(told, side);
  if (!round) return {};
  const settings = { k: countCell(round.k), fedLocal: countCell(round.local) };
  if (round.level === 'plane')
    return {
      ...settings,
      fedTheta: vectorCell(round.before.at),
      fedDownhill: vectorCell(round.gradient),
      fedMove: vectorCell(round.move),
      fedDifference: vectorCell(round.difference),
      fedSlope: vectorCell(round.slope),
    };
  return {
    ...settings,
    fedResidual: vectorCell(round.before.residual),
    fedPull: vectorCell(round.linear?.pull),
    fedTaken: vectorCell(round.linear?.move),
  };
}

function resultsOf(told: FedUpdate, side: SideName): Cells {
  const round = roundOf(told, side);
  if (!round) return {};
  const settings = { eta: numberCell(round.eta), fedServer: numberCell(round.server) };
  if (round.level === 'network') {
    const { before, average, after, linear, drift } = round;
    return {
      ...settings,
      fedNextResidual: after ? vectorCell(after.residual) : { kind: 'diverges' },
      fedLoss: numberCell(before.loss),
      fedAverageLoss: numberCell(average.loss),
      fedNextLoss: numberCell(after?.loss),
      fedWeighted: numberCell(linear?.weighted[0]),
      fedNextWeighted: numberCell(linear?.weighted[1]),
      fedDrift: numberCell(drift),
    };
  }
  const { average, before, after } = round;
  return {
    ...settings,
    fedAverage: vectorCell(average),
    fedNext: after ? vectorCell(after.at) : { kind: 'diverges' },
    fedExcess: numberCell(before.excess),
    fedNextExcess: numberCell(after?.excess),
    fedSurrogate: numberCell(before.surrogate),
    fedNextSurrogate: numberCell(after?.surrogate),
    fedDistance: numberCell(before.distance),
    fedNextDistance: numberCell(after?.distance),
    fedFromRest: numberCell(before.fromRest),
    fedNextFromRest: numberCell(after?.fromRest),
  };
}
