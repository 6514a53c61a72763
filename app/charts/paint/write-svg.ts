import { fromUint8Array } from 'js-base64';
import { fontsOf } from '../../../engine/scenario/languages.ts';
import {
  baselineShift,
  type CircleMark,
  type DisplayList,
  type FontFamily,
  type HatchMark,
  type Mark,
  type PathMark,
  type RasterMark,
  type RectMark,
  type StrokeLayer,
  SUPERSCRIPT_RISE,
  SUPERSCRIPT_SIZE,
  type SymbolsMark,
  splitSuperscripts,
  symbolOutline,
  type TextMark,
} from '../display-list.ts';
import { clipSegment, type Rect } from '../geometry.ts';
import { drawnWidth } from './drawn-width.ts';
import { encodeCrisp, encodePng } from './encode-png.ts';
import { escapeXml } from './escape-xml.ts';
import { hatchLines } from './paint-canvas.ts';

/**
 * Display lists as SVG files: the second backend after paint-canvas.ts. A file is self-contained and uses plain attributes that every
 * drawing program reads.
 */

/** Decimals of coordinates: a hundredth of a CSS pixel is 0.003 mm. */
export const DECIMALS = 2;

/** Largest coordinate: many readers use single precision and drop a path with a larger one, such as a diverged run's. */
const FAR = 1_000_000;
const REACH: Rect = { x: -FAR, y: -FAR, width: 2 * FAR, height: 2 * FAR };

/**
 * Fonts in order of preference. Chinese fonts precede the generic family in Chinese files only: elsewhere their Latin letters and wide
 * quotes would show.
 */
const FONTS: Readonly<Record<FontFamily, { latin: string; generic: string }>> = {
  sans: {
    latin: "Inter, 'Inter Variable', 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', 'Noto Sans'",
    generic: 'sans-serif',
  },
  serif: {
    latin:
      "'Source Serif 4', 'Source Serif 4 Variable', Georgia, 'Times New Roman', 'Liberation Serif', 'Noto Serif'",
    generic: 'serif',
  },
};

export function svgFonts(family: FontFamily, lang: string): string {
  const { latin, generic } = FONTS[family];
  return [latin, fontsOf(lang)?.[family], generic].filter(Boolean).join(', ');
}

export interface SvgOptions {
  /** Units of the drawing. */
  readonly width: number;
  readonly height: number;
  /** Width on paper; default: a unit is a CSS pixel. */
  readonly millimetres?: number | null;
  /** Accessible name and description. */
  readonly title: string;
  readonly description: string;
  /** BCP 47. */
  readonly lang: string;
  /** Reproducing link and the program; machine-readable. */
  readonly source?: string;
  readonly creator?: string;
  /** Prefix of names, so several files fit into one page: letters, digits, hyphens. */
  readonly id?: string;
}

/** Writes a clamped number to a hundredth, briefly; 0 if not finite. */
function num(value: number): string {
  if (!Number.isFinite(value)) return '0';
  const text = Math.max(-FAR, Math.min(FAR, value)).toFixed(DECIMALS);
  const short = text.replace(/\.?0+$/, '');
  return short === '-0' ? '0' : short;
}

interface Writer {
  readonly roles: Map<string, number>;
  readonly out: string[];
  readonly id: string;
  readonly lang: string;
  clips: number;
}

/** Returns the whole file, without non-finite points. */
export function writeSvg(list: DisplayList, options: SvgOptions): string {
  const { width, height, title, description, lang, source, creator } = options;
  const id = options.id ?? 'figure';
  const writer: Writer = { out: [], id, lang, clips: 0, roles: new Map() };
  const size = options.millimetres
    ? `width="${num(options.millimetres)}mm" height="${num((height * options.millimetres) / width)}mm"`
    : `width="${num(width)}" height="${num(height)}"`;
  writer.out.push(
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${num(width)} ${num(height)}" role="img" aria-labelledby="${id}-title ${id}-desc" xml:lang="${escapeXml(lang)}" lang="${escapeXml(lang)}" font-family="${svgFonts('sans', lang)}" fill="none" stroke-linejoin="round">`,
    `<title id="${id}-title">${escapeXml(title)}</title>`,
    `<desc id="${id}-desc">${escapeXml(description)}</desc>`,
  );
  if (source !== undefined) writer.out.push(metadata(title, source, creator ?? '', lang));
  for (const mark of list) writeMark(writer, mark);
  writer.out.push('</svg>', '');
  return writer.out.join('\n');
}

