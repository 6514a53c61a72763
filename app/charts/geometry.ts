/** A point in data units (on a landscape: two weights), branded against confusion with pixels. */
export type DataPoint = readonly [number, number] & { readonly space: 'data' };

/** A point in CSS pixels, y downwards, from the drawing's top left. */
export type PixelPoint = readonly [number, number] & { readonly space: 'pixel' };

/** An axis-parallel box in CSS pixels from its top left corner. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** In CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The visible data window: x0 < x1 rightwards, y0 < y1 upwards. */
export interface View {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** The affine map between a view and a rect: px = kx·x + bx, py = ky·y + by, ky < 0. */
export interface Plane {
  readonly view: View;
  readonly rect: Rect;
  readonly kx: number;
  readonly bx: number;
  readonly ky: number;
  readonly by: number;
  toPixel(x: number, y: number): PixelPoint;
  /** Maps flat points to flat pixels; ignores an odd last number. */
  toPixels(places: ArrayLike<number>): number[];
  toData(px: number, py: number): DataPoint;
}

function dataPoint(x: number, y: number): DataPoint {
  return [x, y] as unknown as DataPoint;
}

function pixelPoint(x: number, y: number): PixelPoint {
  return [x, y] as unknown as PixelPoint;
}

/**
 * Maps a view onto a rect, y up in data and down in pixels. Non-finite coordinates stay so; an empty view or rect gives non-finite scales,
 * which nothing draws.
 */
export function createPlane(view: View, rect: Rect): Plane {
  const kx = rect.width / (view.x1 - view.x0);
  const ky = -rect.height / (view.y1 - view.y0);
  const bx = rect.x - kx * view.x0;
  const by = rect.y - ky * view.y1;
  return {
    view,
    rect,
    kx,
    bx,
    ky,
    by,
    toPixel: (x, y) => pixelPoint(kx * x + bx, ky * y + by),
    toPixels(places) {
      const pixels: number[] = [];
      for (let i = 0; i + 1 < places.length; i += 2)
        pixels.push(kx * places[i]! + bx, ky * places[i + 1]! + by);
      return pixels;
    },
    toData: (px, py) => dataPoint((px - bx) / kx, (py - by) / ky),
  };
}

/** Widens a view about its centre until both axes have the same unit, so that angles are true. Never crops. */
export function fitView(view: View, rect: Rect): View {
  const unit = Math.max((view.x1 - view.x0) / rect.width, (view.y1 - view.y0) / rect.height);
  const halfX = (unit * rect.width) / 2;
  const halfY = (unit * rect.height) / 2;
  const cx = (view.x0 + view.x1) / 2;
  const cy = (view.y0 + view.y1) / 2;
  return { x0: cx - halfX, x1: cx + halfX, y0: cy - halfY, y1: cy + halfY };
}

/** Returns the part of a flat pixel polygon inside a rect (Sutherland & Hodgman 1974); may be empty. */
export function clipPolygon(polygon: ArrayLike<number>, rect: Rect): number[] {
  let points = Array.from(polygon);
  const sides: [axis: 0 | 1, limit: number, sign: 1 | -1][] = [
    [0, rect.x, 1],
    [0, rect.x + rect.width, -1],
    [1, rect.y, 1],
    [1, rect.y + rect.height, -1],
  ];
  for (const [axis, limit, sign] of sides) {
    const kept: number[] = [];
    const n = points.length / 2;
    for (let i = 0; i < n; i++) {
      const ax = points[2 * i]!;
      const ay = points[2 * i + 1]!;
      const j = (i + 1) % n;
      const bx = points[2 * j]!;
      const by = points[2 * j + 1]!;
      const da = sign * ((axis === 0 ? ax : ay) - limit);
      const db = sign * ((axis === 0 ? bx : by) - limit);
      if (da >= 0) kept.push(ax, ay);
      if (da >= 0 !== db >= 0) {
        const t = da / (da - db);
        kept.push(ax + t * (bx - ax), ay + t * (by - ay));
      }
    }
    points = kept;
  }
  return points;
}

/** Returns the part of a segment inside a rect as [x0, y0, x1, y1] (Liang & Barsky 1984); null if outside or not finite. */
export function clipSegment(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  rect: Rect,
): [number, number, number, number] | null {
  const dx = x1 - x0;
  const dy = y1 - y0;
  if (!Number.isFinite(dx + dy + x0 + y0)) return null;
  let enter = 0;
  let leave = 1;
  for (let edge = 0; edge < 4; edge++) {
    // No array here: labels test every segment of a map.
    const p = edge === 0 ? -dx : edge === 1 ? dx : edge === 2 ? -dy : dy;
    const q =
      edge === 0
        ? x0 - rect.x
        : edge === 1
          ? rect.x + rect.width - x0
          : edge === 2
            ? y0 - rect.y
            : rect.y + rect.height - y0;
    if (p === 0) {
      if (q < 0) return null;
    } else if (p < 0) enter = Math.max(enter, q / p);
    else leave = Math.min(leave, q / p);
  }
  if (enter > leave) return null;
  return [x0 + enter * dx, y0 + enter * dy, x0 + leave * dx, y0 + leave * dy];
}

export function squareAt(x: number, y: number, size: number): Rect {
  return { x: x - size / 2, y: y - size / 2, width: size, height: size };
}

/** Grows a rect by `by` pixels on every side (negative: shrinks, to zero at most). */
export function growRect(rect: Rect, by: number): Rect {
  return {
    x: rect.x - by,
    y: rect.y - by,
    width: Math.max(0, rect.width + 2 * by),
    height: Math.max(0, rect.height + 2 * by),
  };
}

/** Returns the common area in square pixels. */
export function overlapArea(a: Rect, b: Rect): number {
  const w = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return w > 0 && h > 0 ? w * h : 0;
}

/** True if a pixel is in the rect, edges included. */
export function containsPixel(rect: Rect, px: number, py: number): boolean {
  return px >= rect.x && px <= rect.x + rect.width && py >= rect.y && py <= rect.y + rect.height;
}
