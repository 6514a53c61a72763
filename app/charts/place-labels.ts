import type { TextMark } from './display-list.ts';
import { clipSegment, containsPixel, growRect, overlapArea, type Rect } from './geometry.ts';
import { textWidth } from './text-width.ts';

/** A label that wants to stand beside a mark; the first one chooses first. */
export interface LabelRequest {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Distance from the mark's centre to the label. */
  readonly gap: number;
  /** How much farther off it may stand where it covers less there, in pixels; not at all when left out. */
  readonly farther?: readonly number[];
}

export interface PlacedLabel {
  readonly text: string;
  /** Centre. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** Eight places about a mark: below, above, right, left, then the corners. */
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

/** What a label pays for a pixel outside the frame, against one over another mark. */
const OUTSIDE = 4;

/** What a label pays for a pixel over another label, against one over a mark: two words on one another are no word. */
const OVER_WORDS = 3;

/** What a label pays, as a share of its area, for standing on the side of a neighbouring mark. */
const AMBIGUOUS = 0.3;

/** What a label pays for a pixel farther from its mark, in pixels of its height. */
const FARTHER = 0.4;

/** How much wider than our own letters those may be that stand in for them, as in an embed, which fetches no fonts. */
const STAND_IN = 1.14;

/** A label that is wider than the frame in smaller letters; it would be cut at both ends. */
function fitting(request: LabelRequest, frame: Rect): LabelRequest {
  const width = STAND_IN * labelBox(request).width;
  return width > frame.width && frame.width > 0
    ? { ...request, size: (request.size * frame.width) / width }
    : request;
}

/** A label of a mark that is seen, moved inward where it would be cut; those of others stand where they are not seen either. */
function inside(rect: Rect, { x, y }: LabelRequest, frame: Rect): Rect {
  const isWhole = overlapArea(rect, frame) >= 0.999 * rect.width * rect.height;
  if (isWhole || !containsPixel(frame, x, y)) return rect;
  const clamp = (at: number, from: number, room: number) => Math.max(from, Math.min(from + room, at));
  const spare = ((STAND_IN - 1) * rect.width) / 2;
  return {
    ...rect,
    x: clamp(rect.x, frame.x + spare, Math.max(0, frame.width - rect.width - 2 * spare)),
    y: clamp(rect.y, frame.y, Math.max(0, frame.height - rect.height)),
  };
}

/**
 * Places labels beside their marks inside `frame`, each where it covers least of `keepOut`, of earlier labels and of
 * what is `written`, of the lines of `paths` and of single `points` (both flat [x, y, ...]). Labels of marks that nearly coincide part: each
 * seeks the side that points away from the other. Non-finite coordinates cover nothing.
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
  const taken = [...written];
  const chosen: { request: LabelRequest; dx: number; dy: number }[] = [];
  return requests.map((request) => {
    let best: { cost: number; rect: Rect; dx: number; dy: number } | null = null;
    const rings = [0, ...(request.farther ?? [])];
    for (const [dx, dy, more] of rings.flatMap((ring) => PLACES.map(([x, y]) => [x, y, ring] as const))) {
      const rect = labelRect({ ...request, gap: request.gap + more }, dx, dy);
      const area = rect.width * rect.height;
      let cost = FARTHER * more * request.size;
      cost += OUTSIDE * (area - overlapArea(rect, growRect(frame, -4)));
      for (const other of keepOut) cost += overlapArea(rect, other);
      for (const other of taken) cost += OVER_WORDS * overlapArea(rect, other);
      for (const path of paths) cost += request.size * lengthInside(path, rect);
      cost += 0.5 * request.size ** 2 * pointsInside(points, growRect(rect, 3));
      const norm = Math.hypot(dx, dy);
      for (const other of requests) {
        const [ox, oy] = [request.x - other.x, request.y - other.y];
        const apart = Math.hypot(ox, oy);
        if (other === request || !(apart < request.gap + other.gap)) continue;
        if (apart > 1) cost -= (AMBIGUOUS * area * (dx * ox + dy * oy)) / (norm * apart);
        const earlier = chosen.find((one) => one.request === other);
        if (!earlier) continue;
        const same = (dx * earlier.dx + dy * earlier.dy) / (norm * Math.hypot(earlier.dx, earlier.dy));
        cost += (AMBIGUOUS * area * (1 + same)) / 2;
      }
      if (!best || cost < best.cost) best = { cost, rect, dx, dy };
    }
    const { dx, dy } = best!;
    const rect = inside(best!.rect, request, frame);
    taken.push(rect);
    chosen.push({ request, dx, dy });
    return {
      text: request.text,
      x: rect.x + rect.width / 2,
      y: rect.y + rect.height / 2,
      size: request.size,
    };
  });
}

/** What a placed label covers. */
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

/** Pixels of a polyline that lie in the rect: its segments count, not only its corners. */
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

/** A name on a picture: semi-bold, about its centre, in a casing of the ground. */
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
