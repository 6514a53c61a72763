import { wilson } from '../../../../engine/kernels/wilson.ts';
import type { ImageInfo, SkyTold } from '../../../../engine/problems/denoiser/types.ts';
import { median } from '../../kit/median.ts';

export type RightDenoiser = ImageInfo['right'];

/** Methods from none at all to the free denoiser. */
export type Method = 'dirty' | 'clean' | RightDenoiser | 'net';

/** Puts the right's denoiser next to the free one. */
export const methodsOf = (right: RightDenoiser): readonly Method[] =>
  right === 'ridge'
    ? ['dirty', 'clean', 'handmade', 'ridge', 'net']
    : ['dirty', 'clean', 'ridge', 'handmade', 'net'];

/** True if farther from the truth than a black image, or diverged. */
export const isDestroyed = ({ net, diverged }: SkyTold): boolean => net < 0 || diverged.net;

export const leadOf = (sky: SkyTold, right: RightDenoiser): number => sky.net - sky[right];

export interface SkyCounts {
  readonly of: number;
  /** Skies with the free one ahead, with Wilson's 95 % interval. */
  readonly ahead: number;
  readonly low: number;
  readonly high: number;
  readonly destroyed: number;
  /** Lead in dB: median, largest, smallest (negative if behind). */
  readonly lead: number;
  readonly most: number;
  readonly least: number;
  /** Runs that settled: last step below 1e-4. */
  readonly freeSettled: number;
  readonly rightSettled: number;
  readonly medians: Readonly<Record<Method, number>>;
}

/** Requires at least one sky. */
export function countSkies(told: readonly SkyTold[], right: RightDenoiser): SkyCounts {
  const leads = told.map((sky) => leadOf(sky, right));
  const ahead = leads.filter((lead) => lead > 0).length;
  const medianOf = (method: Method) => median(told.map((sky) => sky[method]));
  const settled = (method: 'net' | RightDenoiser) => told.filter((sky) => sky.settled[method]).length;
  return {
    of: told.length,
    ahead,
    ...wilson(ahead, told.length),
    destroyed: told.filter(isDestroyed).length,
    lead: median(leads),
    most: Math.max(...leads),
    least: Math.min(...leads),
    freeSettled: settled('net'),
    rightSettled: settled(right),
    medians: {
      dirty: medianOf('dirty'),
      clean: medianOf('clean'),
      ridge: medianOf('ridge'),
      handmade: medianOf('handmade'),
      net: medianOf('net'),
    },
  };
}
