/** What a map of two coordinates of a side may show. Types only. */

/** Where a field lives; coordinates are (x, y) throughout. */
export type Domain =
  /** A window of the plane, x0 < x1 and y0 < y1: where it opens; the person may move it. */
  | { readonly kind: 'plane'; readonly view: readonly [x0: number, x1: number, y0: number, y1: number] }
  /** Barycentric weights (1 - x - y, x, y), all at least 0; a label for each corner in that order. */
  | { readonly kind: 'triangle'; readonly corners: readonly [string, string, string] }
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
  /** A kind that the problem has words for (`minimum`, `saddle`, `flipping`, `cycle`, `segment` ...). */
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
  /** NaN off the domain and outside of `allows`. */
  height?(x: number, y: number): number;
  /** Writes the displacement of one step from (x, y). */
  arrow?(into: Float64Array, x: number, y: number): void;
  /** Whether states may be there. */
  allows?(x: number, y: number): boolean;
  marks?(): readonly Mark[];
  /** The state that a person chooses by pointing at (x, y), in original units. */
  stateAt?(x: number, y: number): Float64Array;
}
