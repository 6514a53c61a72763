import { allocate } from '../allocate.ts';
import type { Aim, Instance, OwnData, SideName, Vector } from '../contract.ts';
import type { Field } from '../field.ts';
import { createRandom, STREAMS } from '../kernels/random.ts';
import { mapField, placeOf } from '../landscapes/map-field.ts';
import { coordinatesOf, pointAt, type SlicePlane } from '../landscapes/slice-plane.ts';
import { isOnTriangle } from '../landscapes/triangle.ts';
import type { GridView } from '../landscapes/window.ts';
import type { Values } from '../params.ts';
import type { Problem } from '../problem.ts';
import type { RunValues } from '../run/create-run.ts';
import { runValues } from '../run/run-values.ts';
import { descends, sidesOf } from '../run/sides.ts';
import { arrivesAt, endNames, goesOn, STATUSES, type Status } from '../run/status.ts';
import { type Contestant, createContestants } from './contestant.ts';
import { BOX } from './ensemble-params.ts';
import { aimOf } from './run-ensemble.ts';

/** Fixed, so that a link's rectangle and count reproduce every dot. */
const SEED = 1;

/** Stored coordinates of both sides: 64 MB. Longer runs keep every 2nd, 4th, 8th ... step. */
const MOST_NUMBERS = 8e6;

/** Samples stored by one side's dots if each stores an order or active set: some 300 MB. */
const MOST_HELD = 4e7;

/** Dots moved between two checks of the clock. */
const BLOCK = 16;

const CODES = Object.fromEntries(STATUSES.map((status, code) => [status, code])) as Record<Status, number>;

/** One side's dots by status; the four add up to their number. */
export interface CrowdCounts {
  /**
   * At the goal (the star), or within `within` by the problem's aim; for a side with its own map, at an end that has arrived
   * (`EndSpec.arrived`).
   */
  readonly arrived: number;
  /** At another end, including endless descent. */
  readonly elsewhere: number;
  readonly diverged: number;
  /** Moving, including ends that are only labels. */
  readonly moving: number;
}

/** One entry per dot. */
export interface CrowdSide {
  /**
   * Alternating x and y: both weights, (s, t) on the slice, or the first point on the side's map. Diverged dots stay at their last finite
   * point.
   */
  readonly places: Vector;
  /** Indexes into `endNames`. For descending sides `reached` is every arrived dot, and a label is `moving`. */
  readonly ends: Uint8Array<ArrayBuffer>;
  /** Step of the end; -1 while moving. */
  readonly since: Int32Array<ArrayBuffer>;
  readonly counts: CrowdCounts;
}

export interface CrowdFrame extends Readonly<Record<SideName, CrowdSide>> {
  /** The latest stored step not after the requested one. */
  readonly step: number;
  /** Distance between stored steps, a power of two; the last is also stored. */
  readonly stride: number;
  readonly count: number;
  /** Criterion without a goal (`Aim`); null if unknown: no dot arrives. */
  readonly aim: string | null;
}

export interface Crowd {
  /** Works briefly towards step `to`; false, without work, once reached. */
  goOn(to: number): boolean;
  /** Returns the crowd at a completed step, in new arrays. Throws RangeError before step 0. */
  frameAt(step: number): CrowdFrame;
}

/** Most draws per dot if a map does not fill the plane; a rectangle outside it gets the nearest starts. */
const MOST_DRAWS = 1000;

/** Draws starts uniformly in the rectangle's part on the map: in original units; for a slice, points of its plane. */
export function crowdStarts(
  count: number,
  box: GridView,
  plane: SlicePlane | null,
  isOnMap: (x: number, y: number) => boolean = () => true,
): Float64Array[] {
  const random = createRandom(SEED, STREAMS.start);
  return Array.from({ length: count }, () => {
    let [x, y] = [0, 0];
    for (let draw = 0; draw === 0 || (draw < MOST_DRAWS && !isOnMap(x, y)); draw++) {
      x = box.x0 + (box.x1 - box.x0) * random.uniform();
      y = box.y0 + (box.y1 - box.y0) * random.uniform();
    }
    const start = new Float64Array(plane?.centre.length ?? 2).fill(x).fill(y, 1);
    if (plane) pointAt(start, plane, x, y);
    return start;
  });
}

/** Returns the scenario's rectangle, or the box of `startlaw=box`. */
export function crowdBox({ crowdbox }: Values): GridView {
  const [x0, x1, y0, y1] = (crowdbox ?? [-BOX, BOX, -BOX, BOX]) as [number, number, number, number];
  return { x0, x1, y0, y1 };
}

/** Returns `crowd`, or fewer dots (the first draws) if each must store very many samples. */
function countOf(
  { samples }: Instance,
  dimension: number,
  { rule, rrule, unlock }: RunValues,
  asked: number,
) {
  const holds = dimension > 2 || rule === 'sgd' || (unlock && rrule === 'sgd');
  return holds && Number.isFinite(samples.count)
    ? Math.max(1, Math.min(asked, Math.floor(MOST_HELD / Math.max(1, samples.count))))
    : asked;
}

/**
 * Creates a scenario's crowd (`crowd`, `crowdbox`, `within`); each dot is, to the bit, the run with its own `start`. `instance` has the
 * same data. Null without dots, or if no map shows both sides from a selectable start: descents over the same weights (two, or a plane of
 * more), or a map with starts on both sides (`mapField`). Allocates all memory at once (AllocationError); the dots come with step 0.
 */
