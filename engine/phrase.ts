/**
 * Parts of sentences as data that each language words: what a parameter expects, why a row was refused. Names and numbers that are the same
 * in every language are text. `describePhrase` words them in English for the command line.
 */
export type Phrase =
  | string
  /** Integers; bounds in link format. */
  | { readonly say: 'integer'; readonly min: string; readonly max: string; readonly infinite: boolean }
  | { readonly say: 'number'; readonly min: string; readonly max: string }
  /** Bounds, the other values (`d = 3`) under which they apply, and whether a file can be scaled to them. */
  | Readonly<{ say: 'range'; min: string; max: string; beside?: string; scales?: true }>
  | { readonly say: 'multiple'; readonly of: string; readonly min: string }
  | { readonly say: 'flag' }
  | { readonly say: 'numbers' | 'integers'; readonly most: number }
  | { readonly say: 'letters'; readonly most: number }
  | { readonly say: 'names'; readonly most: number }
  | { readonly say: 'control-names' }
  | { readonly say: 'some-of' | 'one-of'; readonly names: string }
  | { readonly say: 'window' }
  /** Set that a start is projected onto. */
  | { readonly say: 'simplex' | 'doubly-stochastic' }
  | { readonly say: 'not-all-zero' }
  /** Reasons for a refused row. */
  | { readonly say: 'empty' }
  | { readonly say: 'empty-cell'; readonly column: string }
  | { readonly say: 'bad-cell'; readonly cell: string; readonly column: string }
  | { readonly say: 'cells'; readonly expected: number; readonly got: number }
  | { readonly say: 'endless'; readonly most: number }
  /** Chosen reading of an ambiguous cell. */
  | { readonly say: 'reading'; readonly as: string; readonly not: string }
  /** Column numbers of a file. */
  | { readonly say: 'columns'; readonly most: number }
  /** Reasons for omitted columns. */
  | { readonly say: 'column-kind'; readonly kind: 'numbers' | 'text' | 'dates' | 'index' | 'empty' }
  /** Kind of a file that is not CSV. */
  | { readonly say: 'file-kind'; readonly kind: 'zip' | 'xls' | 'json' }
  /** Contents of a file without a usable row. */
  | { readonly say: 'no-text' }
  | { readonly say: 'header-alone' }
  | { readonly say: 'shape'; readonly rows: number; readonly columns: number }
  | { readonly say: 'refusals'; readonly count: number; readonly line: number; readonly reason: Phrase };

/** Words a phrase in English. */
export function describePhrase(phrase: Phrase): string {
  return typeof phrase === 'string'
    ? phrase
    : (ENGLISH[phrase.say] as (message: EditorMessage) => string)(phrase);
}

type EditorMessage = Exclude<Phrase, string>;

const ENGLISH: {
  readonly [Say in EditorMessage['say']]: (said: Extract<EditorMessage, { readonly say: Say }>) => string;
} = {
  integer: ({ min, max, infinite }) => `an integer from ${min} to ${max}${infinite ? ', or inf' : ''}`,
  number: ({ min, max }) => `a number from ${min} to ${max}`,
  range: ({ beside = '', scales, ...at }) =>
    `${at.min} to ${at.max}${beside && ` with ${beside}`}${scales ? ' (divide the whole file by one number)' : ''}`,
  multiple: ({ of, min }) => `a multiple of ${of}, at least ${min}`,
  flag: () => '0 or 1',
  numbers: ({ most }) => `at most ${most} comma-separated numbers`,
  integers: ({ most }) => `at most ${most} comma-separated whole numbers`,
  letters: ({ most }) => `at most ${most} letters, digits, - _ .`,
  names: ({ most }) => `at most ${most} comma-separated names`,
  'control-names': () => 'comma-separated names of controls',
  'some-of': ({ names }) => `some of ${names}`,
  'one-of': ({ names }) => `one of ${names}`,
  window: () => 'x0,x1,y0,y1 with x0 < x1 and y0 < y1',
  simplex: () => 'numbers of at least 0 with sum 1',
  'doubly-stochastic': () => 'a matrix without entries below 0 whose rows and columns sum to 1',
  'not-all-zero': () => 'numbers that are not all 0, or nearly 0',
  empty: () => 'empty',
  'empty-cell': ({ column }) => `empty: column "${column}"`,
  'bad-cell': ({ cell, column }) => `not a number: "${cell}" in column "${column}"`,
  cells: ({ expected, got }) => `wrong count: expected ${expected} cells, got ${got}`,
  endless: ({ most }) => `longer than ${most} characters: is a quote never closed?`,
  reading: ({ as, not }) => `${as}, not as ${not}`,
  columns: ({ most }) => `numbers of two or more columns, from 1 to ${most}, the label last`,
  'column-kind': ({ kind }) => KINDS[kind],
  'file-kind': ({ kind }) => FILE_KINDS[kind],
  'no-text': () => 'an empty text',
  'header-alone': () => 'a header alone',
  shape: ({ rows, columns }) => `${rows} row${rows === 1 ? '' : 's'} of ${columns}`,
  refusals: ({ count, line, reason }) =>
    `${count} unusable row${count > 1 ? 's' : ''} (line ${line}: ${describePhrase(reason)})`,
};

const KINDS = { numbers: 'numbers', text: 'text', dates: 'dates', index: 'row numbers', empty: 'nothing' };

const FILE_KINDS = {
  zip: 'a workbook (.xlsx, .ods) or ZIP file',
  xls: 'an old Excel workbook (.xls)',
  json: 'JSON',
};
