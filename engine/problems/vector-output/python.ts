/// <reference path="../../python/python.d.ts" />
import { oneLine, pythonFlag, pythonList, pythonNumber } from '../../python/literals.ts';
import networks from '../../python/networks.py?raw';
import planarRays from '../../python/planar_rays.py?raw';
import type { PythonAsked, PythonRun } from '../../python/python-run.ts';
import { rulePart } from '../../python/rules.ts';
import { runValues } from '../../run/run-values.ts';
import type { OutputsInstance } from './instance.ts';
import type { OutputValues } from './make-data.ts';
import outputProgram from './program/output_program.py?raw';
import vectorOutput from './vector_output.py?raw';

/** Program; the script omits `sphere` and `sampled`. */
type Right = 'closed' | 'planar' | 'sphere' | 'sampled';

/** Every neuron weighs every feature. */
export function passes({ info }: OutputsInstance): number {
  return info.neurons;
}

export function writeRun(
  instance: OutputsInstance,
  values: OutputValues,
  { steps, samplesFile }: PythonAsked,
): PythonRun {
  const { info, start } = instance;
  const { columns: d, outputs, neurons, program, hasOnes } = info;
  const right: Right = program === 'exact' ? (d > 2 ? 'sphere' : 'planar') : program;
  const rules = rulePart(runValues(values), { solved: true });
  const isMade = values.features === 'words' || values.features === 'teacher';
  const given = values.start?.length === start.length ? pythonList(values.start) : null;
  return {
    about: aboutOf(right, !isMade),
    modules: [networks, vectorOutput, ...(right === 'planar' ? [planarRays, outputProgram] : [])],
    lines: [
      `steps = ${steps}  # steps of descent, and rounds of the program at most`,
      `d = ${d}  # columns of the features${hasOnes ? ', the ones counted' : ''}`,
      `m = ${neurons}  # hidden neurons`,
      ...(given === null || values.features === 'teacher' ? [`K = ${outputs}  # outputs`] : []),
      `beta = ${pythonNumber(values.beta)}  # weight of the penalty`,
      ...rules.settings,
      '',
      ...(isMade ? madeData(values, info.samples) : ['A, Y = data()']),
      ...(given === null ? drawnStart(values) : [`start = np.array(${given}, dtype=float)`]),
      ...(values.step === null ? ['L = step_scale(A, Y, start, beta)'] : []),
      `left = descend(OutputLoss(A, Y, m, beta), start, ${rules.left}, steps)`,
      ...rightLines(right, info.solver),
    ],
    ...(!isMade && { definitions: dataOf(instance, samplesFile) }),
  };
}

function madeData({ features, sizes, rotate, seed, teacher, bias, noise, pseed }: OutputValues, n: number) {
  if (features === 'words')
    return [
      `sizes = [${sizes!.join(', ')}]  # samples of each class`,
      'Y = one_hot(sizes)',
      rotate
        ? `A = rotated_rows(${n}, d, Random(${seed}, DATA))  # orthonormal rows`
        : 'A = np.eye(d)  # one word, one row',
    ];
  const network = `neurons=${teacher}, bias=${pythonFlag(bias)}, noise=${pythonNumber(noise)}`;
  return [
    `random = Random(${seed}, DATA)`,
    `A, Y = teacher_data(${n}, K, ${network}, random=random, seed=${pseed})`,
  ];
}

function drawnStart({ features, rotate, sseed, size }: OutputValues): string[] {
  const isRotated = features === 'words' && rotate;
  const rows = isRotated ? 'len(A)' : 'd';
  return [
    `start = draw_start(${rows}, m, K, seed=${sseed}, size=${pythonNumber(size)})`,
    ...(isRotated ? ['start = rotated_start(A, start, m)'] : []),
  ];
}

/** Defines `data()`: samples as numbers, since sine and cosine differ in the last bit between machines, or from a file. */
function dataOf(
  { data, samples: { names: columns }, info }: OutputsInstance,
  samplesFile: string | null,
): string {
  const { features, labels, samples: n, columns: d, outputs } = data;
  const names = [...columns, ...info.outputNames];
  return [
    'def data():',
    ...(names.length > 0 ? [`# ${oneLine(names.slice(0, 40).join('; ')).slice(0, 90)}`] : []),
    ...(samplesFile === null
      ? [
          `A = np.array(${pythonList(features)}, dtype=float).reshape(${n}, ${d})`,
          `Y = np.array(${pythonList(labels)}, dtype=float).reshape(${n}, ${outputs})`,
        ]
      : [
          '# Too many numbers to stand here: save the samples from the page\'s dialog "Share", page "Data",',
          '# as this file.',
          `samples = np.loadtxt("${samplesFile}", delimiter=",", comments="#", skiprows=1, ndmin=2)`,
          `A, Y = np.ascontiguousarray(samples[:, :${d}]), samples[:, ${d}:]`,
        ]),
    'return A, Y',
  ]
    .join('\n')
    .replaceAll('\n', '\n    ');
}

function rightLines(right: Right, solver: 'newton' | 'fw'): string[] {
  switch (right) {
    case 'closed':
      return ['right = words_optimum(A, sizes, beta, steps)', 'print_outputs(m, d, left, right)'];
    case 'planar':
      return [
        `right = ${solver === 'fw' ? 'FrankWolfe' : 'WorkingSet'}(A, Y, beta).solve(steps)`,
        'print_outputs(m, d, left, right)',
      ];
    default:
      return ['right = None', 'print_outputs(m, d, left)'];
  }
}

function aboutOf(right: Right, hasNumbers: boolean): string[] {
  const what = 'Twin Descent: a network of two layers with K outputs, trained by gradient descent (left)';
  const columns = 'Prints k,side,loss,objective,lower_bound; loss and objective are the same.';
  const digits = [
    "Sums of the descent run in the page's order, so that its numbers agree to the last bit (of up to 64",
    'columns).',
    ...(hasNumbers ? ['The samples stand in it as numbers, since sines differ in the last bit.'] : []),
  ];
  switch (right) {
    case 'closed':
      return [`${what},`, 'beside its optimum in closed form (right).', '', columns, '', ...digits];
    case 'planar':
      return [
        `${what},`,
        'beside its exact convex program (right; Sahiner et al. 2021), which proves a lower bound of every',
        'network.',
        '',
        columns,
        '',
        ...digits,
        'The program takes rounds like the page: its objectives agree to many digits, not to the last bit.',
      ];
    default:
      return [
        `${what}.`,
        right === 'sphere'
          ? 'The right side of the page searches all cells of a sphere: that is too long for one readable script,'
          : 'The right side of the page samples directions and certifies nothing, so that it is left out here.',
        right === 'sphere'
          ? 'so that it is left out here. The command line prints it.'
          : 'The command line prints it.',
        '',
        columns,
        '',
        ...digits,
      ];
  }
}
