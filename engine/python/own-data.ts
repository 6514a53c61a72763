import type { Samples } from '../contract.ts';
import { oneLine, pythonList } from './literals.ts';

const MOST_NAMES = 40;

/** Writes the definition of `own_data()`: a user's own samples or a shipped set, embedded or read from the samples file. */
export function ownData(samples: Samples, samplesFile: string | null): string {
  const { features, labels, names, labelName, hasOnes, count, dimension } = samples;
  const named = (name: string) => oneLine(name).slice(0, 60);
  const made =
    samplesFile === null
      ? [
          `A = np.array(${pythonList(features)}, dtype=float).reshape(${count}, ${dimension})`,
          `y = np.array(${pythonList(labels)}, dtype=float)`,
        ]
      : [
          '# Too many numbers to stand here: save the samples from the page\'s dialog "Share", page "Data",',
          '# as this file.',
          `samples = np.loadtxt("${samplesFile}", delimiter=",", comments="#", skiprows=1)`,
          'A, y = np.ascontiguousarray(samples[:, :-1]), samples[:, -1]',
        ];
  return [
    'def own_data():',
    `# Columns of A${hasOnes ? ' (the last one is the column of ones)' : ''}:`,
    ...names.slice(0, MOST_NAMES).map((name, j) => `#     ${j + 1}: ${named(name)}`),
    ...(names.length > MOST_NAMES ? ['#     ...'] : []),
    `# y: ${named(labelName)}`,
    ...made,
    'return A, y',
  ]
    .join('\n')
    .replaceAll('\n', '\n    ');
}
