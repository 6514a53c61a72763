import { describePhrase } from '../phrase.ts';
import type { Notice } from './notice.ts';

/** Words only the problem of each notice, not its consequence. */
export function describeRefusal(notices: readonly Notice[]): string {
  return notices.map((found) => describeNotice({ ...found, refused: true })).join(' ');
}

/** Words a notice as one English sentence with the expected and the given value. */
export function describeNotice({ code, key, kept, refused, ...phrases }: Notice): string {
  const expected = describePhrase(phrases.expected);
  const got = describePhrase(phrases.got);
  const then = (consequence: string) => (refused ? '.' : consequence);
  switch (code) {
    case 'unknown-key':
      return expected
        ? `Unknown key "${key}": expected one of ${expected}; got ${got}.`
        : `Unknown key "${key}"${then(': it was ignored.')}`;
    case 'repeated-key':
      return `The key "${key}" came more than once${then(': the last one is used.')}`;
    case 'unknown-problem':
      return `Unknown problem "${got}": expected ${expected}.`;
    case 'newer-version':
      return `A newer version of the page made this link (v=${got}); this one reads v=${expected} and does not guess: nothing was opened. Reload the page, or open the link where it was made.`;
    case 'unknown-lecture':
      return `The lecture "${got}" is not known here, or was truncated: you see the opening scene.`;
    case 'lost-lecture':
      return `The lecture "${got}" is not known here, or was truncated: you see its scene without it.`;
    case 'no-language':
      return `The browser could not load the text in ${got}, so the page is in English. Check your connection.`;
    case 'not-a-link':
      return `"${got}" is not key=value${then(': it was ignored.')}`;
    case 'and-more':
      return got === '1'
        ? '1 more part of the link was also ignored.'
        : `${got} more parts of the link were also ignored.`;
    case 'too-long':
      return `The link is ${got} characters; the limit is ${expected}.`;
    case 'not-a-number':
    case 'not-an-integer':
    case 'not-a-choice':
    case 'not-a-flag':
    case 'not-a-vector':
    case 'not-text':
      return `${key}: expected ${expected}; got "${got}"${then(kept ? '. It stays as it was.' : '. The default is used.')}`;
    case 'unknown-names':
      return `${key}: expected ${expected}; got "${got}"${then(', which was ignored.')}`;
    case 'clamped':
      return `${key}: expected ${expected}; got ${got}${then('. The nearest bound is used.')}`;
    case 'vector-length':
      return `${key}: expected ${expected} numbers; got ${got}${then(kept ? '. It stays as it was.' : '. It is drawn from the seed or left out.')}`;
    case 'csv-without-data':
      return `features=csv needs data, but there is none.`;
    case 'unknown-data':
      return `Unknown data set "${got}": expected ${expected} or packed data.`;
    case 'broken-data':
      return `The data in the link cannot be read: it was truncated or changed.`;
    case 'unreadable-file':
      return `The file can no longer be read: it was changed, moved or deleted. Open it again.`;
    case 'no-row':
      return `The data has no usable row: expected a header and at least one row of numbers; got ${got}.`;
    case 'no-feature':
      return `The data has no feature: expected at least one column besides the label "${got}".`;
    case 'too-many-columns':
      return `The data gives ${got} weights; at most ${expected} can be trained.`;
    case 'too-many-means':
      return `The data has ${got} columns of numbers; the means of at most ${expected} are used.`;
    case 'too-many-outputs':
      return `${key}: expected fewer outputs than the ${expected} columns of the data, so that a feature is left; got ${got}.`;
    case 'too-many-classes':
      return `The last column "${key}" holds "${got}", which is no number: expected numbers alone, or names of at most ${expected} classes; got more.`;
    case 'too-many-groups':
      return `The column "${key}" holds too many different texts: expected at most ${expected}; got more.`;
    case 'rows-cut':
      return `The data has ${got} usable rows; only the first ${expected} are used.`;
    case 'header-is-numeric':
      return `The first row holds only numbers; it is used as the header (${got}).`;
    case 'long-names':
      return `${got} column ${got === '1' ? 'name is' : 'names are'} longer than ${expected} characters and ${got === '1' ? 'was' : 'were'} shortened.`;
    case 'repeated-column':
      return `Two columns are called "${key}"; the first one is the label.`;
    case 'constant-column':
      return `The column "${key}" is constant: it was not scaled.`;
    case 'decimal-comma':
      return `Commas are read as decimal marks: "${got}" is ${expected}. Choose decimal=${key} for the other reading.`;
    case 'two-readings':
      return `"${got}" can be read in two ways: here it is ${expected}. Choose decimal=${key} for the other reading.`;
    case 'grouped-digits':
      return `"${got}" is read as ${expected}, in groups of three digits.`;
    case 'columns-left-out':
      return got === '1'
        ? `The column ${key} is not used: it holds ${expected}.`
        : `The columns ${key} are not used: they hold ${expected}.`;
    case 'no-column':
      return `No column is called ${key}.${expected && ` The order is assumed: ${expected}.`}`;
    case 'maybe-degrees':
      return `${key}: got ${got}, beyond ±2π. Are the angles degrees? They are read as radians.`;
    case 'ones-column':
      return `The column "${key}" holds only ones: it is the bias, whose weight comes last.`;
    case 'not-utf8':
      return `The file is not UTF-8; it is read as Windows-1252.`;
    case 'not-a-table':
      return `Expected CSV text; got ${got}. Save the table as CSV.`;
    case 'file-wanted':
      return `This link needs its data file, which is too large for a link. Open the file to see the run.`;
    case 'data-not-in-link':
      return `Your packed data is ${got} characters; a link holds ${expected}. The link does not include the data.`;
    case 'zero-features':
      return `All features are zero: the neuron can learn nothing from them.`;
    case 'nothing-moves':
      return 'Every slope at the start is 0: nothing moves, whatever the step is.';
    case 'size':
      return `${key}: expected 0, or a largest absolute number of ${expected}; got ${got}. Its square leaves the range of double precision; rescale it.`;
    case 'label-size':
      return `${key}: expected labels with a root mean square of ${expected}; got ${got}. Curves and colours end at an excess of 1e-16, whatever the size of the labels; rescale them.`;
    case 'uneven-columns':
    case 'uneven-for-good':
      return `${key}: expected columns that differ in size by a factor of at most ${expected}; got ${got}. Descent barely moves along the smaller one${code === 'uneven-columns' ? '; standardising the columns (std=1) avoids this' : ''}.`;
    case 'not-with-infinite-n':
      return `${key}: with n=inf expected ${expected}; got ${got}${then('. It was ignored.')}`;
    case 'ones-added':
      return `There is only one feature, so a column of ones was added to let the kinks move.`;
    case 'one-feature-only':
      return `${key}: expected data of one feature; got ${got}${then('. It was ignored.')}`;
    case 'without-effect':
      return `${key}: has no effect beside ${expected}; got ${got}${then('. It was ignored.')}`;
    case 'nothing-to-aim-at':
      return 'Expected a star or a proved optimum to measure runs by; this scenario has neither.';
    case 'not-matrices':
      return `Expected ${key} square matrices of numbers, one below the other: ${key} n rows of n numbers, n = ${expected}; got ${got}.`;
    case 'gave-way':
      return `${key}: expected ${expected} beside the other values; got "${got}"${then('. It gave way.')}`;
    case 'projected':
      return `${key}: expected ${expected}; got numbers at distance ${got} from that${then('. The nearest ones are used.')}`;
    case 'long-step':
      return `${key}: a step is sure to lower its objective below ${expected} alone; got ${got}.`;
    case 'unproved':
      return `${key}: the proof that it stops needs ${expected}; got ${got}.`;
    case 'mean-alone':
      return 'Only the mean is measured: each side goes where its own rule leads.';
    case 'unusable':
      return `${key} cannot be had: ${got}.`;
    case 'supplied':
      return `${key}: given by a file.`;
    case 'symmetrised':
      return `${key}: expected a symmetric matrix; got entries that differ by up to ${got} across the diagonal${then('. Their means are used.')}`;
  }
}
