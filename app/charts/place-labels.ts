import type { TextMark } from './display-list.ts';
import { clipSegment, containsPixel, growRect, overlapArea, type Rect } from './geometry.ts';
import { textWidth } from './text-width.ts';

export interface Place {
  readonly box: Rect;
}

/** A text's positions, and the cost of each given the boxes taken and the earlier texts; Infinity forbids it. */
export interface Wanted<P extends Place> {
  readonly places: Iterable<P>;
  /** A cost that ends the search. */
  readonly enough?: number;
  cost(place: P, taken: readonly Rect[], earlier: readonly (P | null)[]): number;
}

/**
 * Places texts in order: each takes its cheapest position (the first of equals) and blocks its box plus `room` pixels on every side. Null
 * if all are forbidden.
 */
export function placeInTurn<P extends Place>(
  wanted: readonly Wanted<P>[],
  taken: readonly Rect[] = [],
  room = 0,
): (P | null)[] {
  const all = [...taken];
  const placed: (P | null)[] = [];
  for (const { places, cost, enough } of wanted) {
    let best: P | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const place of places) {
      const price = cost(place, all, placed);
      // With NaN costs the first position counts.
      if (best ? price < least : price !== Number.POSITIVE_INFINITY) [best, least] = [place, price];
      if (least === enough) break;
    }
    if (best) all.push(growRect(best.box, room));
    placed.push(best);
  }
  return placed;
}

/** Returns the covered area of a box in square pixels. */
export function covered(box: Rect, others: readonly Rect[]): number {
  let area = 0;
  for (const other of others) area += overlapArea(box, other);
  return area;
}

/** A mark's label; the first chooses first. */
export interface LabelRequest {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Distance from the mark's centre to the label. */
  readonly gap: number;
  /** Additional distances in pixels, tried for less overlap; default none. */
  readonly farther?: readonly number[];
}

export interface PlacedLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** Positions around a mark: below, above, right, left, corners. */
const PLACES = [
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
  [1, 1],
  [-1, 1],
  [1, -1],
  [-1, -1],
] as const;

/** Cost of a pixel outside the frame. */
const OUTSIDE = 4;

/** Cost of a pixel over a mark and over another label. */
const [OVER_MARKS, OVER_WORDS] = [2, 12];

/** Cost, as a share of its area, of a label on a neighbouring mark's side. */
const AMBIGUOUS = 0.3;

/** Cost of a pixel farther from the mark, in pixels of label height. */
const FARTHER = 0.4;

/** Factor for wider fallback fonts, as in an embed, which fetches no fonts. */
const STAND_IN = 1.14;

/** Share of its size at which a long label gives up the room for wider fonts. */
const READABLE = 0.66;

function fitting(request: LabelRequest, frame: Rect): LabelRequest {
  const share = frame.width / labelBox(request).width;
  const size = request.size * Math.max(share / STAND_IN, Math.min(READABLE, share));
  return size < request.size && frame.width > 0 ? { ...request, size } : request;
}

/** Moves a visible mark's label inside the frame. */
function inside(rect: Rect, { x, y }: LabelRequest, frame: Rect): Rect {
  const isWhole = overlapArea(rect, frame) >= 0.999 * rect.width * rect.height;
  if (isWhole || !containsPixel(frame, x, y)) return rect;
  const clamp = (at: number, from: number, room: number) => Math.max(from, Math.min(from + room, at));
  const spare = Math.max(0, Math.min((STAND_IN - 1) * rect.width, frame.width - rect.width)) / 2;
  return {
    ...rect,
    x: clamp(rect.x, frame.x + spare, Math.max(0, frame.width - rect.width - 2 * spare)),
    y: clamp(rect.y, frame.y, Math.max(0, frame.height - rect.height)),
  };
}

/** A position next to a mark: side, additional distance, box, position in the frame. */
interface Beside extends Place {
  readonly request: LabelRequest;
  readonly dx: number;
  readonly dy: number;
  readonly more: number;
  readonly rect: Rect;
}

/**
 * Places labels next to their marks inside `frame`, where they cover least of `keepOut`, earlier labels, `written` boxes, `paths` and
 * `points` (both flat [x, y, ...]). Nearly coinciding marks get labels on opposite sides. Non-finite coordinates cover nothing.
 */
