import { formatCount } from '../../i18n/format.ts';
import { formatBytes } from '../../i18n/format-bytes.ts';
import { english } from '../../i18n/messages.ts';

/** The English words of the share dialog's pages for data and code. */
export const words = english({
  'take.waiting': 'One moment…',
  'take.data.intro':
    'The numbers behind the pictures, computed anew from the link: the same digits, in full precision. Each file says what it holds, its units, its link and the version.',
  'take.table': 'Table',
  'take.kind.trajectories': 'Iterates and curves',
  'take.kind.curves': 'Curves alone',
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
    'A row a step, both sides: step, evaluations, weights, loss, distance to the plant, gradient norm.',
  'take.about.curves':
    'The same without the weights: evaluations, loss, distance to the plant, gradient norm.',
  'take.about.networks': 'A row a step, side and neuron: its weights and its output weight.',
  'take.about.objectives':
    'A row a step: evaluations, objectives, gradient norms, and the certified lower bound where there is one.',
  'take.about.grid':
    'Both losses at the centres of the cells of the window that is shown; of more than two weights over the plane that is shown.',
  'take.about.stationary':
    'Minima, saddles, valleys, crests and plateaus of both losses, found sector by sector.',
  'take.about.basins': 'Where descent from each cell of the window ends, under the present rule and step.',
  'take.about.samples': 'Features and labels, as they are drawn or read.',
  'take.about.neurons': 'Each neuron of both networks: its weights and its output weight.',
  'take.about.bound': 'Objective, certified lower bound and gap of each round, to the end.',
  'take.about.dual': 'The dual curve of both residuals over the circle of directions, in 512 of them.',
  'take.atStep': ({ k }: { k: number }) => `Step ${formatCount(k)}.`,
  'take.last': 'Up to step',
  'take.every': 'One step in',
  'take.size': 'Cells',
  'take.cells': ({ cells }: { cells: number }) => `${formatCount(cells)} × ${formatCount(cells)}`,
  'take.wrong.last': ({ most }: { most: number }) =>
    `Up to step: expected a whole number from 0 to ${formatCount(most)}.`,
  'take.wrong.every': ({ most }: { most: number }) =>
    `One step in: expected a whole number from 1 to ${formatCount(most)}.`,
  'take.extent': (facts: { rows: number; columns: number; kilobytes: number; isKnown: boolean }) =>
    `${facts.isKnown ? '' : 'About '}${formatCount(facts.rows)} ${facts.rows === 1 ? 'row' : 'rows'} of ${formatCount(facts.columns)} columns, ${facts.isKnown ? 'about ' : ''}${formatBytes(facts.kilobytes)}.`,
  'take.tooLarge': ({ numbers, most }: { numbers: number; most: number }) =>
    `That is ${formatCount(numbers)} numbers; a file holds at most ${formatCount(most)}. Take fewer steps, one in ten, or the curves alone.`,
  'take.save.csv': 'Save CSV',
  'take.save.json': 'Save JSON',
  'take.making': 'How much of the file is made',
  'take.cancel': 'Cancel',
  'take.cancelled': 'Cancelled: nothing was saved.',
  'take.saved': ({ name, kilobytes }: { name: string; kilobytes: number }) =>
    `Saved: ${name}, ${formatBytes(kilobytes)}.`,
  'take.failed':
    'That did not work: the scenario could not be opened once more. Close the dialog and try again.',
  'take.reading': 'To read a CSV file',
  'take.readingNote':
    'Names stand in the first line, what they mean in the lines after it, which begin with #. JSON holds the same under “header” and “rows”.',

  'take.language': 'Language',
  'take.language.python': 'Python',
  'take.language.typescript': 'TypeScript',
  'take.language.shell': 'Command line',
  'take.code.python':
    'A NumPy script of its own: it makes the same data and takes the same steps on both sides. Change its settings and see what happens.',
  'take.code.typescript': 'The run by the page’s own engine, as a library (docs/engine.md).',
  'take.code.shell': 'The same numbers without a browser, in a checkout of the project (docs/replay.md).',
  'take.copy': 'Copy code',
  'take.copied': 'Code copied.',
  'take.notCopied': 'The browser does not let the page copy. Select the code by hand, or save it.',
  'take.saveCode': ({ name }: { name: string }) => `Save ${name}`,
  'take.savedCode': ({ name }: { name: string }) => `Saved: ${name}.`,
  'take.refused.features': ({ most, got }: { most: number; got: number }) =>
    `No script: with ${formatCount(got)} numbers of data (at most ${formatCount(most)}) it would take minutes to make them. The page computes such runs by what changed from step to step; TypeScript and the command line give its digits.`,
  'take.refused.problem':
    'No script: nobody has written this problem in NumPy yet. TypeScript and the command line give its digits.',
  'take.refused.work': ({ most, got }: { most: number; got: number }) =>
    `No script: about ${formatCount(got)} products (at most ${formatCount(most)}) would take too long in NumPy. Go to an earlier step, or take TypeScript or the command line.`,
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
