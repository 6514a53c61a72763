import atan2 from '@stdlib/math-base-special-atan2';
import type { SideName } from '../../contract.ts';
import type { TableRequest, TableShape } from '../../export/kinds.ts';
import { column, type ExportTable } from '../../export/table.ts';
import { stepNotes } from '../../export/tables/run-tables.ts';
import { walkSteps } from '../../export/tables/steps.ts';
import type { Values } from '../../params.ts';
import type { RunValues } from '../../run/create-run.ts';
import type { OutputsInstance } from './instance.ts';
import { createNetworkReader } from './network-reading.ts';
import { neuronsOf } from './program/output-program.ts';
import type { OutputsInfo } from './types.ts';

const SIDES = ['left', 'right'] as const satisfies readonly SideName[];

/** What the tables of its own come to. */
export function outputShapes({
  neurons,
  columns,
  outputs,
  samples,
  program,
}: OutputsInfo): Record<string, TableShape> {
  const rows = 2 * neurons;
  return {
    trajectories: {
      columns: columns + outputs + 3,
      rows: { perStep: rows },
      steps: 'asked',
      isEstimate: true,
    },
    curves: { columns: 6 + 2 * outputs, rows: { perStep: 1 }, steps: 'asked' },
    neurons: { columns: columns + outputs + 3, rows: { others: rows }, steps: 'shown', isEstimate: true },
    samples: { columns: columns + outputs, rows: { others: samples } },
    ...(columns === 2 &&
      program === 'exact' && {
        dual: { columns: 5, rows: { others: 1440 }, steps: 'shown', isEstimate: true },
      }),
  };
}

/** The table of a kind; null of one that is not its own. */
export function outputTable(
  instance: OutputsInstance,
  values: Values,
  request: TableRequest,
): ExportTable | null {
  const run = values as unknown as RunValues;
  switch (request.kind) {
    case 'trajectories':
    case 'neurons':
      return networksTable(instance, run, request, request.kind === 'neurons');
    case 'curves':
      return curvesTable(instance, run, request);
    case 'samples':
      return samplesTable(instance);
    case 'dual':
      return dualTable(instance, run, request);
    default:
      return null;
  }
}

const SOLVED = 'the right side is solved in rounds: after its end it has no more rows';

/** The neurons of both sides: at every asked step, or at the last alone. */
function networksTable(
  instance: OutputsInstance,
  values: RunValues,
  request: Pick<TableRequest, 'last' | 'every'>,
  onlyLast: boolean,
): ExportTable {
  const { info } = instance;
  const { columns: d, outputs, beta } = info;
  const stride = d + outputs;
  const walk = walkSteps(instance, values, onlyLast ? { last: request.last, every: 1 } : request);

  function* rowsOf(k: number, side: SideName, state: Float64Array): Generator<readonly number[]> {
    const neurons = neuronsOf(state, side, info);
    for (let at = 0, j = 1; at < neurons.length; at += stride, j++)
      yield [k, SIDES.indexOf(side), j, ...neurons.subarray(at, at + stride)];
  }

  return {
    what: onlyLast
      ? 'the neurons of both sides at one step'
      : 'the networks of both sides: a row a neuron and step',
    notes: [
      ...(onlyLast ? [`step ${request.last}`] : stepNotes(request)),
      `outputs: sum of relu(u.x) v; beta = ${beta}`,
      SOLVED,
    ],
    columns: [
      column('k', 'the step; of the right side the round', 'steps'),
      column('side', '0 the left; 1 the right'),
      column('neuron', 'number of the neuron from 1 on'),
      ...Array.from({ length: d }, (_, j) => column(`u${j + 1}`, `weight of column ${j + 1}`)),
      ...Array.from({ length: outputs }, (_, j) => column(`v${j + 1}`, `weight of output ${j + 1}`)),
    ],
    *body() {
      const latest = new Map<SideName, { readonly k: number; readonly state: Float64Array }>();
      for (const step of walk.steps()) {
        if (!step || onlyLast) yield null;
        if (!step) continue;
        for (const side of SIDES) {
          const at = step[side];
          if (at && onlyLast) latest.set(side, { k: step.k, state: at.iterate });
          else if (at) yield* rowsOf(step.k, side, at.iterate);
        }
      }
      for (const [side, { k, state }] of latest) yield* rowsOf(k, side, state);
    },
    ends: walk.ends,
  };
}

