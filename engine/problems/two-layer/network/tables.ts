import atan2 from '@stdlib/math-base-special-atan2';
import type { Vector } from '../../../contract.ts';
import type { TableRequest, TableShape } from '../../../export/kinds.ts';
import { column, type ExportTable, type TableColumn } from '../../../export/table.ts';
import { stepNotes } from '../../../export/tables/run-tables.ts';
import { type SideStep, walkSteps } from '../../../export/tables/steps.ts';
import type { RunValues } from '../../../run/create-run.ts';
import type { NetworkInstance } from '../instance.ts';
import { createDualCurve } from '../program/dual-curve.ts';
import type { NetworkInfo } from '../types.ts';
import { predict } from './loss.ts';
import { withoutPadding } from './neurons.ts';

/** What the tables of two layers come to. */
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
      return networksTable(instance, values, request, request.kind === 'neurons');
    case 'curves':
      return objectivesTable(instance, values, request);
    case 'bound':
      return boundTable(instance);
    case 'dual':
      return dualTable(instance, values, request);
    default:
      return null;
  }
}

/** The columns of one neuron, behind the step. */
function neuronColumns(columns: number, constant: boolean): TableColumn[] {
  return [
    column('side', '0 the left; 1 the right'),
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

/** The rows of one network, the padding left out of a solver's. */
function* networkRows(
  k: number,
  side: number,
  state: Float64Array,
  { info }: NetworkInstance,
): Generator<readonly number[]> {
  const { columns: d, constant, solved } = info;
  const weights = constant ? state.subarray(0, -1) : state;
  const kept = side === 1 && solved ? withoutPadding(weights, d) : weights;
  const m = kept.length / (d + 1);
  if (constant) yield [k, side, 0, ...new Array<number>(d).fill(Number.NaN), state.at(-1)!];
  for (let j = 0; j < m; j++) yield [k, side, j + 1, ...kept.subarray(j * d, j * d + d), kept[m * d + j]!];
}

/** The networks of both sides: at every asked step, or at the last alone. */
function networksTable(
  instance: NetworkInstance,
  values: RunValues,
  request: Pick<TableRequest, 'last' | 'every'>,
  onlyLast: boolean,
): ExportTable {
  const { columns, constant, solved, beta } = instance.info;
  const walk = walkSteps(instance, values, onlyLast ? { last: request.last, every: 1 } : request);
  return {
    what: onlyLast
      ? 'the neurons of both sides at one step'
      : 'the networks of both sides: a row a neuron and step',
    notes: [
      ...(onlyLast ? [`step ${request.last}`] : stepNotes(request)),
      `output: sum of alpha relu(w.x)${constant ? ' + constant' : ''}; beta = ${beta}`,
      'weights are those of the features as the network sees them: standardised where that is set',
      ...(solved
        ? ['the right side is a convex program solved in rounds: after its end it has no more rows']
        : []),
    ],
    columns: [
      column('k', `the step${solved ? '; of the right side the round' : ''}`, 'steps'),
      ...neuronColumns(columns, constant),
    ],
    *body() {
      const latest: { k: number; state: Float64Array }[] = [];
      for (const step of walk.steps()) {
        if (!step || onlyLast) yield null;
        if (!step) continue;
        for (const [index, side] of [step.left, step.right].entries())
          if (side && onlyLast) latest[index] = { k: step.k, state: side.iterate };
          else if (side) yield* networkRows(step.k, index, side.iterate, instance);
      }
      for (const [index, { k, state }] of latest.entries()) yield* networkRows(k, index, state, instance);
    },
    ends: walk.ends,
  };
}

/** Objectives, and the bound where the right side is a program: a row a step. */
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
      column('k', `the step${solved ? '; of the right side the round' : ''}`, 'steps'),
      column('left_evaluations', 'what the left side has cost', 'gradients over all samples'),
      column('left_objective', F, 'mean over the samples'),
      column('left_gradient_norm', 'Euclidean length of its gradient'),
      column('right_loss', solved ? F : 'the relaxation that it descends on', 'mean over the samples'),
      column('right_objective', F, 'mean over the samples'),
      column('right_gradient_norm', 'nan where it is solved'),
      column('lower_bound', 'certified: no network of any width has a smaller F', 'mean over the samples'),
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
          right && right.objective > 0 ? Math.max(0, right.objective - bound) / right.objective : Number.NaN,
        ];
      }
    },
    ends: walk.ends,
  };
}

/** The rounds of the program that the best possible objective is known from, whatever the right side is. */
function boundTable(instance: NetworkInstance): ExportTable {
  const solver = instance.createBound();
  return {
    what: 'the convex program: objective and certified lower bound round by round',
    notes: [`beta = ${instance.info.beta}`, 'it is solved to its end; whatever step is shown'],
    columns: [
      column('round', '0 before the first', 'rounds'),
      column('objective', "F of the round's network", 'mean over the samples'),
      column('lower_bound', 'certified: no network of any width has a smaller F', 'mean over the samples'),
      column('gap', '(objective - lower_bound)/objective'),
    ],
    *body() {
      for (let round = 0; ; round++) {
        const { objective, lowerBound } = solver;
        yield [
          round,
          objective,
          lowerBound,
          objective > 0 ? Math.max(0, objective - lowerBound) / objective : 0,
        ];
        if (solver.status !== 'moving') return;
        yield null;
        solver.step();
      }
    },
    ends: () => [`the program: ${solver.status}`],
  };
}

/** The dual curves of both sides' residuals over the circle of directions, at one step. */
function dualTable(instance: NetworkInstance, values: RunValues, { last, size }: TableRequest): ExportTable {
  const { samples, info } = instance;
  const { features, labels, count: n } = samples;
  const walk = walkSteps(instance, values, { last, every: 1 });
  const curve = createDualCurve(features);

  function residualOf(state: Float64Array): Vector {
    const outputs = new Float64Array(n);
    predict(outputs, features, state, state.length / (info.columns + 1));
    return outputs.map((output, i) => labels[i]! - output);
  }

  return {
    what: 'the dual curve eta(u)/n of both residuals y - net over the circle of directions u',
    notes: [
      `step ${last} (of a program that has ended its last round)`,
      `optimal networks have |eta(u)|/n <= beta = ${info.beta} everywhere`,
    ],
    columns: [
      column('angle', 'direction u = (u1; u2)', 'radians'),
      column('u1', 'its first number'),
      column('u2', 'its second'),
      column('left_eta', '1/n sum of residual_i relu(a_i.u): the left side', 'mean over the samples'),
      column('right_eta', 'the same of the right side', 'mean over the samples'),
    ],
    *body() {
      const latest: Float64Array[] = [];
      for (const step of walk.steps()) {
        yield null;
        if (step?.left) latest[0] = step.left.iterate;
        if (step?.right) latest[1] = step.right.iterate;
      }
      const [left, right] = latest.map((state) => {
        curve.update(residualOf(state));
        return Array.from({ length: 4 * size }, (_, j) => curve.at(...direction(j, size)) / n);
      });
      for (let j = 0; j < 4 * size; j++) {
        const [u1, u2] = direction(j, size);
        const angle = atan2(u2, u1);
        yield [angle < 0 ? angle + 2 * Math.PI : angle, u1, u2, left![j]!, right![j]!];
      }
    },
  };
}

/** Direction `j` of four times `quarter`, counter-clockwise from angle 0: by fractions, which are the same bits everywhere. */
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
