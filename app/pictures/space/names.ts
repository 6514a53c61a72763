import { type DisplayList, type Mark, pathMark, type TextMark } from '../../charts/display-list.ts';
import { type AxisNames, axisText, type Drawing, linearTicks } from '../../charts/frame.ts';
import { containsPixel, overlapArea, type Rect, squareAt, type View } from '../../charts/geometry.ts';
import { type LabelRequest, placeLabels } from '../../charts/place-labels.ts';
import { textWidth } from '../../charts/text-width.ts';
import { mapText } from '../landscape/frame.ts';
import { MARKS, type Target } from '../landscape/overlay.ts';
import { PLINTH } from './surface.ts';

/** In CSS pixels. */
export type Pixel = readonly [number, number];

export type Project = (x: number, y: number, z: number) => Pixel;

/** A name and its mark's pixel; null outside the window. */
export interface Named {
  readonly at: Pixel | null;
  readonly text: string;
  readonly kind: Target['kind'] | 'start';
}

export interface NamesInput extends Drawing {
  readonly view: View;
  readonly axes: AxisNames;
  /** Direction to the eye along the ground: facing edges carry the graduation. */
  readonly eye: readonly [number, number];
  readonly named: readonly Named[];
  /** Path and pins as flat pixel polylines, and the iterate: names avoid both. */
  readonly lines: readonly ArrayLike<number>[];
  readonly head: Pixel | null;
  /** The dead zone's projected outline (flat pixels) and label; null for none. */
  readonly deadZone: { readonly outline: readonly number[]; readonly text: string } | null;
  readonly project: Project;
}

/** Draws marks' names, and the graduation along the two edges facing the eye. */
export function drawNames(input: NamesInput): DisplayList {
  return [...graduation(input), ...markNames(input)];
}

function markNames(input: NamesInput): Mark[] {
  const { width, height, scale, palette, named, lines, head } = input;
  const frame = { x: 0, y: 0, width, height };
  const requests: LabelRequest[] = [];
  const keepOut: Rect[] = head ? [squareAt(...head, MARKS.head * scale)] : [];
  for (const { at, text, kind } of named) {
    // A name without a visible mark would point at nothing.
    if (!at || !containsPixel(frame, at[0], at[1])) continue;
    const size = MARKS[kind] * scale;
    keepOut.push(squareAt(...at, size));
    if (text !== '') requests.push({ text, x: at[0], y: at[1], size: 13 * scale, gap: size / 2 + 5 * scale });
  }
  const names = placeLabels(requests, frame, keepOut, lines);
  const marks = names.map(({ text, x, y, size }) => mapText(text, x, y, size, palette, scale));
  const zone = zoneMark(input);
  if (!zone) return marks;
  const room = nameBox(zone);
  const isWhole = overlapArea(frame, room) > 0.999 * room.width * room.height;
  const isFree = [...keepOut, ...names.map(nameBox)].every((rect) => overlapArea(rect, room) === 0);
  return isWhole && isFree ? [zone, ...marks] : marks;
}

function nameBox({ text, x, y, size }: { text: string; x: number; y: number; size: number }): Rect {
  const width = textWidth(text, size);
  return { x: x - width / 2, y: y - 0.6 * size, width, height: 1.2 * size };
}

/** Draws the dead zone's label at its middle, if it fits. */
function zoneMark({ scale, palette, deadZone }: NamesInput): TextMark | null {
  if (!deadZone || deadZone.outline.length < 6) return null;
  const { outline, text } = deadZone;
  const n = outline.length / 2;
  const size = 13 * scale;
  let y = 0;
  for (let i = 0; i < n; i++) y += outline[2 * i + 1]! / n;
  let [left, right] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  // The label's upper and lower line must fit between their innermost crossings with the outline.
  for (const line of [y - 0.6 * size, y + 0.6 * size]) {
    const crossings: number[] = [];
    for (let i = 0; i < n; i++) {
      const j = (i + 1) % n;
      const [ax, ay, bx, by] = [outline[2 * i]!, outline[2 * i + 1]!, outline[2 * j]!, outline[2 * j + 1]!];
      if (ay <= line !== by <= line) crossings.push(ax + ((line - ay) / (by - ay)) * (bx - ax));
    }
    left = Math.max(left, Math.min(...crossings));
    right = Math.min(right, Math.max(...crossings));
  }
  if (!(right - left > textWidth(text, size) + size)) return null;
  return mapText(text, (left + right) / 2, y, size, palette, scale);
}

/** Draws ticks and numbers along the two edges facing the eye, the weights' names outside their middles. */
function graduation(input: NamesInput): Mark[] {
  const { scale, palette, view, axes, eye, project } = input;
  const size = 12 * scale;
  const marks: Mark[] = [];
  /** Boxes of text: at a corner both edges' numbers would overlap. */
  const taken: Rect[] = [];
  const edge = (low: number, high: number, name: string, place: (at: number, out: number) => Pixel): void => {
    const [ax, ay] = place(-1, 0);
    const [bx, by] = place(1, 0);
    const length = Math.hypot(bx - ax, by - ay);
    // An edge seen end-on has no room.
    if (length < 5 * size) return;
    // Perpendicular to the projected edge, away from the block.
    const [mx, my] = place(0, 0);
    const [ox, oy] = place(0, 0.2);
    const turn = (ox - mx) * (by - ay) - (oy - my) * (bx - ax) > 0 ? 1 : -1;
    const nx = (turn * (by - ay)) / length;
    const ny = (-turn * (bx - ax)) / length;
    const reach = (text: string) => Math.abs(nx) * textWidth(text, size) + Math.abs(ny) * size;
    const write = (text: string, [x, y]: Pixel, gap: number, strong: boolean): void => {
      const away = gap + reach(text) / 2;
      const mark = axisText(input, text, x + away * nx, y + away * ny, 'middle', { strong });
      const room = nameBox(mark);
      // The tick itself stays.
      if (taken.some((other) => overlapArea(room, other) > 0)) return;
      taken.push(room);
      marks.push(mark);
    };
    let widest = 0;
    for (const { value, label } of linearTicks(low, high, length / (80 * scale))) {
      const at = (2 * (value - low)) / (high - low) - 1;
      const [x, y] = place(at, 0);
      marks.push(
        pathMark(
          [[x, y, x + 4 * scale * nx, y + 4 * scale * ny]],
          [{ color: palette.frame, width: 1, cap: 'butt' }],
        ),
      );
      write(label, [x, y], 7 * scale, false);
      widest = Math.max(widest, reach(label));
    }
    write(name, [mx, my], widest + 11 * scale, true);
  };
  const front = eye[1] > 0 ? 1 : -1;
  const flank = eye[0] < 0 ? -1 : 1;
  edge(view.x0, view.x1, axes.x, (at, out) => project(at, front * (1 + out), -PLINTH));
  edge(view.y0, view.y1, axes.y, (at, out) => project(flank * (1 + out), at, -PLINTH));
  return marks;
}
