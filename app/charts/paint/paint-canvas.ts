import {
  baselineShift,
  type DisplayList,
  FONT_STACKS,
  type HatchMark,
  type Mark,
  type RasterMark,
  type StrokeLayer,
  SUPERSCRIPT_RISE,
  SUPERSCRIPT_SIZE,
  type SymbolsMark,
  splitSuperscripts,
  symbolOutline,
  type TextMark,
} from '../display-list.ts';
import { rest } from './in-parts.ts';

export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** CSS pixels, and device pixels per CSS pixel; the canvas is width·dpr by height·dpr. */
export interface PaintSize {
  readonly width: number;
  readonly height: number;
  readonly dpr: number;
}

const images = new WeakMap<Uint8ClampedArray, HTMLCanvasElement | OffscreenCanvas>();

/**
 * Clears the canvas and paints the list, first mark lowest. A canvas ignores non-finite path commands. Restores the context's state except
 * the transform.
 */
export function paint(ctx: Context, list: DisplayList, size: PaintSize): void {
  ctx.setTransform(size.dpr, 0, 0, size.dpr, 0, 0);
  ctx.clearRect(0, 0, size.width, size.height);
  paintOver(ctx, list, size);
}

export function paintOver(ctx: Context, list: DisplayList, { dpr }: PaintSize): void {
  ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
  ctx.save();
  ctx.lineJoin = 'round';
  for (const mark of list) paintMark(ctx, mark);
  ctx.restore();
}

function paintMark(ctx: Context, mark: Mark): void {
  const opacity = 'opacity' in mark && mark.opacity !== undefined ? mark.opacity : 1;
  switch (mark.kind) {
    case 'path':
      ctx.beginPath();
      for (const line of mark.lines) tracePolyline(ctx, line, mark.closed === true);
      finish(ctx, mark.fill, mark.strokes, opacity);
      break;
    case 'circle':
      ctx.beginPath();
      ctx.arc(mark.x, mark.y, Math.max(0, mark.r), 0, 2 * Math.PI);
      finish(ctx, mark.fill, mark.strokes, opacity);
      break;
    case 'rect': {
      const { x, y, width, height } = mark.rect;
      ctx.beginPath();
      if (mark.radius) ctx.roundRect(x, y, width, height, mark.radius);
      else ctx.rect(x, y, width, height);
      finish(ctx, mark.fill, mark.strokes, opacity);
      break;
    }
    case 'symbols':
      paintSymbols(ctx, mark, opacity);
      break;
    case 'hatch':
      paintHatch(ctx, mark);
      break;
    case 'text':
      paintText(ctx, mark, opacity);
      break;
    case 'raster':
      paintRaster(ctx, mark);
      break;
    case 'clip': {
      ctx.save();
      ctx.beginPath();
      if (mark.polygon) tracePolyline(ctx, mark.polygon, true);
      else ctx.rect(mark.rect.x, mark.rect.y, mark.rect.width, mark.rect.height);
      ctx.clip();
      for (const inner of mark.marks) paintMark(ctx, inner);
      ctx.restore();
      break;
    }
    case 'group':
      ctx.save();
      ctx.translate(mark.x, mark.y);
      for (const inner of mark.marks) paintMark(ctx, inner);
      ctx.restore();
      break;
  }
}

function tracePolyline(ctx: Context, line: ArrayLike<number>, closed: boolean): void {
  if (line.length < 2) return;
  ctx.moveTo(line[0]!, line[1]!);
  for (let i = 2; i + 1 < line.length; i += 2) ctx.lineTo(line[i]!, line[i + 1]!);
  if (closed) ctx.closePath();
}

function finish(
  ctx: Context,
  fill: string | undefined,
  strokes: readonly StrokeLayer[] | undefined,
  opacity: number,
): void {
  if (fill !== undefined) {
    ctx.globalAlpha = opacity;
    ctx.fillStyle = fill;
    ctx.fill();
  }
  for (const layer of strokes ?? []) {
    ctx.globalAlpha = opacity * (layer.opacity ?? 1);
    ctx.strokeStyle = layer.color;
    ctx.lineWidth = layer.width;
    ctx.lineCap = layer.cap ?? 'round';
    ctx.setLineDash(layer.dash ? [...layer.dash] : []);
    ctx.stroke();
  }
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
}

function paintSymbols(ctx: Context, mark: SymbolsMark, opacity: number): void {
  const { points, shape, size } = mark;
  const r = size / 2;
  const outline = symbolOutline(shape, size);
  // One outline at a time: a joint path would cut a hole at overlaps, or hide the lower casing.
  for (let i = 0; i + 1 < points.length; i += 2) {
    const x = points[i]!;
    const y = points[i + 1]!;
    ctx.beginPath();
    if (shape === 'dot' || shape === 'ring') ctx.arc(x, y, r, 0, 2 * Math.PI);
    else if (shape === 'cross') {
      ctx.moveTo(x - r, y - r);
      ctx.lineTo(x + r, y + r);
      ctx.moveTo(x - r, y + r);
      ctx.lineTo(x + r, y - r);
    } else {
      for (let j = 0; j + 1 < outline.length; j += 2) {
        if (j === 0) ctx.moveTo(x + outline[0]!, y + outline[1]!);
        else ctx.lineTo(x + outline[j]!, y + outline[j + 1]!);
      }
      ctx.closePath();
    }
    const hollow = shape === 'ring' || shape === 'cross';
    // Strokes below the fill are a casing: the fill keeps its size.
    finish(ctx, undefined, mark.strokes, opacity);
    if (!hollow && mark.fill !== undefined) finish(ctx, mark.fill, undefined, opacity);
  }
}

