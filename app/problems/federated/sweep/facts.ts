import type { SweepAsked, SweepPoint, SweepTold } from '../../../../engine/problems/federated/types.ts';
import { median } from '../../kit/median.ts';
import { DEAL_READ, NARROW_RESTS } from './asked.ts';

/** Least losses up to this count as a fit. */
const NOTHING = 1e-12;

/** Median and range over seeds; NaN if none. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

export interface Tally {
  readonly runs: number;
  readonly of: number;
}

type Told = SweepTold | null;
type Column = 'left' | 'right' | 'gaps';

function spreadOf(values: readonly number[]): Spread {
  const none = values.length === 0;
  return {
    median: median(values),
    low: none ? Number.NaN : Math.min(...values),
    high: none ? Number.NaN : Math.max(...values),
  };
}

/** Finished runs of one point, by seed. */
interface PointRuns {
  readonly set: SweepPoint['set'];
  readonly runs: number;
  /** One number per run. */
  of(column: 'etas' | 'tops' | 'rests' | 'leasts'): number[];
  /** One number per run at the round with this index. */
  at(column: Column, place: number): number[];
}

function pointsOf({ points, seeds }: SweepAsked, told: Told): PointRuns[] {
  let start = 0;
  return points.map(({ set, at }, p) => {
    const from = start;
    start += at.length * seeds;
    // All points of a seed end before the next begins.
    const ended = told ? Math.max(0, Math.floor((told.done - 1 - p) / points.length) + 1) : 0;
    const each = (of: (seed: number) => number) => Array.from({ length: ended }, (_, s) => of(s));
    return {
      set,
      runs: ended,
      of: (column) => each((s) => told![column][p * seeds + s]!),
      at: (column, place) => each((s) => told![column][from + s * at.length + place]!),
    };
  });
}

const count = <T>(values: readonly T[], is: (value: T, i: number) => boolean) => values.filter(is).length;

export interface GapFacts extends Spread {
  readonly m: number;
  readonly gaps: readonly number[];
  /** Runs in which the network ends with the smaller loss. */
  readonly ahead: Tally;
}

export function gapFacts(asked: SweepAsked, told: Told): GapFacts[] {
  return pointsOf(asked, told).map((point) => {
    const gaps = point.at('gaps', 0);
    const [network, linear] = [point.at('left', 1), point.at('right', 1)];
    const ahead = count(network, (loss, i) => loss < linear[i]!);
    return { m: point.set.m!, gaps, ...spreadOf(gaps), ahead: { runs: ahead, of: point.runs } };
  });
}

/** A power law: y = factor m^slope. */
export interface Fit {
  readonly slope: number;
  readonly factor: number;
}

