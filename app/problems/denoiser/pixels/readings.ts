import type { SideName, Vector } from '../../../../engine/contract.ts';
import type {
  CurvesReading,
  LevelsReading,
  LevelTold,
  PixelsInfo,
} from '../../../../engine/problems/denoiser/types.ts';
import { SIDES } from '../../../../engine/side-names.ts';
import type { AppState } from '../../../session/store.ts';
import { createReader, type Once } from '../../kit/state/reader.ts';
import { CHOSEN } from '../../kit/state/view-state.ts';
import { pixelsOf } from '../denoiser-info.ts';
import { ASK_BASINS } from './basins.ts';
import {
  curvesKey,
  curvesRead,
  HIGH,
  LEVEL_KEYS,
  type LevelKey,
  LOW,
  levelsKey,
  levelsRead,
  PIXELS,
  type PixelReadings,
} from './info.ts';

const AT = Float64Array.from({ length: 1601 }, (_, i) => LOW + ((HIGH - LOW) * i) / 1600);

/** Returns evenly spaced values; a cap stays above D's least slope. */
function valuesOf({ sigma, spread }: PixelsInfo, key: LevelKey): Vector {
  const { low, high, count } = LEVEL_KEYS[key];
  const least = (spread * spread) / (spread * spread + sigma * sigma);
  const from = key === 'cap' ? Math.max(low, least + 0.01) : low;
  if (from >= high) return new Float64Array(0);
  return Float64Array.from({ length: count }, (_, i) => from + ((high - from) * i) / (count - 1));
}

const ASK_CURVES: Once<PixelReadings> = {
  missing(state) {
    const info = pixelsOf(state);
    return info && !curvesRead(state) ? curvesKey(info) : null;
  },
  async ask(engine, { store }, know) {
    const info = pixelsOf(store.getState())!;
    const told = await engine.reading<CurvesReading>('curves', { at: AT });
    if (told) know('curves', null, { of: curvesKey(info), at: AT, ...told });
  },
};

function shownKey(state: AppState): LevelKey | null {
  const shown = CHOSEN.of(state);
  return shown === 'levels-c' ? 'c' : shown === 'levels-cap' ? 'cap' : null;
}

const ASK_LEVELS: Once<PixelReadings> = {
  missing(state) {
    const [info, key] = [pixelsOf(state), shownKey(state)];
    return info && key && !levelsRead(state, key) ? `${key}|${levelsKey(info, key)}` : null;
  },
  async ask(engine, { store }, know) {
    const state = store.getState();
    const [info, key] = [pixelsOf(state)!, shownKey(state)!];
    const values = valuesOf(info, key);
    const sides: Partial<Record<SideName, readonly LevelTold[]>> = {};
    for (const side of key === 'c' ? SIDES : (['right'] as const)) {
      const told = await engine.reading<LevelsReading>('levels', { side, key, values });
      if (!told) return;
      sides[side] = told;
    }
    know(`levels-${key}`, null, { of: levelsKey(info, key), values, sides });
  },
};

export const PIXEL_READER = createReader(PIXELS, () => ({
  key: (state) => [state.scenario.values.ground, CHOSEN.of(state)],
  once: [ASK_BASINS, ASK_CURVES, ASK_LEVELS],
}));