export function placeLabels(
  wanted: readonly LabelRequest[],
  frame: Rect,
  keepOut: readonly Rect[],
  paths: readonly ArrayLike<number>[],
  points: ArrayLike<number> = [],
  written: readonly Rect[] = [],
): PlacedLabel[] {
  const requests = wanted.map((request) => fitting(request, frame));
  const asked = requests.map((request): Wanted<Beside> => {
    const isNear = (other: LabelRequest) =>
      other !== request && Math.hypot(request.x - other.x, request.y - other.y) < request.gap + other.gap;
    const neighbours = requests.filter(isNear);
    return {
      places: [0, ...(request.farther ?? [])].flatMap((more) =>
        PLACES.map(([dx, dy]) => {
          const rect = labelRect({ ...request, gap: request.gap + more }, dx, dy);
          return { request, dx, dy, more, rect, box: inside(rect, request, frame) };
        }),
      ),
      cost({ dx, dy, more, rect, box }, taken, earlier) {
        const area = rect.width * rect.height;
        let cost = FARTHER * more * request.size;
        cost += OUTSIDE * (area - overlapArea(box, growRect(frame, -4)));
        cost += 2 * request.size * Math.hypot(box.x - rect.x, box.y - rect.y);
        cost += OVER_MARKS * covered(box, keepOut) + OVER_WORDS * covered(box, taken);
        for (const path of paths) cost += request.size * lengthInside(path, box);
        cost += 0.5 * request.size ** 2 * pointsInside(points, growRect(box, 3));
        // As close to another mark as that mark's own label, it would be misread.
        for (const other of requests)
          if (other !== request && containsPixel(growRect(rect, other.gap), other.x, other.y))
            cost += AMBIGUOUS * area;
        const norm = Math.hypot(dx, dy);
        for (const other of neighbours) {
          const [ox, oy] = [request.x - other.x, request.y - other.y];
          const apart = Math.hypot(ox, oy);
          if (apart > 1) cost -= (AMBIGUOUS * area * (dx * ox + dy * oy)) / (norm * apart);
          const its = earlier.find((one) => one?.request === other);
          if (!its) continue;
          const same = (dx * its.dx + dy * its.dy) / (norm * Math.hypot(its.dx, its.dy));
          cost += (AMBIGUOUS * area * (1 + same)) / 2;
        }
        return cost;
      },
    };
  });
  return placeInTurn(asked, written).map((place, i): PlacedLabel => {
    const { x, y, width, height } = place!.box;
    return { text: requests[i]!.text, x: x + width / 2, y: y + height / 2, size: requests[i]!.size };
  });
}

export function labelBox({ text, x, y, size }: PlacedLabel): Rect {
  const width = textWidth(text, size) + 4;
  const height = 1.2 * size;
  return { x: x - width / 2, y: y - height / 2, width, height };
}

function labelRect({ text, x, y, size, gap }: LabelRequest, dx: number, dy: number): Rect {
  const { width, height } = labelBox({ text, x, y, size });
  const corner = dx !== 0 && dy !== 0 ? 0.7 : 1;
  const cx = x + dx * (corner * gap + width / 2);
  const cy = y + dy * (corner * gap + height / 2);
  return labelBox({ text, x: cx, y: cy, size });
}

/** Returns the pixels of a polyline within the rect. */
function lengthInside(path: ArrayLike<number>, rect: Rect): number {
  const right = rect.x + rect.width;
  const bottom = rect.y + rect.height;
  let length = 0;
  for (let i = 0; i + 3 < path.length; i += 2) {
    const [ax, ay, bx, by] = [path[i]!, path[i + 1]!, path[i + 2]!, path[i + 3]!];
    if (Math.max(ax, bx) < rect.x || Math.min(ax, bx) > right) continue;
    if (Math.max(ay, by) < rect.y || Math.min(ay, by) > bottom) continue;
    const part = clipSegment(ax, ay, bx, by, rect);
    if (part) length += Math.hypot(part[2] - part[0], part[3] - part[1]);
  }
  return length;
}

function pointsInside(points: ArrayLike<number>, rect: Rect): number {
  let count = 0;
  for (let i = 0; i + 1 < points.length; i += 2) if (containsPixel(rect, points[i]!, points[i + 1]!)) count++;
  return count;
}

/** Returns a semi-bold centred name with a halo. */
export function nameMark(
  { text, x, y, size }: PlacedLabel,
  color: string,
  halo: { readonly color: string; readonly width: number },
): TextMark {
  return {
    kind: 'text',
    x,
    y,
    text,
    font: 'sans',
    size,
    weight: 600,
    anchor: 'middle',
    baseline: 'middle',
    color,
    halo,
  };
}
