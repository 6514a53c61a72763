import { orderByAngle } from '../../../kernels/angular-order.ts';

/**
 * Cells into which n great circles cut the unit sphere of R^3 (docs/mathematics.md, "Many outputs"). Parallel or antiparallel rows make one
 * wall; rows of zeros none. In general position W walls have W (W - 1) + 2 cells, 2 W (W - 1) arcs and W (W - 1) vertices; a single wall
 * has two cells and nothing else.
 *
 * Rounding turns each wall by a few units in the last place: every wider cell is included. A cell of no width may be too, where walls meet
 * but for rounding.
 */
export interface SphereCells {
  readonly walls: number;
  /** Unit, flat. */
  readonly normals: Float64Array;
  /** Wall of each row; -1 for a row of zeros. */
  readonly wallOf: Int32Array;
  /** 1 for a row along its wall's normal, -1 against it. */
  readonly along: Int8Array;
  /** Side of each wall on which a cell lies, 1 or -1: W numbers a cell. */
  readonly sides: Int8Array;
  /** Two unit vectors a wall, flat, that with its normal make a right-handed frame. */
  readonly frames: Float64Array;
  readonly arcs: readonly Arc[];
  readonly vertices: readonly Vertex[];
}

/** Part of a circle between two vertices, at most half of it. */
export interface Arc {
  readonly wall: number;
  /** Adjacent cells, first on the side of the normal. */
  readonly cells: readonly [number, number];
  /** Unit ends in the wall's frame, counter-clockwise around its normal: x, y, x, y. */
  readonly ends: readonly [number, number, number, number];
}

/** A crossing of circles. */
export interface Vertex {
  /** Unit. */
  readonly at: Float64Array;
  readonly walls: readonly number[];
  /** An adjacent cell. */
  readonly cell: number;
}

/** Half an ulp of 1. */
const ROUNDING = 2 ** -53;

/** Unit vectors with a cross product below this are parallel. */
const PARALLEL = 16 * ROUNDING;

/** Crossings on a circle coincide if wall turns of this size can make them. */
const COINCIDENT = 16 * ROUNDING;

/** Finds all faces. `features` n x 3, row-major, finite. O(W^2 (n + W)). */
export function enumerateSphere(features: Float64Array): SphereCells {
  const { normals, wallOf, along } = wallsOf(features);
  const walls = normals.length / 3;
  const frames = new Float64Array(6 * walls);
  for (let wall = 0; wall < walls; wall++) writeFrame(frames, 6 * wall, normals, 3 * wall);

  const numbers = new Map<string, number>();
  const sides: number[] = [];
  const pattern = new Int8Array(walls);
  const words = new Uint16Array(Math.ceil(walls / 16));
  function cellOf(): number {
    words.fill(0);
    for (let w = 0; w < walls; w++) if (pattern[w]! > 0) words[w >> 4] = words[w >> 4]! | (1 << (w & 15));
    const key = String.fromCharCode(...words);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    for (let w = 0; w < walls; w++) sides.push(pattern[w]!);
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  }

  /** Returns the cell on a side of a wall at the middle of an arc. */
  function cellBeside(wall: number, middle: Float64Array, side: 1 | -1): number {
    for (let w = 0; w < walls; w++)
      pattern[w] = w === wall ? side : dot3(normals, 3 * w, middle, 0) > 0 ? 1 : -1;
    return cellOf();
  }

  const arcs: Arc[] = [];
  const vertices: Vertex[] = [];
  for (let wall = 0; wall < walls; wall++) {
    const crossings = crossingsOf(wall, normals, frames);
    const count = crossings.length;
    const end = (k: number): readonly [number, number] => {
      const { x, y } = crossings[k % count]!;
      return Math.floor(k / count) % 2 === 0 ? [x, y] : [-x, -y];
    };
    const place = ([x, y]: readonly [number, number]) =>
      Float64Array.from({ length: 3 }, (_, j) => x * frames[6 * wall + j]! + y * frames[6 * wall + 3 + j]!);
    for (let k = 0; k < 2 * count; k++) {
      const [start, stop] = [end(k), end(k + 1)];
      const middle = place(middleOf(...start, ...stop));
      const cells = [cellBeside(wall, middle, 1), cellBeside(wall, middle, -1)] as const;
      arcs.push({ wall, cells, ends: [...start, ...stop] });
      const others = crossings[k % count]!.walls;
      // Every wall that crosses there gets here; only the first adds the vertex.
      if (others.every((other) => other > wall))
        vertices.push({ at: place(start), walls: [wall, ...others], cell: cells[0] });
    }
  }
  if (walls === 1)
    for (const side of [1, -1]) {
      pattern[0] = side;
      cellOf();
    }
  return { walls, normals, wallOf, along, sides: Int8Array.from(sides), frames, arcs, vertices };
}

