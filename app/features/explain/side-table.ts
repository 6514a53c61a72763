import type { SideName } from '../../../engine/contract.ts';
import type { NetworkTerms, RoundTerms, SideUpdate, Update } from '../../../workers/protocol.ts';
import type { Stage } from '../../session/extra-marks.ts';
import { kindOf } from './stages.ts';

/** Rows that a table lists at most. */
export const MOST_ROWS = 40;

/** What stands at the head of a column. */
export type ColumnName =
  | 'z'
  | 'hidden'
  | 'part'
  | 'output'
  | 'y'
  | 'residual'
  | 'alpha'
  | 'on'
  | 'off'
  | 'fit'
  | 'decay'
  | 'relaxed'
  | 'gradient'
  | 'w1'
  | 'w2'
  | 'length'
  | 'norm'
  | 'strength'
  | 'slope'
  | 'bias'
  | 'size'
  | 'angle'
  | 'height'
  | 'beta'
  | 'edge'
  | 'pull'
  | 'squares'
  | 'kink'
  | 'signed'
  | 'before'
  | 'after'
  | 'v'
  | 'w'
  | 'value'
  | 'plusMinus'
  | 'raw'
  | 'unprojected'
  | 'projected';

/** What the rows are named by: a number of what they are of, or a word. */
export type RowsOf = 'sample' | 'neuron' | 'weight' | 'direction' | 'quantity';

export interface SideTable {
  readonly of: RowsOf;
  readonly columns: readonly ColumnName[];
  readonly rows: readonly {
    /** A count from 1, the name of a weight, or a word's key in `explain.row`. */
    readonly name: number | string;
    readonly cells: readonly number[];
    /** What is off, dead or held is set back. */
    readonly off?: boolean;
  }[];
  /** How many there are in all, where not all are listed. */
  readonly count: number;
}

/** The numbers of a stage on one side; null where words alone say it, or another table does. `j`: the neuron that is told. */
export function sideTable(update: Update, side: SideName, stage: Stage, j: number): SideTable | null {
  const kind = kindOf(update, side);
  const own = update[side];
  if (own?.lift) return liftTable(own, update, stage);
  if (own?.network) return networkTable(own, own.network, update, stage, j);
  return kind && update.round ? roundTable(update.round, update, stage) : null;
}

function toldRows(
  { told }: Update,
  of: (i: number) => { cells: readonly number[]; off?: boolean },
): Pick<SideTable, 'rows' | 'count' | 'of'> {
  const rows = Array.from(told!.rows, (row, i) => ({ name: row + 1, ...of(i) }));
  return { of: 'sample', rows, count: told!.count };
}

function residualTable(update: Update, outputs: Float64Array, residuals: Float64Array): SideTable {
  const { labels } = update.told!;
  return {
    columns: ['output', 'y', 'residual'],
    ...toldRows(update, (i) => ({ cells: [outputs[i]!, labels[i]!, residuals[i]!] })),
  };
}

function networkTable(
  { weights, gradient }: SideUpdate,
  network: NetworkTerms,
  update: Update,
  stage: Stage,
  j: number,
): SideTable | null {
  const { neurons: m, columns: d, z, outputs, residuals, on, fit, decay, relaxed } = network;
  const alphaOf = (neuron: number) => weights[m * d + neuron]!;
  switch (stage) {
    case 'forward':
      return {
        columns: ['z', 'hidden', 'part', 'output'],
        ...toldRows(update, (i) => {
          const own = z[i * m + j]!;
          const hidden = Math.max(0, own);
          return { cells: [own, hidden, alphaOf(j) * hidden + 0, outputs[i]!], off: !(own > 0) };
        }),
      };
    case 'residuals':
      return residualTable(update, outputs, residuals);
    case 'off':
      return {
        of: 'neuron',
        columns: ['alpha', 'on', 'off'],
        rows: Array.from({ length: Math.min(m, MOST_ROWS) }, (_, neuron) => ({
          name: neuron + 1,
          cells: [alphaOf(neuron), on[neuron]!, update.told!.count - on[neuron]!],
          off: on[neuron] === 0,
        })),
        count: m,
      };
    case 'gradient': {
      const places = [...Array.from({ length: d }, (_, c) => j * d + c), m * d + j];
      const rows = places.map((p, c) => ({
        // The one weight of a lift is called u.
        name: c === d ? 'α' : d === 1 ? 'u' : `w${subscript(c + 1)}`,
        cells: [fit[p]!, decay[p]!, ...(relaxed ? [relaxed[p]!] : []), gradient[p]!],
      }));
      return {
        of: 'weight',
        columns: ['fit', 'decay', ...(relaxed ? (['relaxed'] as const) : []), 'gradient'],
        rows: rows.slice(-MOST_ROWS),
        count: rows.length,
      };
    }
    default:
      return null;
  }
}

