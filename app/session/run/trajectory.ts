import { allocate } from '../../../engine/allocate.ts';
import type { SideFrame, Slice } from '../../../workers/protocol.ts';
import { projectionOf } from '../picture/in-plane.ts';

/** Rows kept of a run: up to 100,000 steps, then every 2nd, 4th, 8th ... */
const MOST_ROWS = 100_001;

/** Most numbers kept of iterates (480 MB). */
const MOST_NUMBERS = 6e7;

/**
 * One side's numbers, one row per kept step, in memory that doubles up to a bound. Beyond it every other row is dropped: rows are steps
 * 0, stride, 2 stride, ... and the last, which is replaced if it lies between. Outside the store.
 */
export interface Trajectory {
  readonly dimension: number;
  /** Rows, step 0 included. */
  readonly count: number;
  /** Steps between rows: a power of two. */
  readonly stride: number;
  /** Step of the last row; -1 without rows. */
  readonly last: number;
  /** Increases with every change, for caches. */
  readonly version: number;
  /** Increases when existing rows change: with another run, or dropped rows. */
  readonly generation: number;
  /** count x dimension, row-major, original units; may be longer. */
  readonly iterates: Float64Array;
  /** Shared and frame series, NaN where missing; may be longer. The objective defaults to the loss. */
  readonly series: Readonly<Columns>;
  /** Increases when existing rows are overwritten, for holders of the arrays. */
  readonly rewrites: number;
  /** s, t and distance from the slice per row; empty without one, may be longer. */
  readonly projections: Float64Array;
  /** x, y and distance from a side's own map per row (`SideFrame.places`); empty without one, may be longer. */
  readonly places: Float64Array;
  /** Clears it for a run with these series. */
  clear(dimension: number, series?: Iterable<string>): void;
  /** Takes another run's rows, leaving it without memory; projections continue. */
  takeOver(other: Trajectory): void;
  /** Reserves memory for more steps, keeping rows; throws AllocationError if it cannot. */
  makeRoom(steps: number): void;
  append(frame: SideFrame): void;
  /** Projects all rows, present and future, on a slice; null for none. */
  projectOn(slice: Slice | null): void;
  /** Fills in distances from a point found after the steps. */
  measureFrom(place: Float64Array): void;
}

export interface Trajectories {
  readonly left: Trajectory;
  readonly right: Trajectory;
}

/** Returns the steps between those that both sides keep. */
export function strideOf({ left, right }: Trajectories): number {
  return Math.max(left.stride, right.stride);
}

/** Appends a frame to both sides or, throwing AllocationError, to neither. */
export function takeFrame(run: Trajectories, frame: Readonly<Record<'left' | 'right', SideFrame>>): void {
  for (const side of ['left', 'right'] as const) run[side].makeRoom(frame[side].count);
  for (const side of ['left', 'right'] as const) run[side].append(frame[side]);
}

/** Series of every trajectory. */
const SHARED = ['loss', 'gradientNorm', 'objective', 'bound', 'distance'] as const;

type Columns = Record<string, Float64Array> & Record<(typeof SHARED)[number], Float64Array>;

const emptySeries = (own: Iterable<string> = []) =>
  Object.fromEntries([...SHARED, ...own].map((name) => [name, new Float64Array(0)])) as Columns;

function grown(array: Float64Array, length: number, most: number): Float64Array {
  if (array.length >= length) return array;
  const larger = allocate(Math.min(most, Math.max(length, 2 * array.length)));
  larger.set(array);
  return larger;
}

