import type { SideName } from '../../engine/contract.ts';
import type { DisplayList, Mark } from '../charts/display-list.ts';
import type { Size } from '../charts/geometry.ts';
import { textWidth } from '../charts/text-width.ts';
import { formatReadout } from '../i18n/format.ts';
import type { Translate } from '../i18n/messages.ts';
import { QUANTITIES } from '../pictures/curve-drawing.ts';
import type { Look } from '../pictures/extra-marks.ts';
import { legendSides } from '../pictures/legend-drawing.ts';
import { objectiveOf } from '../problems/two-layer/network-facts.ts';
import { leftWords, rightWords } from '../problems/two-layer/network-words.ts';
import { outputKind } from '../problems/two-layer/output-drawing.ts';
import { verdictFacts } from '../session/facts.ts';
import { shownRow } from '../session/kept-steps.ts';
import type { Snapshot } from '../session/snapshot.ts';
import { captionMarks, SLACK } from './caption-marks.ts';
import { type BlockTaker, createPanelPictures, type PanelPictures, signMarks } from './panel-pictures.ts';
import { type Part, partsOf, partTitle } from './parts.ts';
import { LEADING, type TextStyle, textBlock, textLine, wrapText } from './text-lines.ts';
import type { Figure } from './write-figure.ts';

/**
 * Figures and the frames of films, composed without React by the functions that draw the page.
 *
 * A film of the whole view:
 *
 *   const compose = createComposer({ part: 'view', width: 1280, height: 720, look: figureLook(1, false),
 *     background: '#FFFFFF', caption: null, t });
 *   for (const k of steps) {
 *     const { list, width, height } = compose(snapshotAt(session, k)); // of two layers: await readSnapshot(session, k)
 *     paint(context, list, { width, height, dpr: 1 });
 *   }
 *
 * A composer keeps the grounds of the maps, so that another step costs paths, marks and curves alone. The grounds are those of the
 * store: begin when `state.grid` has come. `look.scale` sizes letters and lines; at 1 they are those of the page.
 */
export interface FigureOptions {
  readonly part: Part;
  /** CSS pixels. */
  readonly width: number;
  /** Of the whole view alone: the pictures then fill it; otherwise, and of a panel, it follows from the width. */
  readonly height?: number;
  readonly look: Look;
  /** A colour, or null for none. */
  readonly background: string | null;
  /** Paragraphs below the pictures, the first one strong; null for none. */
  readonly caption: ((snapshot: Snapshot) => readonly string[]) | null;
  /** Takes the landscapes in space, where they stand in the place of the maps; without it the maps stand there. */
  readonly blocks?: BlockTaker | null;
  readonly t: Translate;
}

export type Composer = (snapshot: Snapshot) => Figure;

/** Sizes at scale 1, in pixels. */
const HEAD = 24;
const LEGEND = 38;
const GUTTER = 18;
const VERDICT = 13.5;
const CURVE = { least: 112, most: 260, alone: 170 } as const;
/** From this width on, at scale 1, three panels stand side by side. */
const WIDE = 560;

/** Composes a figure at a snapshot. */
export function createComposer(options: FigureOptions): Composer {
  const { part, width, look, background, caption, t } = options;
  const pictures = createPanelPictures(look, t, options.blocks ?? null);
  return (snapshot) => {
    const context = { snapshot, pictures, look, t };
    const below = caption ? captionMarks(caption(snapshot), width, look) : { marks: [], height: 0 };
    const drawn =
      part === 'view'
        ? composeView(context, width, options.height && options.height - below.height)
        : composePart(context, part, width);
    const height = options.height ?? Math.ceil(drawn.height + below.height);
    const list: Mark[] = [];
    if (background !== null)
      list.push({ kind: 'rect', rect: { x: 0, y: 0, width, height }, fill: background });
    list.push(...drawn.marks);
    if (below.marks.length > 0)
      list.push({ kind: 'group', x: 0, y: height - below.height, marks: below.marks, name: 'caption' });
    return { list, width, height };
  };
}

interface Context {
  readonly snapshot: Snapshot;
  readonly pictures: PanelPictures;
  readonly look: Look;
  readonly t: Translate;
}

interface Piece {
  readonly marks: Mark[];
  readonly height: number;
}

function group(name: string, x: number, y: number, marks: DisplayList): Mark {
  return { kind: 'group', x, y, marks, name };
}

