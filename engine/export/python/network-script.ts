import type { Instance } from '../../contract.ts';
import type { ValuesOf } from '../../params.ts';
import type { TWO_LAYER } from '../../problems/two-layer/card.ts';
import { RANDOM, SUMS, smoothnessBlock } from './common-blocks.ts';
import { LINE_BLOCK, type OwnDataPart, ownDataBlock } from './data-blocks.ts';
import { pythonFlag, pythonList, pythonNumber } from './literals.ts';
import {
  HINGE_LOSS,
  NETWORK_LOSS,
  RELAXED_LOSS,
  STEP_SCALE,
  studentBlock,
  teacherBlock,
} from './network-blocks.ts';
import { BLOCK_NEWTON, EXACT_PROGRAM, HINGE_PROGRAM, SOLVE_PROGRAM } from './program-blocks.ts';
import { descendBlock, PLAIN_UNITS, rulePart, stepExpressions } from './rule-blocks.ts';
import { joinScript, type ScriptSource } from './script.ts';

export type NetworkScriptValues = ValuesOf<(typeof TWO_LAYER)['params']>;

/** The whole script of two layers. */
export function networkScript(
  instance: Instance,
  values: NetworkScriptValues,
  steps: number,
  source: ScriptSource,
  own: OwnDataPart,
): string {
  const { samples, dimension } = instance;
  const { neurons, columns, constant, program, solved } = instance.network!;
  const { features } = values;
  const isOwn = features === 'csv';
  const rules = rulePart(values, { solved, infinite: false });
  const lengths = stepExpressions(values, solved);
  const start = values.start?.length === dimension ? values.start : null;
  const drawsData = !isOwn && (features !== 'line' || values.spacing === 'uniform' || values.noise !== 0);
  const loss = constant ? 'HingeLoss' : 'NetworkLoss';
  /** The right side: a descent on the relaxation, a program that this script solves, or one that it does not. */
  const right = !solved ? 'relaxed' : program;

  const settings = [
    `steps = ${steps}  # steps of descent, and rounds of the program at most`,
    `n = ${samples.count}  # samples`,
    `d = ${columns}  # weights of a neuron${samples.hasOnes ? ', the bias counted' : ''}`,
    `m = ${neurons}  # hidden neurons`,
    `beta = ${pythonNumber(values.beta)}  # weight of the penalty`,
    `train_output = ${pythonFlag(values.outputs === 'trained')}  # whether the output weights are trained too`,
    ...(isOwn
      ? []
      : [
          ...(features === 'line'
            ? [`x_min, x_max = ${pythonNumber(values.xmin)}, ${pythonNumber(values.xmax)}`]
            : []),
          `data_seed = ${values.seed}`,
          `noise = ${pythonNumber(values.noise)}  # standard deviation of what is added to the labels`,
          `teacher_neurons = ${values.teacher}`,
          `negative = ${Math.min(values.negative, values.teacher)}  # of them have the output weight -1`,
          `teacher_seed = ${values.pseed}`,
        ]),
    ...(start ? [] : [`start_seed = ${values.sseed}`, `size = ${pythonNumber(values.size)}  # of the start`]),
    ...(right === 'relaxed'
      ? [
          `blend = ${pythonNumber(values.blend)}  # weight of the right side's regulariser`,
          `anneal = ${values.anneal}  # steps in which it falls to 0; 0 keeps it`,
        ]
      : []),
    ...rules.settings,
  ];

  const data = isOwn
    ? ownDataBlock(samples, own)
    : [
        features === 'line' ? LINE_BLOCK(values.spacing) : '',
        teacherBlock(features as 'gauss' | 'circle' | 'line'),
        '',
        ...(drawsData ? ['random = Random(data_seed, 0)'] : []),
        `A = make_features(${drawsData ? 'random' : 'None'})`,
        `y = make_labels(A, ${drawsData ? 'random' : 'None'})`,
      ].join('\n');
  const startLine = start
    ? `start = np.array(${pythonList(start)}, dtype=float)`
    : `${studentBlock(values.init, values.signs, constant)}\n\nstart = draw_start()`;

  const sides = [
    'L = step_scale()',
    `left = descend(${loss}(), ${rules.left}, ${lengths.left})`,
    ...(right === 'relaxed'
      ? [
          `right = descend(RelaxedLoss(), ${rules.right}, ${lengths.right})`,
          '# F of its networks, which it does not descend on.',
          'right_objectives = [NetworkLoss().evaluate(w)[0] for w in right[0]]',
        ]
      : []),
    ...(right === 'exact' || right === 'hinges' ? ['right = solve_program()'] : []),
  ].join('\n');
  const programBlocks =
    right === 'exact' || right === 'hinges'
      ? [
          {
            heading: 'The convex program',
            text: [right === 'exact' ? EXACT_PROGRAM : HINGE_PROGRAM, BLOCK_NEWTON, SOLVE_PROGRAM].join('\n'),
          },
        ]
      : [];

  return joinScript(source, {
    about: aboutOf(right),
    settings,
    blocks: [
      { heading: 'Sums', text: SUMS },
      { heading: 'Random numbers', text: RANDOM },
      { heading: 'The data', text: data },
      { heading: 'The start', text: startLine },
      { heading: 'Units', text: PLAIN_UNITS },
      { heading: 'The measure of a step', text: [smoothnessBlock(true), STEP_SCALE].join('\n') },
      {
        heading: 'The losses',
        text: [constant ? HINGE_LOSS : NETWORK_LOSS, ...(right === 'relaxed' ? [RELAXED_LOSS] : [])].join(
          '\n',
        ),
      },
      { heading: 'The update', text: rules.definitions },
      { heading: 'The race', text: descendBlock({ projects: false, anneals: true }) },
      ...programBlocks,
      { heading: 'Both sides', text: sides },
      { heading: 'What comes out', text: printNetworks(right, constant) },
    ],
  });
}

function aboutOf(right: 'relaxed' | 'exact' | 'hinges' | 'sampled'): string[] {
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
    case 'exact':
    case 'hinges':
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
  }
}

function printNetworks(right: 'relaxed' | 'exact' | 'hinges' | 'sampled', constant: boolean): string {
  const solved = right === 'exact' || right === 'hinges';
  const rightRows = solved
    ? `    for k, (loss, bound) in enumerate(zip(right[1], right[2])):
        print(k, "right", float(loss), float(loss), float(bound), sep=",")
`
    : right === 'relaxed'
      ? `    for k, (loss, objective) in enumerate(zip(right[1], right_objectives)):
        print(k, "right", float(loss), float(objective), "", sep=",")
`
      : '';
  const names = solved || right === 'sampled' ? '{"left": left}' : '{"left": left, "right": right}';
  return `
if __name__ == "__main__":
    print("k,side,loss,objective,lower_bound")
    for k, loss in enumerate(left[1]):
        print(k, "left", float(loss), float(loss), "", sep=",")
${rightRows}    # The networks at the last step.
    for side, run in ${names}.items():
        last = run[0][-1]
        for j in range(m):
            print("#", side, "neuron", j + 1, "w =", last[j * d : (j + 1) * d].tolist(), "alpha =", float(last[m * d + j]))
${constant ? '        print("#", side, "constant", float(last[-1]))\n' : ''}${
  solved
    ? `    for w, alpha in right[0]:
        print("# right neuron w =", w, "alpha =", float(alpha))
`
    : ''
}`;
}
