/** What a map of two coordinates of a side may show. Types only. */

import type { GridView } from './landscapes/window.ts';

/** Where a field lives; coordinates are (x, y) throughout. */
export type Domain =
  /** A window of the plane, x0 < x1 and y0 < y1: where it opens; the person may move it. */
  | { readonly kind: 'plane'; readonly view: readonly [x0: number, x1: number, y0: number, y1: number] }
  /**
   * Barycentric weights (1 - x - y, x, y), all at least 0; a label for each corner in that order. As a map it has a window too, and its
   * places are those of the plane that it is drawn in: `mapped` (`landscapes/mapped-triangle.ts`) makes it one.
   */
  | {
      readonly kind: 'triangle';
      readonly corners: readonly [string, string, string];
      readonly view?: readonly [x0: number, x1: number, y0: number, y1: number];
    }
  /** A closed curve: x is the angle in radians, y is not used. */
  | { readonly kind: 'circle' }
  | { readonly kind: 'interval'; readonly from: number; readonly to: number }
  /** Whole pixels, x to the right and y downwards. */
  | { readonly kind: 'raster'; readonly width: number; readonly height: number };

/** A point of a state on the map: a neuron, a client's model, an atom. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  /** How large it is drawn, against the others; 1 where there is one. */
  readonly weight: number;
  /** What it stands for, by a name that the problem has words for. */
  readonly role: string;
  /** How far the state lies off the map; 0 on it. */
  readonly off: number;
}

/** Something that stays where it is: a fixed point, minimum, saddle or cycle, or a line of rest points from one end to the other. */
export interface Mark {
  /**
   * A kind that the problem has words for: of a point `minimum`, `stable`, `saddle`, `flipping`, `repelling`, `truth` ...; of more a curve that is
   * kept to (`cycle`), a cycle of a few points in their order (`jumps`), rest points (`segment`), a `line`, a closed `box`.
   */
  readonly kind: string;
  /** Its points, x and y in turn: one, or those of a cycle or a line. */
  readonly at: readonly number[];
  /** The field's height there; NaN where it has none. */
  readonly height: number;
}

/** One map. A field may have a height, arrows or both; what it has not it leaves out. */
export interface Field {
  readonly domain: Domain;
  /** What of a state stands where: zero or more points. */
  place(state: Float64Array): readonly Placed[];
  /** The series of the side that record x and y of its first point: where there are some, `place` is not asked at every step. */
  readonly along?: readonly [x: string, y: string];
  /** NaN off the domain and outside of `allows`. */
  height?(x: number, y: number): number;
  /** Another function to see the height against: its contours lie beneath the height's. NaN where it has none. */
  under?(x: number, y: number): number;
  /** Writes the displacement of one step from (x, y). */
  arrow?(into: Float64Array, x: number, y: number): void;
  /** Whether states may be there. */
  allows?(x: number, y: number): boolean;
  marks?(): readonly Mark[];
  /** What the key `start` has where a person points at (x, y) as a start: x and y, and in a triangle all three weights. */
  startAt?(x: number, y: number): readonly number[];
}

/** What the page learns of a field: plain data. */
export interface FieldInfo {
  readonly domain: Domain;
  /** What it has: a height, a function beneath it, arrows, starts that can be chosen by pointing. */
  readonly height: boolean;
  readonly under: boolean;
  readonly arrows: boolean;
  readonly starts: boolean;
  readonly marks: readonly Mark[];
}

/** A field over a view, made to be drawn. */
export interface FieldGround {
  readonly name: string;
  /** x0 < x1, y0 < y1. */
  readonly view: GridView;
  /** Cells of a grid along each axis, or as many streamlines as stand beside each other across the view. */
  readonly size: number;
  /** The heights at the cell centres, row-major, row 0 at the lowest y; of a triangle a few cells past its border. Null of a field without a height. */
  readonly heights: Float64Array<ArrayBuffer> | null;
  /** The function beneath at the same centres; null of a field without one, or without a height. */
  readonly under: Float64Array<ArrayBuffer> | null;
  /** Streamlines of the arrows, each x and y in turn along the way that it goes; empty of a field without arrows, or with a height. */
  readonly streamlines: readonly Float64Array<ArrayBuffer>[];
}

/** What a field says of one point. */
export interface FieldPoint {
  readonly name: string;
  readonly at: readonly [x: number, y: number];
  /** NaN where it has none there. */
  readonly height: number;
  readonly under: number;
  /** The displacement of one step from there; null of a field without arrows. */
  readonly move: readonly [dx: number, dy: number] | null;
}
