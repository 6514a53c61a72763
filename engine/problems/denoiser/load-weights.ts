import { readWeights, type Weights } from './weights.ts';

/** The weights that come with the page; why they cannot be had in a line. */
export async function loadWeights(): Promise<Weights | string> {
  try {
    const { default: json } = await import('./denoiser-weights.json', { with: { type: 'json' } });
    return readWeights(json);
  } catch (error) {
    return `weights: the file could not be loaded (${error instanceof Error ? error.message : error})`.split(
      '\n',
    )[0]!;
  }
}
