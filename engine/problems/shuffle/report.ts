import type { End, ProblemCard, SideName } from '../../contract.ts';
import type { Report } from '../../problem.ts';
import { createRun, type RunValues } from '../../run/create-run.ts';
import { SIDES } from '../../side-names.ts';
import { SHUFFLE } from './card.ts';
import type { ShuffleInstance } from './instance.ts';
import { SHUFFLE_ENDS } from './names.ts';
import type { Best, Permutation, RestPoint, Rounded, Threshold } from './types.ts';

/** Steps in memory. */
const BATCH = 1000;

/** Most numbers of a side's states: their text must fit into a string. */
const MOST_NUMBERS = 1e7;

/** Steps 0 to N of a side, repeating the last one after an end. */
interface SideReport {
  /** x on the triangle, else M, row-major. */
  readonly states: readonly (readonly number[])[];
  readonly costs: readonly number[];
  readonly penalties: readonly number[];
  /** Of the last step. */
  readonly rounded: Omit<Rounded, 'margin'>;
  readonly endedAt: number | null;
}

export interface LeftReport extends SideReport {
  /** Best so far. */
  readonly bounds: readonly number[];
  readonly lowerBound: number;
  readonly status: End;
}

export interface RightReport extends SideReport {
  /** lambda_k and E + lambda_k P. */
  readonly lambdas: readonly number[];
  readonly objectives: readonly number[];
  /** Null if P shows that there is none. */
  readonly permutation: Permutation | null;
  readonly status: End;
}

export interface ShuffleReport {
  readonly left: LeftReport;
  readonly right: RightReport;
  readonly best:
    | (Pick<Best, 'cost' | 'permutations' | 'count'> & { readonly allSix?: readonly number[] })
    | null;
  readonly thresholds: readonly Threshold[];
  readonly stationary?: Readonly<Record<SideName, readonly Omit<RestPoint, 'cost'>[]>>;
}

const calledOf = (status: End, side: SideName): End =>
  (SHUFFLE as ProblemCard).ends?.[status]?.printed?.[side] ?? status;

const PRINTED = {
  loss: 'costs',
  penalty: 'penalties',
  bound: 'bounds',
  lambda: 'lambdas',
  objective: 'objectives',
};
type Lists = Record<'costs' | 'penalties' | 'bounds' | 'lambdas' | 'objectives', number[]>;

function runSides(instance: ShuffleInstance, values: RunValues, steps: number) {
  const run = createRun(instance, values);
  const keep = () => ({
    states: [] as number[][],
    lists: { costs: [], penalties: [], bounds: [], lambdas: [], objectives: [] } as Lists,
  });
  const kept = { left: keep(), right: keep() };
  let frame = run.first();
  for (let taken = 0; ; ) {
    for (const side of SIDES) {
      const { states, lists } = kept[side];
      const { count, width, iterates, series } = frame[side];
      for (let row = 0; row < count; row++)
        states.push([...iterates.subarray(row * width, (row + 1) * width)]);
      for (const [name, list] of Object.entries(PRINTED)) {
        const numbers = series[name];
        for (let row = 0; numbers && row < count; row++) lists[list as keyof Lists].push(numbers[row]!);
      }
    }
    const next = Math.min(BATCH, steps - taken);
    if (next === 0) break;
    frame = run.advance(next);
    taken += next;
  }
  const told = (side: SideName) => {
    const { states, lists } = kept[side];
    const { margin: _, ...rounded } = instance.relaxation.round(Float64Array.from(states.at(-1)!));
    for (const list of [states, ...Object.values(lists)] as unknown[][])
      while (list.length > 0 && list.length <= steps) list.push(list.at(-1));
    return { states, lists, rounded, ...frame[side] };
  };
  return { left: told('left'), right: told('right') };
}

export function reportOf(instance: ShuffleInstance, values: RunValues): Report {
  const { info, relaxation } = instance;
  const { n, shape, smoothness, step, lambda, triangle } = info;
  return {
    heading: { n, shape, smoothness, step, lambda, refused: [], refusedCount: 0 },
    listsStationary: true,
    refuse({ format, gap, steps, stationary }) {
      if (format === 'csv') return '--format: expected json for permutations; got csv';
      if (gap !== null) return '--gap: expected a right side that is solved to a gap; got a descent';
      if (stationary && !triangle) return `--stationary: expected shape=triangle; got ${shape}`;
      const most = Math.floor(MOST_NUMBERS / relaxation.dimension);
      return steps > most ? `--steps: expected at most ${most} with n=${n}; got ${steps}` : null;
    },
    run(steps, _gap, _at, stationary): ShuffleReport & Record<SideName, unknown> {
      const { left, right } = runSides(instance, values, steps);
      const common = ({ states, lists: { costs, penalties } }: typeof left) => ({ states, costs, penalties });
      const { bounds } = left.lists;
      const { lambdas, objectives, penalties } = right.lists;
      const isPermutation = penalties.at(-1)! <= SHUFFLE_ENDS.penalty;
      const { best, thresholds } = info;
      return {
        left: {
          ...common(left),
          bounds,
          lowerBound: bounds.at(-1)!,
          rounded: left.rounded,
          status: calledOf(left.status, 'left'),
          endedAt: left.endedAt,
        },
        right: {
          ...common(right),
          lambdas,
          objectives,
          rounded: right.rounded,
          permutation: isPermutation ? right.rounded.permutation : null,
          status: calledOf(right.status, 'right'),
          endedAt: right.endedAt,
        },
        best: best && {
          cost: best.cost,
          permutations: best.permutations,
          count: best.count,
          ...(triangle && { allSix: triangle.allSix }),
        },
        thresholds: [...thresholds, ...thresholdOf(right.rounded)],
        ...(stationary &&
          triangle && {
            stationary: { left: triangle.rests.left.map(pointOf), right: triangle.rests.right.map(pointOf) },
          }),
      };
    },
  };

  /** Returns the right's threshold unless already listed. */
  function thresholdOf({ permutation, cost }: Pick<Rounded, 'permutation' | 'cost'>): Threshold[] {
    if (info.thresholds.some((one) => `${one.permutation}` === `${permutation}`)) return [];
    return [{ permutation, cost, threshold: relaxation.threshold(permutation) }];
  }
}

const pointOf = ({ at, on, kind, value, isolated }: RestPoint) => ({ at, on, kind, value, isolated });
