import type { DescendingSide, Landscape, Samples, Vector } from '../contract.ts';
import { IDENTITY } from '../data/scaling.ts';
import { refuseSizes, unevenColumns } from '../data/sizes.ts';
import { smoothnessOf } from '../kernels/smoothness.ts';
import { type Notice, notice } from '../scenario/notice.ts';

/** Returns lambda_max(A^T A)/n and warns of zero and uneven columns; throws as `refuseSizes`. `scales`: `std` would make columns similar. */
export function measureFeatures(
  samples: Samples,
  scales: boolean,
): { readonly smoothness: number; readonly notices: readonly Notice[] } {
  const { features, count, dimension } = samples;
  refuseSizes(samples);
  const smoothness = smoothnessOf(features, count, dimension);
  const uneven = unevenColumns(features, samples, scales);
  return {
    smoothness,
    notices: [...(smoothness === 0 ? [notice('zero-features', '')] : []), ...(uneven ? [uneven.notice] : [])],
  };
}

/** Returns the given start; null if there is none, or its length is wrong, which it reports. */
export function givenStart(
  start: readonly number[] | null,
  length: number,
  notices: Notice[],
): Vector | null {
  if (start?.length === length) return Float64Array.from(start);
  if (start) notices.push(notice('vector-length', 'start', String(length), String(start.length)));
  return null;
}

export function networkSide(landscape: Landscape, start: Vector, stepUnit: number): DescendingSide {
  return {
    dimension: landscape.dimension,
    start,
    stepUnit,
    landscape,
    scaling: IDENTITY,
    goal: null,
    rest: 'decrease',
  };
}
