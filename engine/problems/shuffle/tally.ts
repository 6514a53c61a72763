import type { SideName } from '../../contract.ts';
import { MAX_SEED } from '../../kernels/random.ts';
import type { Search } from '../../search.ts';
import { SIDES } from '../../side-names.ts';
import type { ShuffleInstance } from './instance.ts';
import { SHUFFLE_ENDS } from './names.ts';
import { createPenalisedDescent } from './penalised-descent.ts';
import { equalCost } from './permutation-costs.ts';
import type { TallySide, TallyTold } from './types.ts';

/** Steps after the ramp at which a still moving run is rounded. */
export const TALLY_STEPS = 10_000;
/** A slice: some two milliseconds for n = 10. */
const BLOCK = 100;

interface Ended {
  /** NaN in a tie between different costs. */
  readonly cost: number;
  readonly exact: boolean;
  readonly moving: boolean;
}

/** Runs both sides and rounds each end. Start s has the seed sseed + s (wraps to 0 after MAX_SEED). */
export function tallyOf(
  { info, relaxation, startOf }: Pick<ShuffleInstance, 'info' | 'relaxation' | 'startOf'>,
  { starts, sseed }: { readonly starts: number; readonly sseed: number },
): Search<TallyTold, TallyTold> {
  const steps = info.ramp + TALLY_STEPS;
  const ends: Record<SideName, Ended[]> = { left: [], right: [] };
  const within = equalCost(relaxation);
  let least = info.best?.cost ?? Number.POSITIVE_INFINITY;
  let done = 0;
  let current = next();

  function next() {
    if (done === 2 * starts) return null;
    const side = SIDES[done % 2]!;
    const start = startOf((sseed + Math.floor(done / 2)) % (MAX_SEED + 1));
    return { side, k: 0, run: createPenalisedDescent(relaxation, side, { ...info, start }) };
  }

  function end({ side, run }: NonNullable<typeof current>): void {
    const { rounded, penalty } = run.record();
    const moving = !run.ended;
    ends[side].push({ cost: rounded!, exact: !moving && penalty! <= SHUFFLE_ENDS.penalty, moving });
    if (!info.best && rounded! < least) least = rounded!;
    done++;
  }

  const told = (): TallyTold => ({
    starts,
    done,
    steps,
    cost: Number.isFinite(least) ? least : Number.NaN,
    sides: { left: counted(ends.left, least + within), right: counted(ends.right, least + within) },
  });

  return {
    step() {
      if (!current) return false;
      for (let taken = 0; taken < BLOCK && !current.run.ended && current.k < steps; taken++) {
        current.run.step();
        current.k++;
      }
      if (!current.run.ended && current.k < steps) return true;
      end(current);
      current = next();
      return true;
    },
    found: told,
    progress: told,
  };
}

/** Counts outcomes; costs up to `best` are best. */
function counted(runs: readonly Ended[], best: number): TallySide {
  const count = (which: (run: Ended) => boolean) => runs.filter(which).length;
  return {
    best: count(({ cost }) => cost <= best),
    other: count(({ cost }) => cost > best),
    tie: count(({ cost }) => Number.isNaN(cost)),
    exact: count(({ exact }) => exact),
    moving: count(({ moving }) => moving),
  };
}
