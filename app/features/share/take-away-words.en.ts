import { formatCount } from '../../i18n/format.ts';
import { formatBytes } from '../../i18n/format-bytes.ts';
import { english } from '../../i18n/messages.ts';

export const words = english({
  'take.waiting': 'One moment…',
  'take.data.intro':
    'The numbers behind the pictures, computed again from the link: the same digits, in full precision. Each file states its contents, units, link and version.',
  'take.table': 'Table',
  'take.kind.trajectories': 'Iterates and curves',
  'take.kind.curves': 'Curves only',
  'take.kind.networks': 'Networks at every step',
  'take.kind.objectives': 'Objectives and bound',
  'take.kind.grid': 'Both losses over the window',
  'take.kind.stationary': 'Stationary points',
  'take.kind.basins': 'Basins',
  'take.kind.samples': 'Samples',
  'take.kind.neurons': 'Neurons at this step',
  'take.kind.bound': 'The convex program, round by round',
  'take.kind.dual': 'Dual curve',
  'take.about.trajectories':
    'One row per step, both sides: step, evaluations, weights, loss, distance to the star, gradient norm.',
  'take.about.curves':
    'The same without the weights: evaluations, loss, distance to the star, gradient norm.',
  'take.about.networks': 'One row per step, side and neuron: its weights and its output weight.',
  'take.about.objectives':
    'One row per step: evaluations, objectives, gradient norms, and the certified lower bound where there is one.',
  'take.about.grid':
    'Both losses at the centre of each grid cell in the current window; with more than two weights, on the current slice.',
  'take.about.stationary':
    'Minima, saddles, valleys, crests and plateaus of both losses, found sector by sector.',
  'take.about.basins':
    'Where descent from each grid cell in the window ends, with the current rule and step size.',
  'take.about.samples': 'Features and labels, as generated or read.',
  'take.about.neurons': 'Each neuron of both networks: its weights and its output weight.',
  'take.about.bound': 'Objective, certified lower bound and gap of each round, to the end.',
  'take.about.dual': 'The dual curves of the two residuals, in 512 directions around the circle.',
  'take.atStep': ({ k }: { k: number }) => `Step ${formatCount(k)}.`,
  'take.last': 'Up to step',
  'take.every': 'Keep one step in',
  'take.size': 'Grid',
  'take.cells': ({ cells }: { cells: number }) => `${formatCount(cells)} × ${formatCount(cells)}`,
  'take.wrong.last': ({ most }: { most: number }) =>
    `Up to step: expected a whole number from 0 to ${formatCount(most)}.`,
  'take.wrong.every': ({ most }: { most: number }) =>
    `Keep one step in: expected a whole number from 1 to ${formatCount(most)}.`,
  'take.extent': (facts: { rows: number; columns: number; kilobytes: number; isKnown: boolean }) =>
    `${facts.isKnown ? '' : 'About '}${formatCount(facts.rows)} ${facts.rows === 1 ? 'row' : 'rows'} of ${formatCount(facts.columns)} columns, ${facts.isKnown ? 'about ' : ''}${formatBytes(facts.kilobytes)}.`,
  'take.tooLarge': ({ numbers, most }: { numbers: number; most: number }) =>
    `That is ${formatCount(numbers)} numbers; the limit for a file is ${formatCount(most)}. Choose fewer steps, every 10th step, or only the curves.`,
  'take.save.csv': 'Save CSV',
  'take.save.json': 'Save JSON',
  'take.making': 'File progress',
  'take.cancel': 'Cancel',
  'take.cancelled': 'Cancelled: nothing was saved.',
  'take.saved': ({ name, kilobytes }: { name: string; kilobytes: number }) =>
    `Saved: ${name}, ${formatBytes(kilobytes)}.`,
  'take.failed': 'That did not work: the scenario could not be reopened. Close the dialog and try again.',
  'take.reading': 'Reading a CSV file',
  'take.readingNote':
    'Column names are on the first line; their meanings follow on lines starting with #. JSON holds the same under “header” and “rows”.',

  'take.language': 'Language',
  'take.language.python': 'Python',
  'take.language.typescript': 'TypeScript',
  'take.language.shell': 'Command line',
  'take.code.python':
    'A self-contained NumPy script: it makes the same data and takes the same steps on each side. Change its settings and see what happens. The notebook has the same run as arrays, with a table and a plot.',
  'take.code.typescript': 'The same run with this page’s engine as a library (docs/engine.md).',
  'take.code.shell': 'The same numbers without a browser, in a checkout of the project (docs/replay.md).',
  'take.copy': 'Copy code',
  'take.copied': 'Code copied.',
  'take.notCopied': 'The browser blocked copying. Select the code by hand, or save it.',
  'take.saveCode': ({ name }: { name: string }) => `Save ${name}`,
  'take.savedCode': ({ name }: { name: string }) => `Saved: ${name}.`,
  'take.refused.features': ({ most, got }: { most: number; got: number }) =>
    `No script: making ${formatCount(got)} numbers of data (at most ${formatCount(most)}) would take minutes. The page computes only what changes from step to step in such runs; TypeScript and the command line give its digits.`,
  'take.refused.problem':
    'No script: this problem has no NumPy version yet. TypeScript and the command line give its digits.',
  'take.refused.work': ({ most, got }: { most: number; got: number }) =>
    `No script: about ${formatCount(got)} products (at most ${formatCount(most)}) would take too long in NumPy. Go to an earlier step, or use TypeScript or the command line.`,
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
