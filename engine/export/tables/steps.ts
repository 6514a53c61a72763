import type { Instance, SideName } from '../../contract.ts';
import { createRun, type RunValues, type SideFrame } from '../../run/create-run.ts';
import type { TableRequest } from '../kinds.ts';

/** Maximum steps between two pauses, and the maximum sum of samples times weights over them. */
const MOST_BATCH = 100;
const MOST_PRODUCTS = 2_000_000;

/** One side at one step; null if it has no such step. */
export interface SideStep {
  readonly iterate: Float64Array;
  readonly evaluations: number;
  readonly loss: number;
  /** Compared loss: the side's own, or another. */
  readonly objective: number;
  /** NaN without certificate, without plant, and for a solver. */
  readonly bound: number;
  readonly distance: number;
  readonly gradientNorm: number;
  readonly series: Readonly<Record<string, number>>;
}

export interface BothSteps extends Readonly<Record<SideName, SideStep | null>> {
  readonly k: number;
}

export interface StepWalk {
  /** Yields every `every`-th step in order and the last one (the requested one, or where both sides have ended); null is a pause. */
  steps(): Generator<BothSteps | null>;
  ends(): readonly string[];
}

export function walkSteps(
  instance: Instance,
  values: RunValues,
  { last, every }: Pick<TableRequest, 'last' | 'every'>,
): StepWalk {
  const run = createRun(instance, values);
  const { samples, sides } = instance;
  const cost =
    (Number.isFinite(samples.count) ? samples.count : 1) * (sides ? sides.left.dimension : samples.dimension);
  const batch = Math.max(1, Math.min(MOST_BATCH, Math.floor(MOST_PRODUCTS / cost)));
  const standing: Record<SideName, SideFrame | null> = { left: null, right: null };

  function sideAt(side: SideName, frame: SideFrame, at: number, k: number): SideStep | null {
    if (at >= frame.count) return null;
    const { width, iterates, series } = frame;
    const read = (name: string) => series[name]?.[at] ?? Number.NaN;
    const loss = read('loss');
    return {
      iterate: iterates.subarray(at * width, (at + 1) * width),
      evaluations: k * run.settings[side].evaluationsPerStep,
      loss,
      objective: series.objective?.[at] ?? loss,
      bound: read('bound'),
      distance: read('distance'),
      gradientNorm: read('gradientNorm'),
      series: Object.fromEntries(Object.keys(series).map((name) => [name, read(name)])),
    };
  }

  return {
    *steps() {
      let frame = run.first();
      // The last step so far, if it is not a requested one.
      let skipped: BothSteps | null = null;
      for (let first = 0; ; ) {
        const count = Math.max(frame.left.count, frame.right.count);
        standing.left = frame.left;
        standing.right = frame.right;
        if (count === 0) break;
        for (let at = 0; at < count; at++) {
          const k = first + at;
          const step = {
            k,
            left: sideAt('left', frame.left, at, k),
            right: sideAt('right', frame.right, at, k),
          };
          skipped = k % every === 0 ? null : step;
          if (!skipped) yield step;
        }
        first = first === 0 ? 1 : first + batch;
        if (first > last) break;
        yield null;
        frame = run.advance(Math.min(batch, last - first + 1));
      }
      if (skipped) yield skipped;
    },
    ends: () =>
      (['left', 'right'] as const).flatMap((side) => {
        const frame = standing[side];
        if (!frame) return [];
        const met = frame.endedAt === null ? '' : `; first met at step ${frame.endedAt}`;
        const left = frame.arrivedAt !== null && frame.status !== 'reached';
        const passed = left ? `; within 0.1 % of the star at step ${frame.arrivedAt}, and has left it` : '';
        return [`${side} side at the last step: ${frame.status}${met}${passed}`];
      }),
  };
}
