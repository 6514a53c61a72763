import { scaleSymlog } from 'd3-scale';
import type { SideName } from '../../../../engine/contract.ts';
import {
  type DisplayList,
  type Mark,
  pathMark,
  penStroke,
  type StrokeLayer,
  symbolsMark,
} from '../../../charts/display-list.ts';
import {
  axisText,
  clipped,
  type Drawing,
  type Frame,
  linearTicks,
  outline,
  plotRect,
  roomFor,
} from '../../../charts/frame.ts';
import { createPlane, type Plane } from '../../../charts/geometry.ts';
import { type KeyEntry, stretch } from '../../../charts/marks/key-marks.ts';
import { sideStyle } from '../../../charts/marks/side-style.ts';
import { formatCount } from '../../../charts/number-label.ts';
import { simplify } from '../../../charts/simplify.ts';
import { textWidth } from '../../../charts/text-width.ts';
import type { ThinnedPath } from '../../../charts/thin.ts';
import { drawChart, keyHeight, litStrokes, upright } from '../../kit/chart.ts';
import type { ShuffleMark } from '../shuffle-marks.ts';
import type { Branch } from './levels-branches.ts';

export interface LevelCorner {
  readonly label: string;
  readonly cost: number;
  /** Share from which it is a trap; null while a scene asks. */
  readonly from: number | null;
  readonly isBest: boolean;
}

export interface LevelRun {
  readonly side: SideName;
  readonly share: number;
  readonly cost: number;
  /** Path in pixels of `levelsPlane`. */
  readonly path: ThinnedPath | null;
}

export interface LevelsInput extends Drawing {
  readonly branches: readonly Branch[];
  readonly corners: readonly LevelCorner[];
  /** E of the relaxation's minimum; NaN if unknown. `asks`: a scene asks for it. */
  readonly least: number;
  readonly asks: boolean;
  /** Lower bound on every cost; NaN if unknown. */
  readonly bound: number;
  /** Set lambda/L, and the share being read. */
  readonly share: number;
  readonly pointed: number | null;
  readonly lit: ShuffleMark | null;
  readonly names: Readonly<Record<'x' | 'y' | 'minimum' | 'saddle' | 'maximum' | 'bound' | 'least', string>>;
}

/** End of the axis (beyond L/3 every corner is a trap), and of its linear part. */
export const LAST_SHARE = 1;
const LINEAR_TO = 0.02;

const TICKS = [0, 0.02, 0.05, 0.1, 0.2, 0.5, 1];

type Scale = (value: number) => number;

function keyOf(input: LevelsInput): KeyEntry[] {
  const { palette, scale, names, branches } = input;
  const kinds = (['minimum', 'saddle', 'maximum'] as const).filter(
    (kind) => kind === 'minimum' || branches.some((branch) => branch.kind === kind),
  );
  return kinds.map((kind) => ({
    label: names[kind],
    color: palette.ink,
    sign: stretch(16 * scale, [strokeOf(kind, input)]),
  }));
}

function strokeOf(kind: Branch['kind'], { palette, scale }: Drawing) {
  if (kind === 'minimum') return penStroke(palette.ink, 2.2 * scale, { cap: 'butt' });
  const dash = kind === 'saddle' ? [5 * scale, 3.5 * scale] : [1.5 * scale, 3 * scale];
  return penStroke(palette.muted, 1.6 * scale, { dash, cap: 'butt' });
}

const litStroke = (input: LevelsInput, mark: ShuffleMark): StrokeLayer[] =>
  input.lit === mark ? litStrokes(input, 5) : [];

const labelRoom = ({ corners, scale }: LevelsInput) =>
  Math.max(24, ...corners.map(({ label }) => textWidth(label, 12) + 30)) * scale;

function layout(input: LevelsInput) {
  const { width, height, scale, corners, least } = input;
  const entries = keyOf(input);
  // E is convex, so these bound it on the triangle.
  const costs = [...corners.map(({ cost }) => cost), least].filter(Number.isFinite);
  const [low, most] = costs.length > 0 ? [Math.min(...costs), Math.max(...costs)] : [0, 1];
  // Rounding is no difference.
  const high = most - low > 1e-12 * Math.abs(most) ? most : low;
  const top = keyHeight(input, input.names.y, entries, 12);
  const margins = { right: labelRoom(input), top, bottom: 34 * scale };
  const left = roomFor(linearTicks(low, high, height / (44 * scale)), scale, 40);
  const rect = plotRect({ width, height }, { left, ...margins });
  const unit = (high - low || 1) / Math.max(1, rect.height - 40 * scale);
  // Room for the bound's label.
  const view = { x0: 0, x1: 1, y0: low - 26 * scale * unit, y1: high + 14 * scale * unit };
  const plane = createPlane(view, rect);
  const x = (share: number) => plane.toPixel(along(share), 0)[0];
  const y = (cost: number) => plane.toPixel(0, cost)[1];
  return { entries, rect, plane, x, y };
}

