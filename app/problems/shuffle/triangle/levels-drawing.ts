import '../matrix-words.en.ts';
import type { ShuffleInfo } from '../../../../engine/problems/shuffle/types.ts';
import { valueAt } from '../../../../engine/scenario/scenario.ts';
import { SIDES } from '../../../../engine/side-names.ts';
import { createThinner } from '../../../charts/thin.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { type SideAt, selectSide } from '../../../pictures/side-at.ts';
import { isAsking } from '../../../session/guessing.ts';
import {
  type Canvas,
  createMemo,
  createPicture,
  type Describe,
  type Picture,
} from '../../../session/picture/picture.ts';
import { shownNumber } from '../../../session/run/kept-steps.ts';
import type { AppState } from '../../../session/store.ts';
import { saidCost, saidShare } from '../matrix-state.ts';
import { createRunValues, runVersion } from '../run-values.ts';
import { isBest, type Levels, levelsRead, lineOf, shuffleOf } from '../shuffle-info.ts';
import type { ShuffleMark } from '../shuffle-marks.ts';
import { toldBound } from '../told-bound.ts';
import { type Branch, branchesOf } from './levels-branches.ts';
import {
  along,
  drawLevelRuns,
  drawLevels,
  type LevelCorner,
  type LevelRun,
  type LevelsInput,
  levelsPlane,
} from './levels-plot.ts';

interface AxesState {
  readonly info: ShuffleInfo | null;
  readonly levels: Levels | null;
  readonly asks: boolean;
}

interface GroundState extends AxesState {
  /** Requested lambda/L, possibly not open yet. */
  readonly share: number;
  readonly bound: number;
  readonly lit: ShuffleMark | null;
}

interface RunState extends AxesState {
  readonly left: SideAt;
  readonly right: SideAt;
}

export const shareOf = ({ scenario }: AppState): number => Number(valueAt(scenario, 'lambda'));

/** Writes lambda_k/L (along the axis) and E per row. */
const createRun = () =>
  createRunValues(2, (into, at, { series }, row, smoothness) => {
    into[at] = along((series.lambda?.[row] ?? 0) / smoothness || 0);
    into[at + 1] = series.loss?.[row] ?? Number.NaN;
  });

const joined = createMemo<readonly Branch[]>();

/** Creates both layers over lambda: axes with branches, and runs. `pointed` is the share being read. */
export function createLevels(pointed: number | null = null): {
  readonly ground: Picture<GroundState>;
  readonly run: Picture<RunState>;
} {
  const sides = { left: selectSide('left'), right: selectSide('right') };
  const runs = { left: createRun(), right: createRun() };
  const thinners = { left: createThinner(), right: createThinner() };
  return {
    ground: createPicture({
      select(snapshot) {
        const state = snapshot.store.getState();
        return {
          ...axesState(state),
          share: shareOf(state),
          bound: shownNumber(snapshot, 'left', 'bound'),
          lit: (state.extra?.highlight ?? null) as ShuffleMark | null,
        };
      },
      draw(state, canvas) {
        const input = levelsInput(state, pointed, canvas);
        return input ? drawLevels(input) : [];
      },
    }),
    run: createPicture({
      select: (snapshot, t) => ({
        ...axesState(snapshot.store.getState()),
        left: sides.left(snapshot, t),
        right: sides.right(snapshot, t),
      }),
      draw(state, canvas) {
        const input = levelsInput({ ...state, share: 0, bound: Number.NaN, lit: null }, null, canvas);
        if (!input) return [];
        const { smoothness } = state.info!;
        const plane = levelsPlane(input);
        const shown = SIDES.flatMap((side): LevelRun[] => {
          const { trajectory, row } = state[side];
          if (row < 0) return [];
          const { series } = trajectory;
          thinners[side].extend(
            { ...runs[side](trajectory, smoothness), x: 0, y: 1 },
            plane,
            runVersion(trajectory),
          );
          const share = (series.lambda?.[row] ?? 0) / smoothness || 0;
          return [{ side, share, cost: series.loss?.[row] ?? Number.NaN, path: thinners[side].upTo(row) }];
        });
        return drawLevelRuns(input, shown);
      },
    }),
  };
}

const axesState = (state: AppState): AxesState => ({
  info: shuffleOf(state),
  levels: levelsRead(state),
  asks: isAsking(state),
});

export function levelsInputNow(state: AppState, canvas: Canvas): LevelsInput | null {
  return levelsInput({ ...axesState(state), share: 0, bound: Number.NaN, lit: null }, null, canvas);
}

