import type { SideName } from '../../engine/contract.ts';
import type { DrawStyle } from '../charts/colour/palette.ts';
import type { DisplayList, Mark } from '../charts/display-list.ts';
import type { Size } from '../charts/geometry.ts';
import { LEADING, type TextStyle, textBlock, textLine, wrapText } from '../charts/text-lines.ts';
import { textWidth } from '../charts/text-width.ts';
import type { Translate } from '../i18n/messages.ts';
import { crowdSentence } from '../pictures/crowd-words.ts';
import { createKit, signMarks } from '../pictures/kit.ts';
import { lossNumber } from '../session/loss-number.ts';
import type { BlockTaker, FigureView, PanelPicture, PictureKit } from '../session/picture/figure-view.ts';
import type { Snapshot } from '../session/picture/snapshot.ts';
import { hasPart, withRoom } from '../session/scene-parts.ts';
import type { AppState } from '../session/store.ts';
import { type Panel, type ProblemView, viewOf } from '../session/view.ts';
import { captionMarks, SLACK } from './caption-marks.ts';
import { type FigurePart, figureOf } from './parts.ts';
import type { Figure } from './write-figure.ts';

/**
 * Figures and film frames, composed without React by the functions that draw the page:
 *
 *   const { list, width, height } = createComposer(options)(snapshotAt(session, k)); // or of readSnapshot, with its readings
 *   paint(context, list, { width, height, dpr: 1 });
 *
 * A composer keeps the maps' grounds, so another step costs only paths, marks and curves. The grounds are the store's: begin when
 * `state.grid` has come. At `drawStyle.scale` 1 letters and lines are the page's.
 */
export interface FigureOptions {
  readonly part: FigurePart;
  readonly width: number;
  /** For the whole view only, which fills it; otherwise the height follows from the width. */
  readonly height?: number;
  readonly drawStyle: DrawStyle;
  readonly background: string | null;
  /** The first is bold. */
  readonly caption: ((snapshot: Snapshot) => readonly string[]) | null;
  /** Renders landscapes in space, which replace the maps. */
  readonly blocks?: BlockTaker | null;
  readonly t: Translate;
}

export type Composer = (snapshot: Snapshot) => Figure;

/** Sizes in px at scale 1. */
const HEAD = 24;
const LEGEND = 38;
const GUTTER = 18;
const VERDICT = 13.5;
/** Heights of the curves at scale 1: least in films, least elsewhere, greatest, and alone. */
const CURVE = { film: 64, least: 112, most: 260, alone: 170 } as const;
/** Least share of a loss's size: two millimetres on paper. */
const READABLE = 0.72;
/** Least width for three panels in a row. */
const WIDE = 560;

