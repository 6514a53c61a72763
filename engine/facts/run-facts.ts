import type { Instance, PairInstance, SideName } from '../contract.ts';
import { TOLERANCE } from '../ensemble/audit.ts';
import { dot } from '../kernels/vector.ts';
import type { FactAsked } from '../record.ts';
import { shownEnd } from '../run/create-run.ts';
import { descends, sidesOf } from '../run/sides.ts';
import { CRITERIA, hardlyMoves } from '../run/status.ts';
import { factSpec } from '../scenario/fact-names.ts';
import type { RecordedRun } from './recorded-run.ts';

/** Distances to the plant, relative to its length, of the facts `near` and `within`. */
const NEAR = 1e-2;

/** True for facts of one run: read at a step, or about the whole run. */
export function isRunFact(name: string): boolean {
  return (
    factSpec(name)?.steps === true ||
    /^(end|ahead\..*|(left|right)\.(end|arrived|slow|near|within|switched))$/.test(name)
  );
}

/** Returns a fact of a recorded run, which has reached its end or the requested step; NaN if undefined. */
export function runFact(instance: Instance, run: RecordedRun, { name, at }: FactAsked): number {
  if (name === 'end') return run.end ?? Number.NaN;
  if (name === 'step') return at ?? run.end ?? Number.NaN;
  if (name.startsWith('ahead.'))
    return run.end === null
      ? Number.NaN
      : findAhead(run, run.end)[name.slice(6) as keyof ReturnType<typeof findAhead>];
  const [side, what] = name.split('.') as [SideName, string];
  const k = at ?? run.end ?? Number.NaN;
  const of = sidesOf(instance)[side];
  const plant = descends(of) ? of.goal : null;
  const length = plant ? Math.sqrt(dot(plant, plant)) : Number.NaN;
  const read = (series: string, step = k) => run.read(side, series, step);
  const first = (holds: (step: number) => boolean): number => {
    for (let step = 0; step <= run.last; step++) if (holds(step)) return step;
    return Number.NaN;
  };
  const within = (share: number) => first((step) => read('distance', step) <= share * length);
  const numbers: Readonly<Record<string, () => number>> = {
    end: () => shownEnd(run.side(side)) ?? Number.NaN,
    arrived: () => Number(['reached', 'global', 'optimal'].includes(run.side(side).status)),
    loss: () => read('loss'),
    distance: () => read('distance'),
    gradient: () => read('gradientNorm'),
    slow: () => first((step) => hardlyMoves(read('gradientNorm', step), read('move', step), of.stepUnit)),
    near: () => within(NEAR),
    within: () => within(CRITERIA.reached),
    switched: () => (instance.sides ? Number.NaN : countSwitches(instance, run, side, k)),
    pull() {
      const w = run.iterate(side, k);
      return w && plant && !instance.sides ? pullAt(instance, w) : Number.NaN;
    },
  };
  return numbers[what]?.() ?? Number.NaN;
}

/** Counts how often a sample switches on or off along a neuron's path. */
function countSwitches({ samples }: PairInstance, run: RecordedRun, side: SideName, to: number): number {
  const { count: n, dimension: d, features } = samples;
  if (!Number.isFinite(n) || features.length !== n * d || run.iterate(side, 0)?.length !== d)
    return Number.NaN;
  let switches = 0;
  let before: boolean[] | null = null;
  for (let k = 0; k <= to; k++) {
    const w = run.iterate(side, k)!;
    const now = Array.from({ length: n }, (_, i) => dot(features.subarray(i * d, (i + 1) * d), w) > 0);
    if (before) for (const [i, on] of now.entries()) if (on !== before[i]) switches++;
    before = now;
  }
  return switches;
}

/** Returns Delta(w) = <w - w*, grad right - grad left>, w in original units. */
export function pullAt({ left, right, scaling, plant }: PairInstance, w: Float64Array): number {
  const d = w.length;
  const scaled = new Float64Array(d);
  const home = new Float64Array(d);
  const ofLeft = new Float64Array(d);
  const ofRight = new Float64Array(d);
  scaling.toScaled(scaled, w);
  scaling.toScaled(home, plant!);
  left.evaluate(ofLeft, scaled);
  right.evaluate(ofRight, scaled);
  let pull = 0;
  for (let j = 0; j < d; j++) pull += (scaled[j]! - home[j]!) * (ofRight[j]! - ofLeft[j]!);
  return pull;
}

/** Finds the steps up to `to` at which the right side's iterate is farther from the plant than the left's; NaN if none. */
export function findAhead(run: RecordedRun, to: number) {
  const found = { step: Number.NaN, last: Number.NaN, steps: 0, by: Number.NaN, most: 0, mostAt: Number.NaN };
  for (let k = 0; k <= to; k++) {
    const by = run.read('right', 'distance', k) - run.read('left', 'distance', k);
    if (!(by > TOLERANCE)) continue;
    if (found.steps === 0) [found.step, found.by] = [k, by];
    found.last = k;
    found.steps++;
    if (by > found.most) [found.most, found.mostAt] = [by, k];
  }
  return found;
}