function paintHatch(ctx: Context, mark: HatchMark): void {
  ctx.save();
  ctx.beginPath();
  tracePolyline(ctx, mark.polygon, true);
  ctx.clip();
  ctx.beginPath();
  for (const line of hatchLines(mark)) tracePolyline(ctx, line, false);
  finish(ctx, undefined, [mark.stroke], 1);
  ctx.restore();
}

/** Returns a hatch's flat lines across the polygon, on a lattice common to the page. */
export function hatchLines(mark: HatchMark): number[][] {
  const angle = (mark.angle * Math.PI) / 180;
  const ux = Math.cos(angle);
  const uy = Math.sin(angle);
  let low = Infinity;
  let high = -Infinity;
  let from = Infinity;
  let to = -Infinity;
  for (let i = 0; i + 1 < mark.polygon.length; i += 2) {
    const x = mark.polygon[i]!;
    const y = mark.polygon[i + 1]!;
    const across = -uy * x + ux * y;
    const along = ux * x + uy * y;
    low = Math.min(low, across);
    high = Math.max(high, across);
    from = Math.min(from, along);
    to = Math.max(to, along);
  }
  const lines: number[][] = [];
  if (!Number.isFinite(high - low + to - from) || mark.spacing <= 0) return lines;
  for (let k = Math.ceil(low / mark.spacing); k * mark.spacing <= high; k++) {
    const c = k * mark.spacing;
    lines.push([ux * from - uy * c, uy * from + ux * c, ux * to - uy * c, uy * to + ux * c]);
  }
  return lines;
}

/** A measured text: runs with fonts and starts, total width. */
interface Line {
  readonly runs: readonly { readonly text: string; readonly raised: boolean; readonly font: string }[];
  readonly starts: readonly number[];
  readonly width: number;
}

const MOST_LINES = 500;

/** By context, then by font and text. */
let lines = new WeakMap<Context, Map<string, Line>>();
// Widths change once the page's fonts replace the fallbacks.
globalThis.document?.fonts?.addEventListener('loadingdone', () => {
  lines = new WeakMap();
});

/** Measures a list's texts; may rest between them (in-parts.ts), as a font's letters cost most at first use. */
export function measured(ctx: Context, list: DisplayList, all: DisplayList = list): DisplayList {
  for (const mark of list) {
    rest(() => withoutTexts(all));
    if (mark.kind === 'text') lineOf(ctx, mark);
    else if ('marks' in mark) measured(ctx, mark.marks, all);
  }
  return list;
}

const withoutTexts = (list: DisplayList): DisplayList =>
  list
    .filter(({ kind }) => kind !== 'text')
    .map((mark) => ('marks' in mark ? { ...mark, marks: withoutTexts(mark.marks) } : mark));

/** Caches a text's measures: most texts stay from frame to frame. */
function lineOf(ctx: Context, { text, font, weight, size }: TextMark): Line {
  let known = lines.get(ctx);
  if (!known || known.size >= MOST_LINES) {
    known = new Map();
    lines.set(ctx, known);
  }
  const key = `${weight} ${size} ${font} ${text}`;
  const kept = known.get(key);
  if (kept) return kept;
  let width = 0;
  const starts: number[] = [];
  const runs = splitSuperscripts(text).map(({ text, raised }) => {
    const own = `${weight} ${size * (raised ? SUPERSCRIPT_SIZE : 1)}px ${FONT_STACKS[font]}`;
    ctx.font = own;
    starts.push(width);
    width += ctx.measureText(text).width;
    return { text, raised, font: own };
  });
  const line = { runs, starts, width };
  known.set(key, line);
  return line;
}

function paintText(ctx: Context, mark: TextMark, opacity: number): void {
  const { runs, starts, width } = lineOf(ctx, mark);
  const left = mark.anchor === 'start' ? 0 : mark.anchor === 'middle' ? -width / 2 : -width;
  ctx.save();
  ctx.translate(mark.x, mark.y);
  if (mark.rotate) ctx.rotate((mark.rotate * Math.PI) / 180);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  const down = baselineShift(mark);
  for (const pass of ['halo', 'fill'] as const) {
    if (pass === 'halo' && !mark.halo) continue;
    runs.forEach((run, i) => {
      ctx.font = run.font;
      const x = left + starts[i]!;
      const y = down - (run.raised ? SUPERSCRIPT_RISE * mark.size : 0);
      if (pass === 'halo' && mark.halo) {
        ctx.globalAlpha = opacity * (mark.halo.opacity ?? 1);
        ctx.strokeStyle = mark.halo.color;
        ctx.lineWidth = 2 * mark.halo.width;
        ctx.strokeText(run.text, x, y);
      } else {
        ctx.globalAlpha = opacity;
        ctx.fillStyle = mark.color;
        ctx.fillText(run.text, x, y);
      }
    });
  }
  ctx.restore();
}

function paintRaster(ctx: Context, mark: RasterMark): void {
  if (mark.columns < 1 || mark.rows < 1 || mark.rgba.length !== 4 * mark.columns * mark.rows) return;
  let image = images.get(mark.rgba);
  if (!image) {
    image =
      typeof OffscreenCanvas === 'undefined'
        ? Object.assign(document.createElement('canvas'), { width: mark.columns, height: mark.rows })
        : new OffscreenCanvas(mark.columns, mark.rows);
    const inner = image.getContext('2d') as Context | null;
    inner?.putImageData(new ImageData(mark.rgba, mark.columns, mark.rows), 0, 0);
    images.set(mark.rgba, image);
  }
  ctx.imageSmoothingEnabled = mark.crisp !== true;
  ctx.imageSmoothingQuality = 'high';
  ctx.drawImage(image, mark.rect.x, mark.rect.y, mark.rect.width, mark.rect.height);
}
