import type { SideName } from '../../contract.ts';
import type { TableRequest, TableShape } from '../../export/kinds.ts';
import { column, type ExportTable } from '../../export/table.ts';
import { BOUND, dualTable, neuronsTable, stepColumn } from '../../export/tables/network-tables.ts';
import { stepNotes } from '../../export/tables/run-tables.ts';
import { walkSteps } from '../../export/tables/steps.ts';
import type { Values } from '../../params.ts';
import { relativeGap } from '../../program/solver.ts';
import type { RunValues } from '../../run/create-run.ts';
import type { OutputsInstance } from './instance.ts';
import { createNetworkReader } from './network-reading.ts';
import { neuronsOf } from './program/output-program.ts';
import type { OutputsInfo } from './types.ts';

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

export function outputTable(
  instance: OutputsInstance,
  values: Values,
  request: TableRequest,
): ExportTable | null {
  const run = values as unknown as RunValues;
  switch (request.kind) {
    case 'trajectories':
    case 'neurons':
      return networksTable(instance, run, request);
    case 'curves':
      return curvesTable(instance, run, request);
    case 'samples':
      return samplesTable(instance);
    case 'dual':
      return curvesOverCircle(instance, run, request);
    default:
      return null;
  }
}

const SOLVED = 'the right side is solved in rounds: after its end it has no more rows';

function networksTable(instance: OutputsInstance, values: RunValues, request: TableRequest): ExportTable {
  const { info } = instance;
  const { columns: d, outputs, beta } = info;
  const stride = d + outputs;
  return neuronsTable(instance, values, request, {
    notes: [`outputs: sum of relu(u.x) v; beta = ${beta}`, SOLVED],
    isSolved: true,
    columns: [
      column('neuron', 'number of the neuron from 1 on'),
      ...Array.from({ length: d }, (_, j) => column(`u${j + 1}`, `weight of column ${j + 1}`)),
      ...Array.from({ length: outputs }, (_, j) => column(`v${j + 1}`, `weight of output ${j + 1}`)),
    ],
    *rowsOf(side, state) {
      const neurons = neuronsOf(state, side, info);
      for (let at = 0, j = 1; at < neurons.length; at += stride, j++)
        yield [j, ...neurons.subarray(at, at + stride)];
    },
  });
}

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
      stepColumn(true),
      column('left_objective', F, 'mean over the samples'),
      column('left_gradient_norm', 'Euclidean length of its gradient'),
      column('right_objective', F, 'mean over the samples'),
      BOUND,
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
          right && right.loss > 0 ? relativeGap(right.loss, bound) : Number.NaN,
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

function curvesOverCircle(instance: OutputsInstance, values: RunValues, request: TableRequest): ExportTable {
  const { info, data } = instance;
  return dualTable(instance, values, request, {
    what: 'the dual curve eta(u)/n of both residuals Y - Z over the circle of directions u',
    note: `optimal networks have eta(u)/n <= beta = ${info.beta} everywhere`,
    columns: [
      column('left_eta', '|R^T relu(A u)|/n of the left side', 'mean over the samples'),
      column('right_eta', 'the same of the right side', 'mean over the samples'),
    ],
    curvesOf(states) {
      const reader = createNetworkReader(data);
      const curveOf = (side: SideName) => reader.read(neuronsOf(states[side], side, info)).curve!;
      const left = curveOf('left');
      return { directions: left.directions, left: left.heights, right: curveOf('right').heights };
    },
  });
}
