import atan2 from '@stdlib/math-base-special-atan2';
import type { SidedInstance, SideName, Vector } from '../../contract.ts';
import type { RunValues } from '../../run/create-run.ts';
import { SIDES } from '../../side-names.ts';
import type { TableRequest } from '../kinds.ts';
import { column, type ExportTable, type TableColumn } from '../table.ts';
import { stepNotes } from './run-tables.ts';
import { walkSteps } from './steps.ts';

/** The step of a row. */
export const stepColumn = (isSolved: boolean): TableColumn =>
  column('k', `the step${isSolved ? '; of the right side the round' : ''}`, 'steps');

/** The certified bound of a row. */
export const BOUND = column(
  'lower_bound',
  'certified: no network of any width has a smaller F',
  'mean over the samples',
);

/** Own part of a table of neurons. */
export interface NeuronRows {
  readonly notes: readonly string[];
  readonly isSolved: boolean;
  /** Columns behind step and side. */
  readonly columns: readonly TableColumn[];
  /** Yields the rows of a network behind step and side. */
  rowsOf(side: SideName, state: Float64Array): Iterable<readonly number[]>;
}

/** Makes the table of both networks, a row per neuron: at every requested step, or at the last (`neurons`). */
export function neuronsTable(
  instance: SidedInstance,
  values: RunValues,
  request: TableRequest,
  { notes, isSolved, columns, rowsOf }: NeuronRows,
): ExportTable {
  const onlyLast = request.kind === 'neurons';
  const walk = walkSteps(instance, values, onlyLast ? { last: request.last, every: 1 } : request);
  function* rowsAt(k: number, side: SideName, state: Float64Array) {
    for (const row of rowsOf(side, state)) yield [k, SIDES.indexOf(side), ...row];
  }
  return {
    what: onlyLast
      ? 'the neurons of both sides at one step'
      : 'the networks of both sides: a row a neuron and step',
    notes: [...(onlyLast ? [`step ${request.last}`] : stepNotes(request)), ...notes],
    columns: [stepColumn(isSolved), column('side', '0 the left; 1 the right'), ...columns],
    *body() {
      const latest = new Map<SideName, { readonly k: number; readonly state: Float64Array }>();
      for (const step of walk.steps()) {
        if (!step || onlyLast) yield null;
        if (!step) continue;
        for (const side of SIDES) {
          const at = step[side];
          if (at && onlyLast) latest.set(side, { k: step.k, state: at.iterate });
          else if (at) yield* rowsAt(step.k, side, at.iterate);
        }
      }
      for (const [side, { k, state }] of latest) yield* rowsAt(k, side, state);
    },
    ends: walk.ends,
  };
}

/** Heights of both sides' dual curves in the same unit directions (flat). */
export interface DualCurves extends Readonly<Record<SideName, ArrayLike<number>>> {
  readonly directions: Vector;
}

/** Own part of a table of dual curves. */
export interface DualRows {
  readonly what: string;
  readonly note: string;
  /** Columns of the left and of the right. */
  readonly columns: readonly TableColumn[];
  curvesOf(states: Readonly<Record<SideName, Float64Array>>): DualCurves;
}

/** Makes the table of both sides' dual curves over the circle at the last step. */
export function dualTable(
  instance: SidedInstance,
  values: RunValues,
  { last }: Pick<TableRequest, 'last'>,
  { what, note, columns, curvesOf }: DualRows,
): ExportTable {
  const walk = walkSteps(instance, values, { last, every: 1 });
  return {
    what,
    notes: [`step ${last} (of a program that has ended its last round)`, note],
    columns: [
      column('angle', 'direction u = (u1; u2)', 'radians'),
      column('u1', 'its first number'),
      column('u2', 'its second'),
      ...columns,
    ],
    *body() {
      const latest: Partial<Record<SideName, Float64Array>> = {};
      for (const step of walk.steps()) {
        yield null;
        for (const side of SIDES) if (step?.[side]) latest[side] = step[side].iterate;
      }
      const { directions, left, right } = curvesOf(latest as Record<SideName, Float64Array>);
      for (let at = 0; at < left.length; at++) {
        const [u1, u2] = [directions[2 * at]!, directions[2 * at + 1]!];
        const angle = atan2(u2, u1);
        yield [angle < 0 ? angle + 2 * Math.PI : angle, u1, u2, left[at]!, right[at]!];
      }
    },
  };
}
