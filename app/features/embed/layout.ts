/** Visible parts of an embed and their sizes in px, without the DOM. */
export interface EmbedLayout {
  readonly maps: boolean;
  readonly data: boolean;
  readonly curves: boolean;
  readonly columns: 1 | 2 | 3;
  /** True if the data span the width below both maps. */
  readonly dataBelow: boolean;
  /** Height of a map or of the data's picture; 0 without. */
  readonly plate: number;
  /** 0 without curves. */
  readonly curve: number;
  /** narrow: a panel's name; some: also its loss; roomy: also the criterion of its verdict. */
  readonly words: 'narrow' | 'some' | 'roomy';
}

export interface EmbedSize {
  readonly width: number;
  readonly height: number;
  /** Factor of labels and lines (larger on a projector). */
  readonly scale: number;
  /** True if verdicts are longer (two layers): three lines in a narrow panel, two sentences of two lines by the curves. */
  readonly wordy?: boolean;
  /** Parts requested by `panels=`; if empty, the size decides. */
  readonly panels: readonly string[];
}

/** Below this width: at most two columns, one curve. */
const WIDE = 600;

/** Below this width maps may be stacked. */
const STACKED = 480;

/** Panel widths with room for a line of words, and for the criterion. */
const NARROW = 230;
const ROOMY = 420;

/** Padding and gap; the bar at the bottom. */
const PAD = 8;
export const BAR = 48;

const GAP = { narrow: 8, wide: 16 } as const;
const LEAST_CURVE = { one: 92, wordy: 110 } as const;
const MOST_CURVE = 200;

/** Largest height over width: a map is square. */
const TALLEST = 1;

type Parts = Pick<EmbedLayout, 'maps' | 'data' | 'curves' | 'columns' | 'dataBelow'>;

/** Parts with a picture's least height, relative to width and in px. */
interface Arrangement extends Parts {
  readonly ratio: number;
  readonly least: number;
  /** Least height over width of the frame. */
  readonly tall?: number;
}

function gapOf(width: number): number {
  return width < WIDE ? GAP.narrow : GAP.wide;
}

function panelWidth(width: number, columns: number): number {
  return (width - 2 * PAD - (columns - 1) * gapOf(width)) / columns;
}

function wordsOf(columnWidth: number): EmbedLayout['words'] {
  return columnWidth < NARROW ? 'narrow' : columnWidth < ROOMY ? 'some' : 'roomy';
}

function leastCurve({ scale, wordy = false }: Pick<EmbedSize, 'scale' | 'wordy'>): number {
  return Math.ceil((wordy ? LEAST_CURVE.wordy : LEAST_CURVE.one) * scale);
}

/** Height of a verdict in px at scale 1. */
const VERDICT = { narrow: 34, some: 42, roomy: 44 } as const;
const THIRD_LINE = 15;

export function panelWords(
  columnWidth: number,
  { scale, wordy = false }: Pick<EmbedSize, 'scale' | 'wordy'>,
): { head: number; verdict: number } {
  const words = wordsOf(columnWidth);
  const verdict = VERDICT[words] + (wordy && words === 'narrow' ? THIRD_LINE : 0);
  return { head: Math.ceil(20 * scale), verdict: Math.ceil(verdict * scale) };
}

/** Lists the arrangements for a width, richest first. */
function arrangements(width: number): readonly Arrangement[] {
  const wide = width >= WIDE;
  const all: Arrangement[] = [];
  const add = (
    parts: readonly ('maps' | 'data' | 'curves')[],
    columns: 1 | 2 | 3,
    ratio: number,
    more: Partial<Arrangement> = {},
  ) =>
    all.push({
      maps: parts.includes('maps'),
      data: parts.includes('data'),
      curves: parts.includes('curves'),
      columns,
      dataBelow: false,
      ratio,
      least: 0,
      ...more,
    });
  if (width < STACKED) add(['maps', 'curves'], 1, 0.6, { tall: 1.6 });
  add(['maps', 'data', 'curves'], 2, 0.85, { dataBelow: true });
  if (wide) {
    add(['maps', 'data', 'curves'], 3, 0.6, { least: 180 });
    add(['maps', 'data'], 3, 0, { least: 110 });
  }
  if (width < STACKED) add(['maps'], 1, 0.6, { tall: 1.4 });
  add(['maps', 'curves'], 2, 0.8);
  add(['maps', 'data'], 2, 0.6, { dataBelow: true });
  add(['maps'], 2, 0);
  add(['data', 'curves'], 1, 0.4);
  add(['data'], 1, 0);
  add(['curves'], 1, 0);
  return all;
}

