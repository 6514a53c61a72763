import { norm } from '../../../kernels/vector.ts';
import { BLOCK, createConvexProgram } from '../../two-layer/program/convex-program.ts';
import type { OutputNeuron, RoundProgram } from '../rounds.ts';
import type { ProgramData } from './atoms.ts';

/**
 * Continues with the convex program of two layers, from no block, where planar rows with one output rest above their bound. Keeps the
 * better network.
 */
export function createScalarRounds(
  { features, labels, beta }: ProgramData,
  { neurons, objective, lowerBound }: RoundProgram,
): RoundProgram {
  const program = createConvexProgram(features, labels, beta);
  const best = { neurons, objective, lowerBound, taken: [], atRest: false, round };
  // biome-ignore lint/correctness/useYield: a round of it is short.
  function* round(): Generator<void, void> {
    const state = program.step();
    if (state.objective < best.objective)
      [best.neurons, best.objective] = [neuronsOf(state.blocks), state.objective];
    best.lowerBound = Math.max(best.lowerBound, state.lowerBound);
    best.atRest = state.atRest;
  }
  return best;
}

const neuronsOf = (blocks: Float64Array): OutputNeuron[] =>
  Array.from({ length: blocks.length / BLOCK }, (_, b) => {
    const v = blocks.slice(BLOCK * b + 1, BLOCK * (b + 1));
    const root = Math.sqrt(norm(v));
    return { u: v.map((x) => x / root), v: Float64Array.of(blocks[BLOCK * b]! * root) };
  });
