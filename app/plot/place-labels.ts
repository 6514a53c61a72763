import { growRect, overlapArea, type Rect } from './geometry.ts';
import { textWidth } from './text-width.ts';

/** A label that wants to stand beside a mark; the first one chooses first. */
export interface LabelRequest {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Distance from the mark's centre to the label. */
  readonly gap: number;
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

/**
 * Places labels beside their marks inside `frame`, each where it covers least of `keepOut`, of earlier labels and of the
 * points of `paths` (flat [x, y, ...]).
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  frame: Rect,
  keepOut: readonly Rect[],
  paths: readonly ArrayLike<number>[],
): PlacedLabel[] {
  const taken = [...keepOut];
  return requests.map((request) => {
    let best: { cost: number; rect: Rect } | null = null;
    for (const [dx, dy] of PLACES) {
      const rect = labelRect(request, dx, dy);
      const area = rect.width * rect.height;
      let cost = OUTSIDE * (area - overlapArea(rect, growRect(frame, -4)));
      for (const other of taken) cost += overlapArea(rect, other);
      for (const path of paths) cost += (area / 40) * pointsInside(path, rect);
      if (!best || cost < best.cost) best = { cost, rect };
    }
    const { rect } = best!;
    taken.push(rect);
    return {
      text: request.text,
      x: rect.x + rect.width / 2,
      y: rect.y + rect.height / 2,
      size: request.size,
    };
  });
}

function labelRect({ text, x, y, size, gap }: LabelRequest, dx: number, dy: number): Rect {
  const width = textWidth(text, size) + 4;
  const height = 1.2 * size;
  const corner = dx !== 0 && dy !== 0 ? 0.7 : 1;
  const cx = x + dx * (corner * gap + width / 2);
  const cy = y + dy * (corner * gap + height / 2);
  return { x: cx - width / 2, y: cy - height / 2, width, height };
}

/** How many points of a path lie in the rect, at most 40 looked at. */
function pointsInside(path: ArrayLike<number>, rect: Rect): number {
  const stride = 2 * Math.max(1, Math.ceil(path.length / 80));
  let count = 0;
  for (let i = 0; i + 1 < path.length; i += stride)
    if (
      path[i]! >= rect.x &&
      path[i]! <= rect.x + rect.width &&
      path[i + 1]! >= rect.y &&
      path[i + 1]! <= rect.y + rect.height
    )
      count++;
  return count;
}
