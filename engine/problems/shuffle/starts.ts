import type { Vector } from '../../contract.ts';
import { createRandom, STREAMS } from '../../kernels/random.ts';
import type { ShuffleValues } from './card.ts';
import type { Relaxation } from './instance.ts';

/** Returns the set's centre plus spread times centre times normals, projected. */
export function drawnStart({ dimension, projector }: Relaxation, spread: number, sseed: number): Vector {
  const random = createRandom(sseed, STREAMS.start);
  const centre = 1 / (dimension === 3 ? 3 : Math.sqrt(dimension));
  const state = Float64Array.from({ length: dimension }, () => centre + spread * centre * random.normal());
  projector().project(state);
  return state;
}

/** Returns the start, and how far projection moved a given one; a start of wrong length is replaced by a drawn one. */
export function startOf(
  relaxation: Relaxation,
  { start, spread, sseed }: Pick<ShuffleValues, 'start' | 'spread' | 'sseed'>,
): { readonly start: Vector; readonly moved: number } {
  if (start?.length !== relaxation.dimension)
    return { start: drawnStart(relaxation, spread, sseed), moved: 0 };
  const state = Float64Array.from(start);
  relaxation.projector().project(state);
  let squares = 0;
  for (let i = 0; i < state.length; i++) {
    const off = state[i]! - start[i]!;
    squares += off * off;
  }
  return { start: state, moved: Math.sqrt(squares) };
}
