import type { Vector } from '../../../contract.ts';
import type { TableRequest, TableShape } from '../../../export/kinds.ts';
import { column, type ExportTable, type TableColumn } from '../../../export/table.ts';
import { BOUND, dualTable, neuronsTable, stepColumn } from '../../../export/tables/network-tables.ts';
import { stepNotes } from '../../../export/tables/run-tables.ts';
import { type SideStep, walkSteps } from '../../../export/tables/steps.ts';
import { relativeGap } from '../../../program/solver.ts';
import type { RunValues } from '../../../run/create-run.ts';
import type { NetworkInstance } from '../instance.ts';
import { createDualCurve } from '../program/dual-curve.ts';
import type { NetworkInfo } from '../types.ts';
import { predict } from './loss.ts';
import { withoutPadding } from './neurons.ts';

export function networkShapes(info: NetworkInfo): Record<string, TableShape> {
  const { neurons, columns, constant, program } = info;
  const isPlanar = columns === 2 && !constant;
  const rows = 2 * neurons;
  return {
    trajectories: { columns: columns + 4, rows: { perStep: rows }, steps: 'asked', isEstimate: true },
    curves: { columns: 9, rows: { perStep: 1 }, steps: 'asked' },
    neurons: { columns: columns + 4, rows: { others: rows }, steps: 'shown', isEstimate: true },
    ...(program !== 'sampled' && { bound: { columns: 4, rows: { others: 20 }, isEstimate: true } }),
    ...(isPlanar && { dual: { columns: 5, rows: { perSize: 4 }, steps: 'shown' } }),
  };
}

export function networkTable(
  instance: NetworkInstance,
  values: RunValues,
  request: TableRequest,
): ExportTable | null {
  switch (request.kind) {
    case 'trajectories':
    case 'neurons':
      return networksTable(instance, values, request);
    case 'curves':
      return objectivesTable(instance, values, request);
    case 'bound':
      return boundTable(instance);
    case 'dual':
      return curvesOverCircle(instance, values, request);
    default:
      return null;
  }
}

function networksTable(instance: NetworkInstance, values: RunValues, request: TableRequest): ExportTable {
  const { columns: d, constant, solved, beta } = instance.info;
  return neuronsTable(instance, values, request, {
    notes: [
      `output: sum of alpha relu(w.x)${constant ? ' + constant' : ''}; beta = ${beta}`,
      'weights are those of the features as the network sees them: standardised where that is set',
      ...(solved
        ? ['the right side is a convex program solved in rounds: after its end it has no more rows']
        : []),
    ],
    isSolved: solved,
    columns: neuronColumns(d, constant),
    *rowsOf(side, state) {
      const weights = constant ? state.subarray(0, -1) : state;
      const kept = side === 'right' && solved ? withoutPadding(weights, d) : weights;
      const m = kept.length / (d + 1);
      if (constant) yield [0, ...new Array<number>(d).fill(Number.NaN), state.at(-1)!];
      for (let j = 0; j < m; j++) yield [j + 1, ...kept.subarray(j * d, j * d + d), kept[m * d + j]!];
    },
  });
}

function neuronColumns(columns: number, constant: boolean): TableColumn[] {
  return [
    column(
      'neuron',
      `number of the neuron from 1 on${constant ? '; 0 is the free constant: its alpha is what it adds' : ''}`,
    ),
    ...Array.from({ length: columns }, (_, j) =>
      column(`w${j + 1}`, `weight of column ${j + 1}`, 'original units'),
    ),
    column('alpha', 'output weight', 'original units'),
  ];
}