/** Returns title, address and creator as Dublin Core in RDF. */
function metadata(title: string, source: string, creator: string, lang: string): string {
  return [
    '<metadata>',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<rdf:Description rdf:about="">',
    `<dc:title>${escapeXml(title)}</dc:title>`,
    `<dc:source>${escapeXml(source)}</dc:source>`,
    `<dc:creator>${escapeXml(creator)}</dc:creator>`,
    `<dc:language>${escapeXml(lang)}</dc:language>`,
    '<dc:format>image/svg+xml</dc:format>',
    '</rdf:Description>',
    '</rdf:RDF>',
    '</metadata>',
  ].join('\n');
}

/** Writes a mark; a role names its group: `figure-curve-left`, then `figure-curve-left-2`. */
function writeMark(writer: Writer, mark: Mark): void {
  const { out, roles, id } = writer;
  const role = mark.kind === 'clip' || mark.kind === 'group' ? undefined : mark.role;
  const from = out.length;
  writeShape(writer, mark);
  if (role === undefined || out.length === from) return;
  const count = (roles.get(role) ?? 0) + 1;
  roles.set(role, count);
  out.splice(from, 0, `<g id="${id}-${role}${count > 1 ? `-${count}` : ''}">`);
  out.push('</g>');
}

function writeShape(writer: Writer, mark: Mark): void {
  switch (mark.kind) {
    case 'path':
      writePath(writer, mark);
      break;
    case 'circle':
      writeCircle(writer, mark);
      break;
    case 'rect':
      writeRect(writer, mark);
      break;
    case 'symbols':
      writeSymbols(writer, mark);
      break;
    case 'hatch':
      writeHatch(writer, mark);
      break;
    case 'text':
      writeText(writer, mark);
      break;
    case 'raster':
      writeRaster(writer, mark);
      break;
    case 'clip': {
      const { x, y, width, height } = mark.rect;
      const rect = `<rect x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}"/>`;
      const clip = defineClip(writer, mark.polygon ? `<path d="${commands(mark.polygon, true)}"/>` : rect);
      writeGroup(writer, ` clip-path="url(#${clip})"`, mark.marks);
      break;
    }
    case 'group': {
      const name = mark.name === undefined ? '' : ` class="${escapeXml(mark.name)}"`;
      writeGroup(writer, `${name} transform="translate(${num(mark.x)} ${num(mark.y)})"`, mark.marks);
      break;
    }
  }
}

function writeGroup(writer: Writer, attributes: string, marks: DisplayList): void {
  if (marks.length === 0) return;
  writer.out.push(`<g${attributes}>`);
  for (const inner of marks) writeMark(writer, inner);
  writer.out.push('</g>');
}

function defineClip(writer: Writer, shape: string): string {
  const name = `${writer.id}-clip-${writer.clips++}`;
  writer.out.push(`<clipPath id="${name}">${shape}</clipPath>`);
  return name;
}

/** Returns a polyline's commands; empty below two numbers. Skips non-finite points, as a canvas does. */
function commands(line: ArrayLike<number>, closed: boolean): string {
  const points: number[] = [];
  for (let i = 0; i + 1 < line.length; i += 2)
    if (Number.isFinite(line[i]! + line[i + 1]!)) points.push(line[i]!, line[i + 1]!);
  if (closed || points.every((value) => Math.abs(value) <= FAR)) return moves(points, closed);
  return segmentsInReach(points)
    .map((segment) => moves(segment, false))
    .join('');
}

function moves(points: readonly number[], closed: boolean): string {
  let d = '';
  for (let i = 0; i + 1 < points.length; i += 2)
    d += `${d === '' ? 'M' : 'L'}${num(points[i]!)} ${num(points[i + 1]!)}`;
  return d === '' || !closed ? d : `${d}Z`;
}

/** Clips segments one by one, so that one leading far away keeps its direction. */
function segmentsInReach(points: readonly number[]): number[][] {
  const segments: number[][] = [];
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [ax, ay, bx, by] = points.slice(i, i + 4) as [number, number, number, number];
    // Start from the nearer end: the farther one has lost the digits of the crossing.
    const isForth = Math.hypot(ax, ay) <= Math.hypot(bx, by);
    const part = isForth ? clipSegment(ax, ay, bx, by, REACH) : clipSegment(bx, by, ax, ay, REACH);
    if (part) segments.push(isForth ? part : [part[2], part[3], part[0], part[1]]);
  }
  return segments;
}

