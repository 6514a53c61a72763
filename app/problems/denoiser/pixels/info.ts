import type { SideName, Vector } from '../../../../engine/contract.ts';
import type {
  BasinsTold,
  CurvesTold,
  LevelTold,
  PixelsInfo,
} from '../../../../engine/problems/denoiser/types.ts';
import type { AppState } from '../../../session/store.ts';
import { defineReadings } from '../../kit/state/readings.ts';
import { pixelsOf } from '../denoiser-info.ts';

/** Range of z, or x, at which both denoisers are read. */
export const [LOW, HIGH] = [-0.5, 1.5];
export const LEVEL_KEYS = {
  c: { low: 0.02, high: 2.5, count: 125 },
  cap: { low: 0.3, high: 0.999, count: 141 },
} as const;
export type LevelKey = keyof typeof LEVEL_KEYS;

export interface PixelCurves extends Readonly<Record<SideName, CurvesTold>> {
  readonly of: string;
  readonly at: Vector;
}

/** For a cap, the right side only. */
export interface PixelLevels {
  readonly of: string;
  readonly values: Vector;
  readonly sides: Readonly<Partial<Record<SideName, readonly LevelTold[]>>>;
}

/** Both sides' basins so far, with the key of their inputs. */
export interface PixelBasins {
  readonly of: string;
  readonly counted: Readonly<Record<SideName, BasinsTold | null>>;
  readonly drawn: Readonly<Record<SideName, BasinsTold | null>>;
}

export interface PixelReadings {
  curves: PixelCurves;
  'levels-c': PixelLevels;
  'levels-cap': PixelLevels;
  basins: PixelBasins;
}
export const PIXELS = defineReadings<PixelReadings>();

/** Keys of the inputs, without the start and the diagram's own key. */
export const curvesKey = ({ sigma, spread, sides }: PixelsInfo) => [sigma, spread, sides.right.cap].join();
export const levelsKey = (info: PixelsInfo, key: LevelKey) => {
  const { phi, y, sigma, spread, c, sides } = info;
  return [...phi, y, sigma, spread, key === 'c' ? sides.right.cap : c].join();
};

export function curvesRead(state: AppState): PixelCurves | null {
  const info = pixelsOf(state);
  const known = PIXELS.latest(state, 'curves');
  return info && known?.of === curvesKey(info) ? known : null;
}

export function levelsRead(state: AppState, key: LevelKey): PixelLevels | null {
  const info = pixelsOf(state);
  const known = PIXELS.latest(state, `levels-${key}`);
  return info && known?.of === levelsKey(info, key) ? known : null;
}