/** Finds the distinct walls of the rows. */
function wallsOf(features: Float64Array) {
  const n = features.length / 3;
  const units: number[] = [];
  const wallOf = new Int32Array(n).fill(-1);
  const along = new Int8Array(n);
  const unit = new Float64Array(3);
  for (let i = 0; i < n; i++) {
    let size = 0;
    for (let j = 0; j < 3; j++) size = Math.max(size, Math.abs(features[3 * i + j]!));
    if (!(size > 0)) continue;
    for (let j = 0; j < 3; j++) unit[j] = features[3 * i + j]! / size;
    const length = Math.sqrt(dot3(unit, 0, unit, 0));
    for (let j = 0; j < 3; j++) unit[j] = unit[j]! / length;
    let wall = 0;
    while (3 * wall < units.length && !areParallel(units, 3 * wall, unit)) wall++;
    if (3 * wall === units.length) units.push(...unit);
    wallOf[i] = wall;
    along[i] = dot3(units, 3 * wall, unit, 0) > 0 ? 1 : -1;
  }
  return { normals: Float64Array.from(units), wallOf, along };
}

function areParallel(units: ArrayLike<number>, at: number, unit: Float64Array): boolean {
  for (let j = 0; j < 3; j++) {
    const [p, q] = [(j + 1) % 3, (j + 2) % 3];
    if (Math.abs(units[at + p]! * unit[q]! - units[at + q]! * unit[p]!) > PARALLEL) return false;
  }
  return true;
}

interface Crossing {
  /** Unit. */
  x: number;
  y: number;
  /** Sine of the angle between both walls, the largest that cross here. */
  sine: number;
  readonly walls: number[];
}

/** Returns one end of each line where other walls meet this one, by angle in its frame. */
function crossingsOf(wall: number, normals: Float64Array, frames: Float64Array): Crossing[] {
  const others = Array.from({ length: normals.length / 3 }, (_, w) => w).filter((w) => w !== wall);
  const lines = new Float64Array(2 * others.length);
  for (const [k, w] of others.entries()) {
    const x = -dot3(normals, 3 * w, frames, 6 * wall + 3);
    const y = dot3(normals, 3 * w, frames, 6 * wall);
    const flip = y < 0 || (y === 0 && x < 0) ? -1 : 1;
    lines[2 * k] = flip * x + 0;
    lines[2 * k + 1] = flip * y + 0;
  }
  const crossings: Crossing[] = [];
  for (const k of orderByAngle(lines)) {
    const sine = Math.sqrt(lines[2 * k]! ** 2 + lines[2 * k + 1]! ** 2);
    const next = { x: lines[2 * k]! / sine, y: lines[2 * k + 1]! / sine, sine, walls: [others[k]!] };
    const last = crossings.at(-1);
    if (last && coincide(last, next)) join(last, next);
    else crossings.push(next);
  }
  // Just below 180 degrees is just below 0.
  const [first, last] = [crossings[0], crossings.at(-1)];
  if (first && last && first !== last && coincide(first, last)) {
    join(first, { ...last, x: -last.x, y: -last.y });
    crossings.pop();
  }
  return crossings;
}

/** True if only rounding may separate them; a small sine makes the angle less certain. */
function coincide(a: Crossing, b: Crossing): boolean {
  return Math.abs(a.x * b.y - a.y * b.x) <= COINCIDENT * (1 / a.sine + 1 / b.sine);
}

/** Merges two crossings; keeps the more accurate position. */
function join(crossing: Crossing, other: Crossing): void {
  crossing.walls.push(...other.walls);
  if (other.sine <= crossing.sine) return;
  crossing.x = other.x;
  crossing.y = other.y;
  crossing.sine = other.sine;
}

/** Returns the unit direction midway between unit ones, counter-clockwise, at most half a turn apart. */
function middleOf(ax: number, ay: number, bx: number, by: number): [number, number] {
  const [x, y] = ax * bx + ay * by >= 0 ? [ax + bx, ay + by] : [by - ay, ax - bx];
  const length = Math.sqrt(x * x + y * y);
  return [x / length, y / length];
}

/** Writes unit p and q with p x q the normal. */
function writeFrame(frames: Float64Array, at: number, normals: Float64Array, from: number): void {
  const a = normals.subarray(from, from + 3);
  let least = 0;
  for (let j = 1; j < 3; j++) if (Math.abs(a[j]!) < Math.abs(a[least]!)) least = j;
  const [j, k] = [(least + 1) % 3, (least + 2) % 3];
  const length = Math.sqrt(a[j]! ** 2 + a[k]! ** 2);
  // a x e, then a x (a x e).
  frames[at + j] = a[k]! / length;
  frames[at + k] = -a[j]! / length;
  writeCross(frames, at + 3, normals, from, frames, at);
}

export function writeCross(
  result: Float64Array,
  at: number,
  a: Float64Array,
  i: number,
  b: Float64Array,
  k: number,
): void {
  result[at] = a[i + 1]! * b[k + 2]! - a[i + 2]! * b[k + 1]!;
  result[at + 1] = a[i + 2]! * b[k]! - a[i]! * b[k + 2]!;
  result[at + 2] = a[i]! * b[k + 1]! - a[i + 1]! * b[k]!;
}

export function dot3(a: ArrayLike<number>, i: number, b: ArrayLike<number>, k: number): number {
  return a[i]! * b[k]! + a[i + 1]! * b[k + 1]! + a[i + 2]! * b[k + 2]!;
}
