import { norm } from '../../../kernels/vector.ts';
import type { Solver } from '../../../program/solver.ts';
import type { Status } from '../../../run/status.ts';
import { createNetworkLoss } from '../network/loss.ts';
import { addOutputs, createGatedBlock, type GatedBlock, shorten } from './block-descent.ts';
import { decompose } from './cone-decomposition.ts';
import { createConeProjection, heightAt, unitRows } from './cone-projection.ts';
import { createReluCones } from './relu-cones.ts';
import { type Patterns, patternsOf, samplePatterns } from './sampled-patterns.ts';
import { createGroupProgram, type GroupData, type GroupProgram } from './working-set.ts';

/**
 * Creates the gated ReLU program min 1/(2n) ||sum_i D_i A v_i - y||^2 + beta sum_i ||v_i|| over sampled patterns (Mishkin, Sahiner &
 * Pilanci 2022; docs/mathematics.md, section 7.7): a group lasso, because vectors may lie anywhere, so one sign suffices. Its minimum is
 * not above that of the ReLU program of the same patterns. Throws like `createGroupProgram`.
 */
export function createGatedProgram(data: GroupData): GroupProgram {
  return createGroupProgram(data, {
    signs: [1],
    reach: (_pattern, _sign, pull) => norm(pull),
    isCheap: true,
    createShrink: () => shorten,
  });
}

/** The gated start ends at this relative gap, or after so many rounds. */
const GATED_GAP = 1e-2;
const MOST_GATED_ROUNDS = 12;
/** Relative gap of the ReLU program at which it looks for patterns, and at which it ends if none are left. */
const FIRST_GAP = 1e-2;
const DONE = 1e-6;
const MOST_ROUNDS = 300;
/** Most patterns besides the drawn ones. */
const MOST_FOUND = 2000;
/** Pushes of unit vectors that find patterns beyond a block's walls. */
const PUSHES = [1e-4, 0.03, 0.3] as const;
/** Most neurons of a state, for any n and patterns. */
const MOST_NEURONS = 512;
/** A block lies in a closed cone that it misses by at most this share of its length. */
const ON_WALL = 1e-12;

export interface SampledInput {
  /** n x d, row-major. */
  readonly features: Float64Array;
  /** Length n. */
  readonly labels: Float64Array;
  /** d. */
  readonly columns: number;
  /** beta > 0, weight of the squared parameters. */
  readonly beta: number;
  /** Directions drawn; the distinct ones give the first patterns. */
  readonly patterns: number;
  /** Seed of the directions, as in `createRandom`. */
  readonly seed: number;
  /** Begin with the gated program (default), or with the ReLU program from no neuron, in fewer rounds. */
  readonly start?: 'gated' | 'empty';
}

export interface SampledProgram extends Solver {
  /** Neurons of one state: dimension/(d + 1). */
  readonly capacity: number;
  /** Distinct patterns so far. */
  readonly patterns: number;
  readonly phase: 'gated' | 'relu';
  /** Relative duality gap of this phase over these patterns; bounds no other network. */
  readonly gap: number;
}

/** Returns the neurons that fit in a state for n samples: twice as many as some optimum needs, at most 512. */
export function sampledCapacity(n: number): number {
  return Math.min(2 * (n + 1), MOST_NEURONS);
}

/**
 * Creates the convex program of two layers for any d, over sampled patterns.
 *
 * `gated`: rounds of the gated ReLU program, each decomposed into ReLU neurons (Mishkin, Sahiner & Pilanci 2022, arXiv 2202.01331). That
 * multiplies the regulariser some ten times, so ReLU rounds over the same patterns follow. Samples rarely hit the best patterns: at a small
 * gap, those beyond the walls that blocks are pushed against are added, until there are none and the relative gap is 1e-6.
 *
 * `write` gives the best network so far and `objective` its F = 1/(2n) ||net - y||^2 + beta/2 (||W||^2 + ||alpha||^2), by the left side's
 * loss. `lowerBound` is NaN, because other patterns may do better. Ends as `stationary`, also after 300 rounds. Throws like
 * `createGroupProgram`.
 */
