import type { Iteration, Vector } from '../../../contract.ts';
import { allFinite, distance, dot } from '../../../kernels/vector.ts';
import { FEDERATED } from '../card.ts';
import { createLinearFlow, type LinearRounds } from '../linear-rounds.ts';
import { FED_ENDS, type RoundSettings } from '../names.ts';
import type { PreparedNetwork } from './kernel.ts';
import { createNetworkRound } from './local-steps.ts';

/** A move up to this times the bound of `stationary` triggers a look ahead. */
const NEAR = 1e4;

/** Number of 1 bits. */
const BITS = Uint8Array.from({ length: 16 }, (_, k) => (k & 1) + ((k >> 1) & 1) + ((k >> 2) & 1) + (k >> 3));

/**
 * Iterates W (m x 3). Carries the linearised residuals (n^2 per round); records `loss`, `gap` = ||u_net - u_lin||, `drift` of the last
 * round (NaN at the start) and `flipped`, the share of (neuron, sample) pairs whose sign differs from the start. `stationary` needs the
 * next round: after a move of at most 1e-6 (at the start, of the linearisation) it is computed ahead and reused; a longer move followed by
 * one of 1e-10 is `stationary` one round late. This depends on states only, so bits do not depend on batches.
 */
export function createNetworkRounds(
  prepared: PreparedNetwork,
  settings: RoundSettings,
  rounds: LinearRounds,
): Iteration {
  const { data, start, residual } = prepared;
  const { samples: n } = data;
  const { width: m } = start;
  const size = 3 * m;
  // W, u and alpha of the linearisation, the last move and drift.
  const memory = new Float64Array(size + 2 * n + 2);
  const w = memory.subarray(0, size);
  const flow = createLinearFlow(rounds, memory.subarray(size, size + 2 * n));
  const last = memory.subarray(size + 2 * n);
  const round = createNetworkRound(data, m, settings);
  const first = round.shards.map(({ active }) => new Uint8Array(active.length));
  /** Residuals of the network. */
  const u = new Float64Array(n);
  /** Index within its client. */
  const places = placesOf(data.owners);
  let [loss, flipped] = [Number.NaN, 0];
  let status = 'moving';
  /** The next round is computed; the look ahead is paused. */
  let [isAhead, isLooking] = [false, false];

  w.set(start.weights);
  flow.u.set(residual);
  flow.look();
  last.set([Math.sqrt(rounds.share * dot(flow.pull, flow.move)), Number.NaN]);
  look();
  for (const [c, { active }] of round.shards.entries()) first[c]!.set(active);
  flipped = 0;
  const farthest = FED_ENDS.diverged * Math.max(1, loss);
  if (mayRest()) isAhead = round.goOn();
  status = statusNow();

  /** Computes u, loss and flips at W. */
  function look(): void {
    round.begin(w);
    for (let i = 0; i < n; i++) u[i] = round.shards[data.owners[i]!]!.residual[places[i]!]!;
    loss = dot(u, u) / 2;
    let count = 0;
    for (const [c, { active }] of round.shards.entries()) {
      const before = first[c]!;
      for (let k = 0; k < active.length; k++) count += BITS[active[k]! ^ before[k]!]!;
    }
    flipped = count / (m * n);
    isAhead = false;
  }

  /** Returns infinity once the linearisation has diverged. */
  function gapNow(): number {
    return dot(flow.u, flow.u) / 2 <= farthest ? distance(u, flow.u) : Number.POSITIVE_INFINITY;
  }

  function mayRest(): boolean {
    return last[0]! <= NEAR * FED_ENDS.stationary && loss > FEDERATED.ends.global.criterion.excess;
  }

  function statusNow(): string {
    if (!(loss <= farthest) || !allFinite(w)) return 'diverged';
    if (loss <= FEDERATED.ends.global.criterion.excess) return 'global';
    return isAhead && distance(round.next, w) <= FED_ENDS.stationary ? 'stationary' : 'moving';
  }

  function step(pause?: () => boolean): 'done' | 'paused' {
    if (status === 'diverged') return 'done';
    if (!isLooking) {
      if (!isAhead && !round.goOn(pause)) return 'paused';
      last.set([distance(round.next, w), round.drift]);
      w.set(round.next);
      flow.round();
      look();
    }
    isLooking = mayRest();
    if (isLooking && !round.goOn(pause)) return 'paused';
    isAhead = isLooking;
    isLooking = false;
    status = statusNow();
    return 'done';
  }

  return {
    dimension: size,
    read: (into) => into.set(w),
    record: () => ({ loss, gap: gapNow(), drift: last[1]!, flipped }),
    get status() {
      return status;
    },
    get ended() {
      return status === 'diverged';
    },
    step,
    memory: {
      save: () => memory.slice(),
      restore(saved) {
        memory.set(saved as Vector);
        flow.look();
        look();
        isLooking = false;
        if (mayRest()) isAhead = round.goOn();
        status = statusNow();
      },
    },
  };
}

function placesOf(owners: Int32Array): Int32Array {
  const next = new Map<number, number>();
  return owners.map((owner) => {
    const place = next.get(owner) ?? 0;
    next.set(owner, place + 1);
    return place;
  });
}