/** Returns the plane of `along` and E. */
export const levelsPlane = (input: LevelsInput): Plane => layout(input).plane;

/** Returns the share at a pixel, rounded to two digits. */
export function shareAt(input: LevelsInput, px: number): number {
  const { rect } = layout(input);
  return shareAlong((px - rect.x) / rect.width);
}

/** Maps a share to [0, 1]. */
export const along = scaleSymlog([0, LAST_SHARE], [0, 1]).constant(LINEAR_TO).clamp(true);
const shareAlong = (at: number) => Number(along.invert(Math.max(0, Math.min(1, at))).toPrecision(2));

/** Returns the share after a key: at least 1/50 of the axis further, and different. */
export function nextShare(share: number, way: 1 | -1): number {
  for (let by = 0.02; by < 1; by += 0.02) {
    const next = shareAlong(along(share) + way * by);
    if (way * (next - share) > 0) return next;
  }
  return way > 0 ? Math.max(share, LAST_SHARE) : 0;
}

/** Draws all rest points of E + lambda P over lambda. */
export function drawLevels(input: LevelsInput): DisplayList {
  const { scale, branches, names, pointed, share } = input;
  const { entries, rect, plane, x, y } = layout(input);
  const placed = (flat: ArrayLike<number>) =>
    Array.from(flat, (value, i) => (i % 2 === 0 ? x(value) : y(value)));
  // Minima lie over saddles.
  const order = { maximum: 0, saddle: 1, minimum: 2 };
  const sorted = [...branches].sort((a, b) => order[a.kind] - order[b.kind]);
  return [
    outline(input),
    ...drawChart(input, {
      rect,
      title: { text: names.y, y: 12 * scale },
      key: entries,
      y: { ticks: linearTicks(plane.view.y0, plane.view.y1, rect.height / (44 * scale), y) },
      x: {
        ticks: TICKS.map((value) => ({ label: formatCount(value), at: x(value) })),
        to: rect.x + rect.width + 14 * scale,
        below: 20,
        name: { text: names.x, x: 6 * scale, below: 20 },
      },
      hasBase: true,
      layers: (frame) => [
        ...boundMarks(input, frame, y),
        ...(pointed === null ? [] : [upright(input, rect, x(pointed), 'hover', 1.2)]),
        upright(input, rect, x(share), 'cursor', 2),
        clipped(
          rect,
          [
            ...guideMarks(input, x, y, frame),
            ...sorted.map(({ kind, line }) =>
              pathMark(
                [simplify(placed(line), 0.15)],
                [...litStroke(input, 'rests'), strokeOf(kind, input)],
                { role: 'rests' },
              ),
            ),
          ],
          2 * scale,
        ),
        ...cornerMarks(input, x, y, frame),
        ...leastMarks(input, y, frame),
        handleMark(input, x, frame),
      ],
    }),
  ];
}

function boundMarks(input: LevelsInput, frame: Frame, y: Scale): Mark[] {
  const { bound, names, palette, scale } = input;
  const { rect, right, bottom } = frame;
  const at = y(bound);
  if (!(at <= bottom)) return [];
  const polygon = [rect.x, at, right, at, right, bottom, rect.x, bottom];
  const stroke = penStroke(palette.hairline, 1.2 * scale);
  const label = axisText(
    frame,
    names.bound,
    right - 4 * scale,
    Math.min(bottom - 8 * scale, at + 9 * scale),
    'end',
    {
      room: rect.width - 8 * scale,
    },
  );
  return [
    { kind: 'hatch', polygon, spacing: 6 * scale, angle: 135, stroke },
    pathMark(
      [[rect.x, at, right, at]],
      [...litStroke(input, 'bound'), penStroke(palette.ink, 1.6 * scale, { cap: 'butt' })],
      {
        role: 'bound',
      },
    ),
    { ...label, color: palette.ink, halo: { color: palette.paper, width: 3 * scale } },
  ];
}

