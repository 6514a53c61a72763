import type { AppState } from '../../session/store.ts';

/** Features of the opened samples, the column of ones left out. */
export function inputsOf({ opened }: AppState): number {
  const samples = opened?.samples;
  return samples ? samples.dimension - (samples.hasOnes ? 1 : 0) : 1;
}

/** Whether samples of so many inputs have a picture: a scatter, or a plane. */
export function areDrawn(inputs: number): boolean {
  return inputs === 1 || inputs === 2;
}
