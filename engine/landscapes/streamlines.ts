import type { Field } from '../field.ts';
import type { GridView } from './window.ts';

/** Lines end closer to another than this share of the seeding distance. */
export const NEAREST = 0.5;

/** Step length as a fraction of the spacing. */
const STEP = 1 / 6;

/** Line lengths, in steps. */
const LEAST = 8;
const MOST = 3000;

/** Points of one line this few steps apart are never too close. */
const NEIGHBOURS = 6;

/** Most steps of a line near its beginning before it closes, and the closing distance in steps. */
const RETURN = 8;
const CLOSED = 0.6;

/** Classical Runge-Kutta stages two to four: position in the step, and weight (the first: 1/6). */
const STAGES = [
  [1 / 2, 1 / 3],
  [1 / 2, 1 / 3],
  [1, 1 / 6],
] as const;

/**
 * Returns evenly spaced streamlines of a field's flow, or else its arrows, over a window (Jobard and Lefer 1997): each is seeded next to an
 * existing one, and ends at the edge, too close to another or itself, at a rest point, and where the arrows end (NaN, or not allowed).
 * Distances are fractions of the window, so that density is equal along both axes. Points are x and y alternating in flow direction, in field
 * coordinates; a closed line ends at its beginning. Empty without arrows. Deterministic. `across`: number of lines across the window.
 */
