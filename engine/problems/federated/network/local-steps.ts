import type { Vector } from '../../../contract.ts';
import type { RoundSettings } from '../names.ts';
import { createShard, descend, forward, LANES, type Shard } from '../shard.ts';
import { type CircleData, samplesOf } from './circle-data.ts';

/** Between two possible pauses: about a tenth of a millisecond. */
const PRODUCTS = 50_000;

/** `ends`, `next` and `drift` are valid after a round. */
export interface NetworkRound {
  readonly shards: readonly Shard[];
  /** theta_c, m x 3 each. */
  readonly ends: readonly Vector[];
  /** W + sg (mean theta_c - W). */
  readonly next: Vector;
  /** sqrt(mean_c ||theta_c - mean||^2). */
  readonly drift: number;
  /** Starts a round at W (not modified). */
  begin(w: Vector): void;
  /** Returns false if it paused between two local steps. Every call makes progress. */
  goOn(pause?: () => boolean): boolean;
}

export function createNetworkRound(
  data: CircleData,
  m: number,
  { local, eta, server }: RoundSettings,
): NetworkRound {
  const { inputs, labels, owners, count } = data;
  const shards = Array.from({ length: count }, (_, c) =>
    createShard(inputs, labels, samplesOf(owners, c), m),
  );
  const ends = shards.map(() => new Float64Array(3 * m));
  const next = new Float64Array(3 * m);
  let from = next;
  let [client, taken, drift] = [0, 0, Number.NaN];

  function average(): void {
    next.fill(0);
    for (const end of ends) for (let j = 0; j < next.length; j++) next[j] = next[j]! + end[j]!;
    for (let j = 0; j < next.length; j++) next[j] = next[j]! / count;
    let square = 0;
    for (const end of ends)
      for (let j = 0; j < next.length; j++) square += (end[j]! - next[j]!) * (end[j]! - next[j]!);
    drift = Math.sqrt(square / count);
    for (let j = 0; j < next.length; j++) next[j] = from[j]! + server * (next[j]! - from[j]!);
  }

  return {
    shards,
    ends,
    next,
    get drift() {
      return drift;
    },
    begin(w) {
      from = w;
      [client, taken] = [0, 0];
      for (const shard of shards) forward(shard, w);
    },
    goOn(pause) {
      let products = 0;
      while (client < count) {
        const shard = shards[client]!;
        const end = ends[client]!;
        if (taken === 0) end.set(from);
        else forward(shard, end);
        descend(shard, end, eta);
        taken++;
        if (taken === local) [client, taken] = [client + 1, 0];
        products += LANES * shard.blocks * m;
        if (pause && products >= PRODUCTS && client < count) {
          if (pause()) return false;
          products = 0;
        }
      }
      average();
      return true;
    },
  };
}
