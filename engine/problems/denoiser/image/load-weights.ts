import { readWeights, type Weights } from './weights.ts';

/** The weights that come with the page; why they cannot be had in a line. */
export async function loadWeights(): Promise<Weights | string> {
  try {
    const { weightsFile } = await import('./weights-file.ts');
    return readWeights(weightsFile);
  } catch (error) {
    return `weights: the file could not be loaded (${error instanceof Error ? error.message : error})`.split(
      '\n',
    )[0]!;
  }
}