export function streamlinesOf(
  { arrow, flow = arrow, allows }: Pick<Field, 'arrow' | 'flow' | 'allows'>,
  { x0, x1, y0, y1 }: GridView,
  across: number,
): Float64Array<ArrayBuffer>[] {
  if (!flow) return [];
  const [width, height] = [x1 - x0, y1 - y0];
  const spacing = 1 / across;
  const nearest = NEAREST * spacing;
  const step = STEP * spacing;
  const cells = Math.max(1, Math.floor(across));
  /** Linked by grid cell. */
  const heads = new Int32Array(cells * cells).fill(-1);
  const points: { next: number; u: number; v: number; line: number; at: number }[] = [];
  const lines: Float64Array<ArrayBuffer>[] = [];
  const move = new Float64Array(2);

  const isInside = (u: number, v: number) => u >= 0 && u <= 1 && v >= 0 && v <= 1;
  const cellOf = (share: number) => Math.max(0, Math.min(cells - 1, Math.floor(share * cells)));

  /** Writes the arrow's unit direction in window units; false without one. */
  function direct(u: number, v: number): boolean {
    const [x, y] = [x0 + u * width, y0 + v * height];
    if (allows && !allows(x, y)) return false;
    flow!(move, x, y);
    const [du, dv] = [move[0]! / width, move[1]! / height];
    const length = Math.sqrt(du * du + dv * dv);
    move[0] = du / length;
    move[1] = dv / length;
    return length > 0 && length < Number.POSITIVE_INFINITY;
  }

  /** Returns the obstacle closer than `least`: another line, or the same line elsewhere; it may return to its beginning, `seed`. */
  function obstacle(u: number, v: number, least: number, line = -1, at = 0): 'line' | 'seed' | null {
    let found: 'seed' | null = null;
    const [column, row] = [cellOf(u), cellOf(v)];
    for (let j = Math.max(0, row - 1); j <= Math.min(cells - 1, row + 1); j++)
      for (let i = Math.max(0, column - 1); i <= Math.min(cells - 1, column + 1); i++)
        for (let k = heads[j * cells + i]!; k >= 0; k = points[k]!.next) {
          const other = points[k]!;
          const isNeighbour = other.line === line && Math.abs(other.at - at) <= NEIGHBOURS;
          if (isNeighbour || (other.u - u) ** 2 + (other.v - v) ** 2 >= least * least) continue;
          if (other.line !== line || other.at > NEIGHBOURS) return 'line';
          found = 'seed';
        }
    return found;
  }

  function keep(u: number, v: number, line: number, at: number): void {
    const cell = cellOf(v) * cells + cellOf(u);
    points.push({ next: heads[cell]!, u, v, line, at });
    heads[cell] = points.length - 1;
  }

  function leave(count: number): void {
    while (points.length > count) {
      const { u, v, next } = points.pop()!;
      heads[cellOf(v) * cells + cellOf(u)] = next;
    }
  }

  /** Takes a Runge-Kutta step at unit speed; null where arrows end or reverse, as at rest. */
  function stepFrom(u: number, v: number, way: 1 | -1): readonly [number, number] | null {
    if (!direct(u, v)) return null;
    const [firstU, firstV] = [move[0]!, move[1]!];
    let [sumU, sumV] = [firstU / 6, firstV / 6];
    for (const [share, weight] of STAGES) {
      const by = way * step * share;
      if (!direct(u + by * move[0]!, v + by * move[1]!)) return null;
      if (move[0]! * firstU + move[1]! * firstV < 0) return null;
      sumU += weight * move[0]!;
      sumV += weight * move[1]!;
    }
    return [u + way * step * sumU, v + way * step * sumV];
  }

  /** Follows the arrows from a seed (against them: `way` -1); alternating u and v. */
  function follow(
    seedU: number,
    seedV: number,
    way: 1 | -1,
    line: number,
  ): { path: number[]; isClosed: boolean } {
    const path: number[] = [];
    let [u, v] = [seedU, seedV];
    /** Points back to the seed; they stay only if the line closes. */
    let returning = 0;
    for (let at = 1; at <= MOST; at++) {
      const next = stepFrom(u, v, way);
      if (!next) break;
      [u, v] = next;
      // The last point is outside, so that the line is drawn up to the edge.
      if (!isInside(u, v)) {
        if (returning === 0) path.push(u, v);
        break;
      }
      if (at > NEIGHBOURS && (u - seedU) ** 2 + (v - seedV) ** 2 < (CLOSED * step) ** 2)
        return { path: [...path, seedU, seedV], isClosed: true };
      const near = obstacle(u, v, nearest, line, way * at);
      if (near === 'line' || (near === 'seed' && (way < 0 || returning > RETURN))) break;
      if (near === 'seed' || returning > 0) returning++;
      path.push(u, v);
      keep(u, v, line, way * at);
    }
    leave(points.length - returning);
    return { path: path.slice(0, path.length - 2 * returning), isClosed: false };
  }

  /** Null if there is no room or the line would be too short. */
  function lineFrom(u: number, v: number): Float64Array<ArrayBuffer> | null {
    if (!isInside(u, v) || !direct(u, v) || obstacle(u, v, spacing)) return null;
    const before = points.length;
    keep(u, v, lines.length, 0);
    const on = follow(u, v, 1, lines.length);
    const back = on.isClosed ? [] : follow(u, v, -1, lines.length).path;
    const count = 1 + (on.path.length + back.length) / 2;
    if (count < LEAST) {
      leave(before);
      return null;
    }
    const line = new Float64Array(2 * count);
    for (let i = 0; i < back.length; i += 2) line.set(back.slice(i, i + 2), back.length - 2 - i);
    line.set([u, v, ...on.path], back.length);
    lines.push(line);
    return line;
  }

  /** Adds a line and its neighbours until none has room. */
  function fill(u: number, v: number): void {
    const from = lines.length;
    if (!lineFrom(u, v)) return;
    for (let k = from; k < lines.length; k++) {
      const line = lines[k]!;
      for (let i = 2; i < line.length; i += 2) {
        const [du, dv] = [line[i]! - line[i - 2]!, line[i + 1]! - line[i - 1]!];
        // Slightly more: otherwise rounding puts seeds too close to their own line.
        const by = (1.001 * spacing) / Math.sqrt(du * du + dv * dv);
        for (const side of [by, -by]) lineFrom(line[i]! - side * dv, line[i + 1]! + side * du);
      }
    }
  }

  for (let j = 0; j < cells; j++)
    for (let i = 0; i < cells; i++) {
      const seed = (index: number) => (((index + (cells >> 1)) % cells) + 0.5) / cells;
      fill(seed(i), seed(j));
    }
  return lines.map((line) =>
    line.map((share, i) => (i % 2 === 0 ? x0 + share * width : y0 + share * height)),
  );
}
