import type { Iteration } from '../../contract.ts';
import { MAX_SEED } from '../../kernels/random.ts';
import { stepLength } from '../../run/create-run.ts';
import type { Search } from '../../search.ts';
import { FEDERATED, type FedValues } from './card.ts';
import { restOf, weightsOf } from './linear-rates.ts';
import { createLinearRounds } from './linear-rounds.ts';
import { type CircleData, drawCircle, ownersOf } from './network/circle-data.ts';
import { prepareNetwork } from './network/kernel.ts';
import { createNetworkRounds } from './network/rounds.ts';
import { drawStart } from './network/start.ts';
import type { SweepAsked, SweepTold } from './types.ts';

/** K n m per slice: a few milliseconds. */
const PRODUCTS = 250_000;

interface Pair {
  readonly left: Iteration;
  readonly right: Iteration;
  readonly at: readonly number[];
  /** Index of the run, and of its first read round. */
  readonly run: number;
  readonly place: number;
  /** Products of a round. */
  readonly cost: number;
  round: number;
  /** Rounds read so far. */
  read: number;
  gap: number;
}

/**
 * Runs the network and its linearisation; draws data and start, for the user's data only the start. Runs share at most eta. Throws
 * RangeError if a point's values are invalid, or unless seeds and rounds are whole numbers (at least 1 and 0, rounds ascending).
 */
export function sweepSeeds(
  values: FedValues,
  asked: SweepAsked,
  own: CircleData | null = null,
): Search<SweepTold, SweepTold> {
  const { points, seeds, sharesStep } = asked;
  const cells = points.map(({ set }) => ({
    ...values,
    ...(own && { n: own.samples, clients: own.count }),
    ...set,
  }));
  refuse(cells, asked);
  const starts = points.map((_, p) => points.slice(0, p).reduce((sum, { at }) => sum + at.length * seeds, 0));
  const runs = points.length * seeds;
  const rounds = points.reduce((sum, { at }) => sum + at.length * seeds, 0);
  const column = (size: number) => new Float64Array(size).fill(Number.NaN);
  const [etas, tops, rests, leasts] = [column(runs), column(runs), column(runs), column(runs)];
  const [left, right, gaps] = [column(rounds), column(rounds), column(rounds)];
  let done = 0;
  let pair: Pair | null = null;

  function begin(): Pair {
    const [p, s] = [done % points.length, Math.floor(done / points.length)];
    const cell = cells[p]!;
    const seed = (values.seed + s) % (MAX_SEED + 1);
    const data = own ? dealtAnew(own, cell, points[p]!.set) : drawCircle({ ...cell, seed });
    const prepared = prepareNetwork(data, drawStart(seed, cell.m, cell.paired));
    const run = p * seeds + s;
    const eta = sharesStep && p > 0 ? etas[s]! : stepLength(cell.c, cell.step, prepared.largest);
    const settings = { local: cell.local, eta, server: cell.server };
    const weights = weightsOf(prepared, settings);
    const rest = restOf(prepared, weights, settings);
    const linear = { kernel: prepared.kernel, weights, share: cell.server / data.count };
    etas[run] = eta;
    tops[run] = prepared.largest;
    rests[run] = rest?.loss ?? Number.NaN;
    leasts[run] = rest?.leastSquares ?? Number.NaN;
    const { at } = points[p]!;
    return {
      left: createNetworkRounds(prepared, settings, linear),
      right: createLinearRounds(linear, prepared.residual, rest),
      at,
      run,
      place: starts[p]! + s * at.length,
      cost: cell.local * cell.n * cell.m,
      round: 0,
      read: 0,
      gap: 0,
    };
  }

  /** Counts NaN as diverged. */
  function look(now: Pair): void {
    const lossOf = (side: Iteration) =>
      side.status === 'diverged' ? Number.POSITIVE_INFINITY : side.record().loss!;
    const isLost = now.left.status === 'diverged' || now.right.status === 'diverged';
    now.gap = isLost ? Number.POSITIVE_INFINITY : Math.max(now.gap, now.left.record().gap!);
    if (now.at[now.read] !== now.round) return;
    const place = now.place + now.read;
    left[place] = lossOf(now.left);
    right[place] = lossOf(now.right);
    gaps[place] = now.gap;
    now.read++;
  }

  const told = (): SweepTold => ({
    done,
    etas: etas.slice(),
    tops: tops.slice(),
    rests: rests.slice(),
    leasts: leasts.slice(),
    left: left.slice(),
    right: right.slice(),
    gaps: gaps.slice(),
  });

  return {
    step() {
      if (done === runs) return false;
      if (!pair) {
        pair = begin();
        look(pair);
        return true;
      }
      for (let spent = 0; spent < PRODUCTS; spent += pair.cost) {
        if (pair.read === pair.at.length) {
          pair = null;
          done++;
          break;
        }
        // A large round pauses within itself.
        if (pair.left.step(() => true) === 'paused') break;
        pair.right.step();
        pair.round++;
        look(pair);
      }
      return true;
    },
    found: told,
    progress: told,
  };
}

/** Reassigns the user's data in order of angle if a point sets `split` or `clients`. */
function dealtAnew(
  own: CircleData,
  { split, clients }: FedValues,
  set: SweepAsked['points'][number]['set'],
): CircleData {
  if (set.split === undefined && set.clients === undefined) return own;
  const order = [...own.angles.keys()].sort((i, j) => own.angles[i]! - own.angles[j]!);
  const owners = new Int32Array(own.samples);
  for (const [i, owner] of ownersOf(split, own.samples, clients).entries()) owners[order[i]!] = owner;
  return { ...own, owners, count: clients, names: [] };
}

function refuse(cells: readonly FedValues[], { points, seeds }: SweepAsked): void {
  const isWhole = (value: number, least: number) => Number.isInteger(value) && value >= least;
  const isRead = points.every(({ at }) =>
    at.every((round, i) => isWhole(round, i === 0 ? 0 : at[i - 1]! + 1)),
  );
  if (!isWhole(seeds, 1) || !isRead)
    throw new RangeError('expected whole numbers of seeds and ascending rounds');
  for (const cell of cells) {
    const [wrong] = FEDERATED.adjust!({ ...cell, features: 'circle' });
    if (wrong) throw new RangeError(`expected another ${wrong.key} beside the other values of a point`);
  }
}