function opacityAttribute(name: string, opacity: number): string {
  return opacity >= 1 ? '' : ` ${name}="${Number(opacity.toFixed(3))}"`;
}

function fillAttributes(fill: string, opacity: number): string {
  return ` fill="${escapeXml(fill)}"${opacityAttribute('fill-opacity', opacity)}`;
}

function strokeAttributes(layer: StrokeLayer, opacity: number): string {
  const cap = layer.cap ?? 'round';
  const dash = layer.dash ? ` stroke-dasharray="${layer.dash.map(num).join(' ')}"` : '';
  return ` stroke="${escapeXml(layer.color)}" stroke-width="${num(layer.width)}"${opacityAttribute(
    'stroke-opacity',
    opacity * (layer.opacity ?? 1),
  )}${cap === 'butt' ? '' : ` stroke-linecap="${cap}"`}${dash}`;
}

/** Writes one element for the fill and each stroke, each with the opacity, as on a canvas. */
function finish(
  writer: Writer,
  shape: string,
  { fill, strokes, opacity = 1 }: Pick<PathMark, 'fill' | 'strokes' | 'opacity'>,
): void {
  if (fill !== undefined) writer.out.push(`<${shape}${fillAttributes(fill, opacity)}/>`);
  for (const layer of strokes ?? []) writer.out.push(`<${shape}${strokeAttributes(layer, opacity)}/>`);
}

function writePath(writer: Writer, mark: PathMark): void {
  const d = mark.lines.map((line) => commands(line, mark.closed === true)).join('');
  if (d !== '') finish(writer, `path d="${d}"`, mark);
}

function writeCircle(writer: Writer, mark: CircleMark): void {
  if (!Number.isFinite(mark.x + mark.y + mark.r)) return;
  finish(writer, `circle cx="${num(mark.x)}" cy="${num(mark.y)}" r="${num(Math.max(0, mark.r))}"`, mark);
}

function writeRect(writer: Writer, mark: RectMark): void {
  const { x, y, width, height } = mark.rect;
  if (!Number.isFinite(x + y + width + height)) return;
  const corner = mark.radius ? ` rx="${num(mark.radius)}"` : '';
  finish(
    writer,
    `rect x="${num(x)}" y="${num(y)}" width="${num(Math.max(0, width))}" height="${num(Math.max(0, height))}"${corner}`,
    mark,
  );
}

/** Writes symbols in turn, strokes below the fill as a casing. */
function writeSymbols(writer: Writer, mark: SymbolsMark): void {
  const { points, shape, size, fill, strokes, opacity = 1 } = mark;
  const r = size / 2;
  const outline = symbolOutline(shape, size);
  const hollow = shape === 'ring' || shape === 'cross';
  for (let i = 0; i + 1 < points.length; i += 2) {
    const x = points[i]!;
    const y = points[i + 1]!;
    if (!Number.isFinite(x + y)) continue;
    const element =
      shape === 'dot' || shape === 'ring'
        ? `circle cx="${num(x)}" cy="${num(y)}" r="${num(r)}"`
        : shape === 'cross'
          ? `path d="${commands([x - r, y - r, x + r, y + r], false)}${commands([x - r, y + r, x + r, y - r], false)}"`
          : `path d="${commands(
              outline.map((value, j) => value + (j % 2 === 0 ? x : y)),
              true,
            )}"`;
    finish(writer, element, { ...(strokes ? { strokes } : {}), opacity });
    if (!hollow && fill !== undefined) finish(writer, element, { fill, opacity });
  }
}

function writeHatch(writer: Writer, mark: HatchMark): void {
  const outline = commands(mark.polygon, true);
  const lines = hatchLines(mark);
  if (outline === '' || lines.length === 0) return;
  const clip = defineClip(writer, `<path d="${outline}"/>`);
  writer.out.push(`<g clip-path="url(#${clip})">`);
  writePath(writer, { kind: 'path', lines, strokes: [mark.stroke] });
  writer.out.push('</g>');
}

const ANCHORS = { start: '', middle: ' text-anchor="middle"', end: ' text-anchor="end"' } as const;

/**
 * Fixes a text's width to the layout's, so that words in another font do not overlap. Not for numbers and single letters, which hardly vary
 * and whose digits should keep their shape.
 */