/** Returns the arrangements with the requested parts; by default, those with maps. */
function chosen({ width, panels }: EmbedSize): readonly Arrangement[] {
  const all = arrangements(width);
  if (panels.length === 0)
    return all.filter(({ maps, data, curves, columns }) => {
      // Data without maps, and data in two rows, only on request.
      return maps && !(data && !curves && columns === 2);
    });
  return all.filter((one) =>
    (['maps', 'data', 'curves'] as const).every((part) => one[part] === panels.includes(part)),
  );
}

/** Sums all heights but the pictures'. */
function fixedHeight(parts: Parts, size: Omit<EmbedSize, 'height'>): { fixed: number; rows: number } {
  const gap = gapOf(size.width);
  const words = panelWords(panelWidth(size.width, parts.columns), size);
  const mapRows = parts.maps ? (parts.columns === 1 ? 2 : 1) : 0;
  const dataRows = parts.data && (parts.dataBelow || !parts.maps) ? 1 : 0;
  const rows = mapRows + dataRows;
  const gaps = Math.max(0, rows + (parts.curves ? 1 : 0) - 1) * gap;
  return { fixed: BAR + 2 * PAD + rows * (words.head + words.verdict) + gaps, rows };
}

function arrange(one: Arrangement, size: EmbedSize): EmbedLayout {
  const { width, height, scale } = size;
  const { maps, data, curves, columns, dataBelow } = one;
  const column = panelWidth(width, columns);
  const { fixed, rows } = fixedHeight(one, size);
  const least = curves ? leastCurve(size) : 0;
  const room = height - fixed;
  const plate = rows === 0 ? 0 : Math.floor(Math.min((room - least) / rows, TALLEST * column));
  const curve = curves
    ? Math.max(least, Math.min(rows === 0 ? room : MOST_CURVE * scale, room - rows * plate))
    : 0;
  return {
    maps,
    data,
    curves,
    columns,
    dataBelow,
    plate: Math.max(40, plate),
    curve,
    words: wordsOf(column),
  };
}

/** Returns the richest arrangement that leaves all pictures their least height, or the plainest. */
export function layoutOf(size: EmbedSize): EmbedLayout {
  const candidates = chosen(size);
  const fits = candidates.find((one) => {
    if (one.tall !== undefined && size.height < one.tall * size.width) return false;
    const { plate, curve } = arrange(one, size);
    const column = panelWidth(size.width, one.columns);
    const { fixed, rows } = fixedHeight(one, size);
    return plate >= one.least && plate >= one.ratio * column && fixed + rows * plate + curve <= size.height;
  });
  return arrange(fits ?? candidates[candidates.length - 1]!, size);
}

/** Largest map in a frame that chooses its height. */
const LARGEST = 400;

export function naturalHeight(size: Omit<EmbedSize, 'height'>): number {
  const { width, scale, panels } = size;
  const candidates = chosen({ ...size, height: 0 }).filter(({ tall }) => tall === undefined);
  const wide = width >= WIDE;
  // Narrow: maps and a curve. Wide: also the data.
  const one =
    panels.length === 0
      ? candidates.find((candidate) => candidate.curves && candidate.data === wide && !candidate.dataBelow)!
      : candidates[candidates.length - 1]!;
  const { fixed, rows } = fixedHeight(one, size);
  const column = panelWidth(width, one.columns);
  const plate = Math.round(Math.min(LARGEST, Math.max(wide ? 180 : 0, column * (one.maps ? 1 : 0.6))));
  const curve = one.curves ? (rows === 0 ? Math.ceil(MOST_CURVE * scale) : leastCurve(size)) : 0;
  return Math.ceil(fixed + rows * plate + curve);
}
