import type { SideName, Vector } from '../../../../engine/contract.ts';
import type { ShuffleTerms, StandTold } from '../../../../engine/problems/shuffle/types.ts';
import { formatDigits, formatReadout, formatFour as short } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import type { SideStage, SideTable } from '../../../session/explanation.ts';
import type { Stage } from '../../../session/picture/extra-marks.ts';
import { stageOf } from '../../network-stage.ts';
import { permutationName } from '../permutation-names.ts';
import { CORNERS } from '../triangles-plot.ts';
import type { StepFacts } from './words.en.ts';

/** Down E, down the penalty, off the set, projection, rounding. */
export const SHUFFLE_STAGES: readonly Stage[] = ['forward', 'residuals', 'off', 'gradient', 'step'];

/** Decrease relative to max(1, E + lambda_k P) that counts as rounding. */
const NOTHING = 1e-12;

export function shuffleStage(step: ShuffleTerms, side: SideName, stage: Stage, t: Translate): SideStage {
  const { before, after, ended, sure } = step;
  const { permutation, cost, tie, tiedCosts } = after.rounded;
  const facts: Readonly<Record<keyof StepFacts, string>> = {
    eta: short(step.step),
    lambda: short(step.lambda),
    before: formatDigits(before.objective),
    after: formatDigits(after.objective),
    sure: sure > NOTHING * Math.max(1, before.objective) ? formatDigits(sure) : '',
    rounded: permutationName(permutation),
    cost: formatReadout(cost),
    least: tie && tiedCosts ? formatReadout(tiedCosts[0]) : '',
    largest: tie && tiedCosts ? formatReadout(tiedCosts[1]) : '',
    ended: ended ? 'yes' : '',
    tie: tie ? 'yes' : '',
    triangle: before.at.length === 3 ? 'yes' : '',
  };
  return stageOf(`shuffle.${kindOf(step, side)}`, stage, facts, tableOf(step, stage), t);
}

/** Returns whose words to use; `still` for lambda_k = 0. */
const kindOf = ({ lambda }: ShuffleTerms, side: SideName) =>
  side === 'left' ? 'relaxed' : lambda > 0 ? 'penalised' : 'still';

function tableOf(step: ShuffleTerms, stage: Stage): SideTable | null {
  const { before, after, off, moves, lambda } = step;
  const { at } = before;
  switch (stage) {
    case 'forward':
      return numbersTable({ shuffleX: at, shuffleMove: moves.cost });
    case 'residuals':
      return lambda > 0 ? numbersTable({ shuffleX: at, shuffleMove: moves.penalty }) : null;
    case 'off':
      return numbersTable({ shuffleX: at, shuffleOff: off });
    case 'gradient':
      return numbersTable({ shuffleOff: off, shuffleNext: after.at });
    case 'step':
      return quantityTable(step);
    default:
      return null;
  }
}

/** Corners in the order of the weights. */
const CYCLIC = CORNERS.slice(0, 3);

/** Returns a row per corner of a triangle's point, else the last matrix. */
function numbersTable(columns: Readonly<Record<string, Vector>>): SideTable {
  const told = Object.values(columns);
  const last = told.at(-1)!;
  if (last.length !== 3) return matrixTable(last);
  const rows = CYCLIC.map((permutation, k) => ({
    name: permutationName(permutation),
    cells: told.map((values) => values[k]!),
  }));
  return { of: 'shuffleCorner', columns: Object.keys(columns), rows, count: 3 };
}

/** Returns a row per node of A, a column per node of B. */
function matrixTable(matrix: Vector): SideTable {
  const n = Math.sqrt(matrix.length);
  const columns = Array.from({ length: n }, (_, j) => `shuffleNode${j + 1}`);
  const rows = Array.from({ length: n }, (_, i) => ({
    name: i + 1,
    cells: Array.from(matrix.slice(i * n, (i + 1) * n)),
  }));
  const digits = Object.fromEntries(columns.map((column) => [column, 'short' as const]));
  return { of: 'shuffleNode', columns, rows, count: n, digits };
}

function quantityTable({ before, after, lambda }: ShuffleTerms): SideTable {
  const pair = (name: string, of: (stand: StandTold) => number) => ({
    name,
    cells: [of(before), of(after)],
  });
  const rows = [
    pair('shuffleE', ({ cost }) => cost),
    pair('shuffleP', ({ penalty }) => penalty),
    ...(lambda > 0 ? [pair('shuffleF', ({ objective }) => objective)] : []),
    pair('shuffleBound', ({ bound }) => bound),
    pair('shuffleDistance', ({ distance }) => distance),
    pair('shuffleRounded', ({ rounded }) => (rounded.tie ? Number.NaN : rounded.cost)),
  ];
  return { of: 'quantity', columns: ['before', 'after'], rows, count: rows.length };
}
