import type { SideName } from '../../contract.ts';
import type { Parts } from '../../problem.ts';
import type { FactAsked } from '../../record.ts';
import { foundAtOnce, type Search } from '../../search.ts';
import type { ShuffleValues } from './card.ts';
import type { ShuffleInstance } from './instance.ts';
import { factorial, isBest } from './permutation-costs.ts';
import { tallyOf } from './tally.ts';
import type { ShuffleInfo, TallyTold } from './types.ts';

/** Series of the facts at a step. */
const READ = {
  'left.rounded': ['left', 'rounded'],
  'right.rounded': ['right', 'rounded'],
  'left.bound': ['left', 'bound'],
} as const satisfies Readonly<Record<string, readonly [SideName, string]>>;

/** Returns an instance's facts; NaN if it has none. */
export const shuffleFacts: NonNullable<Parts<ShuffleInstance>['facts']> = (instance, values, asked, run) => {
  const isCounted = [...asked.values()].some(({ name }) => name.startsWith('tally.'));
  const { starts, sseed } = values as ShuffleValues;
  const tally: Search<TallyTold | null> = isCounted
    ? tallyOf(instance, { starts, sseed })
    : foundAtOnce(null);
  const told = ({ name, at }: FactAsked): number | undefined => {
    if (!(name in READ)) return CONSTANTS[name]?.(instance.info, tally.found());
    const k = at ?? run?.end ?? null;
    const [side, series] = READ[name as keyof typeof READ];
    return run && k !== null ? run.read(side, series, k) : undefined;
  };
  return {
    step: () => tally.step(),
    found: () => Object.fromEntries([...asked].map(([text, fact]) => [text, told(fact)])),
  };
};

const thresholdsOf = ({ thresholds }: Pick<ShuffleInfo, 'thresholds'>) =>
  thresholds.map(({ threshold }) => threshold);

/** Thresholds of best corners, or of the others. */
const ofBest = ({ thresholds, best }: ShuffleInfo, isThere = true) =>
  thresholdsOf({ thresholds: thresholds.filter(({ cost }) => isBest(cost, best) === isThere) });

/** Facts that do not depend on the run. */
const CONSTANTS: Readonly<Record<string, (info: ShuffleInfo, tally: TallyTold | null) => number>> = {
  nodes: ({ n }) => n,
  permutations: ({ n }) => factorial(n),
  'lambda.absolute': ({ lambda }) => lambda,
  'best.cost': ({ best }) => best?.cost ?? Number.NaN,
  'best.count': ({ best }) => best?.count ?? Number.NaN,
  'threshold.best': (info) => Math.min(...ofBest(info)),
  'threshold.least': (info) => Math.min(...thresholdsOf(info)),
  'threshold.most': (info) => Math.max(...thresholdsOf(info)),
  traps: (info) => thresholdsOf(info).filter((threshold) => info.lambda > threshold).length,
  'share.lambda': ({ lambda, smoothness }) => lambda / smoothness,
  'share.best': (info) => Math.min(...ofBest(info)) / info.smoothness,
  'share.others': (info) => Math.min(...ofBest(info, false)) / info.smoothness,
  'share.least': (info) => Math.min(...thresholdsOf(info)) / info.smoothness,
  'share.most': (info) => Math.max(...thresholdsOf(info)) / info.smoothness,
  'held.worse': (info) => ofBest(info, false).filter((threshold) => info.lambda > threshold).length,
  'convex.until': ({ triangle }) => triangle?.convexUntil ?? Number.NaN,
  'exact.from': ({ exactFrom }) => exactFrom ?? Number.NaN,
  'tally.starts': (_, tally) => tally!.starts,
  'tally.left': (_, tally) => tally!.sides.left.best / tally!.starts,
  'tally.right': (_, tally) => tally!.sides.right.best / tally!.starts,
  'tally.ties': (_, tally) => tally!.sides.left.tie / tally!.starts,
};