/** Title and present loss of a panel. */
function headMarks({ snapshot, look, t }: Context, part: Part, width: number): Mark[] {
  const { palette, scale } = look;
  const state = snapshot.store.getState();
  const title = partTitle(state, part, t);
  const side = part === 'left' || part === 'right' ? part : null;
  const readout = side ? t('readout.loss', { loss: formatReadout(lossOf(snapshot, side)) }) : '';
  const strong: TextStyle = { font: 'sans', size: 13.5 * scale, weight: 600, color: palette.ink };
  const quiet: TextStyle = { font: 'sans', size: 12 * scale, weight: 400, color: palette.muted };
  const x = side ? 16 * scale : 0;
  const wide = (textWidth(title, strong.size) + textWidth(readout, quiet.size)) / SLACK + 6 * scale;
  const fit = Math.min(1, (width - x) / wide);
  const marks: Mark[] = side ? signMarks(side, 5.5 * scale, 11 * scale, 10 * scale, look) : [];
  // Titles of both sides stand on one line, however long.
  const base = (style: TextStyle) => ({ ...style, size: style.size * fit });
  marks.push({ ...textLine(title, x, 0, base(strong)), y: 15.5 * scale });
  if (readout !== '')
    marks.push({ ...textLine(readout, width, 0, base(quiet), 'end'), y: 15.5 * scale, tabular: true });
  return marks;
}

function lossOf(snapshot: Snapshot, side: SideName): number {
  const state = snapshot.store.getState();
  if (state.opened?.network && side === 'right') return objectiveOf(snapshot, side);
  return snapshot.trajectories[side].losses[shownRow(snapshot, side)] ?? Number.NaN;
}

/** How a side stands, in words. */
export function verdictWords(snapshot: Snapshot, side: SideName, t: Translate): string {
  const state = snapshot.store.getState();
  if (state.opened?.network) return (side === 'left' ? leftWords : rightWords)(snapshot, state, t);
  return t('verdict', verdictFacts(state, snapshot.trajectories, side));
}

/** The verdict below a panel; `lines` of them have room, more are set smaller. */
function verdictMarks({ snapshot, look, t }: Context, side: SideName, width: number, lines: number): Mark[] {
  const { palette, scale } = look;
  const color = side === 'left' ? palette.leftText : palette.rightText;
  const words = verdictWords(snapshot, side, t);
  for (let shrink = 1; ; shrink *= 0.94) {
    const style: TextStyle = { font: 'serif', size: VERDICT * scale * shrink, weight: 400, color };
    const wrapped = wrapText(words, SLACK * width, style);
    if (wrapped.length <= lines / shrink || shrink < 0.6) return textBlock(wrapped, 0, 3 * scale, style);
  }
}

/** The picture of a panel alone, and the height that suits it at a width. */
function plateOf(
  { snapshot, pictures, look }: Context,
  part: Part,
): { draw: (size: Size) => DisplayList; aspect: number } {
  const curve = (draw: (size: Size) => DisplayList) => ({ draw, aspect: 0.5 });
  switch (part) {
    case 'left':
    case 'right':
      return { draw: (size) => pictures.side(snapshot, part, size), aspect: 1 };
    case 'coordinates':
      return { draw: (size) => pictures.coordinates(snapshot, size), aspect: 0.62 };
    case 'output':
      return { draw: (size) => pictures.output(snapshot, size), aspect: 1.05 };
    case 'objective':
      return curve((size) => pictures.objective(snapshot, size));
    case 'gap':
      return {
        draw: ({ width, height }) => {
          const meter = Math.min(130 * look.scale, 0.45 * height);
          return [
            ...pictures.excess(snapshot, { width, height: height - meter }),
            group('meter', 0, height - meter, pictures.meter(snapshot, { width, height: meter })),
          ];
        },
        aspect: 0.85,
      };
    default:
      return { draw: (size) => pictures.data(snapshot, size), aspect: 0.85 };
  }
}

/** Sides whose colours a part has to explain. */
function legendsOf({ snapshot }: Context, part: Part): readonly SideName[] {
  const state = snapshot.store.getState();
  if (state.scenario.values.solid && !state.opened?.network) return legendSides(state).slice(0, 1);
  if (state.opened?.network) return part === 'left' && state.opened.network.columns === 2 ? ['left'] : [];
  const sides = legendSides(state);
  if (part === 'view' || sides.length < 2) return part === 'data' ? [] : sides;
  return sides.filter((side) => side === part);
}

/** Legends beside one another. */
function legendMarks(context: Context, sides: readonly SideName[], width: number): Mark[] {
  const { snapshot, pictures, look } = context;
  const gap = 12 * look.scale;
  const each = (width - gap * (sides.length - 1)) / sides.length;
  const size = { width: each, height: LEGEND * look.scale };
  return sides.map((side, i) => group('legend', i * (each + gap), 0, pictures.legend(snapshot, side, size)));
}