/** Makes the table of objectives, with a program's bound: a row per step. */
function objectivesTable(
  instance: NetworkInstance,
  values: RunValues,
  request: Pick<TableRequest, 'last' | 'every'>,
): ExportTable {
  const { beta, solved, program } = instance.info;
  const walk = walkSteps(instance, values, request);
  const F = 'F = 1/(2n) |net - y|^2 + beta/2 (|W|^2 + |alpha|^2)';
  const cellsOf = (side: SideStep | null, names: readonly (keyof SideStep)[]): number[] =>
    names.map((name) => (side ? (side[name] as number) : Number.NaN));
  return {
    what: 'objectives of both sides: a row a step',
    notes: [
      ...stepNotes(request),
      `beta = ${beta}; L = ${instance.smoothness}`,
      ...(solved && program === 'sampled' ? ['sampled patterns certify nothing: there is no bound'] : []),
    ],
    columns: [
      stepColumn(solved),
      column('left_evaluations', 'what the left side has cost', 'gradients over all samples'),
      column('left_objective', F, 'mean over the samples'),
      column('left_gradient_norm', 'Euclidean length of its gradient'),
      column('right_loss', solved ? F : 'the relaxation that it descends on', 'mean over the samples'),
      column('right_objective', F, 'mean over the samples'),
      column('right_gradient_norm', 'nan where it is solved'),
      BOUND,
      column('gap', '(right_objective - lower_bound)/right_objective'),
    ],
    *body() {
      for (const step of walk.steps()) {
        if (!step) {
          yield null;
          continue;
        }
        const { k, left, right } = step;
        const bound = right && program !== 'sampled' ? right.bound : Number.NaN;
        yield [
          k,
          ...cellsOf(left, ['evaluations', 'objective', 'gradientNorm']),
          ...cellsOf(right, ['loss', 'objective', 'gradientNorm']),
          bound,
          right && right.objective > 0 ? relativeGap(right.objective, bound) : Number.NaN,
        ];
      }
    },
    ends: walk.ends,
  };
}

/** Makes the table of the program's rounds, also if the right side is another. */
function boundTable(instance: NetworkInstance): ExportTable {
  const solver = instance.createBound();
  return {
    what: 'the convex program: objective and certified lower bound round by round',
    notes: [`beta = ${instance.info.beta}`, 'it is solved to its end; whatever step is shown'],
    columns: [
      column('round', '0 before the first', 'rounds'),
      column('objective', "F of the round's network", 'mean over the samples'),
      BOUND,
      column('gap', '(objective - lower_bound)/objective'),
    ],
    *body() {
      for (let round = 0; ; round++) {
        const { objective, lowerBound } = solver;
        yield [round, objective, lowerBound, relativeGap(objective, lowerBound)];
        if (solver.status !== 'moving') return;
        yield null;
        solver.step();
      }
    },
    ends: () => [`the program: ${solver.status}`],
  };
}

function curvesOverCircle(instance: NetworkInstance, values: RunValues, request: TableRequest): ExportTable {
  const { samples, info } = instance;
  const { features, labels, count: n } = samples;
  const curve = createDualCurve(features);

  function residualOf(state: Float64Array): Vector {
    const outputs = new Float64Array(n);
    predict(outputs, features, state, state.length / (info.columns + 1));
    return outputs.map((output, i) => labels[i]! - output);
  }

  return dualTable(instance, values, request, {
    what: 'the dual curve eta(u)/n of both residuals y - net over the circle of directions u',
    note: `optimal networks have |eta(u)|/n <= beta = ${info.beta} everywhere`,
    columns: [
      column('left_eta', '1/n sum of residual_i relu(a_i.u): the left side', 'mean over the samples'),
      column('right_eta', 'the same of the right side', 'mean over the samples'),
    ],
    curvesOf({ left, right }) {
      const { size } = request;
      const directions = Array.from({ length: 4 * size }, (_, j) => direction(j, size));
      const heightsOf = (state: Float64Array) => {
        curve.update(residualOf(state));
        return directions.map((u) => curve.at(...u) / n);
      };
      return {
        directions: Float64Array.from(directions.flat()),
        left: heightsOf(left),
        right: heightsOf(right),
      };
    },
  });
}

/** Returns direction `j` of 4 `quarter`, counter-clockwise from angle 0; rational functions give the same bits everywhere. */
function direction(j: number, quarter: number): readonly [number, number] {
  const t = (j % quarter) / quarter;
  const [x, y] = [(1 - t * t) / (1 + t * t), (2 * t) / (1 + t * t)];
  const turned = [
    [x, y],
    [-y, x],
    [-x, -y],
    [y, -x],
  ] as const;
  const [u1, u2] = turned[Math.floor(j / quarter)]!;
  return [u1 + 0, u2 + 0];
}
