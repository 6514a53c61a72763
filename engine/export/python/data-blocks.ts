import type { Samples } from '../../contract.ts';
import { oneLine, pythonList } from './literals.ts';

/** How own data gets into a script: whole, or from the file of the samples, by its name. */
export type OwnDataPart = { readonly kind: 'embedded' } | { readonly kind: 'file'; readonly name: string };

/** Rows (x, 1) of `data/fill-line.ts`. */
export function LINE_BLOCK(spacing: 'even' | 'uniform'): string {
  const x =
    spacing === 'uniform'
      ? 'np.array([x_min + (x_max - x_min) * random.uniform() for _ in range(n)])'
      : 'np.array([x_min + i * ((x_max - x_min) / (n - 1)) for i in range(n - 1)] + [x_max])';
  const single =
    spacing === 'even' ? '    if n == 1:\n        return np.array([[(x_min + x_max) / 2, 1.0]])\n' : '';
  return `
def make_features(random):
    """n rows (x, 1): x ${spacing === 'even' ? 'evenly over the interval, its ends included' : 'drawn from the interval'}."""
${single}    x = ${x}
    return np.stack([x, np.ones(n)], axis=1)
`;
}

/** The person's own samples, or those of a set that ships: \`A\` and \`y\`. */
export function ownDataBlock(
  { features, labels, names, labelName, hasOnes }: Samples,
  own: OwnDataPart,
): string {
  const columns = names.map((name, j) => `#     ${j + 1}: ${oneLine(name).slice(0, 60)}`);
  const about = [
    `# Columns of A${hasOnes ? ' (the last one is the column of ones)' : ''}:`,
    ...columns.slice(0, 40),
    ...(columns.length > 40 ? ['#     ...'] : []),
    `# y: ${oneLine(labelName).slice(0, 60)}`,
  ].join('\n');
  if (own.kind === 'file')
    return `
${about}
# Too many numbers to stand here: save the samples from the page's dialog "Share", page "Data", as this file.
samples = np.loadtxt("${own.name}", delimiter=",", comments="#", skiprows=1)
A, y = np.ascontiguousarray(samples[:, :-1]), samples[:, -1]
`;
  return `
${about}
A = np.array(${pythonList(features)}, dtype=float).reshape(n, d)
y = np.array(${pythonList(labels)}, dtype=float)
`;
}

/** The units of descent of `data/scaling.ts`. */
export function standardBlock(hasOnes: boolean): string {
  const [last, shiftTo, shiftBack] = hasOnes
    ? [
        'd - 1',
        `    w[-1] = original[-1] + total(mean[:-1] * original[:-1])\n`,
        `    w[-1] = scaled[-1] - total(mean[:-1] * w[:-1])\n`,
      ]
    : ['d', '', ''];
  const centre = hasOnes ? '        mean[j] = A[0, j] + total(A[:, j] - A[0, j]) / n\n' : '';
  return `
def standardise(A):
    """The features in the units of descent: each column ${hasOnes ? 'centred and divided by its standard deviation' : 'divided by its root mean square'}.

    A column without spread stays as it is.${hasOnes ? ' So does the last one, of ones.' : ''}
    """
    mean, spread = np.zeros(d), np.ones(d)
    for j in range(${last}):
${centre}        centred = A[:, j] - mean[j]
        deviation = np.sqrt(total(centred * centred) / n)
        if deviation > 1e-13 * np.max(np.abs(A[:, j])) and np.isfinite(deviation):
            spread[j] = deviation
        else:
            mean[j] = 0
    return (A - mean) / spread, mean, spread


def to_scaled(original):
    """Weights in the units of the data, to those in which descent moves."""
    w = original * spread
${shiftTo}    return w


def to_original(scaled):
    w = scaled / spread
${shiftBack}    return w
`;
}
