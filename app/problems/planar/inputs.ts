import type { AppState } from '../../session/store.ts';

/** Returns the number of features without the column of ones. */
export function inputsOf({ opened }: AppState): number {
  const samples = opened?.samples;
  return samples ? samples.dimension - (samples.hasOnes ? 1 : 0) : 1;
}

/** True if samples with this many inputs have a picture: a scatter or a plane. */
export function areDrawn(inputs: number): boolean {
  return inputs === 1 || inputs === 2;
}
