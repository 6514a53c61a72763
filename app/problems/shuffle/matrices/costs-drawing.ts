import '../matrix-words.en.ts';
import type { MatricesReading, MatrixTold, ShuffleInfo } from '../../../../engine/problems/shuffle/types.ts';
import { SIDES } from '../../../../engine/side-names.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { isAsking } from '../../../session/guessing.ts';
import {
  type Canvas,
  createMemo,
  createPicture,
  type Describe,
  type Picture,
} from '../../../session/picture/picture.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import { numberAt, shownNumber } from '../../../session/run/kept-steps.ts';
import type { AppState } from '../../../session/store.ts';
import { nearestOf, saidCost } from '../matrix-state.ts';
import { isBest, lineOf, SHUFFLE, shuffleOf } from '../shuffle-info.ts';
import type { ShuffleMark } from '../shuffle-marks.ts';
import { toldBound } from '../told-bound.ts';
import { type CostBin, costBins, permutationAt } from './cost-bins.ts';
import { type CostLane, type CostsInput, drawCosts } from './costs-plot.ts';

const NAMED = 3;

interface CostsState {
  readonly info: ShuffleInfo | null;
  readonly told: MatricesReading['told'] | null;
  readonly asks: boolean;
  readonly bound: number;
  readonly left: number;
  readonly right: number;
  readonly start: number;
  readonly lit: ShuffleMark | null;
}

export function costsState(snapshot: Snapshot): CostsState {
  const state = snapshot.store.getState();
  const { left, right } = snapshot.trajectories;
  return {
    info: shuffleOf(state),
    told: SHUFFLE.now(state, 'matrices'),
    asks: isAsking(state),
    bound: shownNumber(snapshot, 'left', 'bound'),
    left: shownNumber(snapshot, 'left', 'loss'),
    right: shownNumber(snapshot, 'right', 'loss'),
    start: Math.max(numberAt(left, 'loss', 0), numberAt(right, 'loss', 0)),
    lit: (state.extra?.highlight ?? null) as ShuffleMark | null,
  };
}

const binned = createMemo<readonly CostBin[]>();
export const binsOf = ({ costs }: ShuffleInfo): readonly CostBin[] => binned([costs], () => costBins(costs));

/** Creates the picture; `pointed` is the bin being read. */
export function createCosts(pointed: number | null = null): Picture<CostsState> {
  return createPicture({
    select: (snapshot) => costsState(snapshot),
    draw(state, canvas) {
      const { info } = state;
      return info ? drawCosts(costsInput(state, info, pointed, canvas)) : [];
    },
  });
}

const knowsAllThresholds = ({ costs, thresholds }: ShuffleInfo) =>
  costs.length > 0 && thresholds.length === costs.length;

/** Returns trap flags in lexicographic order, all false while a scene asks; null unless all are known. */
function trapsOf(info: ShuffleInfo, asks: boolean): boolean[] | null {
  if (!knowsAllThresholds(info)) return null;
  const { thresholds, lambda } = info;
  return thresholds.map(({ threshold }) => !asks && lambda > threshold);
}

export function costsInput(
  state: CostsState,
  info: ShuffleInfo,
  pointed: number | null,
  { size, drawStyle, t }: Canvas,
): CostsInput {
  const { told, asks, bound, start, lit } = state;
  return {
    ...size,
    ...drawStyle,
    bins: binsOf(info),
    traps: trapsOf(info, asks),
    best: asks ? Number.NaN : (info.best?.cost ?? Number.NaN),
    bound: asks ? Number.NaN : bound,
    lanes: SIDES.map((side): CostLane => {
      const matrix = asks ? null : (told?.[side] ?? null);
      return {
        side,
        cost: state[side],
        nearest: matrix && nearestCosts(matrix),
        label: matrix ? nearestWords(matrix, t) : '',
      };
    }),
    start,
    pointed,
    lit,
    names: {
      x: 'E',
      count: t('shuffle.costs.count'),
      bound: t('shuffle.costs.bound'),
      best: t('shuffle.costs.best'),
      trap: asks ? '' : t('shuffle.costs.trap'),
      free: t('shuffle.costs.free'),
      none: t('shuffle.costs.none'),
    },
  };
}

function nearestCosts({ rounded: { tie, cost, tiedCosts } }: MatrixTold): readonly [number, number] | null {
  return tie ? tiedCosts : [cost, cost];
}

function nearestWords(matrix: MatrixTold, t: Translate): string {
  const { tie, cost, costs } = nearestOf(matrix);
  if (!tie) return cost;
  return costs ? t('shuffle.costs.tie', { least: costs[0], largest: costs[1] }) : t('shuffle.costs.anyTie');
}

export const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

export function costsHint(info: ShuffleInfo, asks: boolean, t: Translate): string {
  const { n, best } = info;
  const traps = asks ? null : trapsOf(info, false);
  return t('shuffle.costs.hint', {
    n,
    permutations: factorial(n),
    best: best && !asks ? { cost: saidCost(best.cost), count: best.count } : null,
    listed: info.costs.length > 0,
    traps: traps ? traps.filter(Boolean).length : null,
    asks,
  });
}

export function binWords(info: ShuffleInfo, bin: number, asks: boolean, t: Translate): string {
  const found = binsOf(info)[bin];
  if (!found) return '';
  const { least, largest, indices } = found;
  const traps = asks ? null : trapsOf(info, false);
  const isFew = knowsAllThresholds(info) || indices.length <= NAMED;
  return t('shuffle.costs.read', {
    costs: [saidCost(least), saidCost(largest)],
    count: indices.length,
    of: info.costs.length,
    lines: isFew ? indices.slice(0, NAMED).map((index) => lineOf(permutationAt(index, info.n))) : [],
    traps: traps ? indices.filter((index) => traps[index]).length : null,
    best: asks ? 0 : indices.filter((index) => isBest(info.costs[index]!, info.best)).length,
  });
}

export const describeCosts: Describe = (snapshot, state: AppState, t) => {
  const info = shuffleOf(state);
  const told = SHUFFLE.now(state, 'matrices');
  if (!info) return '';
  const asks = isAsking(state);
  const hint = costsHint(info, asks, t);
  if (!told || asks) return hint;
  const { bound, left, right } = costsState(snapshot);
  return [
    hint,
    t('shuffle.costs.told', {
      bound: toldBound(bound, 3),
      left: saidCost(left),
      right: saidCost(right),
      nearest: [nearestWords(told.left, t), nearestWords(told.right, t)],
    }),
  ].join(' ');
};
