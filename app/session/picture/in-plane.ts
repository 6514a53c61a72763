import type { SideName } from '../../../engine/contract.ts';
import type { FieldInfo, Opened, Slice } from '../../../workers/protocol.ts';
import type { AppState } from '../store.ts';

/** What a map needs to know of the plane that it shows: null while it is not known, and for a single weight. */
export interface PlaneMap {
  /** The slice of more than two weights; null where the plane is that of the weights themselves. */
  readonly slice: Slice | null;
  /** Coordinates in the plane of the foot of w. */
  toPlane(w: ArrayLike<number>): [number, number];
  /** The weights at a point of the plane. */
  toWeights(at: readonly [number, number]): number[];
}

const THE_PLANE: PlaneMap = { slice: null, toPlane: (w) => [w[0]!, w[1]!], toWeights: (at) => [...at] };

const maps = new WeakMap<Slice, PlaneMap>();

/** The plane of the maps. */
export function planeMap({ opened, slice }: Pick<AppState, 'opened' | 'slice'>): PlaneMap | null {
  if (!opened || opened.dimension < 2) return null;
  if (opened.dimension === 2) return THE_PLANE;
  if (slice?.centre.length !== opened.dimension) return null;
  const known = maps.get(slice);
  if (known) return known;
  const { centre, p, q } = slice;
  const map: PlaneMap = {
    slice,
    toPlane: (w) => projectionOf(slice, w, 0).slice(0, 2) as [number, number],
    toWeights: ([s, t]) => Array.from(centre, (c, j) => c + s * p[j]! + t * q[j]!),
  };
  maps.set(slice, map);
  return map;
}

/** The foot (s, t) on a slice of the weights at `from`, and their distance from it. */
export function projectionOf(
  { centre, p, q }: Slice,
  w: ArrayLike<number>,
  from: number,
): [number, number, number] {
  let [s, t] = [0, 0];
  for (let j = 0; j < centre.length; j++) {
    const away = w[from + j]! - centre[j]!;
    s += away * p[j]!;
    t += away * q[j]!;
  }
  // Not by Pythagoras: next to the plane that would leave rounding of the whole length.
  let off = 0;
  for (let j = 0; j < centre.length; j++) {
    const beside = w[from + j]! - centre[j]! - s * p[j]! - t * q[j]!;
    off += beside * beside;
  }
  return [s, t, Math.sqrt(off)];
}

/** A side's map of its own, as `[name, what it has]`; null where it has none. */
export function fieldOf(opened: Opened | null, side: SideName): readonly [string, FieldInfo] | null {
  return Object.entries(opened?.sides[side].fields ?? {}).find(([, { domain }]) => 'view' in domain) ?? null;
}

const starts = new WeakMap<Opened, Readonly<Record<SideName, readonly number[] | null>>>();

/** Where a side starts on its map: the same object for the same opening. */
export function startOnMap(opened: Opened | null, side: SideName): readonly number[] | null {
  if (!opened) return null;
  const of = (name: SideName) => {
    const { places } = opened.frame[name];
    return places ? [places[0]!, places[1]!] : null;
  };
  const known = starts.get(opened) ?? { left: of('left'), right: of('right') };
  starts.set(opened, known);
  return known[side];
}
