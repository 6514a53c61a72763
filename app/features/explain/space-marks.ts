import type { SideName } from '../../../engine/contract.ts';
import type { SideUpdate } from '../../../workers/protocol.ts';
import type { Mark, StrokeLayer } from '../../charts/display-list.ts';
import type { Look } from '../../charts/palette.ts';
import { placeLabels } from '../../charts/place-labels.ts';
import { mapText } from '../../pictures/landscape-frame.ts';
import { MARKS } from '../../pictures/landscape-overlay.ts';
import type { SpaceScene } from '../../session/extra-marks.ts';
import type { MapInput } from './map-marks.ts';

/** Radius of a halo in pixels at scale 1; length of an arrow as a share of the window; pieces that lie on the ground. */
const HALO = 21;
const ARROW = 0.22;
const PIECES = 24;
const BARB = 12;

type Place = readonly [number, number];

/** The marks that the explanation lays over a landscape in space: halos, and arrows that lie on the ground. */
export function spaceMarks(input: MapInput, space: SpaceScene, look: Look): Mark[] {
  const { side, highlight, stage, update, toPlane } = input;
  const own = update?.[side] ?? null;
  const marks: Mark[] = [];
  const halo = (at: Place | null) => marks.push(...haloMarks(at && space.toPixel(...at), look));
  if (stage && own) {
    const here = toPlane(own.original.weights);
    if (stage === 'gradient') marks.push(...slopeMarks(input, own, side, space, look));
    else if (stage === 'step' && own.original.next) {
      const there = toPlane(own.original.next);
      marks.push(
        ...arrowMarks(here, there, side, input.words.next, space, look),
        ...outlineMarks(side, space.toPixel(...there), look),
      );
    } else halo(here);
  }
  if (highlight === side) halo(input.head);
  if (highlight === 'start') halo(input.start);
  if (highlight === 'plant') {
    halo(input.plant);
    marks.push(...haloMarks(space.star, look));
  }
  const slope = { 'slope-left': 'left', 'slope-right': 'right', difference: 'difference' } as const;
  if (own && highlight && Object.hasOwn(slope, highlight)) {
    const which = slope[highlight as keyof typeof slope];
    if (input.shared || which === side) marks.push(...slopeMarks(input, own, which, space, look));
  }
  return marks;
}

function haloMarks(at: Place | null, { scale, palette }: Look): Mark[] {
  if (!at) return [];
  const ring = (width: number, color: string): StrokeLayer => ({ color, width: width * scale });
  return [
    {
      kind: 'circle',
      x: at[0],
      y: at[1],
      r: HALO * scale,
      strokes: [ring(9, palette.mapInk), ring(6.5, palette.mapPaper), ring(4, palette.plant)],
    },
  ];
}

/** The head's outline where it will be. */
function outlineMarks(side: SideName, at: Place | null, { scale, palette }: Look): Mark[] {
  if (!at) return [];
  const color = side === 'left' ? palette.mapLeft : palette.mapRight;
  return [
    {
      kind: 'symbols',
      shape: side === 'left' ? 'dot' : 'square',
      points: at,
      size: (MARKS.head + 4) * scale,
      strokes: [
        { color: palette.mapInk, width: 5.5 * scale },
        { color: palette.mapPaper, width: 4.2 * scale },
        { color, width: 2.4 * scale },
      ],
    },
  ];
}

/** Downhill from the present weights: all three to one scale, as on the flat maps. */
function slopeMarks(
  { toPlane, words, shared }: MapInput,
  own: SideUpdate,
  which: SideName | 'difference',
  space: SpaceScene,
  look: Look,
): Mark[] {
  const { weights } = own.original;
  const here = toPlane(weights);
  const { left, right } = own.descents;
  const difference = Array.from(right, (value, j) => value - left[j]!);
  const moveOf = (descent: ArrayLike<number>): Place => {
    const to = toPlane(Array.from(weights, (w, j) => w + descent[j]!));
    return [to[0] - here[0], to[1] - here[1]];
  };
  const moves = { left: moveOf(left), right: moveOf(right), difference: moveOf(difference) };
  const compared = shared ? Object.values(moves) : [moves[which]];
  const longest = Math.max(...compared.map((move) => Math.hypot(...move)));
  if (!(longest > 0) || !Number.isFinite(longest)) return haloMarks(space.toPixel(...here), look);
  const unit = (ARROW * (space.view.x1 - space.view.x0)) / longest;
  const [dx, dy] = moves[which];
  const there = [here[0] + unit * dx, here[1] + unit * dy] as const;
  return arrowMarks(here, there, which, words[which], space, look);
}

/** An arrow along the ground; what of it is off the window is left out. */
function arrowMarks(
  [x0, y0]: Place,
  [x1, y1]: Place,
  style: SideName | 'difference',
  text: string,
  space: SpaceScene,
  { scale, palette }: Look,
): Mark[] {
  const line: number[] = [];
  for (let i = 0; i <= PIECES; i++) {
    const share = i / PIECES;
    const at = space.toPixel(x0 + share * (x1 - x0), y0 + share * (y1 - y0));
    if (!at) break;
    line.push(...at);
  }
  const [fx, fy] = line.slice(-4);
  const [ex, ey] = line.slice(-2);
  if (line.length < 4 || Math.hypot(ex! - line[0]!, ey! - line[1]!) < 2 * scale) return [];
  const [dx, dy] = [ex! - fx!, ey! - fy!];
  const barb = (BARB * scale) / Math.max(1e-9, Math.hypot(dx, dy));
  const wing = (turn: number) => [ex! - barb * (dx - turn * dy), ey! - barb * (dy + turn * dx)];
  const lines = [line, [...wing(0.6), ex!, ey!, ...wing(-0.6)]];
  const color = { left: palette.mapLeft, right: palette.mapRight, difference: palette.plant }[style];
  const dash = style === 'left' ? {} : { dash: [9 * scale, 4 * scale], cap: 'butt' as const };
  const width = 3.4 * scale;
  const label = { text, x: ex!, y: ey!, size: 14 * scale, gap: 16 * scale };
  return [
    {
      kind: 'path',
      lines,
      strokes: [
        { color: palette.mapInk, width: width + 4.4 * scale },
        { color: palette.mapPaper, width: width + 2.4 * scale },
      ],
    },
    { kind: 'path', lines: [lines[0]!], strokes: [{ color, width, ...dash }] },
    { kind: 'path', lines: [lines[1]!], strokes: [{ color, width }] },
    ...placeLabels([label], space.rect, [], lines).map((placed) =>
      mapText(placed.text, placed.x, placed.y, placed.size, palette, scale),
    ),
  ];
}
