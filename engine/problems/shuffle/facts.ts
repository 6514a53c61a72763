import type { SideName } from '../../contract.ts';
import type { Parts } from '../../problem.ts';
import type { FactAsked } from '../../record.ts';
import { foundAtOnce, type Search } from '../../search.ts';
import type { ShuffleValues } from './card.ts';
import type { ShuffleInstance } from './instance.ts';
import { factorial, isBest } from './permutation-costs.ts';
import { tallyOf } from './tally.ts';
import type { TallyTold } from './types.ts';

/** The series that facts at a step are read from. */
const READ = {
  'left.rounded': ['left', 'rounded'],
  'right.rounded': ['right', 'rounded'],
  'left.bound': ['left', 'bound'],
} as const satisfies Readonly<Record<string, readonly [SideName, string]>>;

/** Numbers of one instance; NaN where it has none. */
export const shuffleFacts: NonNullable<Parts<ShuffleInstance>['facts']> = (instance, values, asked, run) => {
  const isCounted = [...asked.values()].some(({ name }) => name.startsWith('tally.'));
  const { starts, sseed } = values as ShuffleValues;
  const tally: Search<TallyTold | null> = isCounted
    ? tallyOf(instance, { starts, sseed })
    : foundAtOnce(null);
  const told = ({ name, at }: FactAsked): number | undefined => {
    if (!(name in READ)) return constantOf(instance, name, tally.found());
    const k = at ?? run?.end ?? null;
    const [side, series] = READ[name as keyof typeof READ];
    return run && k !== null ? run.read(side, series, k) : undefined;
  };
  return {
    step: () => tally.step(),
    found: () => Object.fromEntries([...asked].map(([text, fact]) => [text, told(fact)])),
  };
};

function constantOf({ info }: ShuffleInstance, name: string, tally: TallyTold | null): number | undefined {
  const { n, lambda, best, thresholds, triangle, exactFrom } = info;
  const at = thresholds.map(({ threshold }) => threshold);
  switch (name) {
    case 'nodes':
      return n;
    case 'permutations':
      return factorial(n);
    case 'lambda.absolute':
      return lambda;
    case 'best.cost':
      return best?.cost ?? Number.NaN;
    case 'best.count':
      return best?.count ?? Number.NaN;
    case 'threshold.best':
      return Math.min(
        ...thresholds.filter(({ cost }) => isBest(cost, best)).map(({ threshold }) => threshold),
      );
    case 'threshold.least':
      return Math.min(...at);
    case 'threshold.most':
      return Math.max(...at);
    case 'traps':
      return at.filter((threshold) => lambda > threshold).length;
    case 'convex.until':
      return triangle?.convexUntil ?? Number.NaN;
    case 'exact.from':
      return exactFrom ?? Number.NaN;
    case 'tally.starts':
      return tally!.starts;
    case 'tally.left':
      return tally!.sides.left.best / tally!.starts;
    case 'tally.right':
      return tally!.sides.right.best / tally!.starts;
    case 'tally.ties':
      return tally!.sides.left.tie / tally!.starts;
    default:
      return undefined;
  }
}