export function createComposer(options: FigureOptions): Composer {
  const { part, width, drawStyle, background, caption, t } = options;
  const kit = createKit(drawStyle, t, options.blocks ?? null);
  return (snapshot) => {
    const context = contextOf(snapshot, kit);
    const below = caption ? captionMarks(caption(snapshot), width, drawStyle) : { marks: [], height: 0 };
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
  readonly kit: PictureKit;
  readonly drawStyle: DrawStyle;
  readonly t: Translate;
  readonly state: AppState;
  readonly view: ProblemView;
  readonly figure: FigureView;
}

function contextOf(snapshot: Snapshot, kit: PictureKit): Context {
  const state = snapshot.store.getState();
  const { drawStyle, t } = kit;
  return { snapshot, kit, drawStyle, t, state, view: viewOf(state), figure: figureOf(state) };
}

interface Piece {
  readonly marks: Mark[];
  readonly height: number;
}

function group(name: string, x: number, y: number, marks: DisplayList): Mark {
  return { kind: 'group', x, y, marks, name };
}

/** Draws title and current loss. */
function headMarks({ snapshot, drawStyle, t, state, view }: Context, panel: Panel, width: number): Mark[] {
  const { palette, scale } = drawStyle;
  const { side } = panel;
  const title = panel.title(state, t);
  const readout = side ? view.readout(lossNumber(snapshot, side), t, state) : '';
  const strong: TextStyle = { font: 'sans', size: 13.5 * scale, weight: 600, color: palette.ink };
  const quiet: TextStyle = { font: 'sans', size: 12 * scale, weight: 400, color: palette.muted };
  const x = side ? 16 * scale : 0;
  const wide = (textWidth(title, strong.size) + textWidth(readout, quiet.size)) / SLACK + 6 * scale;
  const fit = Math.min(1, (width - x) / wide);
  const marks: Mark[] = side ? signMarks(side, 5.5 * scale, 11 * scale, 10 * scale, drawStyle) : [];
  // All titles share a baseline, even if shrunk.
  const base = (style: TextStyle, share = fit) => ({ ...style, size: style.size * share });
  marks.push({ ...textLine(title, x, 0, base(strong)), y: 15.5 * scale });
  const said = base(quiet, Math.max(fit, READABLE));
  if (readout !== '')
    marks.push({ ...textLine(readout, width, 0, said, 'end'), y: 15.5 * scale, tabular: true });
  return marks;
}

/** Gives arrived dots, if any, and the side's verdict. */
export function verdictWords(snapshot: Snapshot, side: SideName, t: Translate): string {
  const state = snapshot.store.getState();
  if (!hasPart(state, 'verdict')) return '';
  const count = crowdSentence(state, side, t);
  return [...(count === '' ? [] : [count]), viewOf(state).verdict(snapshot, state, side, t)].join(' ');
}

/** Draws a verdict, smaller if it has more than `lines` lines. */
function verdictMarks(
  { snapshot, drawStyle, t }: Context,
  side: SideName,
  width: number,
  lines: number,
): Mark[] {
  const { palette, scale } = drawStyle;
  const color = side === 'left' ? palette.leftText : palette.rightText;
  const words = verdictWords(snapshot, side, t);
  for (let shrink = 1; ; shrink *= 0.94) {
    const style: TextStyle = { font: 'serif', size: VERDICT * scale * shrink, weight: 400, color };
    const wrapped = wrapText(words, SLACK * width, style);
    if (wrapped.length <= lines / shrink || shrink < 0.6) return textBlock(wrapped, 0, 3 * scale, style);
  }
}

/** Returns a panel's picture; `BLANK` if unknown to the figure. */
function pictureOf({ figure, state }: Context, { name, picture }: Panel): PanelPicture {
  const drawn = picture ?? figure.panels[name] ?? BLANK;
  return hasPart(state, name) ? drawn : { ...drawn, draw: BLANK.draw };
}

const BLANK: PanelPicture = { aspect: 0, draw: () => [], tell: () => [] };

function legendMarks(context: Context, sides: readonly SideName[], width: number): Mark[] {
  const { snapshot, kit, drawStyle, figure } = context;
  const gap = 12 * drawStyle.scale;
  const each = (width - gap * (sides.length - 1)) / sides.length;
  const size = { width: each, height: LEGEND * drawStyle.scale };
  return sides.map((side, i) =>
    group('legend', i * (each + gap), 0, figure.drawLegend(kit, snapshot, side, size)),
  );
}

function composePart(context: Context, part: FigurePart, width: number): Piece {
  const { snapshot, kit, drawStyle, state, view, figure } = context;
  const { scale } = drawStyle;
  const panel = view.panels(state).find(({ name }) => name === part);
  const plate = panel ? pictureOf(context, panel) : figure.alone?.find(({ name }) => name === part);
  if (!plate) return curvesPiece(context, width, CURVE.alone * scale);
  const head = panel ? HEAD * scale : 0;
  const height = Math.round(plate.aspect * width);
  const marks: Mark[] = panel ? [group('title', 0, 0, headMarks(context, panel, width))] : [];
  marks.push(group(part, 0, head, plate.draw(kit, snapshot, { width, height })));
  const legends = panel?.side ? figure.legends(state, part) : [];
  let below = head + height;
  if (legends.length > 0) {
    below += 6 * scale;
    marks.push(group('legends', 0, below, legendMarks(context, legends, width)));
    below += LEGEND * scale;
  }
  return { marks, height: below + 4 * scale };
}

type Draw = (size: Size) => DisplayList;

function curveDraws({ snapshot, kit, view }: Context): Draw[] {
  const state = snapshot.store.getState();
  return withRoom(state, view.curves).map(
    ({ name, createPicture }) =>
      (size) =>
        hasPart(state, name) ? kit.draw(createPicture, snapshot, size) : [],
  );
}

/** Lays out curves and meter, in a row if there is room. */
function curvesPiece(context: Context, width: number, height: number): Piece {
  const { snapshot, kit, drawStyle, figure } = context;
  const drawings = curveDraws(context);
  if (figure.drawMeter && hasPart(context.state, 'gap'))
    drawings.push((size) => figure.drawMeter!(kit, snapshot, size));
  const gap = GUTTER * drawStyle.scale;
  if (width < WIDE * drawStyle.scale) {
    const marks = drawings.map((draw, i) =>
      group('curve', 0, i * (height + gap / 2), draw({ width, height })),
    );
    return { marks, height: drawings.length * (height + gap / 2) };
  }
  const each = (width - (drawings.length - 1) * gap) / drawings.length;
  const marks = drawings.map((draw, i) => group('curve', i * (each + gap), 0, draw({ width: each, height })));
  return { marks, height };
}

function composeView(context: Context, width: number, height: number | undefined): Piece {
  const panels = withRoom(context.state, context.view.panels(context.state));
  return width < WIDE * context.drawStyle.scale
    ? composeColumn(context, panels, width)
    : composeRow(context, panels, width, height);
}

/** Returns the lines reserved for verdicts: in films, whose panels must not move, the most. */
function verdictLines({ snapshot, drawStyle, t, view }: Context, width: number | null): number {
  if (width === null) return view.wordy ? 3 : 2;
  const style = { font: 'serif', size: VERDICT * drawStyle.scale, weight: 400, color: '' } as const;
  const lines = (['left', 'right'] as const).map(
    (side) => wrapText(verdictWords(snapshot, side, t), SLACK * width, style).length,
  );
  return Math.min(4, Math.max(1, ...lines));
}

/** Lays out panels in a row, verdicts, legends and curves. */
function composeRow(
  context: Context,
  all: readonly Panel[],
  width: number,
  height: number | undefined,
): Piece {
  const { snapshot, kit, state, figure } = context;
  const { scale } = context.drawStyle;
  const inView = figure.legendsIn === 'view';
  const gap = GUTTER * scale;
  const third = (width - 2 * gap) / 3;
  const needsRow = (panel: Panel) => third < (pictureOf(context, panel).least?.(state) ?? 0) * scale;
  const apart = height === undefined ? all.find(needsRow) : undefined;
  const panels = all.filter((panel) => panel !== apart);
  const columns = apart ? 2 : 3;
  const column = (width - (columns - 1) * gap) / columns;
  const lines = verdictLines(context, height === undefined ? column : null);
  const footer = Math.max(inView ? (LEGEND + 4) * scale : 0, (3 + lines * LEADING * VERDICT) * scale);
  const rest = HEAD * scale + footer + gap;
  const plate = height ? Math.max(60 * scale, Math.min(column, height - rest - CURVE.film * scale)) : column;
  const curve = height
    ? Math.max(40 * scale, Math.min(CURVE.most * scale, height - rest - plate))
    : (CURVE.least + 16) * scale;
  const marks: Mark[] = [];
  const spare = columns - panels.length;
  let x = 0;
  for (const panel of panels) {
    const { name, side } = panel;
    const wide = pictureOf(context, panel).isWide ? column + spare * (column + gap) : column;
    const inside: Mark[] = [
      group('title', 0, 0, headMarks(context, panel, wide)),
      group(name, 0, HEAD * scale, plateMarks(context, panel, { width: wide, height: plate })),
    ];
    if (side)
      inside.push(group('verdict', 0, HEAD * scale + plate, verdictMarks(context, side, wide, lines)));
    marks.push(group('panel', x, 0, inside));
    x += wide + gap;
  }
  const below = HEAD * scale + plate + 4 * scale;
  const legends = inView ? figure.legends(state, 'view') : [];
  if (panels.some(({ side }) => side) && legends.length > 0)
    marks.push(group('legends', width - column, below, legendMarks(context, legends, column)));
  let top = HEAD * scale + plate + footer + gap;
  if (apart) {
    const row = 250 * scale;
    marks.push(
      group('panel', 0, top, [
        ...headMarks(context, apart, width),
        group(
          apart.name,
          0,
          HEAD * scale,
          pictureOf(context, apart).draw(kit, snapshot, { width, height: row }),
        ),
      ]),
    );
    top += HEAD * scale + row + gap;
  }
  const curves = curvesPiece(context, width, curve);
  marks.push(group('curves', 0, top, curves.marks));
  return { marks, height: top + curves.height };
}

/** Draws a panel's picture, with its legend if legends belong to panels. */
function plateMarks(context: Context, panel: Panel, { width, height }: Size): DisplayList {
  const { drawStyle, snapshot, kit, state, figure } = context;
  const { draw } = pictureOf(context, panel);
  const own = figure.legendsIn === 'panel' ? figure.legends(state, panel.name) : [];
  if (own.length === 0) return draw(kit, snapshot, { width, height });
  const legend = (LEGEND - 2) * drawStyle.scale;
  return [
    ...draw(kit, snapshot, { width, height: height - legend }),
    group('legend', 0, height - legend + 2 * drawStyle.scale, legendMarks(context, own, width)),
  ];
}

/** Heights in a narrow column. */
const NARROW = { row: 170, meter: 120 } as const;

/** Stacks the panels for a narrow column; remaining ones and curves go in pairs. */
function composeColumn(context: Context, panels: readonly Panel[], width: number): Piece {
  const { snapshot, kit, drawStyle, t, state, figure } = context;
  const { scale } = drawStyle;
  const marks: Mark[] = [];
  const gap = 0.75 * GUTTER * scale;
  const half = (width - gap) / 2;
  let y = 0;
  const last = panels.findLast(({ side }) => side);

  function column(panel: Panel, aspect: number): void {
    const { name, side } = panel;
    const height = aspect * width;
    marks.push(group('title', 0, y, headMarks(context, panel, width)));
    y += HEAD * scale;
    marks.push(group(name, 0, y, pictureOf(context, panel).draw(kit, snapshot, { width, height })));
    y += height;
    if (side) {
      const style = { font: 'serif', size: VERDICT * scale, weight: 400, color: '' } as const;
      const lines = wrapText(verdictWords(snapshot, side, t), SLACK * width, style).length;
      marks.push(group('verdict', 0, y, verdictMarks(context, side, width, lines)));
      y += (5 + lines * LEADING * VERDICT) * scale;
    }
    const shared = figure.legendsIn === 'view';
    const sides = shared && panel !== last ? [] : figure.legends(state, shared ? 'view' : name);
    if (sides.length > 0) {
      marks.push(group('legends', 0, y + 4 * scale, legendMarks(context, sides, width)));
      y += (LEGEND + 4) * scale;
    }
    y += 5 * scale;
  }

  for (const panel of panels) {
    const aspect = pictureOf(context, panel).narrow?.(state);
    if (aspect !== undefined) column(panel, aspect);
  }
  const small = panels.filter((panel) => !pictureOf(context, panel).narrow);
  const pairs: Draw[] = [
    ...small.map(
      (panel): Draw =>
        (size) =>
          titledMarks(context, panel, size),
    ),
    ...curveDraws(context),
  ];
  for (let i = 0; i < pairs.length; i += 2) {
    const height = (i === 0 && small.length > 0 ? NARROW.row : CURVE.least) * scale;
    pairs.slice(i, i + 2).forEach((draw, j) => {
      marks.push(group('curve', j * (half + gap), y, draw({ width: half, height })));
    });
    y += height + 0.5 * gap;
  }
  if (!figure.drawMeter) return { marks, height: y };
  const height = NARROW.meter * scale;
  marks.push(group('meter', 0, y, figure.drawMeter(kit, snapshot, { width, height })));
  return { marks, height: y + height };
}

function titledMarks(context: Context, panel: Panel, { width, height }: Size): DisplayList {
  const head = HEAD * context.drawStyle.scale;
  const size = { width, height: height - head };
  return [
    ...headMarks(context, panel, width),
    group(panel.name, 0, head, pictureOf(context, panel).draw(context.kit, context.snapshot, size)),
  ];
}
