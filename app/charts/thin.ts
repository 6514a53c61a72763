import type { Plane } from './geometry.ts';

/** Iterates in memory: step k starts at values[k·stride]; x and y index the shown coordinates. */
export interface TrajectorySource {
  readonly values: ArrayLike<number>;
  readonly stride: number;
  readonly x: number;
  readonly y: number;
  /** Number of steps, the start included. */
  readonly count: number;
}

/** The thinned path in pixels; its views are valid until the next `extend`. */
export interface ThinnedPath {
  /** Flat polylines; split where a stretch is already drawn. */
  readonly lines: readonly Float64Array[];
  /** Flat centres of the marks of single steps. */
  readonly marks: Float64Array;
}

/** Least pixels between points of the line, and between marks. */
export const LINE_SPACING = 0.75;
export const MARK_SPACING = 6;

/** Positions are clamped this many pixels off the page, because canvas arithmetic loses digits beyond. */
const FAR = 1e5;

interface GrowingList {
  data: Float64Array;
  length: number;
}

function push(list: GrowingList, value: number): void {
  if (list.length === list.data.length) {
    const wider = new Float64Array(2 * list.data.length);
    wider.set(list.data);
    list.data = wider;
  }
  list.data[list.length++] = value;
}

function growing(): GrowingList {
  return { data: new Float64Array(256), length: 0 };
}

/** Counts the entries <= value in a sorted list. */
function countUpTo(list: GrowingList, value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list.data[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Thins a growing trajectory in screen space. Line points are at least `lineSpacing` apart, marks `markSpacing`, and a repeated segment is
 * drawn once, so a run that cycles for 100,000 steps costs no more than its picture. Reads each step once.
 */
export function createThinner(lineSpacing = LINE_SPACING, markSpacing = MARK_SPACING) {
  let pixels = growing();
  let steps = growing();
  let breaks = growing();
  let marks = growing();
  let markSteps = growing();
  let drawn = new Set<string>();
  let cells = new Map<string, [number, number]>();
  let done = 0;
  let ended = false;
  let plane: Plane | null = null;
  let version = Number.NaN;
  let source: TrajectorySource | null = null;
  let lastX = 0;
  let lastY = 0;
  let skipped = false;

  const reset = (): void => {
    pixels = growing();
    steps = growing();
    breaks = growing();
    marks = growing();
    markSteps = growing();
    drawn = new Set();
    cells = new Map();
    done = 0;
    ended = false;
    skipped = false;
  };

  const samePlane = (a: Plane | null, b: Plane): boolean =>
    a !== null && a.kx === b.kx && a.ky === b.ky && a.bx === b.bx && a.by === b.by;

  const place = (step: number): [number, number] | null => {
    if (!source || !plane) return null;
    const x = plane.kx * source.values[step * source.stride + source.x]! + plane.bx;
    const y = plane.ky * source.values[step * source.stride + source.y]! + plane.by;
    if (!Number.isFinite(x + y)) return null;
    return [Math.max(-FAR, Math.min(FAR, x)), Math.max(-FAR, Math.min(FAR, y))];
  };

  const keepPoint = (step: number, x: number, y: number): void => {
    push(steps, step);
    push(pixels, x);
    push(pixels, y);
  };

  const keepMark = (step: number, x: number, y: number): void => {
    // A cell holds at most one mark, so conflicts are within two cells.
    const cell = markSpacing / Math.SQRT2;
    const column = Math.floor(x / cell);
    const row = Math.floor(y / cell);
    for (let i = -2; i <= 2; i++) {
      for (let j = -2; j <= 2; j++) {
        const near = cells.get(`${column + i},${row + j}`);
        if (near && Math.hypot(near[0] - x, near[1] - y) < markSpacing) return;
      }
    }
    cells.set(`${column},${row}`, [x, y]);
    push(markSteps, step);
    push(marks, x);
    push(marks, y);
  };

  const take = (step: number): void => {
    const at = place(step);
    if (!at) {
      ended = true;
      return;
    }
    const [x, y] = at;
    if (steps.length === 0) {
      keepPoint(step, x, y);
      keepMark(step, x, y);
      [lastX, lastY] = at;
      return;
    }
    if (Math.hypot(x - lastX, y - lastY) < lineSpacing) return;
    const from = `${Math.round(lastX / lineSpacing)},${Math.round(lastY / lineSpacing)}`;
    const to = `${Math.round(x / lineSpacing)},${Math.round(y / lineSpacing)}`;
    const key = from < to ? `${from} ${to}` : `${to} ${from}`;
    if (drawn.has(key)) skipped = true;
    else {
      drawn.add(key);
      if (skipped) {
        push(breaks, steps.length);
        keepPoint(step - 1, lastX, lastY);
        skipped = false;
      }
      keepPoint(step, x, y);
    }
    [lastX, lastY] = at;
    keepMark(step, x, y);
  };

  return {
    /**
     * Adds the steps since the last call. Restarts on another plane or version, or fewer steps. A non-finite coordinate ends the path for
     * good.
     */
    extend(next: TrajectorySource, nextPlane: Plane, nextVersion: number): void {
      if (!samePlane(plane, nextPlane) || version !== nextVersion || next.count < done) reset();
      plane = nextPlane;
      version = nextVersion;
      source = next;
      for (let step = done; step < next.count && !ended; step++) take(step);
      done = next.count;
    },
    /** Returns the path up to a step, inclusive and clamped: a binary search and one joining segment. */
    upTo(step: number): ThinnedPath {
      const until = Math.max(0, Math.min(step, done - 1));
      const kept = countUpTo(steps, until);
      const lines: Float64Array[] = [];
      let from = 0;
      for (let i = 0; i < breaks.length && breaks.data[i]! < kept; i++) {
        lines.push(pixels.data.subarray(2 * from, 2 * breaks.data[i]!));
        from = breaks.data[i]!;
      }
      if (kept > from) lines.push(pixels.data.subarray(2 * from, 2 * kept));
      // The shown step ends the line, even if thinned out.
      const at = place(until);
      if (at && kept > 0 && steps.data[kept - 1] !== until) {
        const x = pixels.data[2 * kept - 2]!;
        const y = pixels.data[2 * kept - 1]!;
        if (Math.hypot(at[0] - x, at[1] - y) < 4 * lineSpacing)
          lines.push(Float64Array.of(x, y, at[0], at[1]));
      }
      return { lines, marks: marks.data.subarray(0, 2 * countUpTo(markSteps, until)) };
    },
  };
}

export type Thinner = ReturnType<typeof createThinner>;
