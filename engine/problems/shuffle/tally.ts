import type { SideName } from '../../contract.ts';
import { MAX_SEED } from '../../kernels/random.ts';
import type { Search } from '../../search.ts';
import type { ShuffleInstance } from './instance.ts';
import { createPenalisedDescent, isBest } from './penalised-descent.ts';
import type { Best, TallySide, TallyTold } from './types.ts';

/** Steps after the ramp at which a run that has not ended is rounded. */
export const TALLY_STEPS = 1500;
/** Steps between two looks at whether to go on. */
const BLOCK = 16;
const SIDES = ['left', 'right'] as const;

/** The end of one run. */
interface Ended {
  readonly cost: number;
  readonly exact: boolean;
  readonly moving: boolean;
}

/** Both sides from `starts` starts, each run rounded at its end. Start s has the seed sseed + s (around after the last seed). */
export function tallyOf(
  { info, relaxation, startOf }: ShuffleInstance,
  { starts, sseed }: { readonly starts: number; readonly sseed: number },
): Search<TallyTold, TallyTold> {
  const steps = info.ramp + TALLY_STEPS;
  const ends: Record<SideName, Ended[]> = { left: [], right: [] };
  const next = () => {
    const at = ends.left.length + ends.right.length;
    if (at === 2 * starts) return null;
    const side = SIDES[at % 2]!;
    const start = startOf((sseed + (at >> 1)) % (MAX_SEED + 1));
    return { side, k: 0, run: createPenalisedDescent(relaxation, side, { ...info, start }) };
  };
  let current = next();
  const told = (): TallyTold => ({
    starts,
    done: ends.left.length + ends.right.length,
    steps,
    sides: { left: counted(ends.left, ends, info.best), right: counted(ends.right, ends, info.best) },
  });
  return {
    step() {
      if (!current) return false;
      for (let taken = 0; taken < BLOCK && !current.run.ended && current.k < steps; taken++) {
        current.run.step();
        current.k++;
      }
      if (!current.run.ended && current.k < steps) return true;
      const { rounded } = current.run.record();
      const { status } = current.run;
      const exact = current.side === 'right' && (status === 'best' || status === 'permutation');
      ends[current.side].push({ cost: rounded!, exact, moving: status === 'moving' });
      current = next();
      return true;
    },
    found: told,
    progress: told,
  };
}

/** What the runs of a side came to, so far. Beyond n = 8 the least cost that was found stands in for the best. */
function counted(runs: readonly Ended[], all: Record<SideName, Ended[]>, known: Best | null): TallySide {
  const costs = [...all.left, ...all.right].map(({ cost }) => cost).filter((cost) => !Number.isNaN(cost));
  const least = Math.min(...costs);
  const best = known ?? {
    cost: least,
    permutations: [],
    count: 0,
    within: 1e-9 * Math.max(1, Math.abs(least)),
  };
  const count = (which: (run: Ended) => boolean) => runs.filter(which).length;
  return {
    best: count(({ cost }) => isBest(cost, best)),
    other: count(({ cost }) => !Number.isNaN(cost) && !isBest(cost, best)),
    tie: count(({ cost }) => Number.isNaN(cost)),
    exact: count(({ exact }) => exact),
    moving: count(({ moving }) => moving),
  };
}