function lengthAttributes(mark: TextMark): string {
  if (!/\p{L}.*\p{L}/u.test(mark.text)) return '';
  return ` textLength="${num(drawnWidth(mark))}" lengthAdjust="spacingAndGlyphs"`;
}

/** Writes real text. Its halo is a copy below, since some programs lack paint-order; screen readers skip it. */
function writeText(writer: Writer, mark: TextMark): void {
  if (!Number.isFinite(mark.x + mark.y) || mark.text === '') return;
  const { size, opacity = 1 } = mark;
  const down = baselineShift(mark);
  let raised = 0;
  const spans = splitSuperscripts(mark.text).map((run) => {
    const rise = run.raised ? SUPERSCRIPT_RISE * size : 0;
    const dy = raised - rise;
    raised = rise;
    if (!run.raised && dy === 0) return escapeXml(run.text);
    const small = run.raised ? ` font-size="${num(size * SUPERSCRIPT_SIZE)}"` : '';
    return `<tspan dy="${num(dy)}"${small}>${escapeXml(run.text)}</tspan>`;
  });
  const place = mark.rotate
    ? `transform="translate(${num(mark.x)} ${num(mark.y)}) rotate(${num(mark.rotate)})" y="${num(down)}"`
    : `x="${num(mark.x)}" y="${num(mark.y + down)}"`;
  const family = mark.font === 'sans' ? '' : ` font-family="${svgFonts(mark.font, writer.lang)}"`;
  const weight = mark.weight === 400 ? '' : ` font-weight="${num(mark.weight)}"`;
  const figures = mark.tabular ? ' font-variant-numeric="tabular-nums"' : '';
  const style = `${place} font-size="${num(size)}"${weight}${family}${figures}${ANCHORS[mark.anchor]}${lengthAttributes(mark)} xml:space="preserve"`;
  const words = spans.join('');
  if (mark.halo) {
    const stroke = {
      color: mark.halo.color,
      width: 2 * mark.halo.width,
      ...(mark.halo.opacity === undefined ? {} : { opacity: mark.halo.opacity }),
    };
    writer.out.push(`<text ${style} aria-hidden="true"${strokeAttributes(stroke, opacity)}>${words}</text>`);
  }
  writer.out.push(`<text ${style}${fillAttributes(mark.color, opacity)}>${words}</text>`);
}

/** Embeds an image; a single row, such as a colour scale, becomes a gradient. */
function writeRaster(writer: Writer, mark: RasterMark): void {
  const { x, y, width, height } = mark.rect;
  const { columns, rows, rgba } = mark;
  if (columns < 1 || rows < 1 || rgba.length !== 4 * columns * rows) return;
  if (!Number.isFinite(x + y + width + height)) return;
  const box = `x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}"`;
  if (rows === 1 && columns > 1) {
    const name = `${writer.id}-clip-${writer.clips++}`;
    writer.out.push(
      `<linearGradient id="${name}">${gradientStops(rgba, columns)}</linearGradient>`,
      `<rect ${box} fill="url(#${name})"/>`,
    );
    return;
  }
  // Programs smooth enlarged images, so crisp pixels are written enlarged.
  const png = mark.crisp ? encodeCrisp(rgba, columns, rows) : encodePng(rgba, columns, rows);
  const href = `data:image/png;base64,${fromUint8Array(png)}`;
  writer.out.push(`<image ${box} preserveAspectRatio="none" href="${href}"/>`);
}

/** Returns colour stops of a row of opaque pixels, exact to one level of 255. */
function gradientStops(rgba: Uint8ClampedArray, columns: number): string {
  const at = (i: number, channel: number) => rgba[4 * i + channel]!;
  const isBetween = (from: number, to: number): boolean => {
    for (let i = from + 1; i < to; i++)
      for (let channel = 0; channel < 3; channel++) {
        const share = (i - from) / (to - from);
        const straight = at(from, channel) + share * (at(to, channel) - at(from, channel));
        if (Math.abs(straight - at(i, channel)) > 1) return false;
      }
    return true;
  };
  const stops = [0];
  for (let i = 1; i < columns; i++) if (i === columns - 1 || !isBetween(stops.at(-1)!, i + 1)) stops.push(i);
  return stops
    .map((i) => {
      const color = [0, 1, 2].map((channel) => at(i, channel).toString(16).padStart(2, '0')).join('');
      return `<stop offset="${Number(((i + 0.5) / columns).toFixed(4))}" stop-color="#${color}"/>`;
    })
    .join('');
}