/** Fits log medians to log widths by least squares; null for fewer than two. */
export function fitOf(facts: readonly Pick<GapFacts, 'm' | 'median'>[]): Fit | null {
  const points = facts.flatMap(({ m, median: y }) =>
    y > 0 && Number.isFinite(y) ? [[Math.log(m), Math.log(y)] as const] : [],
  );
  if (points.length < 2) return null;
  const mean = (of: 0 | 1) => points.reduce((sum, point) => sum + point[of], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const slope =
    points.reduce((sum, [px, py]) => sum + (px - x) * (py - y), 0) /
    points.reduce((sum, [px]) => sum + (px - x) ** 2, 0);
  return { slope, factor: Math.exp(y - slope * x) };
}

export interface RatioFacts {
  readonly clients: number;
  readonly local: number;
  readonly runs: number;
  /** Median losses of the network after 0, 1, ... rounds. */
  readonly losses: readonly number[];
  /** Median of K eta lam_max(H): the collapse ends where it is not small. */
  readonly reach: number;
}

export function ratioFacts(asked: SweepAsked, told: Told): RatioFacts[] {
  const points = pointsOf(asked, told);
  return points.map((point, p) => {
    const [etas, tops] = [point.of('etas'), points[0]!.of('tops')];
    return {
      clients: point.set.clients!,
      local: point.set.local!,
      runs: point.runs,
      losses: asked.points[p]!.at.map((_, place) => median(point.at('left', place))),
      reach: point.set.local! * median(etas.map((eta, s) => eta * tops[s]!)),
    };
  });
}

/** Returns largest over smallest end loss for each K/N, in the pairs' order; NaN for fewer than two. */
export function collapseOf(
  facts: readonly RatioFacts[],
): { readonly ratio: number; readonly apart: number }[] {
  const ratios = [...new Set(facts.map(({ local, clients }) => local / clients))];
  return ratios.map((ratio) => {
    const ends = facts
      .filter(({ local, clients, runs }) => local / clients === ratio && runs > 0)
      .map(({ losses }) => losses.at(-1)!);
    return { ratio, apart: ends.length < 2 ? Number.NaN : Math.max(...ends) / Math.min(...ends) };
  });
}

export interface DealFacts {
  readonly split: NonNullable<SweepPoint['set']['split']>;
  readonly runs: number;
  /** Median losses of the network after 0, 1, ... rounds, and spread after `DEAL_READ` rounds. */
  readonly losses: readonly number[];
  readonly read: readonly (Spread & { readonly round: number })[];
  readonly eta: number;
  /** Factor by which its own step for the same c would be longer. */
  readonly longer: number;
}

export function dealFacts(asked: SweepAsked, told: Told): DealFacts[] {
  const points = pointsOf(asked, told);
  return points.map((point, p) => {
    const [own, sorted] = [point.of('tops'), points[0]!.of('tops')];
    const rounds = asked.points[p]!.at;
    return {
      split: point.set.split!,
      runs: point.runs,
      losses: rounds.map((_, place) => median(point.at('left', place))),
      read: DEAL_READ.map((round) => ({ round, ...spreadOf(point.at('left', rounds.indexOf(round))) })),
      eta: median(point.of('etas')),
      longer: median(own.map((top, s) => sorted[s]! / top)),
    };
  });
}

/** Counts seeds in which shuffled data have the smaller loss, after each of `DEAL_READ` rounds. */
export function shuffledAhead(asked: SweepAsked, told: Told): (Tally & { readonly round: number })[] {
  const [sorted, shuffled] = pointsOf(asked, told);
  return DEAL_READ.map((round) => {
    const place = asked.points[0]!.at.indexOf(round);
    const [a, b] = [sorted!.at('left', place), shuffled!.at('left', place)];
    return { round, runs: count(b, (loss, s) => loss < a[s]!), of: b.length };
  });
}

export interface NarrowFacts {
  readonly m: number;
  readonly runs: number;
  /** Rests of the linearisation by K, in closed form. */
  readonly rests: readonly (Spread & { readonly local: number })[];
  /** Losses of the network by K after `rounds`. */
  readonly networks: readonly (Spread & { readonly local: number; readonly rounds: number })[];
  /** Runs that end higher with the most local steps than with the fewest. */
  readonly higher: Tally;
  /** Median least-squares loss, the rest at K = 1, and runs in which it exceeds rounding. */
  readonly least: number;
  readonly unfit: Tally;
}

export function narrowFacts(asked: SweepAsked, told: Told): NarrowFacts[] {
  const points = pointsOf(asked, told);
  const widths = [...new Set(points.map(({ set }) => set.m!))];
  return widths.map((m) => {
    const own = points.flatMap((point, p) =>
      point.set.m === m ? [{ point, local: point.set.local!, rounds: asked.points[p]!.at[0] ?? 0 }] : [],
    );
    const leasts = own[0]!.point.of('leasts');
    const played = own.filter(({ rounds }) => rounds > 0);
    const [few, many] = [played[0]!, played.at(-1)!].map(({ point }) => point.at('left', 0));
    return {
      m,
      runs: own.at(-1)!.point.runs,
      rests: own
        .filter(({ local }) => NARROW_RESTS.includes(local))
        .map(({ point, local }) => ({ local, ...spreadOf(point.of('rests')) })),
      networks: played.map(({ point, local, rounds }) => ({
        local,
        rounds,
        ...spreadOf(point.at('left', 0)),
      })),
      higher: { runs: count(many!, (loss, s) => loss > few![s]!), of: many!.length },
      least: median(leasts),
      unfit: { runs: count(leasts, (loss) => loss > NOTHING), of: leasts.length },
    };
  });
}
