/**
 * Parts of sentences as data, so that each language words them: what a parameter expects, why a row was refused. Names and
 * numbers that are the same in every language are text. The command line says them in English, by `describePhrase`.
 */
export type Phrase =
  | string
  /** Whole numbers; bounds as links write them. */
  | { readonly say: 'integer'; readonly min: string; readonly max: string; readonly infinite: boolean }
  | { readonly say: 'number'; readonly min: string; readonly max: string }
  /** Bounds alone, and the other values (`d = 3`) that they hold with. */
  | { readonly say: 'range'; readonly min: string; readonly max: string; readonly beside?: string }
  | { readonly say: 'flag' }
  | { readonly say: 'numbers'; readonly most: number }
  | { readonly say: 'letters'; readonly most: number }
  | { readonly say: 'names'; readonly most: number }
  | { readonly say: 'control-names' }
  | { readonly say: 'some-of'; readonly names: string }
  | { readonly say: 'window' }
  /** Why a row was refused. */
  | { readonly say: 'empty' }
  | { readonly say: 'empty-cell'; readonly column: string }
  | { readonly say: 'bad-cell'; readonly cell: string; readonly column: string }
  | { readonly say: 'cells'; readonly expected: number; readonly got: number }
  | { readonly say: 'endless'; readonly most: number }
  /** How a cell was read that could be read in two ways. */
  | { readonly say: 'reading'; readonly as: string; readonly not: string }
  /** Numbers of the columns of a file. */
  | { readonly say: 'columns'; readonly most: number }
  /** Why columns of a file were left out. */
  | { readonly say: 'column-kind'; readonly kind: 'text' | 'dates' | 'index' | 'empty' }
  /** What a file is that is no CSV. */
  | { readonly say: 'file-kind'; readonly kind: 'zip' | 'xls' | 'json' }
  /** What there is where no row can be taken. */
  | { readonly say: 'no-text' }
  | { readonly say: 'header-alone' }
  | { readonly say: 'refusals'; readonly count: number; readonly line: number; readonly reason: Phrase };

/** A phrase in English. */
export function describePhrase(phrase: Phrase): string {
  if (typeof phrase === 'string') return phrase;
  switch (phrase.say) {
    case 'integer':
      return `an integer from ${phrase.min} to ${phrase.max}${phrase.infinite ? ', or inf' : ''}`;
    case 'number':
      return `a number from ${phrase.min} to ${phrase.max}`;
    case 'range':
      return `${phrase.min} to ${phrase.max}${phrase.beside ? ` with ${phrase.beside}` : ''}`;
    case 'flag':
      return '0 or 1';
    case 'numbers':
      return `at most ${phrase.most} numbers with commas between`;
    case 'letters':
      return `at most ${phrase.most} letters, digits, - _ .`;
    case 'names':
      return `at most ${phrase.most} names with commas between`;
    case 'control-names':
      return 'names of controls with commas between';
    case 'some-of':
      return `some of ${phrase.names}`;
    case 'window':
      return 'x0,x1,y0,y1 with x0 < x1 and y0 < y1';
    case 'empty':
      return 'empty';
    case 'empty-cell':
      return `empty: column "${phrase.column}"`;
    case 'bad-cell':
      return `not a number: "${phrase.cell}" in column "${phrase.column}"`;
    case 'cells':
      return `wrong count: expected ${phrase.expected} cells, got ${phrase.got}`;
    case 'endless':
      return `longer than ${phrase.most} characters: a quote that never closes?`;
    case 'reading':
      return `${phrase.as}, not as ${phrase.not}`;
    case 'columns':
      return `numbers of two or more columns, from 1 to ${phrase.most}, the label last`;
    case 'column-kind':
      return COLUMN_KINDS[phrase.kind];
    case 'file-kind':
      return FILE_KINDS[phrase.kind];
    case 'no-text':
      return 'an empty text';
    case 'header-alone':
      return 'a header alone';
    case 'refusals': {
      const { count, line, reason } = phrase;
      return `${count} refused row${count > 1 ? 's' : ''} (line ${line}: ${describePhrase(reason)})`;
    }
  }
}

const COLUMN_KINDS = { text: 'text', dates: 'dates', index: 'row numbers', empty: 'nothing' };

const FILE_KINDS = {
  zip: 'a workbook (.xlsx, .ods) or ZIP file',
  xls: 'an old Excel workbook (.xls)',
  json: 'JSON',
};
