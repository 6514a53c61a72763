import './words.en.ts';
import type { SideName } from '../../../../engine/contract.ts';
import type { PixelsInfo } from '../../../../engine/problems/denoiser/types.ts';
import { valueAt } from '../../../../engine/scenario/scenario.ts';
import { formatNumberShort, formatFour as short } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { isAsking } from '../../../session/guessing.ts';
import {
  type Canvas,
  createMemo,
  createPicture,
  type Describe,
  type Picture,
} from '../../../session/picture/picture.ts';
import { shownIterate } from '../../../session/run/kept-steps.ts';
import type { AppState } from '../../../session/store.ts';
import { pixelsOf } from '../denoiser-info.ts';
import { LEVEL_KEYS, type LevelKey, levelsRead, type PixelLevels } from './info.ts';
import { drawLevelHeads, drawLevels, type LevelPoints, type LevelsInput } from './levels-plot.ts';

interface AxesState {
  readonly info: PixelsInfo | null;
  readonly levels: PixelLevels | null;
  readonly asks: boolean;
  /** Requested value, perhaps not opened yet. */
  readonly value: number;
}

interface GroundState extends AxesState {
  readonly lit: boolean;
}

interface RunState extends AxesState {
  readonly left: number;
  readonly right: number;
}

export const keyOf = ({ scenario }: AppState, key: LevelKey): number => Number(valueAt(scenario, key));

/** Returns a decreasing axis for a cap, like its slider. */
export const axisOf = (key: LevelKey): readonly [number, number] =>
  key === 'cap' ? [1, LEVEL_KEYS.cap.low] : [0, LEVEL_KEYS.c.high];

const NONE = { left: Number.NaN, right: Number.NaN };

/** Layered: all rest points and cycles, and the current states. */
export function createPixelLevels(
  key: LevelKey,
  pointed: number | null = null,
): { readonly ground: Picture<GroundState>; readonly run: Picture<RunState> } {
  const placed = createMemo<readonly LevelPoints[]>();
  const input = (state: GroundState, heads: LevelsInput['heads'], canvas: Canvas) =>
    levelsInput(key, state, heads, pointed, canvas, (levels) => placed([levels], () => pointsOf(levels)));
  return {
    ground: createPicture({
      select({ store }) {
        const state = store.getState();
        return { ...axesState(state, key), lit: state.extra?.highlight === 'rests' };
      },
      draw(state, canvas) {
        const drawn = input(state, NONE, canvas);
        return drawn ? drawLevels(drawn) : [];
      },
    }),
    run: createPicture({
      select(snapshot) {
        const first = (side: SideName) => shownIterate(snapshot, side)[0] ?? Number.NaN;
        return { ...axesState(snapshot.store.getState(), key), left: first('left'), right: first('right') };
      },
      draw({ left, right, ...state }, canvas) {
        const drawn = input({ ...state, lit: false }, { left, right }, canvas);
        return drawn ? drawLevelHeads(drawn) : [];
      },
    }),
  };
}

function axesState(state: AppState, key: LevelKey): AxesState {
  const levels = levelsRead(state, key);
  return { info: pixelsOf(state), levels, asks: isAsking(state), value: keyOf(state, key) };
}

function pointsOf({ values, sides }: PixelLevels): LevelPoints[] {
  return (['right', 'left'] as const).flatMap((side): LevelPoints[] => {
    const told = sides[side];
    if (!told) return [];
    const all = { stable: [] as number[], unstable: [] as number[], cycles: [] as number[] };
    told.forEach(({ rests, cycles }, i) => {
      for (const { at, kind } of rests)
        all[kind === 'stable' ? 'stable' : 'unstable'].push(values[i]!, at[0]);
      for (const points of cycles)
        for (let p = 0; p < points.length; p += 2) all.cycles.push(values[i]!, points[p]!);
    });
    return [{ side, ...all }];
  });
}

/** Returns the values from which cycles are possible: c = 1 + 1/M, a cap of 1/(c - 1); NaN off the axis. */
function boundsOf(key: LevelKey, { c, sides }: PixelsInfo): LevelsInput['bounds'] {
  const { low, high } = LEVEL_KEYS[key];
  const onAxis = (value: number) => (value > low && value < high ? value : Number.NaN);
  if (key === 'cap') return { left: Number.NaN, right: c > 1 ? onAxis(1 / (c - 1)) : Number.NaN };
  return { left: onAxis(sides.left.guaranteedBelow), right: onAxis(sides.right.guaranteedBelow) };
}

function levelsInput(
  key: LevelKey,
  { info, levels, asks, value, lit }: GroundState,
  heads: LevelsInput['heads'],
  pointed: number | null,
  { size, drawStyle, t }: Canvas,
  place: (levels: PixelLevels) => readonly LevelPoints[],
): LevelsInput | null {
  if (!info) return null;
  const [from, to] = axisOf(key);
  const none: LevelPoints[] = (key === 'c' ? (['right', 'left'] as const) : (['right'] as const)).map(
    (side) => ({
      ...{ side, stable: [], unstable: [], cycles: [] },
    }),
  );
  return {
    ...size,
    ...drawStyle,
    ...{ from, to, value, pointed, heads, lit },
    points: levels && !asks ? place(levels) : none,
    bounds: boundsOf(key, info),
    names: {
      x: t(`pixels.levels.axis.${key}`),
      y: t('pixels.axis.first'),
      stable: t('pixels.levels.stable'),
      unstable: t('pixels.levels.unstable'),
      cycle: t('pixels.levels.cycle'),
      bound: t(`pixels.levels.bound.${key}`),
    },
  };
}

export function levelWords(state: AppState, key: LevelKey, value: number, t: Translate): string {
  const levels = levelsRead(state, key);
  const at = formatNumberShort(Number(value.toPrecision(3)));
  const isBeyond = key === 'cap' && value > LEVEL_KEYS.cap.high;
  if (!levels || levels.values.length === 0 || isBeyond || isAsking(state))
    return t('pixels.levels.at', { key, at });
  const { values, sides } = levels;
  let nearest = 0;
  for (let i = 1; i < values.length; i++)
    if (Math.abs(values[i]! - value) < Math.abs(values[nearest]! - value)) nearest = i;
  const told = (side: SideName) => {
    const level = sides[side]?.[nearest];
    // A segment of rest points, equal for every c, is not counted.
    if (!level || (key === 'c' && pixelsOf(state)?.sides[side].segment)) return null;
    const stable = level.rests.filter(({ kind }) => kind === 'stable').length;
    return { stable, unstable: level.rests.length - stable, cycles: level.cycles.length };
  };
  return t('pixels.levels.read', { key, at, left: told('left'), right: told('right') });
}

export function boundWords(state: AppState, key: LevelKey, t: Translate): string {
  const info = pixelsOf(state);
  if (!info) return '';
  const { left, right } = info.sides;
  if (key === 'c')
    return t('pixels.levels.hint.c', {
      left: short(left.guaranteedBelow),
      right: short(right.guaranteedBelow),
    });
  return t('pixels.levels.hint.cap', { c: info.c, most: info.c >= 2 ? short(1 / (info.c - 1)) : null });
}

export const describeLevels =
  (key: LevelKey): Describe =>
  (_, state, t) =>
    [t(`pixels.levels.title.${key}`), boundWords(state, key, t), levelWords(state, key, keyOf(state, key), t)]
      .filter((words) => words !== '')
      .join(' ');
