import { dot, norm } from '../../kernels/vector.ts';
import { BLOCK, createConvexProgram } from '../two-layer/convex-program.ts';
import type { ProgramData } from './atoms.ts';
import type { OutputNeuron, RoundProgram } from './rounds.ts';

/**
 * Goes on where one output (and planar rows) has come to rest above its bound: the program of two layers, which is convex in its blocks, from
 * no block. Of both networks the better one stands, and of both bounds.
 */
export function createScalarRounds(
  { features, labels, samples: n, beta }: ProgramData,
  before: RoundProgram,
): RoundProgram {
  const program = createConvexProgram(features, labels, beta);
  let { neurons, objective, lowerBound } = before;

  function neuronsOf({ blocks }: typeof program.state): OutputNeuron[] {
    return Array.from({ length: blocks.length / BLOCK }, (_, b) => {
      const v = blocks.slice(BLOCK * b + 1, BLOCK * (b + 1));
      const root = Math.sqrt(norm(v));
      return { u: v.map((x) => x / root), v: Float64Array.of(blocks[BLOCK * b]! * root) };
    });
  }

  /** F, from the ReLU itself. */
  function objectiveOf(network: readonly OutputNeuron[]): number {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      let residual = labels[i]!;
      for (const { u, v } of network)
        residual -= Math.max(0, features[2 * i]! * u[0]! + features[2 * i + 1]! * u[1]!) * v[0]!;
      sum += residual * residual;
    }
    return sum / (2 * n) + (beta / 2) * network.reduce((all, { u, v }) => all + dot(u, u) + dot(v, v), 0);
  }

  return {
    get neurons() {
      return neurons;
    },
    get objective() {
      return objective;
    },
    get lowerBound() {
      return lowerBound;
    },
    taken: [],
    get atRest() {
      return program.state.atRest;
    },
    // biome-ignore lint/correctness/useYield: a round of it is short.
    *round() {
      const state = program.step();
      const network = neuronsOf(state);
      const value = objectiveOf(network);
      if (value < objective) [neurons, objective] = [network, value];
      lowerBound = Math.max(lowerBound, state.lowerBound);
    },
  };
}
