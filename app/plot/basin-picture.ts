import type { View } from './geometry.ts';
import { parseHex } from './palette.ts';

/** Ends of descent by cell, as the engine gives them; row 0 at the lowest second weight. */
export interface BasinGrid {
  readonly view: View;
  readonly size: number;
  readonly labels: ArrayLike<number>;
}

/** One basin that is seen: its end (an index), the share of the cells, and where its name has most room. */
export interface BasinArea {
  readonly end: number;
  readonly share: number;
  /** Data coordinates of the cell farthest from other basins, and its distance to them in cells. */
  readonly at: readonly [number, number];
  readonly room: number;
}

/** Colours the cells by their ends, first row on top; `colours[end]` is '#RRGGBB'. */
export function rasteriseBasins(
  { size, labels }: BasinGrid,
  colours: readonly string[],
): Uint8ClampedArray<ArrayBuffer> {
  const table = colours.map(parseHex);
  const rgba = new Uint8ClampedArray(4 * size * size);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const at = 4 * ((size - 1 - row) * size + column);
      const [r, g, b] = table[labels[row * size + column]!] ?? [128, 128, 128];
      rgba.set([r, g, b, 255], at);
    }
  return rgba;
}

/** The basins in view, largest first. The share is of the cells in view: of starts spread evenly over it. */
export function basinAreas(grid: BasinGrid): BasinArea[] {
  const { size, labels, view } = grid;
  const room = roomOf(grid);
  const found = new Map<number, { count: number; cell: number }>();
  for (let cell = 0; cell < size * size; cell++) {
    const end = labels[cell]!;
    const one = found.get(end);
    if (!one) found.set(end, { count: 1, cell });
    else {
      one.count++;
      if (room[cell]! > room[one.cell]!) one.cell = cell;
    }
  }
  const place = (from: number, to: number, index: number) => from + ((to - from) * (index + 0.5)) / size;
  return [...found]
    .map(([end, { count, cell }]) => ({
      end,
      share: count / (size * size),
      at: [place(view.x0, view.x1, cell % size), place(view.y0, view.y1, Math.floor(cell / size))] as const,
      room: room[cell]!,
    }))
    .sort((a, b) => b.share - a.share || a.end - b.end);
}

/** Steps (to the eight neighbours) from each cell to the nearest one of another basin or to the frame. */
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
