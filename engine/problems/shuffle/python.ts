/// <reference path="../../python/python.d.ts" />
import { pythonList, pythonNumber } from '../../python/literals.ts';
import type { PythonAsked, PythonRun } from '../../python/python-run.ts';
import type { ShuffleValues } from './card.ts';
import type { ShuffleInstance } from './instance.ts';
import { reluCovariance } from './matrices/layers-cost.ts';
import shuffle from './shuffle.py?raw';
import type { LayersInfo, ShuffleInfo } from './types.ts';

/** Cost of a step in products: hundreds of calls, mostly in the projection of matrices. */
const CALLS = { triangle: 1000, all: 2000 };

export function passes({ info }: ShuffleInstance): number {
  return CALLS[info.shape];
}

export function writeRun(
  { info }: ShuffleInstance,
  values: ShuffleValues,
  { steps }: PythonAsked,
): PythonRun {
  const { n, shape, start } = info;
  return {
    about: [
      `Twin Descent: permutations of ${n}, relaxed and rounded beside the same descent with a penalty${shape === 'triangle' ? ', over the triangle of the three cyclic ones' : ''}.`,
      '',
      'Prints k,side,E,P,lambda,bound, then what both sides round to and the best permutation.',
      '',
      "Sums run in the page's order, so that its numbers agree to the last bit.",
      'What was drawn stands in it as numbers.',
    ],
    modules: [shuffle],
    lines: [
      `steps = ${steps}`,
      info.layers ? 'known, target, S, start = data()' : 'A, B, start = data()',
      `model = ${info.layers ? 'Layers(known, target, S)' : shape === 'triangle' ? 'Triangle(A, B)' : 'Matching(A, B)'}`,
      `step = ${pythonNumber(values.c)} / model.L if model.L > 0 else 1.0`,
      `lam = ${pythonNumber(values.lambda)} * model.L  # grows to this over \`ramp\` steps`,
      `ramp = ${info.ramp}`,
      'left, bounds = relax(model, start, step, steps)',
      'right, lambdas = penalise(model, start, step, lam, ramp, steps)',
      'print_sides(model, left, bounds, right, lambdas)',
      'print_rounded("left", model, left)',
      'print_rounded("right", model, right)',
      'print_best(model)',
    ],
    definitions: [
      'def data():',
      ...(info.layers ? layersLines(info.layers) : graphsLines(info)),
      `start = ${shape === 'triangle' ? listOf(start) : matrixOf(start, n)}`,
      info.layers ? 'return known, target, S, start' : 'return A, B, start',
    ]
      .join('\n')
      .replaceAll('\n', '\n    '),
  };
}

const listOf = (values: ArrayLike<number>) => `np.array(${pythonList(values)}, dtype=float)`;
const matrixOf = (values: ArrayLike<number>, rows: number) => `${listOf(values)}.reshape(${rows}, -1)`;

function graphsLines({ n, graphs }: ShuffleInfo): string[] {
  return [`A = ${matrixOf(graphs!.a, n)}`, `B = ${matrixOf(graphs!.b, n)}`];
}

/** y = W2 Pi relu(W1 x): the script needs W1 only for S, whose arc tangents differ in the last bit. */
function layersLines({ groups, size, first, second, known, planted }: LayersInfo): string[] {
  const n = groups * size;
  return [
    `W2 = ${matrixOf(second, groups)}`,
    `known = ${matrixOf(known, groups)}  # what the student has of W2`,
    `target = np.zeros((${groups}, ${n}))`,
    `target[:, ${pythonList(planted)}] = W2  # W2 Pi`,
    '# E relu(w.x) relu(v.x) of the rows w, v of W1:',
    `S = ${matrixOf(reluCovariance(first, n), n)}`,
  ];
}
