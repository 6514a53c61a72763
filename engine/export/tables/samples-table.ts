import type { Instance } from '../../contract.ts';
import { columnNames, type ExportTable } from '../table.ts';

const SLICE = 1000;

/** Makes the table of samples: feature columns, then the label. Throws RangeError for infinitely many. */
export function samplesTable(instance: Instance): ExportTable {
  const { samples, sides, refusedCount } = instance;
  const plant = sides ? null : instance.plant;
  const { count: n, dimension: d, features, labels, names, labelName, hasOnes } = samples;
  if (!Number.isFinite(n)) throw new RangeError('expected finitely many samples');
  const isOnes = (j: number) => hasOnes && j === d - 1;
  const own = Array.from({ length: d }, (_, j) => (isOnes(j) ? 'ones' : (names[j] ?? `x${j + 1}`)));
  const label = columnNames([labelName], () => 'label')[0]!;
  // Readers of the file take a column named y for the label, so no feature may have that name.
  const taken = [...new Set(['y', label])];
  const featureNames = columnNames([...taken, ...own], (j) => `x${j - taken.length + 1}`).slice(taken.length);
  const columns = [...featureNames, label];
  return {
    what: 'the samples: a row each',
    notes: [
      `n = ${n} samples; d = ${d} columns of features`,
      // The file reader looks for these words (data/file-survey.ts).
      `own data: bias=${hasOnes ? 1 : 0} (opened as own data it is the same samples)`,
      ...(sides ? ['features as the network sees them: standardised where that is set'] : []),
      ...(plant && d <= 50 ? [`plant: ${plant.join(' ')}`] : []),
      ...(refusedCount > 0 ? [`${refusedCount} rows of the file were refused and do not stand here`] : []),
    ],
    columns: columns.map((name, j) => ({
      name,
      unit: sides && j < d ? 'as the network sees it' : 'original units',
      about:
        j === d
          ? `the label (column ${JSON.stringify(labelName)})`
          : isOnes(j)
            ? 'the column of ones'
            : names[j] === undefined
              ? `feature ${j + 1}`
              : `column ${JSON.stringify(names[j])}`,
    })),
    *body() {
      for (let i = 0; i < n; i++) {
        if (i > 0 && i % SLICE === 0) yield null;
        yield [...features.subarray(i * d, i * d + d), labels[i]!];
      }
    },
  };
}
