import type { Instance, Vector } from '../../contract.ts';
import type { Values } from '../../params.ts';

/** What an update of the lifted program of one datum is made of, at (v, w). */
export interface LiftTerms {
  /** v - w, what the program says of the datum, and that less its label. */
  readonly output: number;
  readonly residual: number;
  readonly beta: number;
  /** The slopes before they are projected: residual + beta and beta - residual. */
  readonly slopes: Vector;
  /** Whether a coordinate is 0 and its slope points out of the quadrant: then descent does not move it. */
  readonly held: readonly [boolean, boolean];
}

/** Whether this is the lift: its right side has a region, and its one label is a parameter. */
export function isLift({ network, right }: Pick<Instance, 'network' | 'right'>, values: Values): boolean {
  return !network && right.project !== undefined && typeof values.y === 'number';
}

/** Reads the right side of a lift; null for another problem. */
export function createLiftReader(
  instance: Instance,
  values: Values,
): ((weights: Float64Array) => LiftTerms) | null {
  if (!isLift(instance, values)) return null;
  const y = instance.samples.labels[0]!;
  const beta = values.beta as number;
  return ([v, w]) => {
    const output = v! - w!;
    const residual = output - y;
    const slopes = Float64Array.of(residual + beta, beta - residual);
    const isHeld = (at: number, slope: number) => at <= 0 && slope > 0;
    return { output, residual, beta, slopes, held: [isHeld(v!, slopes[0]!), isHeld(w!, slopes[1]!)] };
  };
}
