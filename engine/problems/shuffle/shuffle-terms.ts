import type { SideName } from '../../contract.ts';
import type { RoundsReader, TermsReader } from '../../problem.ts';
import { followRounds, readState } from '../../update/follow-rounds.ts';
import type { Projector, Relaxation, ShuffleInstance } from './instance.ts';
import { tellMatrix } from './matrices/matrices.ts';
import { createPenalisedDescent, lambdaAt, stepFrom } from './penalised-descent.ts';
import type { ShuffleTerms, StandTold } from './types.ts';

/** Steps of one `approach` times the numbers of a state: a few milliseconds. */
const MOST = 2000;

const UNPROJECTED: Projector = { project: () => {}, kept: new Float64Array(0) };

/** Decomposes both sides' steps, bit for bit as in the run. */
export function shuffleTerms(instance: ShuffleInstance): TermsReader {
  return { rounds: { left: createStepReader(instance, 'left'), right: createStepReader(instance, 'right') } };
}

function createStepReader({ relaxation, info }: ShuffleInstance, side: SideName): RoundsReader {
  const { dimension } = relaxation;
  return followRounds(
    () => createPenalisedDescent(relaxation, side, info),
    (run) => run.ended,
    Math.ceil(MOST / dimension),
    ({ run, k, step }) => {
      const before = readState(run);
      const { ended } = run;
      if (!ended) step();
      return taken(k, ended, before, readState(run));
    },
  );

  function taken(
    k: number,
    ended: boolean,
    before: Float64Array<ArrayBuffer>,
    after: Float64Array<ArrayBuffer>,
  ): ShuffleTerms {
    const { shape, step: eta, smoothness } = info;
    const lambda = lambdaAt(info, side, k);
    const costGradient = new Float64Array(dimension);
    relaxation.cost(costGradient, before);
    const penaltyGradient = new Float64Array(dimension);
    relaxation.addPenalty(penaltyGradient, before, 1);
    const stepped = new Float64Array(dimension);
    stepFrom(stepped, costGradient.slice(), before, {
      relaxation,
      projector: UNPROJECTED,
      step: eta,
      lambda,
    });
    const moves = {
      cost: alongSet(costGradient, -eta),
      penalty: alongSet(penaltyGradient, -eta * lambda),
    };
    const squares = before.reduce((total, value, i) => {
      const move = after[i]! - value;
      return total + move * move;
    }, 0);
    return {
      k,
      ended,
      lambda,
      step: eta,
      shape,
      before: standOf(relaxation, before, lambda),
      stepped,
      after: standOf(relaxation, after, lambda),
      moves,
      off: before.map((value, i) => value + moves.cost[i]! + moves.penalty[i]!),
      costGradient,
      penaltyGradient,
      sure: (1 / eta - smoothness / 2) * squares,
    };
  }
}

function standOf(relaxation: Relaxation, at: Float64Array<ArrayBuffer>, lambda: number): StandTold {
  const gradient = new Float64Array(relaxation.dimension);
  const cost = relaxation.cost(gradient, at);
  const slope = at.reduce((total, value, i) => total + gradient[i]! * value, 0);
  const told = tellMatrix(relaxation, at);
  return {
    ...told,
    at,
    cost,
    objective: cost + lambda * told.penalty,
    bound: cost + relaxation.least(gradient) - slope,
  };
}

/** Returns `by` times 3 numbers or an n x n matrix, without the part that changes sums (of rows and columns). */
function alongSet(direction: Float64Array<ArrayBuffer>, by: number): Float64Array<ArrayBuffer> {
  if (direction.length === 3) {
    const mean = (direction[0]! + direction[1]! + direction[2]!) / 3;
    return direction.map((value) => by * (value - mean) + 0);
  }
  const n = Math.sqrt(direction.length);
  const [rows, columns] = [new Float64Array(n), new Float64Array(n)];
  for (const [at, value] of direction.entries()) {
    rows[Math.floor(at / n)]! += value / n;
    columns[at % n]! += value / n;
  }
  const mean = rows.reduce((sum, row) => sum + row / n, 0);
  return direction.map((value, at) => by * (value - rows[Math.floor(at / n)]! - columns[at % n]! + mean) + 0);
}
