import { describePhrase } from '../../../engine/phrase.ts';
import type { TableReport } from '../../../workers/protocol.ts';
import { formatCount, formatFixed, formatNumberShort } from '../../i18n/format.ts';
import { formatBytes } from '../../i18n/format-bytes.ts';
import { english } from '../../i18n/messages.ts';
import { createPlural } from '../../i18n/plural.ts';

const plural = createPlural('en');

export const words = english({
  'class.title': 'Classroom link',
  'class.lead':
    'A link can lock or hide controls. Hidden controls still show their values. Students can always unlock everything from Help.',
  'class.parts': 'Parts of the page',
  'class.groups': 'Groups of parameters',
  'class.single': 'Single parameters',
  'class.shown': 'shown',
  'class.locked': 'locked',
  'class.hidden': 'hidden',
  'class.copy': 'Copy link',
  'class.try': 'Try it here',
  'class.clear': 'Show all',
  'class.count': ({ locked, hidden }: { locked: number; hidden: number }) =>
    `${formatCount(locked)} locked, ${formatCount(hidden)} hidden`,
  'class.part.play': 'Play and pause',
  'class.part.steps': 'Step back and forward',
  'class.part.reset': 'Restart',
  'class.part.scrub': 'Scrubber',
  'class.part.speed': 'Speed',
  'class.part.dice': 'New seed',
  'class.part.place': 'Start on the maps',
  'class.part.undo': 'Undo',
  'class.part.projector': 'Projector',
  'class.part.lectures': 'Lectures',
  'class.part.explain': 'Explanation',
  'class.part.layers': 'Layers',
  'class.part.ensemble': 'How often?',
  'class.part.own': 'Your data',
  'class.part.scenario': 'Scenario drawer',
  'class.part.presets': 'Examples',
  'class.part.problem': 'Problem',
  'class.part.share': 'Share',
  'class.part.help': 'Help',
  'drawer.title': 'Scenario',
  'drawer.presets': 'Examples',
  'drawer.open': 'Open your own CSV…',
  'own.title': 'Your own data',
  'own.awaited':
    'This link’s data was too large to fit in it. Open, paste or drop the file, and the run opens as the link describes.',
  'own.decimal': 'Decimal mark',
  'own.columns': 'Label and columns',
  'own.label': 'Label',
  'own.features': 'Features',
  'own.column': ({ number }: { number: number }) => `Column ${number}`,
  'own.isOnes': 'only ones: the bias',
  'own.holds': ({ kind }: { kind: 'text' | 'dates' | 'index' | 'empty' }) =>
    describePhrase({ say: 'column-kind', kind }),
  'own.lead':
    'Paste, drop or open a CSV with a header row. The label is the column named y, or else the last one; all other columns of numbers are features. Your data stays on this device.',
  'own.leadOutputs':
    'Paste, drop or open a CSV. The last columns are the outputs and the others features. A last column with texts names up to 8 classes, an output each. Your data stays on this device.',
  'own.leadMeans':
    'Paste, drop or open a CSV of up to 50 columns of numbers, with or without a header. Only the mean of each column is used, unscaled. Your data stays on this device.',
  'own.leadMatrices':
    'Paste, drop or open a CSV of two square matrices of numbers, one below the other, with 2 to 10 columns, with or without a header. Your data stays on this device.',
  'own.leadColumns':
    'Paste, drop or open a CSV. Its columns are found by their names, or else by their order. Your data stays on this device.',
  'own.meanColumns': 'Columns',
  'own.outputs': 'Outputs (the last columns)',
  'own.paste': 'CSV text',
  'own.open': 'Open a file…',
  'own.drop': 'or drop a file or paste a table anywhere on the page',
  'own.bias': 'Add a bias (a final column of ones)',
  'own.sampled':
    'With up to two columns (bias included) the convex program is exact. With more, activation patterns are sampled and no bound is proved.',
  'own.sampledOutputs':
    'With up to two columns (bias included), or three and at most 60 rows, the convex program is exact. With more, directions are sampled and no bound is proved.',
  'own.std': 'Standardise the features',
  'own.elsewhere': ({ name }: { name: string }) => `This problem takes no table: your data open “${name}”.`,
  'own.use': 'Use this data',
  'own.took': ({ rows, features, label }: TableReport) =>
    `${formatCount(rows)} ${plural(rows, { one: 'row', other: 'rows' })} loaded. Features: ${features.join(', ') || 'none'}. Label: ${label}.`,
  'own.tookOutputs': ({ rows, features, outputs, classes }: TableReport) =>
    `${formatCount(rows)} ${plural(rows, { one: 'row', other: 'rows' })} loaded. Features: ${features.join(', ') || 'none'}. ${
      classes.length > 0
        ? `Classes of ${outputs!.join()}: ${classes.join(', ')}`
        : `Outputs: ${outputs!.join(', ')}`
    }.`,
  'own.tookMeans': ({ rows, features, means }: TableReport) =>
    `${formatCount(rows)} ${plural(rows, { one: 'row', other: 'rows' })} loaded. Only the means are used: ${features.map((name, j) => `${name} ${formatNumberShort(means![j]!)}`).join(', ')}.`,
  'own.tookMatrices': ({ rows, features }: { rows: number; features: readonly string[] }) =>
    `${formatCount(rows)} ${plural(rows, { one: 'row', other: 'rows' })} of ${features.length} loaded.`,
  'own.tookColumns': ({ rows, names, classes }: TableReport) =>
    `${formatCount(rows)} ${plural(rows, { one: 'row', other: 'rows' })} loaded: ${names.join(', ')}${classes.length > 0 ? ` (${classes.join(', ')})` : ''}.`,
  'own.noneRefused': 'All rows loaded.',
  'own.tooLarge': ({ megabytes }: { megabytes: number }) =>
    `The file is ${megabytes} MB; the limit is 50 MB.`,
  'own.file': ({ name, bytes }: { name: string; bytes: number }) => `${name}, ${formatBytes(bytes / 1000)}`,
  'own.reading': ({ name }: { name: string }) => `Reading ${name}`,
  'own.progress': ({ bytes, size }: { bytes: number; size: number }) =>
    `${formatFixed(bytes / 1e6, 1)} of ${formatBytes(size / 1000)}`,
  'own.cancel': 'Cancel',
  'own.cancelled': 'Cancelled: nothing was changed.',
  'own.unreadable': 'The browser can’t read the file.',

  'tone.toggle': 'Sound that follows the loss',
  'tone.mapping':
    'While the run plays, you hear the left side in the left ear and the right side in the right ear. The larger of the two starting excess losses sounds at 440 Hz (A); each tenfold drop lowers the pitch by a minor third, down to 110 Hz.',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