/** Objectives, bound and singular values: a row a step. */
function curvesTable(
  instance: OutputsInstance,
  values: RunValues,
  request: Pick<TableRequest, 'last' | 'every'>,
): ExportTable {
  const { beta, outputs, svdBound, program } = instance.info;
  const F = 'F = 1/(2n) |relu(A U) V - Y|^2 + beta/2 (|U|^2 + |V|^2)';
  const walk = walkSteps(instance, values, request);
  const sigmas = (side: SideName) =>
    Array.from({ length: outputs }, (_, k) =>
      column(`${side}_sigma${k + 1}`, 'singular value of its outputs on the data, largest first'),
    );
  return {
    what: 'objectives of both sides, bound and singular values: a row a step',
    notes: [
      ...stepNotes(request),
      `beta = ${beta}; L = ${instance.stepUnit}; closed-form bound = ${svdBound}`,
      ...(program === 'sampled' ? ['sampled directions certify nothing: there is no bound'] : []),
      SOLVED,
    ],
    columns: [
      column('k', 'the step; of the right side the round', 'steps'),
      column('left_objective', F, 'mean over the samples'),
      column('left_gradient_norm', 'Euclidean length of its gradient'),
      column('right_objective', F, 'mean over the samples'),
      column('lower_bound', 'certified: no network of any width has a smaller F', 'mean over the samples'),
      column('gap', '(right_objective - lower_bound)/right_objective'),
      ...sigmas('left'),
      ...sigmas('right'),
    ],
    *body() {
      const read = createNetworkReader(instance.data);
      for (const step of walk.steps()) {
        if (!step) {
          yield null;
          continue;
        }
        const { k, left, right } = step;
        const bound = right && program !== 'sampled' ? right.bound : Number.NaN;
        const valuesOf = (side: SideName) => {
          const at = step[side];
          return at
            ? read.read(neuronsOf(at.iterate, side, instance.info)).singularValues
            : new Float64Array(outputs).fill(Number.NaN);
        };
        yield [
          k,
          left?.loss ?? Number.NaN,
          left?.gradientNorm ?? Number.NaN,
          right?.loss ?? Number.NaN,
          bound,
          right && right.loss > 0 ? Math.max(0, right.loss - bound) / right.loss : Number.NaN,
          ...valuesOf('left'),
          ...valuesOf('right'),
        ];
      }
    },
    ends: walk.ends,
  };
}

function samplesTable({ data, info, samples }: OutputsInstance): ExportTable {
  const { features, labels, columns: d, outputs, hasOnes } = data;
  return {
    what: 'the samples: a row each',
    notes: ['features as the network sees them: standardised where that is set'],
    columns: [
      ...Array.from({ length: d }, (_, j) =>
        column(
          samples.names[j] ?? (hasOnes && j === d - 1 ? 'bias' : `x${j + 1}`),
          hasOnes && j === d - 1 ? 'the column of ones' : `feature ${j + 1}`,
        ),
      ),
      ...Array.from({ length: outputs }, (_, k) =>
        column(info.outputNames[k] ?? `y${k + 1}`, info.classes ? '1 in this class' : `output ${k + 1}`),
      ),
    ],
    *body() {
      for (let i = 0; i < data.samples; i++)
        yield [...features.subarray(i * d, (i + 1) * d), ...labels.subarray(i * outputs, (i + 1) * outputs)];
    },
  };
}

/** The dual curves of both residuals over the circle of directions, at one step. */
function dualTable(instance: OutputsInstance, values: RunValues, { last }: TableRequest): ExportTable {
  const { info, data } = instance;
  const walk = walkSteps(instance, values, { last, every: 1 });
  return {
    what: 'the dual curve eta(u)/n of both residuals Y - Z over the circle of directions u',
    notes: [
      `step ${last} (of a program that has ended its last round)`,
      `optimal networks have eta(u)/n <= beta = ${info.beta} everywhere`,
    ],
    columns: [
      column('angle', 'direction u = (u1; u2)', 'radians'),
      column('u1', 'its first number'),
      column('u2', 'its second'),
      column('left_eta', '|R^T relu(A u)|/n of the left side', 'mean over the samples'),
      column('right_eta', 'the same of the right side', 'mean over the samples'),
    ],
    *body() {
      const latest: Partial<Record<SideName, Float64Array>> = {};
      for (const step of walk.steps()) {
        yield null;
        for (const side of SIDES) if (step?.[side]) latest[side] = step[side].iterate;
      }
      const reader = createNetworkReader(data);
      const [left, right] = SIDES.map((side) => reader.read(neuronsOf(latest[side]!, side, info)).curve!);
      const { directions, heights } = left!;
      for (const [at, height] of heights.entries()) {
        const [u1, u2] = [directions[2 * at]!, directions[2 * at + 1]!];
        const angle = atan2(u2, u1);
        yield [angle < 0 ? angle + 2 * Math.PI : angle, u1, u2, height, right!.heights[at]!];
      }
    },
  };
}