/** One panel, as wide as the figure. */
function composePart(context: Context, part: Part, width: number): Piece {
  const { look } = context;
  const { scale } = look;
  if (part === 'curves') return curvesPiece(context, width, CURVE.alone * scale);
  const bare = part === 'objective' || part === 'gap';
  const head = bare ? 0 : HEAD * scale;
  const plate = plateOf(context, part);
  const height = Math.round(plate.aspect * width);
  const marks: Mark[] = bare ? [] : [group('title', 0, 0, headMarks(context, part, width))];
  marks.push(group(part, 0, head, plate.draw({ width, height })));
  const legends = part === 'left' || part === 'right' ? legendsOf(context, part) : [];
  let below = head + height;
  if (legends.length > 0) {
    below += 6 * scale;
    marks.push(group('legends', 0, below, legendMarks(context, legends, width)));
    below += LEGEND * scale;
  }
  return { marks, height: below + 4 * scale };
}

/** The curves, side by side where there is room. */
function curvesPiece(context: Context, width: number, height: number): Piece {
  const { snapshot, pictures, look } = context;
  const network = snapshot.store.getState().opened?.network;
  const drawings: ((size: Size) => DisplayList)[] = network
    ? [
        (size) => pictures.objective(snapshot, size),
        (size) => pictures.excess(snapshot, size),
        (size) => pictures.meter(snapshot, size),
      ]
    : QUANTITIES.map((quantity) => (size: Size) => pictures.curve(snapshot, quantity, size));
  const gap = GUTTER * look.scale;
  if (width < WIDE * look.scale) {
    const marks = drawings.map((draw, i) =>
      group('curve', 0, i * (height + gap / 2), draw({ width, height })),
    );
    return { marks, height: drawings.length * (height + gap / 2) };
  }
  const each = (width - 2 * gap) / 3;
  const marks = drawings.map((draw, i) => group('curve', i * (each + gap), 0, draw({ width: each, height })));
  return { marks, height };
}

/** All panels of what is shown. */
function composeView(context: Context, width: number, height: number | undefined): Piece {
  const { snapshot, look } = context;
  const { scale } = look;
  const parts = partsOf(snapshot.store.getState()).filter(
    (part) => !['view', 'curves', 'objective', 'gap'].includes(part),
  );
  return width < WIDE * scale
    ? composeColumn(context, parts, width)
    : composeRow(context, parts, width, height);
}

/**
 * Lines that both verdicts have room for: in a frame of a film, whose panels must not move, as many as they ever need; those of two
 * layers say more.
 */
function verdictLines({ snapshot, look, t }: Context, width: number | null): number {
  const most = snapshot.store.getState().opened?.network ? 3 : 2;
  if (width === null) return most;
  const style = { font: 'serif', size: VERDICT * look.scale, weight: 400, color: '' } as const;
  const lines = (['left', 'right'] as const).map(
    (side) => wrapText(verdictWords(snapshot, side, t), SLACK * width, style).length,
  );
  return Math.min(4, Math.max(1, ...lines));
}

/** Below this width, at scale 1, a panel has no room for two maps of residuals and their colours: they get a row of their own. */
const RESIDUALS = 300;

/** Panels side by side, verdicts and colours below them, then the curves. */
function composeRow(
  context: Context,
  all: readonly Part[],
  width: number,
  height: number | undefined,
): Piece {
  const { scale } = context.look;
  const state = context.snapshot.store.getState();
  const network = state.opened?.network;
  const gap = GUTTER * scale;
  const apart =
    height === undefined &&
    network !== null &&
    outputKind(state) === 'plane' &&
    (width - 2 * gap) / 3 < RESIDUALS * scale;
  const parts = apart ? all.filter((part) => part !== 'output') : all;
  const columns = apart ? 2 : 3;
  const column = (width - (columns - 1) * gap) / columns;
  const lines = verdictLines(context, height === undefined ? column : null);
  const footer = Math.max(network ? 0 : (LEGEND + 4) * scale, (3 + lines * LEADING * VERDICT) * scale);
  const rest = HEAD * scale + footer + gap;
  const plate = height ? Math.max(60 * scale, Math.min(column, height - rest - CURVE.least * scale)) : column;
  const curve = height
    ? Math.max(40 * scale, Math.min(CURVE.most * scale, height - rest - plate))
    : (CURVE.least + 16) * scale;
  const marks: Mark[] = [];
  const spare = columns - parts.length;
  let x = 0;
  for (const part of parts) {
    const wide = part === 'coordinates' ? column + spare * (column + gap) : column;
    const inside: Mark[] = [
      group('title', 0, 0, headMarks(context, part, wide)),
      group(part, 0, HEAD * scale, plateMarks(context, part, { width: wide, height: plate })),
    ];
    if (part === 'left' || part === 'right')
      inside.push(group('verdict', 0, HEAD * scale + plate, verdictMarks(context, part, wide, lines)));
    marks.push(group('panel', x, 0, inside));
    x += wide + gap;
  }
  const below = HEAD * scale + plate + 4 * scale;
  const legends = network ? [] : legendsOf(context, 'view');
  if (parts.includes('left') && legends.length > 0)
    marks.push(group('legends', width - column, below, legendMarks(context, legends, column)));
  let top = HEAD * scale + plate + footer + gap;
  if (apart) {
    const row = 250 * scale;
    marks.push(
      group('panel', 0, top, [
        ...headMarks(context, 'output', width),
        group('output', 0, HEAD * scale, plateOf(context, 'output').draw({ width, height: row })),
      ]),
    );
    top += HEAD * scale + row + gap;
  }
  const curves = curvesPiece(context, width, curve);
  marks.push(group('curves', 0, top, curves.marks));
  return { marks, height: top + curves.height };
}

