export interface LineRecipe {
  /** Evenly over [xmin, xmax] with both ends (the middle if n = 1), or uniformly random. */
  readonly spacing: 'even' | 'uniform';
  readonly xmin: number;
  readonly xmax: number;
}

/** Writes the n rows (x, 1) of a line (n x 2, row-major). `uniform` draws from [0, 1). */
export function fillLine(features: Float64Array, recipe: LineRecipe, uniform: () => number): void {
  const { spacing, xmin, xmax } = recipe;
  const n = features.length / 2;
  for (let i = 0; i < n; i++) {
    if (spacing === 'uniform') features[2 * i] = xmin + (xmax - xmin) * uniform();
    else if (n === 1) features[0] = (xmin + xmax) / 2;
    else features[2 * i] = i === n - 1 ? xmax : xmin + i * ((xmax - xmin) / (n - 1));
    features[2 * i + 1] = 1;
  }
}