function liftTable(own: SideUpdate, update: Update, stage: Stage): SideTable {
  const { output, residual, beta, slopes, held } = own.lift!;
  const [v, w] = own.weights;
  const both = (cells: (i: 0 | 1) => readonly number[]) =>
    (['v', 'w'] as const).map((name, i) => ({ name, cells: cells(i as 0 | 1), off: held[i]! }));
  const weights = { of: 'weight', count: 2 } as const;
  switch (stage) {
    case 'forward':
      return { columns: ['v', 'w', 'output'], ...toldRows(update, () => ({ cells: [v!, w!, output] })) };
    case 'residuals':
      return residualTable(update, Float64Array.of(output), Float64Array.of(residual));
    case 'off':
      return { ...weights, columns: ['value', 'raw'], rows: both((i) => [own.weights[i]!, slopes[i]!]) };
    case 'gradient':
      return {
        ...weights,
        columns: ['plusMinus', 'beta', 'raw', 'projected'],
        rows: both((i) => [i === 0 ? residual : -residual + 0, beta, slopes[i]!, own.gradient[i]!]),
      };
    case 'step':
      return {
        ...weights,
        columns: ['before', 'unprojected', 'after'],
        rows: both((i) => [own.weights[i]!, own.unprojected?.[i] ?? Number.NaN, own.next?.[i] ?? Number.NaN]),
      };
  }
}

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

function subscript(value: number): string {
  return String(value).replace(/\d/g, (digit) => SUBSCRIPTS[Number(digit)]!);
}

const DEGREES = 180 / Math.PI;

/** The angle of a direction from the first column of the features, from 0 to 360 degrees. */
function angleOf(x: number, y: number): number {
  return (Math.atan2(y, x) * DEGREES + 360) % 360;
}

/** Of a hinge its slope alone costs. */
function hingeTable(network: Float64Array, p: number): SideTable {
  const rows = Array.from({ length: Math.min(p, MOST_ROWS) }, (_, j) => {
    const [slope, bias, alpha] = [network[2 * j]!, network[2 * j + 1]!, network[2 * p + j]!];
    return { name: j + 1, cells: [slope, bias, alpha, Math.abs(alpha * slope)] };
  });
  return { of: 'neuron', columns: ['slope', 'bias', 'alpha', 'size'], rows, count: p };
}

function roundTable(round: RoundTerms, update: Update, stage: Stage): SideTable | null {
  const { columns: d, beta, before, after, exact, hinges, sampled } = round;
  switch (stage) {
    case 'forward': {
      const p = before.network.length / (d + 1);
      if (hinges) return hingeTable(before.network, p);
      return {
        of: 'neuron',
        columns: [...(d === 2 ? (['w1', 'w2'] as const) : (['norm'] as const)), 'alpha', 'strength'],
        rows: Array.from({ length: Math.min(p, MOST_ROWS) }, (_, j) => {
          const w = before.network.subarray(j * d, j * d + d);
          const length = Math.hypot(...w);
          const alpha = before.network[p * d + j]!;
          return {
            name: j + 1,
            cells: [...(d === 2 ? [w[0]!, w[1]!] : [length]), alpha, Math.abs(alpha) * length],
          };
        }),
        count: p,
      };
    }
    case 'residuals':
      return residualTable(update, round.outputs, round.residuals);
    case 'off':
      if (!exact) return null;
      return {
        of: 'direction',
        columns: ['angle', 'height', 'edge'],
        rows: exact.taken.map(({ direction, sign, height }, i) => ({
          name: i + 1,
          cells: [angleOf(...direction), sign * height, sign * beta],
        })),
        count: exact.taken.length,
      };
    case 'gradient':
      if (hinges)
        return {
          of: 'direction',
          columns: ['kink', 'signed'],
          rows: hinges.came.map(({ kink, sign, length }, i) => ({
            name: i + 1,
            cells: [kink, sign * length],
          })),
          count: hinges.came.length,
        };
      if (!exact) return null;
      return {
        of: 'direction',
        columns: ['angle', 'pull', 'squares', 'length'],
        rows: exact.taken.map(({ direction, pull, squares, length }, i) => ({
          name: i + 1,
          cells: [angleOf(...direction), pull, squares, length],
        })),
        count: exact.taken.length,
      };
    case 'step': {
      const pair = (name: string, from: number, to: number | undefined) => ({
        name,
        cells: [from, to ?? Number.NaN],
      });
      const rows = [
        pair(
          'neurons',
          before.network.length / (d + 1),
          (after && after.network.length / (d + 1)) || undefined,
        ),
        pair('objective', before.objective, after?.objective),
        ...(sampled
          ? [
              pair('patterns', sampled.before.patterns, sampled.after?.patterns),
              pair('gap', sampled.before.gap, sampled.after?.gap),
            ]
          : [
              pair('bound', before.lowerBound, after?.lowerBound),
              pair(
                'excess',
                before.objective - before.lowerBound,
                after ? after.objective - after.lowerBound : undefined,
              ),
            ]),
      ];
      return { of: 'quantity', columns: ['before', 'after'], rows, count: rows.length };
    }
  }
}
