import { readWeights, type Weights } from './weights.ts';

/** Returns one line on failure. */
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
