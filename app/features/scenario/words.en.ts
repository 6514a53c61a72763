import { describePhrase } from '../../../engine/phrase.ts';
import { formatCount, formatFixed } from '../../i18n/format.ts';
import { formatBytes } from '../../i18n/format-bytes.ts';
import { english } from '../../i18n/messages.ts';
import { createPlural } from '../../i18n/plural.ts';

const plural = createPlural('en');

export const words = english({
  'class.title': 'For a class',
  'class.lead':
    'A link can lock or hide controls. A hidden one still tells its value; nothing that is read goes away. The help of such a link always opens it without limits.',
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
  'class.part.steps': 'One step back and on',
  'class.part.reset': 'Back to the start',
  'class.part.scrub': 'Scrub line',
  'class.part.speed': 'Speed',
  'class.part.dice': 'New seed',
  'class.part.place': 'Start on the maps',
  'class.part.undo': 'Undo',
  'class.part.projector': 'Projector',
  'class.part.lectures': 'Lectures',
  'class.part.explain': 'Explanation',
  'class.part.layers': 'Layers',
  'class.part.ensemble': 'How often?',
  'class.part.own': 'Own data',
  'class.part.scenario': 'Scenario drawer',
  'class.part.presets': 'Presets',
  'class.part.problem': 'Problem',
  'class.part.share': 'Share',
  'class.part.help': 'Help',
  'drawer.title': 'Scenario',
  'drawer.presets': 'Begin from',
  'drawer.open': 'Open your own CSV…',
  'own.title': 'Your own data',
  'own.awaited':
    'The data of this link was too large for a link. Open its file, paste it or drop it: the run opens as the link says.',
  'own.decimal': 'Decimal mark',
  'own.columns': 'Label and columns',
  'own.label': 'Label',
  'own.features': 'Features',
  'own.column': ({ number }: { number: number }) => `Column ${number}`,
  'own.isOnes': 'only ones: the bias',
  'own.holds': ({ kind }: { kind: 'text' | 'dates' | 'index' | 'empty' }) =>
    describePhrase({ say: 'column-kind', kind }),
  'own.lead':
    'Paste, drop or open a CSV with a header row. The column named y, else the last, is the label; the other columns of numbers are features. It stays on this machine.',
  'own.paste': 'CSV text',
  'own.open': 'Open a file…',
  'own.drop': 'or drop it, or paste the table, anywhere on the page',
  'own.bias': 'Add a column of ones (a bias), last',
  'own.sampled':
    'With more than two columns the patterns are sampled and no bound is proved; with two, or one and the ones, the program is exact.',
  'own.std': 'Standardise the features',
  'own.use': 'Use this data',
  'own.took': ({ rows, features, label }: { rows: number; features: readonly string[]; label: string }) =>
    `${formatCount(rows)} ${plural(rows, { one: 'row', other: 'rows' })} taken. Features: ${features.join(', ') || 'none'}. Label: ${label}.`,
  'own.noneRefused': 'No row refused.',
  'own.tooLarge': ({ megabytes }: { megabytes: number }) =>
    `The file has ${megabytes} MB; at most 50 MB are read.`,
  'own.file': ({ name, bytes }: { name: string; bytes: number }) => `${name}, ${formatBytes(bytes / 1000)}`,
  'own.reading': ({ name }: { name: string }) => `Reading ${name}`,
  'own.progress': ({ bytes, size }: { bytes: number; size: number }) =>
    `${formatFixed(bytes / 1e6, 1)} of ${formatBytes(size / 1000)}`,
  'own.cancel': 'Cancel',
  'own.cancelled': 'Cancelled: nothing was changed.',
  'own.unreadable': 'The file cannot be read.',

  'tone.toggle': 'Tone that follows the loss',
  'tone.mapping':
    'The left side sounds in the left ear, the right in the right, while the run plays. The larger excess loss of the two starts is 440 Hz (A); each tenfold less is a minor third lower, down to 110 Hz.',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
