import { describePhrase } from '../phrase.ts';
import type { Notice } from './notice.ts';

/** Of what was found wrong the sentences that name it and no consequence. */
export function describeRefusal(notices: readonly Notice[]): string {
  return notices.map((found) => describeNotice({ ...found, refused: true })).join(' ');
}

/** One English sentence that says what was expected and what came. */
export function describeNotice({ code, key, kept, refused, ...phrases }: Notice): string {
  const expected = describePhrase(phrases.expected);
  const got = describePhrase(phrases.got);
  const then = (consequence: string) => (refused ? '.' : consequence);
  switch (code) {
    case 'unknown-key':
      return expected
        ? `Unknown key "${key}": expected one of ${expected}; got ${got}.`
        : `Unknown key "${key}"${then(': it was left out.')}`;
    case 'repeated-key':
      return `The key "${key}" came more than once${then(': the last one counts.')}`;
    case 'unknown-problem':
      return `Unknown problem "${got}": expected ${expected}.`;
    case 'newer-version':
      return `This link was made by a newer version of the page (v=${got}); this one reads v=${expected} and does not guess: nothing of it was opened. Load the page anew, or open the link where it was made.`;
    case 'unknown-lecture':
      return `The lecture "${got}" is not known here, or was cut on its way: the opening scene is shown.`;
    case 'lost-lecture':
      return `The lecture "${got}" is not known here, or was cut on its way: its scene is shown without it.`;
    case 'no-language':
      return `The words in ${got} could not be loaded: the page is in English. Is the network there?`;
    case 'not-a-link':
      return `"${got}" is not key=value${then(': it was left out.')}`;
    case 'and-more':
      return `So it was with ${got} more pieces of the link.`;
    case 'too-long':
      return `The link has ${got} characters; at most ${expected} are read.`;
    case 'not-a-number':
    case 'not-an-integer':
    case 'not-a-choice':
    case 'not-a-flag':
    case 'not-a-vector':
    case 'not-text':
      return `${key}: expected ${expected}; got "${got}"${then(kept ? '. It stays as it was.' : '. The default is used.')}`;
    case 'unknown-names':
      return `${key}: expected ${expected}; got "${got}"${then(', which was left out.')}`;
    case 'clamped':
      return `${key}: expected ${expected}; got ${got}${then('. The nearest bound is used.')}`;
    case 'vector-length':
      return `${key}: expected ${expected} numbers; got ${got}${then(kept ? '. It stays as it was.' : '. It is drawn from its seed or left out.')}`;
    case 'csv-without-data':
      return `features=csv needs data, and none came.`;
    case 'unknown-data':
      return `Unknown data set "${got}": expected ${expected} or packed data.`;
    case 'broken-data':
      return `The data in the link cannot be read: it was cut or changed on its way.`;
    case 'unreadable-file':
      return `The file cannot be read any more: it was changed, moved or deleted. Open it again.`;
    case 'no-row':
      return `No row of the data can be used: expected a header and at least one row of numbers; got ${got}.`;
    case 'no-feature':
      return `The data has no feature: expected at least one column beside the label "${got}".`;
    case 'too-many-columns':
      return `The data gives ${got} weights; at most ${expected} can be trained.`;
    case 'rows-cut':
      return `The data has ${got} usable rows; the first ${expected} were taken.`;
    case 'header-is-numeric':
      return `The first row holds only numbers; it was taken as the header (${got}).`;
    case 'long-names':
      return `Names of columns with more than ${expected} characters: ${got}. They were cut there.`;
    case 'repeated-column':
      return `Two columns are called "${key}"; the first one is the label.`;
    case 'constant-column':
      return `The column "${key}" is constant: it was not scaled.`;
    case 'decimal-comma':
      return `Commas were read as decimal marks: "${got}" is ${expected}. Choose decimal=${key} for the other reading.`;
    case 'two-readings':
      return `"${got}" can be read in two ways: it was read as ${expected}. Choose decimal=${key} for the other reading.`;
    case 'grouped-digits':
      return `"${got}" was read as ${expected}, in groups of three digits.`;
    case 'columns-left-out':
      return got === '1'
        ? `The column ${key} was left out: it holds ${expected}.`
        : `The columns ${key} were left out: they hold ${expected}.`;
    case 'ones-column':
      return `The column "${key}" holds only ones: it is the bias, whose weight comes last.`;
    case 'not-utf8':
      return `The file is not UTF-8; it was read as Windows-1252.`;
    case 'not-a-table':
      return `Expected CSV text; got ${got}. Save the table as CSV.`;
    case 'file-wanted':
      return `This link needs its data file, which is too large for a link. Open the file to see the run.`;
    case 'data-not-in-link':
      return `Your data takes ${got} characters packed; a link carries ${expected}. The link leaves the data out.`;
    case 'zero-features':
      return `All features are zero: nothing can be learned from them.`;
    case 'size':
      return `${key}: expected 0, or a largest absolute number of ${expected}; got ${got}. Its squares are no numbers of double precision any more: scale it.`;
    case 'label-size':
      return `${key}: expected labels with a root mean square of ${expected}; got ${got}. Curves and colours end at an excess of 1e-16, whatever the size of the labels: scale them.`;
    case 'uneven-columns':
      return `${key}: expected columns that differ in size by a factor of at most ${expected}; got ${got}. Descent hardly moves along the smaller one; standardised columns (std=1) do not have this.`;
    case 'not-with-infinite-n':
      return `${key}: with n=inf expected ${expected}; got ${got}${then('. It was left out.')}`;
    case 'ones-added':
      return `One feature: a column of ones was added, so that the kinks can move.`;
    case 'one-feature-only':
      return `${key}: expected data of one feature; got ${got}${then('. It was left out.')}`;
    case 'nothing-to-aim-at':
      return 'Expected a plant, or a proved optimum, to measure runs by; this scenario has neither.';
  }
}

/** Thrown where a scenario cannot be met at all; its message is the notice's sentence. */
export class ScenarioError extends Error {
  readonly notice: Notice;
  constructor(cause: Notice) {
    super(describeNotice(cause));
    this.name = 'ScenarioError';
    this.notice = cause;
  }
}
