import type { DualCurve } from './dual-curve.ts';

/**
 * Vector v of the convex program with its sign: adds sign relu(a.v) to a row's output. Two coordinates in a sector's open cone, one on a
 * ray; there relu(A v) is linear in them.
 */
export interface Block {
  readonly sign: 1 | -1;
  /** Sector, or ray if `onRay`. */
  readonly place: number;
  readonly onRay: boolean;
  v1: number;
  v2: number;
  /** Without the sign: relu(A e) of the ray's unit direction e (length n), or D A by columns (length 2n). */
  readonly columns: Float64Array;
}

/** Creates blocks of the rows (n x 2, row-major). */
export interface BlockFactory {
  /** Block of v in the sector's closed cone: on its ray if v is not strictly inside. */
  inSector(sign: 1 | -1, sector: number, v1: number, v2: number): Block;
  /** Block of v's part along the ray. */
  onRay(sign: 1 | -1, ray: number, v1: number, v2: number): Block;
  /** Returns the distance in units of d to the place's edge or the origin; Infinity if never. */
  room(block: Block, d1: number, d2: number): number;
  /**
   * Joins in place blocks of one sign in one closed sector, to the fewest possible: v + v' gives the same output and is no longer than
   * both.
   */
  merge(blocks: Block[]): void;
}

export function createBlockFactory(curve: DualCurve, features: Float64Array): BlockFactory {
  const n = features.length / 2;
  const { rays } = curve;
  const count = rays.length / 2;
  const following = (ray: number) => (ray + 1 === count ? 0 : ray + 1);

  /** Turn from the ray to v: positive counter-clockwise. */
  const fromRay = (ray: number, v1: number, v2: number) => rays[2 * ray]! * v2 - rays[2 * ray + 1]! * v1;
  const alongRay = (ray: number, v1: number, v2: number) => rays[2 * ray]! * v1 + rays[2 * ray + 1]! * v2;

  function onRay(sign: 1 | -1, ray: number, v1: number, v2: number): Block {
    const e1 = rays[2 * ray]!;
    const e2 = rays[2 * ray + 1]!;
    const columns = new Float64Array(n);
    for (let i = 0; i < n; i++) columns[i] = Math.max(0, features[2 * i]! * e1 + features[2 * i + 1]! * e2);
    const length = Math.max(0, alongRay(ray, v1, v2));
    return { sign, place: ray, onRay: true, v1: length * e1, v2: length * e2, columns };
  }

  function inSector(sign: 1 | -1, sector: number, v1: number, v2: number): Block {
    const next = following(sector);
    const behind = fromRay(sector, v1, v2) <= 0;
    const ahead = fromRay(next, v1, v2) >= 0;
    // Of two opposite rays v lies on the one it points along.
    if (behind && (!ahead || alongRay(sector, v1, v2) >= 0)) return onRay(sign, sector, v1, v2);
    if (behind || ahead) return onRay(sign, next, v1, v2);
    const columns = new Float64Array(2 * n);
    // Halfway between the rays; a quarter turn away if they are opposite.
    let m1 = rays[2 * sector]! + rays[2 * next]!;
    let m2 = rays[2 * sector + 1]! + rays[2 * next + 1]!;
    if (m1 === 0 && m2 === 0) {
      m1 = -rays[2 * sector + 1]!;
      m2 = rays[2 * sector]!;
    }
    for (let i = 0; i < n; i++)
      if (features[2 * i]! * m1 + features[2 * i + 1]! * m2 > 0) {
        columns[i] = features[2 * i]!;
        columns[n + i] = features[2 * i + 1]!;
      }
    return { sign, place: sector, onRay: false, v1, v2, columns };
  }

  function room(block: Block, d1: number, d2: number): number {
    const { place, v1, v2 } = block;
    if (block.onRay) {
      const speed = alongRay(place, d1, d2);
      return speed < 0 ? alongRay(place, v1, v2) / -speed : Number.POSITIVE_INFINITY;
    }
    const next = following(place);
    const inwards = fromRay(place, d1, d2);
    const onwards = fromRay(next, d1, d2);
    return Math.min(
      inwards < 0 ? fromRay(place, v1, v2) / -inwards : Number.POSITIVE_INFINITY,
      onwards > 0 ? -fromRay(next, v1, v2) / onwards : Number.POSITIVE_INFINITY,
    );
  }

  function commonSector(a: Block, b: Block): number {
    for (const sector of sectorsOf(a)) if (sectorsOf(b).includes(sector)) return sector;
    return -1;
  }

  function sectorsOf(block: Block): readonly number[] {
    return block.onRay ? [block.place, (block.place + count - 1) % count] : [block.place];
  }

  function merge(blocks: Block[]): void {
    for (let i = 1; i < blocks.length; i++)
      for (let j = 0; j < i; j++) {
        const a = blocks[i]!;
        const b = blocks[j]!;
        if (a.sign !== b.sign) continue;
        const sector = commonSector(a, b);
        if (sector < 0) continue;
        blocks[j] =
          a.onRay && b.onRay && a.place === b.place
            ? onRay(a.sign, a.place, a.v1 + b.v1, a.v2 + b.v2)
            : inSector(a.sign, sector, a.v1 + b.v1, a.v2 + b.v2);
        blocks.splice(i, 1);
        // The joined block may now share a sector with a third.
        i = 0;
        break;
      }
  }

  return { inSector, onRay, room, merge };
}
