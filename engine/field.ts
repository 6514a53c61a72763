/** A field: what a map of two coordinates of a side may show. Types only. */

import type { GridView } from './landscapes/window.ts';

/** Domain of a field; coordinates are (x, y) throughout. */
export type Domain =
  /** Plane with its initial window, x0 < x1 and y0 < y1; the user may move it. */
  | { readonly kind: 'plane'; readonly view: readonly [x0: number, x1: number, y0: number, y1: number] }
  /**
   * Barycentric weights (1 - x - y, x, y) >= 0 with a label per corner in that order. As a map it has a window too, in the plane that it is
   * drawn in (`mapped`, `landscapes/mapped-triangle.ts`).
   */
  | {
      readonly kind: 'triangle';
      readonly corners: readonly [string, string, string];
      readonly view?: readonly [x0: number, x1: number, y0: number, y1: number];
    }
  /** Closed curve: x is the angle in radians, y is unused. */
  | { readonly kind: 'circle' }
  | { readonly kind: 'interval'; readonly from: number; readonly to: number }
  /** Whole pixels, x to the right and y down. */
  | { readonly kind: 'raster'; readonly width: number; readonly height: number };

/** Point of a state on the map: a neuron, a client's model, an atom. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  /** Size relative to the others; 1 if there is only one. */
  readonly weight: number;
  readonly role: string;
  /** Distance of the state from the map; 0 on it. */
  readonly off: number;
}

/** Fixed feature: a fixed point, minimum, saddle or cycle, or a segment of rest points. */
export interface Mark {
  /**
   * Kind with a wording in the problem's messages: for a point `minimum`, `stable`, `saddle`, `flipping`, `repelling`, `truth` ...; for
   * more points an invariant curve (`cycle`), a periodic orbit in order (`jumps`), rest points (`segment`), a `line`, a closed `box`.
   */
  readonly kind: string;
  /** Alternating x and y: one point, or those of a cycle or line. */
  readonly at: readonly number[];
  /** NaN if undefined. */
  readonly height: number;
}

/** One map with a height, arrows or both; absent members do not exist. */
export interface Field {
  readonly domain: Domain;
  /** Returns the map points of a state (zero or more). */
  place(state: Float64Array): readonly Placed[];
  /** Series of the side that record x and y of its first point, if any; `place` is then not called at every step. */
  readonly along?: readonly [x: string, y: string];
  /** NaN outside the domain and outside `allows`. */
  height?(x: number, y: number): number;
  /** Second function for comparison: its contours are drawn beneath the height's. NaN if undefined. */
  under?(x: number, y: number): number;
  /** Writes the displacement of one step from (x, y). */
  arrow?(into: Float64Array, x: number, y: number): void;
  /** Writes the direction of the streamlines; default: the arrow's. */
  flow?(into: Float64Array, x: number, y: number): void;
  /** True if states may be there. */
  allows?(x: number, y: number): boolean;
  marks?(): readonly Mark[];
  /** Returns the key `start` for a click at (x, y): x and y, or all three weights in a triangle. */
  startAt?(x: number, y: number): readonly number[];
}

export interface FieldInfo {
  readonly domain: Domain;
  readonly height: boolean;
  readonly under: boolean;
  readonly arrows: boolean;
  readonly starts: boolean;
  readonly marks: readonly Mark[];
}

/** A field sampled over a view for drawing. */
export interface FieldGround {
  readonly name: string;
  readonly view: GridView;
  /** Grid cells per axis, or streamlines across the view. */
  readonly size: number;
  /** Heights at cell centres, row-major, row 0 at the lowest y; a triangle's extend a few cells past its border. Null without height. */
  readonly heights: Float64Array<ArrayBuffer> | null;
  /** Function beneath at the same centres; null if absent or without height. */
  readonly under: Float64Array<ArrayBuffer> | null;
  /** Streamlines of the arrows, alternating x and y in flow direction; empty without arrows or with a height. */
  readonly streamlines: readonly Float64Array<ArrayBuffer>[];
}

export interface FieldPoint {
  readonly name: string;
  readonly at: readonly [x: number, y: number];
  /** NaN if undefined there. */
  readonly height: number;
  readonly under: number;
  /** Displacement of one step from there; null without arrows. */
  readonly move: readonly [dx: number, dy: number] | null;
}
