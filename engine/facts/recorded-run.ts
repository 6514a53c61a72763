import type { Instance, SideName } from '../contract.ts';
import type { RunRecord } from '../problem.ts';
import { createRun, type Frame, type RunValues, type SideFrame, shownEnd } from '../run/create-run.ts';
import { descends, sidesOf } from '../run/sides.ts';

/** Steps per batch; a round of a program may take some milliseconds. */
const BATCH = 50;
const ROUNDS = 5;

/** Maximum multiply-adds of one recorded run, and maximum steps of any. */
const WORK = 2e7;
const MOST_STEPS = 20_000;

/** Maximum stored state numbers per side. */
const KEPT = 4e6;

/** Samples in the plane above which a step no longer costs more. */
const MOST_READ = 10_000;

/** Both sides from the start on, as far as needed. A solved side keeps its last step. */
export interface RecordedRun extends RunRecord {
  /** Step limit; numbers beyond it are unknown. */
  readonly limit: number;
  readonly last: number;
  /** Takes the next batch; false, without doing anything, at the limit. */
  goOn(): boolean;
  side(name: SideName): SideFrame;
}

/** Returns the steps that fit into the work of one fact. */
export function stepLimit(instance: Instance): number {
  const { samples } = instance;
  const { dimension } = sidesOf(instance).left;
  // In the plane large data are looked up, and infinitely many samples are one formula.
  const samplesRead = Math.min(samples.count, dimension === 2 ? MOST_READ : Number.MAX_SAFE_INTEGER);
  return Math.min(MOST_STEPS, Math.floor(KEPT / dimension), Math.floor(WORK / (samplesRead * dimension)));
}

export function recordRun(instance: Instance, values: RunValues, limit = stepLimit(instance)): RecordedRun {
  const run = createRun(instance, values);
  const sides = sidesOf(instance);
  const batch = descends(sides.left) && descends(sides.right) ? BATCH : ROUNDS;
  const frames: Frame[] = [run.first()];
  let last = 0;

  const latest = (name: SideName) => frames[frames.length - 1]![name];

  /** Returns the frame with a side's step and the index in it; null if there is none. */
  function find(name: SideName, k: number): { readonly frame: SideFrame; readonly at: number } | null {
    if (!(k >= 0 && k <= last)) return null;
    let index = Math.ceil(k / batch);
    const at = k - frames[index]!.first;
    if (at < frames[index]![name].count) return { frame: frames[index]![name], at };
    if (latest(name).status === 'diverged') return null;
    while (frames[index]![name].count === 0) index--;
    const frame = frames[index]![name];
    return { frame, at: frame.count - 1 };
  }

  return {
    limit,
    get end() {
      const [left, right] = [shownEnd(latest('left')), shownEnd(latest('right'))];
      return left === null || right === null ? null : Math.max(left, right);
    },
    get last() {
      return last;
    },
    goOn() {
      const steps = Math.min(batch, limit - last);
      if (steps <= 0) return false;
      frames.push(run.advance(steps));
      last += steps;
      return true;
    },
    side: latest,
    read(name, series, k) {
      const found = find(name, k);
      return found?.frame.series[series]?.[found.at] ?? Number.NaN;
    },
    iterate(name, k) {
      const found = find(name, k);
      if (!found) return null;
      const { iterates, width } = found.frame;
      return iterates.subarray(found.at * width, (found.at + 1) * width);
    },
  };
}
