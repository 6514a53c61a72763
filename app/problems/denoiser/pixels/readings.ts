import type { SideName, Vector } from '../../../../engine/contract.ts';
import type {
  CurvesReading,
  CurvesTold,
  LevelsReading,
  LevelTold,
  PixelsInfo,
} from '../../../../engine/problems/denoiser/types.ts';
import { SIDES } from '../../../../engine/side-names.ts';
import type { EngineClient } from '../../../../workers/open-engine.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import type { Session } from '../../../session/session.ts';
import type { AppState } from '../../../session/store.ts';
import { bindReadings, type Know } from '../../kit/bind-readings.ts';
import { pixelsOf } from '../denoiser-info.ts';
import { createBasinReader } from './basins.ts';

/** Range of z, or x, at which both denoisers are read. */
export const [LOW, HIGH] = [-0.5, 1.5];
const AT = Float64Array.from({ length: 1601 }, (_, i) => LOW + ((HIGH - LOW) * i) / 1600);

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

/** Cache keys; they exclude the start, and the diagram's own key. */
const curvesKey = ({ sigma, spread, sides }: PixelsInfo) => [sigma, spread, sides.right.cap].join();
const levelsKey = (info: PixelsInfo, key: LevelKey) => {
  const { phi, y, sigma, spread, c, sides } = info;
  return [...phi, y, sigma, spread, key === 'c' ? sides.right.cap : c].join();
};

export function curvesRead(state: AppState): PixelCurves | null {
  const info = pixelsOf(state);
  const known = (state.readings.curves?.value ?? null) as PixelCurves | null;
  return info && known?.of === curvesKey(info) ? known : null;
}

export function levelsRead(state: AppState, key: LevelKey): PixelLevels | null {
  const info = pixelsOf(state);
  const known = (state.readings[`levels-${key}`]?.value ?? null) as PixelLevels | null;
  return info && known?.of === levelsKey(info, key) ? known : null;
}

/** Returns evenly spaced values; a cap stays above D's smallest slope. */
function valuesOf({ sigma, spread }: PixelsInfo, key: LevelKey): Vector {
  const { low, high, count } = LEVEL_KEYS[key];
  const least = (spread * spread) / (spread * spread + sigma * sigma);
  const from = key === 'cap' ? Math.max(low, least + 0.01) : low;
  if (from >= high) return new Float64Array(0);
  return Float64Array.from({ length: count }, (_, i) => from + ((high - from) * i) / (count - 1));
}

/** Reads once per scenario: both denoisers, and the shown diagram's rest points. */
function createReader() {
  let asked = '';
  return async (engine: EngineClient, state: AppState, know: Know): Promise<void> => {
    const info = pixelsOf(state);
    if (!info) return;
    const shown = state.readings.more?.value;
    const key: LevelKey | null = shown === 'levels-c' ? 'c' : shown === 'levels-cap' ? 'cap' : null;
    const needs = {
      curves: !curvesRead(state),
      key: key && !levelsRead(state, key) ? key : null,
    };
    const now = [curvesKey(info), needs.curves, needs.key, needs.key && levelsKey(info, needs.key)].join('|');
    if (now === asked || !(needs.curves || needs.key)) return;
    asked = now;
    try {
      if (needs.curves) {
        const told = await engine.reading<CurvesReading>('curves', { at: AT });
        if (told) know('curves', null, { of: curvesKey(info), at: AT, ...told } satisfies PixelCurves);
      }
      const levels = needs.key && (await readLevels(engine, info, needs.key));
      if (levels) know(`levels-${needs.key}`, null, levels);
    } finally {
      if (asked === now) asked = '';
    }
  };
}

/** Returns null if superseded. */
async function readLevels(
  engine: EngineClient,
  info: PixelsInfo,
  key: LevelKey,
): Promise<PixelLevels | null> {
  const values = valuesOf(info, key);
  const sides: Partial<Record<SideName, readonly LevelTold[]>> = {};
  for (const side of key === 'c' ? SIDES : (['right'] as const)) {
    const told = await engine.reading<LevelsReading>('levels', { side, key, values });
    if (!told) return null;
    sides[side] = told;
  }
  return { of: levelsKey(info, key), values, sides };
}

/** Returns an unsubscribe function. */
export function bindPixels(session: Session): () => void {
  const { pictureEngine } = session;
  const [readBasins, readOthers] = [createBasinReader(), createReader()];
  return bindReadings(session, {
    key: (state) => [state.scenario.values.ground, state.readings.more?.value],
    ask: async () => undefined,
    async beside(state, know) {
      await Promise.all([readBasins(pictureEngine, state, know), readOthers(pictureEngine, state, know)]);
    },
  });
}

export async function readPixels(engine: EngineClient, { store }: Snapshot): Promise<Partial<AppState>> {
  const state = store.getState();
  const known = { ...state.readings };
  const know: Know = (name, step, value) => {
    known[name] = { landscape: state.landscape, step, value };
  };
  await createReader()(engine, state, know);
  await createBasinReader()(engine, state, know);
  return { readings: known };
}