/** Returns the input without runs, and without answers while a scene asks. Null without a triangle. */
function levelsInput(
  { info, levels, share, bound, asks, lit }: GroundState,
  pointed: number | null,
  { size, drawStyle, t }: Canvas,
): LevelsInput | null {
  if (!info?.triangle) return null;
  return {
    ...size,
    ...drawStyle,
    branches: levels && !asks ? joined([levels], () => branchesOf(levels)) : [],
    corners: cornersOf(info, asks),
    least: leastOf(levels),
    asks,
    bound,
    share,
    pointed,
    lit,
    names: {
      x: 'λ/L',
      y: 'E',
      minimum: t('shuffle.levels.minimum'),
      saddle: t('shuffle.levels.saddle'),
      maximum: t('shuffle.levels.maximum'),
      bound: t('shuffle.levels.bound'),
      least: t('shuffle.levels.least'),
    },
  };
}

const cornersOf = ({ thresholds, smoothness, best }: ShuffleInfo, asks: boolean): LevelCorner[] =>
  thresholds.map(({ permutation, cost, threshold }) => ({
    label: `${lineOf(permutation)}: ${saidCost(cost)}`,
    cost,
    from: asks ? null : threshold / smoothness || 0,
    isBest: !asks && isBest(cost, best),
  }));

const leastOf = (levels: Levels | null) => levels?.rests[0]?.[0]?.cost ?? Number.NaN;

/** Reports the shares from which the first and the last corner are traps. */
export function thresholdWords(info: ShuffleInfo, t: Translate): string {
  const shares = info.thresholds.map(({ threshold }) => threshold / info.smoothness);
  if (info.smoothness === 0) return t('shuffle.levels.flat');
  const traps = info.thresholds.filter(({ threshold }) => info.lambda > threshold).length;
  return t('shuffle.levels.thresholds', {
    least: saidShare(Math.max(0, Math.min(...shares))),
    most: saidShare(Math.max(0, Math.max(...shares))),
    always: shares.filter((share) => share <= 0).length,
    traps,
    of: shares.length,
  });
}

/** Describes rest points at the known share nearest to `share`. */
export function levelWords(state: AppState, share: number, t: Translate): string {
  const [info, levels] = [shuffleOf(state), levelsRead(state)];
  if (!info || !levels || isAsking(state)) return t('shuffle.levels.share', { share: saidShare(share) });
  const at = levels.shares;
  let nearest = 0;
  for (let i = 1; i < at.length; i++)
    if (Math.abs(at[i]! - share) < Math.abs(at[nearest]! - share)) nearest = i;
  const rests = levels.rests[nearest]!;
  const minima = rests.filter(({ kind }) => kind === 'minimum');
  const isCorner = ({ on }: { on: string }) => on === 'vertex';
  const cornerOf = ({ at }: (typeof rests)[number]) => info.thresholds[at.indexOf(Math.max(...at))]!;
  const isTrap = (point: (typeof rests)[number]) =>
    isCorner(point) && share * info.smoothness > cornerOf(point).threshold;
  const nameOf = (point: (typeof rests)[number]) =>
    `${lineOf(cornerOf(point).permutation)} (${saidCost(point.cost)})`;
  return t('shuffle.levels.read', {
    share: saidShare(share),
    traps: minima.filter(isTrap).map(nameOf),
    corners: minima.filter((point) => isCorner(point) && !isTrap(point)).map(nameOf),
    between: minima.filter((point) => !isCorner(point)).map(({ cost }) => saidCost(cost)),
    others: rests.length - minima.length,
  });
}

export const describeLevels: Describe = (snapshot, state, t) => {
  const info = shuffleOf(state);
  if (!info?.triangle || isAsking(state)) return t('shuffle.levels.title');
  const { smoothness } = info;
  if (smoothness === 0) return thresholdWords(info, t);
  const costs = info.thresholds.map(({ permutation, cost, threshold }) =>
    t('shuffle.levels.corner', {
      line: lineOf(permutation),
      cost: saidCost(cost),
      share: saidShare(Math.max(0, threshold) / smoothness),
    }),
  );
  return [
    thresholdWords(info, t),
    ...costs,
    levelWords(state, shareOf(state), t),
    t('shuffle.levels.told', {
      bound: toldBound(shownNumber(snapshot, 'left', 'bound'), 3),
      left: saidCost(shownNumber(snapshot, 'left', 'loss')),
      right: saidCost(shownNumber(snapshot, 'right', 'loss')),
    }),
  ].join(' ');
};
