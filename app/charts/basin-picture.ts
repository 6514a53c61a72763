import { parseHex } from './colour/palette.ts';
import type { View } from './geometry.ts';

/** Basin of each cell; row 0 has the lowest second weight. */
export interface BasinGrid {
  readonly view: View;
  readonly size: number;
  readonly labels: ArrayLike<number>;
}

/** A name's position in data coordinates, and its distance in cells to other basins and the frame. */
export interface BasinPlace {
  readonly at: readonly [number, number];
  readonly room: number;
}

/** A visible basin: index of its end, share of the cells, name positions, roomiest first. */
export interface BasinArea {
  readonly end: number;
  readonly share: number;
  /** The share as told: whole percentages that sum to 100. */
  readonly told: number;
  readonly places: readonly BasinPlace[];
}

/** Candidate name positions per side of the grid. */
const LATTICE = 16;

/** Colours the cells by basin, first row on top, with border lines; `colours[end]` is '#RRGGBB'. */
export function rasteriseBasins(
  { size, labels }: BasinGrid,
  colours: readonly string[],
  border: string,
): Uint8ClampedArray<ArrayBuffer> {
  const table = colours.map(parseHex);
  const line = parseHex(border);
  const rgba = new Uint8ClampedArray(4 * size * size);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const at = 4 * ((size - 1 - row) * size + column);
      const cell = row * size + column;
      // Not by colour alone: the first cell beyond a border is drawn as a line.
      const isBorder =
        (column > 0 && labels[cell - 1] !== labels[cell]) ||
        (row > 0 && labels[cell - size] !== labels[cell]);
      const [r, g, b] = isBorder ? line : (table[labels[cell]!] ?? line);
      rgba.set([r, g, b, 255], at);
    }
  return rgba;
}

/** Returns the basins in view, largest first. Shares are of the cells in view. */
export function basinAreas(grid: BasinGrid): BasinArea[] {
  const { size, labels, view } = grid;
  const room = roomOf(grid);
  const found = new Map<number, { count: number; best: number; cells: number[] }>();
  const every = Math.max(1, Math.round(size / LATTICE));
  for (let cell = 0; cell < size * size; cell++) {
    const end = labels[cell]!;
    let one = found.get(end);
    if (!one) {
      one = { count: 0, best: cell, cells: [] };
      found.set(end, one);
    }
    one.count++;
    if (room[cell]! > room[one.best]!) one.best = cell;
    if ((cell % size) % every === 0 && Math.floor(cell / size) % every === 0) one.cells.push(cell);
  }
  const centre = (from: number, to: number, index: number) => from + ((to - from) * (index + 0.5)) / size;
  const place = (cell: number): BasinPlace => ({
    at: [centre(view.x0, view.x1, cell % size), centre(view.y0, view.y1, Math.floor(cell / size))],
    room: room[cell]!,
  });
  const areas = [...found]
    .map(([end, { count, best, cells }]) => ({
      end,
      share: count / (size * size),
      places: [best, ...cells.sort((a, b) => room[b]! - room[a]!)].map(place),
    }))
    .sort((a, b) => b.share - a.share || a.end - b.end);
  const told = toldShares(areas.map(({ share }) => share));
  return areas.map((area, i) => ({ ...area, told: told[i]! }));
}

/**
 * Rounds shares of a whole to hundredths that sum to 1, by largest remainders; equal ones favour the smaller share. Shares below a hundredth
 * need decimals: then all stay exact.
 */
export function toldShares(shares: readonly number[]): number[] {
  if (shares.some((share) => share < 0.01)) return [...shares];
  const parts = shares.map((share) => Math.floor(100 * share + 1e-9));
  const remainder = (i: number) => 100 * shares[i]! - parts[i]!;
  const order = parts.map((_, i) => i).sort((a, b) => remainder(b) - remainder(a) || shares[a]! - shares[b]!);
  const missing = 100 - parts.reduce((sum, part) => sum + part, 0);
  for (const i of order.slice(0, missing)) parts[i]!++;
  return parts.map((part) => part / 100);
}

/** Returns each cell's distance (steps to eight neighbours) to another basin or the frame. */
function roomOf({ size, labels }: BasinGrid): Int32Array {
  const room = new Int32Array(size * size);
  const neighbour = (cell: number, row: number, column: number, dr: number, dc: number): number => {
    const [r, c] = [row + dr, column + dc];
    if (r < 0 || r >= size || c < 0 || c >= size) return 0;
    const other = r * size + c;
    return labels[other] === labels[cell] ? room[other]! + 1 : 0;
  };
  room.fill(size);
  for (const pass of [-1, 1] as const)
    for (let i = 0; i < size * size; i++) {
      const cell = pass === -1 ? i : size * size - 1 - i;
      const [row, column] = [Math.floor(cell / size), cell % size];
      for (const [dr, dc] of [
        [pass, -1],
        [pass, 0],
        [pass, 1],
        [0, pass],
      ] as const)
        room[cell] = Math.min(room[cell]!, neighbour(cell, row, column, dr, dc));
    }
  return room;
}
