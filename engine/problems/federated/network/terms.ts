import type { SideName, Vector } from '../../../contract.ts';
import { distance, dot, multiply } from '../../../kernels/vector.ts';
import { weigh } from '../linear-rates.ts';
import { createLinearFlow } from '../linear-rounds.ts';
import type { RoundTaker } from '../round-taker.ts';
import { createShard, forward, outputsOf } from '../shard.ts';
import type { FittedTold, NetworkInfo, NetworkTerms } from '../types.ts';
import { linearCurves, type StartCurve, startCurve } from './curves.ts';
import { createNetworkRound } from './local-steps.ts';
import type { NetworkSides } from './sides.ts';

/** Points of a curve, as in the pictures. */
const POINTS = 240;

export function networkTerms(network: NetworkSides, side: SideName): RoundTaker {
  return side === 'left' ? takeNetwork(network) : takeLinear(network);
}

function curveOf({ prepared }: NetworkSides): StartCurve {
  const slices = startCurve(prepared, POINTS);
  for (;;) {
    const next = slices.next();
    if (next.done) return next.value;
  }
}

const settingsOf = ({ local, eta, server }: NetworkInfo) =>
  ({ level: 'network', points: POINTS, local, eta, server }) as const;

const lossOf = (u: Vector) => dot(u, u) / 2;

function takeNetwork(network: NetworkSides): RoundTaker {
  const { prepared, info } = network;
  const { data, start, blocks } = prepared;
  const { inputs, labels, samples: n, count } = data;
  const m = start.width;
  const round = createNetworkRound(data, m, info);
  const shards = blocks.map(({ rows }) => createShard(inputs, labels, rows, m));

  return {
    products: 12 * info.local * n * m,
    take(k, state, next): NetworkTerms {
      const { inputs: angles } = curveOf(network);
      const fitted = (w: Vector): FittedTold => {
        const residual = outputsOf(inputs, w).map((output, i) => output - labels[i]!);
        return { loss: lossOf(residual), residual, curve: outputsOf(angles, w) };
      };
      round.begin(state);
      const before = round.shards.map(({ residual }) => lossOf(residual));
      round.goOn();
      const average = new Float64Array(state.length);
      for (const end of round.ends) for (let j = 0; j < end.length; j++) average[j] = average[j]! + end[j]!;
      const locals = new Float64Array(count * POINTS);
      const clients = round.ends.map((end, c) => {
        forward(shards[c]!, end);
        locals.set(outputsOf(angles, end), c * POINTS);
        const samples = blocks[c]!.rows.length;
        return {
          samples,
          before: before[c]!,
          after: lossOf(shards[c]!.residual),
          walked: distance(end, state),
        };
      });
      return {
        ...settingsOf(info),
        k,
        clients,
        locals,
        drift: round.drift,
        before: fitted(state),
        average: fitted(average.map((sum) => sum / count)),
        after: next && fitted(next),
        linear: null,
      };
    },
  };
}

function takeLinear(network: NetworkSides): RoundTaker {
  const { prepared, info, rounds } = network;
  const { kernel } = prepared;
  const { samples: n, count, owners } = prepared.data;
  const timesKernel = (x: Vector) => {
    const result = new Float64Array(n);
    multiply(result, kernel, x);
    return result;
  };

  return {
    products: n * n,
    take(k, state, next): NetworkTerms {
      const curves = curveOf(network);
      const flow = createLinearFlow(rounds, state.slice());
      flow.look();
      const { u, pull, move } = flow;
      const { curve, locals } = linearCurves(network, curves, state);
      // G u of one client, and the change by its local steps: H of that.
      const clients = prepared.blocks.map(({ rows }, c) => {
        const own = pull.map((value, i) => (owners[i] === c ? value : 0));
        const taken = timesKernel(own);
        const sumOver = (of: (i: number) => number) => rows.reduce((sum, i) => sum + of(i), 0);
        return {
          samples: rows.length,
          before: sumOver((i) => u[i]! * u[i]!) / 2,
          after: sumOver((i) => (u[i]! - taken[i]!) * (u[i]! - taken[i]!)) / 2,
          // ||J_c' q u_c||.
          walked: Math.sqrt(Math.max(0, dot(own, taken))),
        };
      });
      const meanWalk = dot(pull, timesKernel(pull)) / (count * count);
      const square = clients.reduce((sum, { walked }) => sum + walked * walked, 0) / count - meanWalk;
      const mean = Float64Array.from({ length: POINTS }, (_, j) => {
        let sum = 0;
        for (let c = 0; c < count; c++) sum += locals[c * POINTS + j]!;
        return sum / count;
      });
      const fitted = (residual: Vector, own: Vector): FittedTold => ({
        loss: lossOf(residual),
        residual,
        curve: own,
      });
      const averaged = u.map((value, i) => value - move[i]! / info.server);
      const after = next?.slice(0, n);
      const weighted = new Float64Array(n);
      if (after) weigh(weighted, rounds.weights, after);
      return {
        ...settingsOf(info),
        k,
        clients,
        locals,
        drift: Math.sqrt(Math.max(0, square)),
        before: fitted(u, curve),
        average: fitted(averaged, mean),
        after: next && after ? fitted(after, linearCurves(network, curves, next).curve) : null,
        linear: { pull, move, weighted: [dot(u, pull), after ? dot(after, weighted) : Number.NaN] },
      };
    },
  };
}
