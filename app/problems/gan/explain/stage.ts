import type { Vector } from '../../../../engine/contract.ts';
import type { GameRound, GradientsTold, PointTold } from '../../../../engine/problems/gan/types.ts';
import { formatCount, formatReadout, formatFour as short } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import type { SideStage, SideTable } from '../../../session/explanation.ts';
import type { Stage } from '../../../session/picture/extra-marks.ts';
import { MOST_ROWS, stageOf } from '../../network-stage.ts';

/** State, discriminator's move, generator's move, next state. */
export const GAME_STAGES: readonly Stage[] = ['forward', 'residuals', 'gradient', 'step'];

export function gameStage(round: GameRound, stage: Stage, t: Translate): SideStage {
  const { rule, eta, mu, rho, before, kind, neurons } = round;
  const facts = {
    eta: short(eta),
    mu: short(mu),
    rho: short(rho),
    mse: formatReadout(before.mse),
    value: formatReadout(before.value),
    k: formatCount(neurons),
    first: round.k === 0 ? 'yes' : '',
  };
  const table = tableOf(round, stage);
  // The words on the state depend on the kind of side, the others on the rule.
  if (stage === 'forward') return stageOf(`game.${kind}`, stage, facts, table, t);
  const told = stageOf(`game.${rule}`, stage, facts, table, t);
  return stage === 'step' && !round.after ? { ...told, say: t('explain.step.diverges') } : told;
}

function tableOf(round: GameRound, stage: Stage): SideTable | null {
  const { before, second, memory, moves, after, mu, rho, rule, floor } = round;
  const { error, discriminator: d } = before;
  const { discriminator: used } = moves;
  const slopes = before.gradients.discriminator;
  switch (stage) {
    case 'forward':
      return round.kind === 'plane'
        ? coordinates({ gameW: before.hidden, error, d })
        : coordinates({ g: before.mean, error, d });
    case 'residuals':
      switch (rule) {
        case 'optimistic':
          return coordinates({ slopeNow: slopes, slopeAgo: memory!.discriminator, slopeUsed: used! });
        case 'extragradient': {
          const { discriminator: aheadD, gradients } = second!;
          return coordinates({ slopeD: slopes, aheadD, aheadSlope: gradients.discriminator });
        }
        case 'best':
          return coordinates({ error, rho: error.map(() => rho), newD: second!.discriminator });
        default:
          return coordinates({ error, slopeD: slopes, newD: d.map((own, i) => own + mu * slopes[i]!) });
      }
    case 'gradient':
      return neuronTable(round);
    case 'step': {
      const pair = (name: string, of: (point: PointTold) => number) => ({
        name,
        cells: [of(before), after ? of(after) : Number.NaN],
      });
      const rows = [
        pair('mse', ({ mse }) => mse),
        ...(floor > 0 ? [pair('overFloor', ({ mse }) => mse - floor)] : []),
        pair('value', ({ value }) => value),
        pair('lengthD', ({ discriminator }) => Math.hypot(...discriminator)),
      ];
      return { of: 'quantity', columns: ['before', 'after'], rows, count: rows.length };
    }
    default:
      return null;
  }
}

/** Tabulates named vectors, a coordinate per row. */
function coordinates(vectors: Readonly<Record<string, Vector>>): SideTable {
  const columns = Object.values(vectors);
  const count = columns[0]!.length;
  const rows = Array.from({ length: Math.min(count, MOST_ROWS) }, (_, i) => ({
    name: i + 1,
    cells: columns.map((column) => column[i]!),
  }));
  return { of: 'coordinate', columns: Object.keys(vectors), rows, count };
}

/** Tabulates pulls where the round takes the generator's gradient: values for one weight, else lengths. */
function neuronTable({ before, second, memory, moves, kind, neurons, block }: GameRound): SideTable {
  const { pulls, hidden } = second ?? before;
  const size = (of: GradientsTold['generator'], j: number) =>
    block === 1 ? of[j]! + 0 : Math.hypot(...of.subarray(j * block, (j + 1) * block));
  const one = block === 1 ? 'weight' : 'length';
  const columns = memory
    ? [`${one}Now`, `${one}Ago`, `${one}Used`]
    : [...(kind === 'plane' ? ['d', 'gameW'] : ['gamePull', 'gameH']), `${one}Used`];
  const rows = Array.from(pulls, (pull, j) => ({
    name: j + 1,
    cells: memory
      ? [size(before.gradients.generator, j), size(memory.generator, j), size(moves.generator, j)]
      : [pull + 0, hidden[j]!, size(moves.generator, j)],
    off: kind !== 'plane' && hidden[j] === 0,
  }));
  return { of: kind === 'convex' ? 'mixed' : 'neuron', columns, rows, count: neurons };
}