/** `mostRows` must be odd, so that thinning keeps the last row. */
export function createTrajectory(mostRows = MOST_ROWS): Trajectory {
  let place: Float64Array | null = null;
  let slice: Slice | null = null;
  const self = {
    dimension: 0,
    count: 0,
    stride: 1,
    last: -1,
    version: 0,
    generation: 0,
    rewrites: 0,
    iterates: new Float64Array(0) as Float64Array,
    series: emptySeries(),
    projections: new Float64Array(0) as Float64Array,
    places: new Float64Array(0) as Float64Array,

    clear(dimension: number, series: Iterable<string> = []): void {
      const former = self.series;
      self.series = emptySeries(series);
      // Reuse arrays; drop a series of the former run only.
      for (const name of Object.keys(self.series)) self.series[name] = former[name] ?? self.series[name]!;
      self.dimension = dimension;
      self.count = 0;
      self.stride = 1;
      self.last = -1;
      self.places = new Float64Array(0);
      place = null;
      if (dimension !== slice?.centre.length) {
        slice = null;
        self.projections = new Float64Array(0);
      }
      self.version++;
      self.generation++;
    },

    takeOver(other: Trajectory): void {
      self.clear(other.dimension);
      const { count, stride, last, iterates, series, places } = other;
      const none = new Float64Array(0);
      Object.assign(self, { count, stride, last, iterates, series, places });
      Object.assign(other, { iterates: none, count: 0, last: -1, series: emptySeries(), places: none });
      if (slice) project(slice, 0);
    },

    makeRoom(steps: number): void {
      const most = capacity();
      const to = Math.min(most, self.count + Math.ceil(steps / self.stride) + 1);
      self.iterates = grown(self.iterates, to * self.dimension, most * self.dimension);
      for (const [name, column] of Object.entries(self.series)) self.series[name] = grown(column, to, most);
      if (slice) self.projections = grown(self.projections, 3 * to, 3 * most);
    },

    append(frame: SideFrame): void {
      if (frame.count === 0) return;
      self.makeRoom(frame.count);
      // Replace the last step if it lies between two rows.
      if (self.count > 0 && self.last % self.stride !== 0) {
        self.count--;
        self.generation++;
        self.rewrites++;
      }
      let from = self.count;
      const first = self.last + 1;
      for (let at = 0; at < frame.count; ) {
        const rows = capacity() - self.count;
        if (rows === 0) {
          thin();
          from = Math.ceil(from / 2);
          continue;
        }
        if (self.stride === 1) {
          const to = Math.min(frame.count, at + rows);
          copy(frame, at, to);
          at = to;
          continue;
        }
        if ((first + at) % self.stride === 0 || at === frame.count - 1) copy(frame, at, at + 1);
        at++;
      }
      self.last = first + frame.count - 1;
      if (place) measure(place, from);
      if (slice) project(slice, from);
      self.version++;
    },

    projectOn(newSlice: Slice | null): void {
      slice = newSlice;
      if (!slice) self.projections = new Float64Array(0);
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

  /** Returns the most rows, odd. */
  function capacity(): number {
    const rows = Math.min(mostRows, Math.floor(MOST_NUMBERS / Math.max(1, self.dimension)));
    return Math.max(3, rows - (1 - (rows % 2)));
  }

  function copy(frame: SideFrame, at: number, to: number): void {
    const { dimension: d, count: row } = self;
    self.iterates.set(frame.iterates.subarray(at * d, to * d), row * d);
    if (frame.places) {
      self.places = grown(self.places, 3 * (row + to - at), 3 * capacity());
      self.places.set(frame.places.subarray(3 * at, 3 * to), 3 * row);
    }
    const brought: Record<string, Float64Array | undefined> = { ...frame.series };
    brought.objective ??= brought.loss;
    for (const [name, column] of Object.entries(self.series)) {
      const numbers = brought[name];
      if (numbers) column.set(numbers.subarray(at, to), row);
      else column.fill(Number.NaN, row, row + to - at);
    }
    self.count += to - at;
  }

  function thin(): void {
    const { dimension: d } = self;
    const rows = Math.ceil(self.count / 2);
    for (let row = 1; row < rows; row++) {
      self.iterates.copyWithin(row * d, 2 * row * d, (2 * row + 1) * d);
      for (const column of Object.values(self.series)) column[row] = column[2 * row]!;
      for (const places of [self.projections, self.places])
        if (places.length > 0) places.copyWithin(3 * row, 6 * row, 6 * row + 3);
    }
    self.count = rows;
    self.stride *= 2;
    self.generation++;
    self.rewrites++;
  }

  function project(on: Slice, first: number): void {
    self.projections = grown(self.projections, 3 * self.count, 3 * capacity());
    for (let row = first; row < self.count; row++)
      self.projections.set(projectionOf(on, self.iterates, row * self.dimension), 3 * row);
  }

  function measure(from: Float64Array, first: number): void {
    const d = self.dimension;
    for (let row = first; row < self.count; row++) {
      let sum = 0;
      for (let j = 0; j < d; j++) {
        const difference = self.iterates[row * d + j]! - from[j]!;
        sum += difference * difference;
      }
      self.series.distance[row] = Math.sqrt(sum);
    }
  }

  return self;
}