/** Draws guides to where a corner becomes a trap. */
function guideMarks(
  { corners, palette, scale }: LevelsInput,
  x: Scale,
  y: Scale,
  { rect, right, bottom }: Frame,
): Mark[] {
  const lines = corners.flatMap(({ cost, from }) => {
    if (from === null) return [[rect.x, y(cost), right, y(cost)]];
    const at = x(Math.max(0, from));
    return [
      [rect.x, y(cost), at, y(cost)],
      [at, bottom, at, y(cost)],
    ];
  });
  return [
    pathMark(lines, [
      penStroke(palette.hairline, 1.2 * scale, { dash: [2 * scale, 3 * scale], cap: 'butt' }),
    ]),
  ];
}

/** Marks thresholds, and labels costs. */
function cornerMarks(input: LevelsInput, x: Scale, y: Scale, { bottom, right }: Frame): Mark[] {
  const { corners, palette, scale, share } = input;
  const line = 14 * scale;
  let free = Number.NEGATIVE_INFINITY;
  const sorted = [...corners].sort((a, b) => b.cost - a.cost);
  return sorted.flatMap(({ label, cost, from, isBest }): Mark[] => {
    const at: [number, number] = [x(Math.max(0, from ?? 0)), y(cost)];
    free = Math.max(at[1], free + line);
    const isTrap = from !== null && share > from;
    const text = axisText(input, label, right + 20 * scale, free, 'start', { strong: isTrap });
    const fill = isTrap ? palette.ink : palette.paper;
    const strokes = [penStroke(palette.ink, 2 * scale)];
    const marks: Mark[] = [
      symbolsMark('dot', at, 7 * scale, { role: 'minimum', fill, strokes }),
      symbolsMark('triangle', [at[0], bottom + 6 * scale], 9 * scale, { role: 'criterion', fill, strokes }),
      { ...text, color: palette.ink },
    ];
    const sign = [right + 10 * scale, free];
    marks.push(
      isBest
        ? symbolsMark('star', sign, 14 * scale, {
            role: 'star',
            fill: palette.plant,
            strokes: [penStroke(palette.ink, 1.8 * scale)],
          })
        : pathMark([[right + 4 * scale, free, right + 14 * scale, free]], [strokeOf('minimum', input)]),
    );
    if (free !== at[1])
      marks.push(pathMark([[right, at[1], right + 4 * scale, free]], [penStroke(palette.muted, scale)]));
    return from !== null && from > 0 ? marks : marks.slice(2);
  });
}

/** Marks the relaxation's minimum at lambda = 0. */
function leastMarks({ least, asks, palette, scale, names }: LevelsInput, y: Scale, frame: Frame): Mark[] {
  if (asks || !Number.isFinite(least)) return [];
  const { rect } = frame;
  const label = axisText(frame, names.least, rect.x + 10 * scale, y(least) - 10 * scale, 'start');
  return [
    symbolsMark('ring', [rect.x, y(least)], 14 * scale, {
      role: 'minimum',
      strokes: [penStroke(palette.paper, 5 * scale), penStroke(palette.ink, 2 * scale)],
    }),
    { ...label, halo: { color: palette.paper, width: 3 * scale } },
  ];
}

export function drawLevelRuns(input: LevelsInput, runs: readonly LevelRun[]): DisplayList {
  const { palette, scale } = input;
  const { rect, x, y } = layout(input);
  return runs.flatMap(({ side, share, cost, path }): Mark[] => {
    const { shape, color, line } = sideStyle(side, { palette, scale });
    const casing = penStroke(palette.paper, 4 * scale, { opacity: 0.8 });
    const strokes = [casing, line(2 * scale)];
    return [
      ...(path ? [clipped(rect, [pathMark(path.lines, strokes, { role: `path-${side}` })], 4 * scale)] : []),
      symbolsMark(shape, [x(share), y(cost)], (side === 'left' ? 12 : 10) * scale, {
        role: `head-${side}`,
        fill: color,
        strokes: [penStroke(palette.paper, 3.4 * scale)],
      }),
    ];
  });
}

function handleMark({ share, palette, scale }: LevelsInput, x: Scale, { rect }: Frame): Mark {
  return symbolsMark('down', [x(share), rect.y], 13 * scale, {
    fill: palette.focus,
    strokes: [penStroke(palette.paper, 3 * scale)],
  });
}
