/// <reference path="../../python/python.d.ts" />
import type { ValuesOf } from '../../params.ts';
import { pythonFlag, pythonList, pythonNumber } from '../../python/literals.ts';
import networks from '../../python/networks.py?raw';
import { ownData } from '../../python/own-data.ts';
import planarRays from '../../python/planar_rays.py?raw';
import type { PythonAsked, PythonRun } from '../../python/python-run.ts';
import { rulePart } from '../../python/rules.ts';
import { runValues } from '../../run/run-values.ts';
import type { TWO_LAYER } from './card.ts';
import type { NetworkInstance } from './instance.ts';
import convexProgram from './program/convex_program.py?raw';
import hingeProgram from './program/hinge_program.py?raw';
import twoLayer from './two_layer.py?raw';

type NetworkValues = ValuesOf<(typeof TWO_LAYER)['params']>;

/** Right side: descent on the relaxation, a program the script solves, or one it does not. */
type Right = 'relaxed' | 'exact' | 'hinges' | 'sampled';

const PROGRAMS: Readonly<Record<Right, readonly string[]>> = {
  relaxed: [],
  exact: [planarRays, convexProgram],
  hinges: [planarRays, convexProgram, hingeProgram],
  sampled: [],
};

/** Every neuron weighs every feature. */
export function passes({ info }: NetworkInstance): number {
  return info.neurons;
}

export function writeRun(
  { samples, start, info }: NetworkInstance,
  values: NetworkValues,
  { steps, samplesFile }: PythonAsked,
): PythonRun {
  const dimension = start.length;
  const { neurons, columns, constant, program, solved } = info;
  const right: Right = solved ? program : 'relaxed';
  const isOwn = values.features === 'csv';
  const rules = rulePart(runValues(values), { solved });
  const loss = constant ? 'HingeLoss' : 'NetworkLoss';
  return {
    about: aboutOf(right),
    modules: [networks, twoLayer, ...PROGRAMS[right]],
    lines: [
      `steps = ${steps}  # steps of descent, and rounds of the program at most`,
      `d = ${columns}  # weights of a neuron${samples.hasOnes ? ', the bias counted' : ''}`,
      `m = ${neurons}  # hidden neurons`,
      `beta = ${pythonNumber(values.beta)}  # weight of the penalty`,
      `train_output = ${pythonFlag(values.outputs === 'trained')}  # whether the output weights are trained too`,
      ...(right === 'relaxed'
        ? [
            `blend = ${pythonNumber(values.blend)}  # weight of the right side's regulariser`,
            `anneal = ${values.anneal}  # steps in which it falls to 0; 0 keeps it`,
          ]
        : []),
      ...rules.settings,
      '',
      ...(isOwn ? ['A, y = own_data()'] : madeData(values)),
      `start = ${startOf(values, dimension, constant)}`,
      'L = step_scale(A, y, start, beta)',
      `F = ${loss}(A, y, m, beta, train_output)`,
      `left = descend(F, start, ${rules.left}, steps)`,
      ...rightLines(right, rules.right),
    ],
    ...(isOwn && { definitions: ownData(samples, samplesFile) }),
  };
}

function madeData({ features, n, spacing, xmin, xmax, seed, noise, ...values }: NetworkValues): string[] {
  const negative = Math.min(values.negative, values.teacher);
  const line = `n, ${pythonNumber(xmin)}, ${pythonNumber(xmax)}${spacing === 'uniform' ? ', random' : ''}`;
  return [
    `n = ${n}  # samples`,
    `noise = ${pythonNumber(noise)}  # standard deviation of what is added to the labels`,
    '# A planted network; the last neurons have the output weight -1.',
    `teacher = draw_teacher(${values.teacher}, d, negative=${negative}, seed=${values.pseed})`,
    `random = Random(${seed}, DATA)`,
    `A = ${features}_features(${features === 'line' ? line : 'n, d, random'})`,
    'y = teacher_labels(A, teacher, noise, random)',
  ];
}

function startOf(values: NetworkValues, dimension: number, constant: boolean): string {
  if (values.start?.length === dimension) return `np.array(${pythonList(values.start)}, dtype=float)`;
  const how = [
    `seed=${values.sseed}`,
    `size=${pythonNumber(values.size)}`,
    `on_circle=${pythonFlag(values.init === 'circle')}`,
    `signs="${values.signs}"`,
    `constant=${pythonFlag(constant)}`,
  ];
  return `draw_start(m, d, ${how.join(', ')})`;
}

function rightLines(right: Right, rule: string): string[] {
  switch (right) {
    case 'relaxed':
      return [
        'relaxed = RelaxedLoss(A, y, m, beta, train_output, blend, anneal)',
        `right = descend(relaxed, start, ${rule}, steps)`,
        '# F of its networks, which it does not descend on.',
        'objectives = [F.evaluate(w)[0] for w in right[0]]',
        'print_networks(m, d, left, right, objectives)',
      ];
    case 'sampled':
      return ['right = None', 'print_networks(m, d, left)'];
    default:
      return [
        `right = ${right === 'exact' ? 'ExactProgram' : 'HingeProgram'}(A, y, beta).solve(steps)`,
        'print_networks(m, d, left, solved=right)',
      ];
  }
}

function aboutOf(right: Right): string[] {
  const what = 'Twin Descent: a network of two layers, trained by gradient descent (left)';
  const digits = "Sums of the descent run in the page's order, so that its numbers agree to the last bit.";
  const columns = [
    'Prints k,side,loss,objective,lower_bound: loss is what a side descends on, objective is F, the loss that the',
    'page shows of both sides and compares them by.',
  ];
  switch (right) {
    case 'relaxed':
      return [
        `${what} and on the`,
        'relaxation of every neuron (right).',
        '',
        ...columns,
        'Of the right side they differ: its loss holds what the relaxation adds to F, and may be negative.',
        '',
        digits,
      ];
    case 'sampled':
      return [
        `${what}.`,
        'The right side of the page samples patterns of more than two columns and searches locally: that is too long for one',
        'readable script and certifies nothing, so that it is left out here. The command line prints it.',
        '',
        ...columns,
        'Of the left side they are the same.',
        '',
        digits,
      ];
    default:
      return [
        `${what}, beside the exact`,
        'convex program (right; Pilanci & Ergen 2020), which proves a lower bound of every network.',
        '',
        ...columns,
        'Here they are the same.',
        '',
        digits,
        "The program takes the page's rounds: its objectives agree to many digits, not to the last bit",
        '(of two directions that are equally good a round may take the other one).',
      ];
  }
}