export function createSampledProgram(input: SampledInput): SampledProgram {
  const { features, labels, columns: d, beta, start = 'gated' } = input;
  const n = labels.length;
  if (features.length !== n * d)
    throw new RangeError(`expected ${n} x ${d} features; got ${features.length} numbers`);
  const units = unitRows(features, n, d);
  const most = input.patterns + MOST_FOUND;
  let patterns = samplePatterns(features, n, d, input.patterns, input.seed);
  let cones = createReluCones(units, d, patterns);
  const dataOf = (): GroupData => ({ features, labels, beta, patterns });

  const capacity = sampledCapacity(n);
  const loss = createNetworkLoss({ features, labels, neurons: capacity, beta, trainOutput: true });
  const candidate = new Float64Array(loss.dimension);
  const best = new Float64Array(loss.dimension);
  let objective = loss.loss(best);

  let phase: SampledProgram['phase'] = start === 'gated' ? 'gated' : 'relu';
  let program: GroupProgram =
    phase === 'gated' ? createGatedProgram(dataOf()) : createGroupProgram(dataOf(), cones);
  let goal = FIRST_GAP;
  let rounds = 0;
  let status: Status = program.gap <= DONE ? 'stationary' : 'moving';

  const maskOf = (pattern: number) => patterns.masks.subarray(pattern * n, pattern * n + n);

  function createBlock(pattern: number, sign: 1 | -1, v: Float64Array): GatedBlock {
    const block = createGatedBlock(pattern, sign, maskOf(pattern), d, cones.createShrink(pattern));
    block.v.set(v);
    block.ahead.set(v);
    return block;
  }

  /** Returns the gated vectors as pairs of ReLU blocks in their cones. */
  function decomposed(): GatedBlock[] {
    const projection = createConeProjection(units, d);
    const u = new Float64Array(d);
    const w = new Float64Array(d);
    return program.blocks.flatMap(({ pattern, v }) => {
      const interior = patterns.directions.subarray(pattern * d, pattern * d + d);
      decompose(u, w, v, units, maskOf(pattern), interior, projection);
      return [createBlock(pattern, 1, u), createBlock(pattern, -1, w)];
    });
  }

  /** Returns nonzero blocks, longest first; one in the closed cone of a longer one of its sign joins it. */
  function joined(blocks: readonly GatedBlock[]): { pattern: number; sign: 1 | -1; v: Float64Array }[] {
    const result: { pattern: number; sign: 1 | -1; v: Float64Array }[] = [];
    for (const { pattern, sign, v } of [...blocks].sort((a, b) => norm(b.v) - norm(a.v))) {
      const level = -ON_WALL * norm(v);
      if (level === 0) continue;
      const home = result.find((other) => {
        if (other.sign !== sign) return false;
        const mask = maskOf(other.pattern);
        for (let i = 0; i < n; i++) if (heightAt(units, mask, i, v) < level) return false;
        return true;
      });
      if (home === undefined) result.push({ pattern, sign, v: Float64Array.from(v) });
      else for (let k = 0; k < d; k++) home.v[k] = home.v[k]! + v[k]!;
    }
    return result;
  }

  /** Adopts the blocks' network if it is better; the longest if there is no room for all. */
  function adopt(blocks: readonly GatedBlock[]): void {
    candidate.fill(0);
    joined(blocks)
      .slice(0, capacity)
      .forEach(({ sign, v }, j) => {
        const root = Math.sqrt(norm(v));
        for (let k = 0; k < d; k++) candidate[j * d + k] = v[k]! / root;
        candidate[capacity * d + j] = sign * root;
      });
    const value = loss.loss(candidate);
    if (!(value < objective)) return;
    objective = value;
    best.set(candidate);
  }

  /** Returns the patterns and those beyond the blocks' walls, where the residual would take them. */
  function widened(): Patterns {
    const residual = Float64Array.from(labels);
    for (const { sign, on, v } of program.blocks) addOutputs(residual, features, on, v, -sign);
    const found: number[] = [];
    const pull = new Float64Array(d);
    for (const { sign, on, v } of program.blocks) {
      const length = norm(v);
      if (length === 0) continue;
      pull.fill(0);
      for (const i of on)
        for (let k = 0; k < d; k++) pull[k] = pull[k]! + sign * residual[i]! * features[i * d + k]!;
      const strength = norm(pull);
      for (const push of PUSHES)
        for (let k = 0; k < d; k++) found.push(v[k]! / length + (push * pull[k]!) / strength);
    }
    const directions = new Float64Array(patterns.directions.length + found.length);
    directions.set(patterns.directions);
    directions.set(found, patterns.directions.length);
    return patternsOf(features, n, d, directions.subarray(0, most * d));
  }

  function takeRound(): void {
    program.step();
    rounds++;
    if (phase === 'gated') {
      const blocks = decomposed();
      adopt(blocks);
      if (program.gap > GATED_GAP && rounds < MOST_GATED_ROUNDS) return;
      phase = 'relu';
      program = createGroupProgram(dataOf(), cones, blocks);
      return;
    }
    adopt(program.blocks);
    if (rounds >= MOST_ROUNDS) status = 'stationary';
    if (program.gap > goal || status !== 'moving') return;
    const wider = widened();
    if (wider.count === patterns.count && goal <= DONE) {
      status = 'stationary';
      return;
    }
    const kept = joined(program.blocks);
    if (wider.count > patterns.count) {
      patterns = wider;
      cones = createReluCones(units, d, patterns);
    } else goal = Math.max(DONE, goal / 10);
    program = createGroupProgram(
      dataOf(),
      cones,
      kept.map(({ pattern, sign, v }) => createBlock(pattern, sign, v)),
    );
  }

  return {
    dimension: loss.dimension,
    capacity,
    get patterns() {
      return patterns.count;
    },
    write: (state) => state.set(best),
    get objective() {
      return objective;
    },
    lowerBound: Number.NaN,
    get status() {
      return status;
    },
    get phase() {
      return phase;
    },
    get gap() {
      return program.gap;
    },
    step() {
      if (status === 'moving') takeRound();
      return 'done';
    },
  };
}
