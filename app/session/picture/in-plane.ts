import type { SideName } from '../../../engine/contract.ts';
import type { FieldInfo, Opened, Slice } from '../../../workers/protocol.ts';
import type { AppState } from '../store.ts';

/** A map's plane. Null while unknown, and for a single weight. */
export interface PlaneMap {
  /** Slice through more than two weights; null for the plane of both. */
  readonly slice: Slice | null;
  toPlane(w: ArrayLike<number>): [number, number];
  toWeights(at: readonly [number, number]): number[];
}

const THE_PLANE: PlaneMap = { slice: null, toPlane: (w) => [w[0]!, w[1]!], toWeights: (at) => [...at] };

const maps = new WeakMap<Slice, PlaneMap>();

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

/** Projects the weights at `from` on a slice as [s, t, distance]. */
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
  // Not by Pythagoras: near the plane, cancellation leaves the full length's rounding.
  let off = 0;
  for (let j = 0; j < centre.length; j++) {
    const beside = w[from + j]! - centre[j]! - s * p[j]! - t * q[j]!;
    off += beside * beside;
  }
  return [s, t, Math.sqrt(off)];
}

/** Returns a side's own map as `[name, info]`; null for none. */
export function fieldOf(opened: Opened | null, side: SideName): readonly [string, FieldInfo] | null {
  return Object.entries(opened?.sides[side].fields ?? {}).find(([, { domain }]) => 'view' in domain) ?? null;
}

const starts = new WeakMap<Opened, Readonly<Record<SideName, readonly number[] | null>>>();

/** Returns a side's start on its map, stable for the same opening. */
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