export function createCrowd(
  problem: Problem,
  instance: Instance,
  values: Values,
  plane: SlicePlane | null,
  mostNumbers = MOST_NUMBERS,
): Crowd | null {
  const sides = sidesOf(instance);
  const { left, right } = sides;
  const { dimension } = left;
  const isPlanar = dimension === 2 || (dimension > 2 && plane?.centre.length === dimension);
  const isShared =
    isPlanar && descends(left) && descends(right) && right.dimension === dimension ? { left, right } : null;
  const maps = [left, right].map((side) => mapField(side)?.field);
  /** Source of starts if both sides have maps with starts. */
  const map = !isShared && maps.every((field) => field?.startAt) ? maps[0]! : null;
  if (!(isShared || map) || !problem.card.params.start || !values.crowd) return null;

  const settings = runValues(values);
  const count = countOf(instance, dimension, settings, values.crowd as number);
  const isOnMap = map?.domain.kind === 'triangle' ? isOnTriangle : undefined;
  const starts = crowdStarts(count, crowdBox(values), map || dimension === 2 ? null : plane, isOnMap);
  const { table } = instance.prepared;
  const own: OwnData | null = table && { table };
  const within = values.within as number;
  const aim = !isShared || (isShared.left.goal && isShared.right.goal) ? null : aimOf(instance);
  /** Runs, sides alternating, then their maps. */
  const runs: Contestant[] = [];
  const fields: Field[] = [];
  const names = endNames(problem.card);

  // Row pairs of left and right dots, and one in progress. Odd, so that a full store's last row survives when every other is dropped.
  const kept = Math.max(3, Math.floor(mostNumbers / (4 * count)) - 1) | 1;
  const places = allocate((kept + 1) * 4 * count);
  const ends = new Uint8Array((kept + 1) * 2 * count);
  const since = new Int32Array((kept + 1) * 2 * count);
  let rows = 0;
  let stride = 1;
  let last = -1;
  let next = 0;

  function copyRow(from: number, to: number): void {
    for (const array of [places, ends, since]) {
      const width = array.length / (kept + 1);
      array.copyWithin(to * width, from * width, (from + 1) * width);
    }
  }

  /** Stores a step's row, replacing the last if that lies between two stored steps. */
  function keep(): void {
    if (last >= 0 && last % stride !== 0) rows--;
    else if (rows === kept) {
      rows = (kept + 1) / 2;
      stride *= 2;
      for (let row = 1; row < rows; row++) copyRow(2 * row, row);
    }
    copyRow(kept, rows++);
    last++;
    next = 0;
  }

  function begin(dot: number): void {
    const [x, y] = starts[dot]!;
    const start = map ? map.startAt!(x!, y!) : starts[dot]!;
    const from = problem.prepare({ ...values, start: Array.from(start) }, own, instance);
    const { left, right } = createContestants(from, settings, aim ?? NO_AIM);
    runs.push(left, right);
    if (!map) return;
    const of = sidesOf(from);
    fields.push(mapField(of.left)!.field, mapField(of.right)!.field);
  }

  /** Returns a run's latest end, its step, if known, and its state. */
  function standing({ descent, iteration }: Contestant) {
    if (descent) {
      const { status, labels, endedAt, shown } = descent;
      return { end: labels ? 'moving' : status, endedAt, state: shown };
    }
    const state = new Float64Array(iteration!.dimension);
    iteration!.read(state);
    return { end: iteration!.status, endedAt: undefined, state };
  }

  function move(dot: number, side: 0 | 1): void {
    const run = runs[2 * dot + side]!;
    const step = last + 1;
    const at = (2 * kept + side) * count + dot;
    run.take(step);
    const stands = standing(run);
    const arrived = aim && run.away() <= within;
    const end = arrived ? CODES.reached : names.indexOf(stands.end);
    const entered = step > 0 && ends[at] === end ? since[at]! : end === CODES.moving ? -1 : step;
    since[at] = arrived || stands.endedAt === undefined ? entered : (stands.endedAt ?? -1);
    ends[at] = end;
    if (stands.end === 'diverged') return;
    const field = fields[2 * dot + side];
    const { state } = stands;
    const place = field ? placeOf(field, state) : dimension === 2 ? state : coordinatesOf(plane!, state);
    places[2 * at] = place[0]!;
    places[2 * at + 1] = place[1]!;
  }

  function sideAt(row: number, side: 0 | 1): CrowdSide {
    const from = (2 * row + side) * count;
    const own = ends.slice(from, from + count);
    const numbers = new Uint32Array(names.length);
    for (const end of own) numbers[end]!++;
    const sum = (is: typeof goesOn) =>
      names.reduce((all, end, code) => all + (is(end, problem.card) ? numbers[code]! : 0), 0);
    const [arrived, moving, diverged] = [sum(arrivesAt), sum(goesOn), numbers[CODES.diverged]!];
    return {
      places: places.slice(2 * from, 2 * (from + count)),
      ends: own,
      since: since.slice(from, from + count),
      counts: {
        arrived,
        elsewhere: count - arrived - moving - diverged,
        diverged,
        moving,
      },
    };
  }

  return {
    goOn(to) {
      if (last >= to) return false;
      for (const end = Math.min(count, next + BLOCK); next < end; next++) {
        if (last < 0) begin(next);
        move(next, 0);
        move(next, 1);
      }
      if (next === count) keep();
      return last < to;
    },
    frameAt(step) {
      if (last < 0) throw new RangeError(`expected a step that was taken; got ${step} before the start`);
      const row = step >= last ? rows - 1 : Math.floor(step / stride);
      const shown = row === rows - 1 ? last : row * stride;
      return {
        step: shown,
        stride,
        count,
        aim: aim?.name ?? null,
        left: sideAt(row, 0),
        right: sideAt(row, 1),
      };
    },
  };
}

const NO_AIM: Aim = { name: 'distance', measure: () => Number.POSITIVE_INFINITY };
