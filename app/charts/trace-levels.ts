/** Sides of a cell that a border connects (rows downwards), by corners above: 1 bottom left, 2 bottom right, 4 top right, 8 top left. */
const CASES = ',BL,RB,RL,TR,BLTR,TB,TL,LT,BT,LTRB,RT,LR,BR,LB,'.split(',');
const SEGMENTS = CASES.map((sides) => Uint8Array.from(sides, (side) => 'TRBL'.indexOf(side)));

/**
 * Traces the borders of regions at or above ascending levels. Yields per level closed rings, flat [x, y, ...] in cells, the first point
 * repeated; holes run the other way. Values are at cell centres; NaN and everything outside the grid is below. Marching squares, linear
 * along the sides; at saddles each upper corner has its own border. Rings are ordered by the row in which they end.
 */
export function* traceLevels(
  values: ArrayLike<number>,
  columns: number,
  rows: number,
  levels: readonly number[],
): Generator<Float64Array[], void> {
  const wide = columns + 1;
  // A cell of four neighbours has the index of its last one; its bottom side has twice this number, its right side one more.
  const sides = [-2 * wide, 1, 0, -1];
  /** The side after each side; -1 once used. */
  const next = new Int32Array(2 * wide * (rows + 1));
  for (const [k, places] of crossings(values, columns, rows, levels).entries()) {
    const ends: number[] = [];
    for (let i = 0; i < places.length; i++) {
      const base = 2 * (places[i]! >> 4);
      const segments = SEGMENTS[places[i]! & 15]!;
      for (let j = 0; j < segments.length; j += 2) {
        const end = base + sides[segments[j + 1]!]!;
        next[base + sides[segments[j]!]!] = end;
        ends.push(end);
      }
    }
    const rings: Float64Array[] = [];
    for (let i = ends.length - 1; i >= 0; i--) {
      if (next[ends[i]!]! < 0) continue;
      const ring: number[] = [];
      for (let side = ends[i]!; side >= 0; ) {
        ring.push(side);
        const to = next[side]!;
        next[side] = -1;
        side = to;
      }
      rings.push(points(ring, levels[k]!));
    }
    yield rings.reverse();
  }

  function points(ring: readonly number[], level: number): Float64Array {
    const flat = new Float64Array(2 * ring.length);
    for (let i = 0; i < ring.length; i++) {
      const side = ring[i]!;
      const x = (side >> 1) % wide;
      const y = ((side >> 1) - x) / wide;
      const at = y * columns + x;
      const upright = side % 2 === 0;
      flat[2 * i] = !upright ? x + 0.5 : x > 0 && x < columns ? between(x, at - 1, at, level) : x;
      flat[2 * i + 1] = upright ? y + 0.5 : y > 0 && y < rows ? between(y, at - columns, at, level) : y;
    }
    return flat;
  }

  /** Returns the level's point between the centres of two cells that meet at `side`. */
  function between(side: number, from: number, to: number, level: number): number {
    const low = orBelow(values[from]!);
    const a = level - low;
    const b = orBelow(values[to]!) - low;
    const share = Number.isFinite(a) || Number.isFinite(b) ? a / b : Math.sign(a) / Math.sign(b);
    return Number.isNaN(share) ? side : side + share - 0.5;
  }
}

const orBelow = (value: number): number => (Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value);

/** Returns by level the cells that its border crosses: 16 times the index, plus the case. */
function crossings(
  values: ArrayLike<number>,
  columns: number,
  rows: number,
  levels: readonly number[],
): number[][] {
  const found = levels.map((): number[] => []);
  /** Number of levels at or below each value of this row and the previous one, with an empty column on either side. */
  const before = new Int32Array(columns + 2);
  const row = new Int32Array(columns + 2);
  let rank = 0;
  for (let y = 0; y <= rows; y++) {
    for (let x = 0; x < columns; x++) {
      const value = y < rows ? values[y * columns + x]! : Number.NaN;
      while (rank < levels.length && value >= levels[rank]!) rank++;
      while (rank > 0 && !(value >= levels[rank - 1]!)) rank--;
      row[x + 1] = rank;
    }
    for (let x = 0; x <= columns; x++) {
      const a = row[x]!;
      const b = row[x + 1]!;
      const c = before[x + 1]!;
      const d = before[x]!;
      if (a === b && b === c && c === d) continue;
      const place = 16 * (y * (columns + 1) + x);
      const most = Math.max(a, b, c, d);
      for (let k = Math.min(a, b, c, d); k < most; k++)
        found[k]!.push(place + (a > k ? 1 : 0) + (b > k ? 2 : 0) + (c > k ? 4 : 0) + (d > k ? 8 : 0));
    }
    before.set(row);
  }
  return found;
}
