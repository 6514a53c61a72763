import { roomFor } from '../../engine/room.ts';
import type { SideFrame, Slice } from '../../workers/protocol.ts';
import { footOf } from './in-plane.ts';

/** The numbers of one side, one entry a step, in memory that doubles as it grows. Lives outside the store. */
export interface Trajectory {
  readonly dimension: number;
  /** Steps held, step 0 included. */
  readonly count: number;
  /** Rises with every change, so that what was drawn from it can tell whether it is stale. */
  readonly version: number;
  /** Rises when the contents are another run's. */
  readonly generation: number;
  /** count x dimension, row-major, original units; the array may be longer. */
  readonly iterates: Float64Array;
  readonly losses: Float64Array;
  /** The least of them. */
  readonly lowest: number;
  readonly gradientNorms: Float64Array;
  /** What both sides are compared by: the losses where the frames bring nothing else. */
  readonly objectives: Float64Array;
  /** The best certified lower bound of a side that is solved; NaN else. */
  readonly bounds: Float64Array;
  /** NaN without a plant. */
  readonly distances: Float64Array;
  /** s, t and the distance from the slice of every step, flat; empty without a slice. The array may be longer. */
  readonly feet: Float64Array;
  /** Empties it for another run. */
  clear(dimension: number): void;
  /** Room for so many more steps, which stay as they are. Throws RoomError where there is no memory for them. */
  makeRoom(steps: number): void;
  append(frame: SideFrame): void;
  /** Projects every step, and those to come, on a slice; null for none. */
  projectOn(slice: Slice | null): void;
  /** Fills the distances from a place that was found after the steps were taken. */
  measureFrom(place: Float64Array): void;
}

function grown(array: Float64Array, length: number): Float64Array {
  if (array.length >= length) return array;
  const larger = roomFor(Math.max(length, 2 * array.length));
  larger.set(array);
  return larger;
}

export function createTrajectory(): Trajectory {
  let place: Float64Array | null = null;
  let slice: Slice | null = null;
  const self = {
    dimension: 0,
    count: 0,
    version: 0,
    generation: 0,
    iterates: new Float64Array(0) as Float64Array,
    losses: new Float64Array(0) as Float64Array,
    lowest: Number.POSITIVE_INFINITY,
    gradientNorms: new Float64Array(0) as Float64Array,
    objectives: new Float64Array(0) as Float64Array,
    bounds: new Float64Array(0) as Float64Array,
    distances: new Float64Array(0) as Float64Array,
    feet: new Float64Array(0) as Float64Array,

    clear(dimension: number): void {
      self.dimension = dimension;
      self.count = 0;
      self.lowest = Number.POSITIVE_INFINITY;
      place = null;
      if (dimension !== slice?.centre.length) {
        slice = null;
        self.feet = new Float64Array(0);
      }
      self.version++;
      self.generation++;
    },

    makeRoom(steps: number): void {
      const to = self.count + steps;
      self.iterates = grown(self.iterates, to * self.dimension);
      self.losses = grown(self.losses, to);
      self.gradientNorms = grown(self.gradientNorms, to);
      self.objectives = grown(self.objectives, to);
      self.bounds = grown(self.bounds, to);
      self.distances = grown(self.distances, to);
      if (slice) self.feet = grown(self.feet, 3 * to);
    },

    append(frame: SideFrame): void {
      if (frame.count === 0) return;
      self.makeRoom(frame.count);
      const from = self.count;
      const to = from + frame.count;
      self.iterates.set(frame.iterates, from * self.dimension);
      self.losses.set(frame.losses, from);
      self.gradientNorms.set(frame.gradientNorms, from);
      self.objectives.set(frame.objectives.length > 0 ? frame.objectives : frame.losses, from);
      if (frame.bounds.length > 0) self.bounds.set(frame.bounds, from);
      else self.bounds.fill(Number.NaN, from, to);
      self.distances.set(frame.distances, from);
      self.count = to;
      for (const loss of frame.losses) if (loss < self.lowest) self.lowest = loss;
      if (place) measure(place, from);
      if (slice) project(slice, from);
      self.version++;
    },

    projectOn(newSlice: Slice | null): void {
      slice = newSlice;
      if (!slice) self.feet = new Float64Array(0);
      if (slice) project(slice, 0);
      self.version++;
      self.generation++;
    },

    measureFrom(newPlace: Float64Array): void {
      place = newPlace;
      measure(place, 0);
      self.version++;
      self.generation++;
    },
  };

  function project(on: Slice, first: number): void {
    self.feet = grown(self.feet, 3 * self.count);
    for (let k = first; k < self.count; k++)
      self.feet.set(footOf(on, self.iterates, k * self.dimension), 3 * k);
  }

  function measure(from: Float64Array, first: number): void {
    const d = self.dimension;
    for (let k = first; k < self.count; k++) {
      let sum = 0;
      for (let j = 0; j < d; j++) {
        const difference = self.iterates[k * d + j]! - from[j]!;
        sum += difference * difference;
      }
      self.distances[k] = Math.sqrt(sum);
    }
  }

  return self;
}