/** The picture of a panel in a row; a neuron's landscape has its colours below it, as on the page. */
function plateMarks(context: Context, part: Part, { width, height }: Size): DisplayList {
  const { look, snapshot } = context;
  const draw = plateOf(context, part).draw;
  const own = snapshot.store.getState().opened?.network ? legendsOf(context, part) : [];
  if (own.length === 0) return draw({ width, height });
  const legend = (LEGEND - 2) * look.scale;
  return [
    ...draw({ width, height: height - legend }),
    group('legend', 0, height - legend + 2 * look.scale, legendMarks(context, own, width)),
  ];
}

/** Heights for a width in a narrow column: with its caption a figure still fits a page. */
const NARROW = { map: 0.52, circle: 0.78, neuron: 0.52, coordinates: 0.5, output: 0.62, row: 170 } as const;

/** Panels below one another, for a narrow column; the data and the curves two by two. */
function composeColumn(context: Context, parts: readonly Part[], width: number): Piece {
  const { snapshot, pictures, look, t } = context;
  const { scale } = look;
  const marks: Mark[] = [];
  const network = snapshot.store.getState().opened?.network;
  const planar = network?.columns === 2;
  const gap = 0.75 * GUTTER * scale;
  const half = (width - gap) / 2;
  let y = 0;

  function panel(part: Part, aspect: number): void {
    const height = aspect * width;
    marks.push(group('title', 0, y, headMarks(context, part, width)));
    y += HEAD * scale;
    marks.push(group(part, 0, y, plateOf(context, part).draw({ width, height })));
    y += height;
    if (part === 'left' || part === 'right') {
      const lines = wrapText(verdictWords(snapshot, part, t), SLACK * width, {
        font: 'serif',
        size: VERDICT * scale,
        weight: 400,
        color: '',
      }).length;
      marks.push(group('verdict', 0, y, verdictMarks(context, part, width, lines)));
      y += (5 + lines * LEADING * VERDICT) * scale;
    }
    const sides = network || part === 'right' ? legendsOf(context, network ? part : 'view') : [];
    if (sides.length > 0) {
      marks.push(group('legends', 0, y + 4 * scale, legendMarks(context, sides, width)));
      y += (LEGEND + 4) * scale;
    }
    y += 5 * scale;
  }

  /** Two pictures side by side. */
  function pair(height: number, draws: readonly ((size: Size) => DisplayList)[]): void {
    draws.forEach((draw, i) => {
      marks.push(group('curve', i * (half + gap), y, draw({ width: half, height })));
    });
    y += height + 0.5 * gap;
  }

  for (const part of parts) {
    if (part === 'left') panel(part, network ? (planar ? NARROW.neuron : NARROW.map) : NARROW.map);
    else if (part === 'right') panel(part, planar ? NARROW.circle : NARROW.map);
    else if (part === 'output') panel(part, NARROW.output);
    else if (part === 'coordinates') panel(part, NARROW.coordinates);
  }
  if (network) {
    pair(CURVE.least * scale, [
      (size) => pictures.objective(snapshot, size),
      (size) => pictures.excess(snapshot, size),
    ]);
    const meter = 120 * scale;
    marks.push(group('meter', 0, y, pictures.meter(snapshot, { width, height: meter })));
    return { marks, height: y + meter };
  }
  const curves = QUANTITIES.map((quantity) => (size: Size) => pictures.curve(snapshot, quantity, size));
  const rest = parts.includes('data') ? [(size: Size) => titledData(context, size), ...curves] : curves;
  const height = (parts.includes('data') ? NARROW.row : CURVE.least) * scale;
  for (let i = 0; i < rest.length; i += 2) pair(i === 0 ? height : CURVE.least * scale, rest.slice(i, i + 2));
  return { marks, height: y };
}

/** The data with their title, as a picture of one size. */
function titledData(context: Context, { width, height }: Size): DisplayList {
  const head = HEAD * context.look.scale;
  return [
    ...headMarks(context, 'data', width),
    group('data', 0, head, context.pictures.data(context.snapshot, { width, height: height - head })),
  ];
}
