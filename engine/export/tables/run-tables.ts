import type { PairInstance } from '../../contract.ts';
import type { RunValues } from '../../run/create-run.ts';
import type { TableRequest } from '../kinds.ts';
import { column, type ExportTable, type TableColumn } from '../table.ts';
import { type SideStep, walkSteps } from './steps.ts';

const WORDS = { left: 'the non-convex side', right: 'the right side' } as const;

/** Makes a table of steps of one neuron or the lift, a row per step: `weights` and the measured numbers, or only the latter. */
export function runTable(
  instance: PairInstance,
  values: RunValues,
  request: Pick<TableRequest, 'last' | 'every'>,
  weights: boolean,
): ExportTable {
  const { dimension: d, samples, scaling, plant } = instance;
  const walk = walkSteps(instance, values, request);
  const columnsOf = (side: 'left' | 'right'): TableColumn[] => [
    column(
      `${side}_evaluations`,
      `gradient evaluations that ${WORDS[side]} has cost`,
      'gradients over all samples',
    ),
    ...(weights
      ? Array.from({ length: d }, (_, j) =>
          column(`${side}_w${j + 1}`, `weight of ${nameOf(instance, j)}`, 'original units'),
        )
      : []),
    column(
      `${side}_loss`,
      side === 'left'
        ? 'the non-convex loss f'
        : "the right side's loss: the relaxation, or its blend with f",
      'mean over the samples',
    ),
    column(`${side}_distance`, plant ? 'distance to the star' : 'nan: there is no star', 'original units'),
    column(
      `${side}_gradient_norm`,
      'Euclidean length of the gradient',
      scaling.identity ? 'loss per original unit' : 'loss per standardised unit',
    ),
  ];
  const cellsOf = (step: SideStep | null): number[] => {
    if (!step) return new Array<number>(4 + (weights ? d : 0)).fill(Number.NaN);
    const { evaluations, iterate, loss, distance, gradientNorm } = step;
    return [evaluations, ...(weights ? iterate : []), loss, distance, gradientNorm];
  };
  return {
    what: `${weights ? 'iterates and curves' : 'curves'} of both sides: a row a step`,
    notes: [
      ...stepNotes(request),
      `n = ${samples.count} samples; d = ${d} weights; L = ${instance.smoothness}`,
      ...(plant && plant.length <= 50 ? [`plant: ${plant.join(' ')}`] : []),
    ],
    columns: [column('k', 'the step; 0 is the start', 'steps'), ...columnsOf('left'), ...columnsOf('right')],
    *body() {
      for (const step of walk.steps()) yield step && [step.k, ...cellsOf(step.left), ...cellsOf(step.right)];
    },
    ends: walk.ends,
  };
}

export function stepNotes({ last, every }: Pick<TableRequest, 'last' | 'every'>): string[] {
  return [every === 1 ? `steps 0 to ${last}` : `steps 0 to ${last}: one in ${every}, and the last`];
}

/** Describes what a weight multiplies. */
function nameOf({ samples: { names, dimension, hasOnes } }: PairInstance, j: number): string {
  if (j >= dimension) return `number ${j + 1}`;
  if (hasOnes && j === dimension - 1) return 'the column of ones (the bias)';
  return names[j] === undefined ? `column ${j + 1}` : `column ${j + 1} (${JSON.stringify(names[j])})`;
}
