import type { SideName, Vector } from '../../../contract.ts';
import type { Search } from '../../../search.ts';
import type { LevelsReading, LevelTold, PixelsInfo } from '../types.ts';
import { createPixelDenoiser } from './denoiser.ts';
import { cyclesFrom } from './limits.ts';
import { createPixelModel } from './model.ts';
import { pixelSide } from './rests.ts';

/** Computes one value a slice. A segment of rest points is not listed. */
export function pixelLevels(
  info: PixelsInfo,
  { side, key, values }: LevelsReading['asked'],
): Search<LevelTold[]> {
  const levels: LevelTold[] = [];
  return {
    step() {
      if (levels.length >= values.length) return false;
      levels.push(levelAt(info, side, key, values[levels.length]!));
      return true;
    },
    found: () => levels,
  };
}

function levelAt(info: PixelsInfo, side: SideName, key: 'cap' | 'c', value: number): LevelTold {
  const { sigma, spread, L } = info;
  const c = key === 'c' ? value : info.c;
  const at = { ...info, c, step: c / L };
  const cap = key === 'cap' ? value : info.sides[side].cap;
  const model = createPixelModel(createPixelDenoiser({ spread, sigma, cap }), at);
  const known = pixelSide(model, at);
  return { rests: known.rests ?? [], cycles: cyclesFrom(model, at, known).map((points) => points.flat()) };
}

export function pixelCurves(
  { denoiser }: { readonly denoiser: ReturnType<typeof createPixelDenoiser> },
  at: Vector,
) {
  return {
    value: at.map((z) => denoiser.apply(z)),
    slope: at.map((z) => denoiser.slope(z)),
    prox: at.map((x) => denoiser.prox(x)),
  };
}
