import { createRunningSums } from '../../../kernels/running-sums.ts';
import { unwhitened } from '../../../kernels/whitening.ts';
import { createArrangement, ENTRY, SUMS } from '../../../landscapes/arrangement.ts';
import type { PlanarLoss } from '../../../landscapes/planar-loss.ts';
import { cellCentre, type GridView } from '../../../landscapes/window.ts';

/**
 * Creates a network's objective as a function of one neuron's first-layer weights, the rest fixed. With r = y - (outputs of the others),
 * alpha the neuron's output weight, G = sum a a^T and h = sum r a over the active rows: n F(w) = w.Q.w/2 - l.w + C, Q = alpha^2 G + n beta
 * I, l = alpha h, C = ||r||^2/2 + n beta/2 (squares of all other weights). It is alpha^2 times the one-neuron loss for labels r/alpha with
 * ridge n beta/alpha^2, so alpha = 0 needs no special case (docs/mathematics.md, section 7.8). Order, rays and G are computed once
 * (`features` n x 2, row-major; O(n)), the rest at every update. With `freeBiases` (rows (x, 1)) the second weights and the last neuron,
 * the free constant (`free-constant.ts`), have no ridge. Initially the network is empty with alpha = 0. Agrees with the sum over the rows
 * to rounding of C/n. If all rows are parallel, do not use `findStationaryPoints`: it misses minima that a ridge makes inside a half plane
 * towards which neither of its rays falls. Throws RangeError unless features are n x 2.
 */
export function createNeuronLandscape(
  features: Float64Array,
  labels: Float64Array,
  beta: number,
  freeBiases = false,
) {
  const n = labels.length;
  if (features.length !== 2 * n)
    throw new RangeError(`expected n x 2 features; got ${features.length} for n = ${n}`);
  // Entries carry row numbers in place of labels until the rows are known.
  const arrangement = createArrangement(
    features,
    Float64Array.from({ length: n }, (_, i) => i),
  );
  const { rays, entries, starts, sums, whole, ranks, enters } = arrangement;
  const half = rays / 2;
  const rowOf = Int32Array.from({ length: entries.length / ENTRY }, (_, k) => entries[ENTRY * k + 2]!);
  const ownRanks = ranks.slice();
  const residual = Float64Array.from(labels);
  const ridge = n * beta;
  const second = freeBiases ? 0 : ridge;
  let square = 0;
  let constant = 0;
  take(0, 0);

  /** Recomputes everything from `residual`, the output weight, and the squares of the others. */
  function take(alpha: number, penalty: number): void {
    square = alpha * alpha;
    let squares = 0;
    for (let i = 0; i < n; i++) squares += residual[i]! * residual[i]!;
    constant = squares / 2 + (ridge / 2) * (penalty + square);
    // With these labels the arrangement's h is l.
    for (let k = 0; k < rowOf.length; k++) entries[ENTRY * k + 2] = alpha * residual[rowOf[k]!]!;
    sweep();
    // With a ridge Q has full rank; without one and with alpha = 0 only C remains.
    if (second > 0) ranks.fill(2);
    else if (alpha === 0) ranks.fill(0);
    else ranks.set(ownRanks);
  }

  /** Writes h of all sectors and of the whole from the entries' labels. */
  function sweep(): void {
    const everything = createRunningSums(2);
    const running = createRunningSums(2);
    let active = 0;
    const add = (k: number, sign: 1 | -1): void => {
      const label = sign * entries[ENTRY * k + 2]!;
      running.add(0, label * entries[ENTRY * k]!);
      running.add(1, label * entries[ENTRY * k + 1]!);
      active += sign;
    };
    for (let k = 0; k < rowOf.length; k++) {
      everything.add(0, entries[ENTRY * k + 2]! * entries[ENTRY * k]!);
      everything.add(1, entries[ENTRY * k + 2]! * entries[ENTRY * k + 1]!);
    }
    everything.write(whole, 3);
    // Sector 0 begins at ray 0: its entering rows are active, those of the rays ahead still inactive.
    for (let r = 0; r < half; r++)
      for (let k = starts[r]!; k < starts[r + 1]!; k++) if (enters(k, r) === (r === 0)) add(k, 1);
    for (let ray = 0; ray < rays; ray++) {
      const r = ray % half;
      if (ray > 0) for (let k = starts[r]!; k < starts[r + 1]!; k++) add(k, enters(k, ray) ? 1 : -1);
      if (active > 0) running.write(sums, SUMS * ray + 3);
      // Exactly zero without active rows.
      else sums.fill(0, SUMS * ray + 3, SUMS * ray + 5);
    }
  }

  function evaluateIn(gradient: Float64Array, sector: number, x: number, y: number): number {
    const at = SUMS * sector;
    const q12 = square * sums[at + 1]!;
    const g1 = (square * sums[at]! + ridge) * x + q12 * y;
    const g2 = q12 * x + (square * sums[at + 2]! + second) * y;
    const l1 = sums[at + 3]!;
    const l2 = sums[at + 4]!;
    gradient[0] = (g1 - l1) / n;
    gradient[1] = (g2 - l2) / n;
    return ((g1 * x + g2 * y) / 2 - (l1 * x + l2 * y) + constant) / n;
  }

  const spare = new Float64Array(2);
  const planar: PlanarLoss = {
    arrangement,
    whitening: unwhitened(features),
    samples: n,
    // Inactive rows add nothing to l and Q; every sector's Q and `ranks` include the ridge.
    linearShare: 0,
    quadraticShare: 0,
    form(destination, sector) {
      const at = SUMS * sector;
      destination[0] = square * sums[at]! + ridge;
      destination[1] = square * sums[at + 1]!;
      destination[2] = square * sums[at + 2]! + second;
      destination[3] = sums[at + 3]!;
      destination[4] = sums[at + 4]!;
    },
    evaluateIn,
    lossIn: (sector, x, y) => evaluateIn(spare, sector, x, y),
    // Next to its callee, as in `sector-loss.ts`.
    lossesIn(losses, at, sectors, xs, ys) {
      for (let k = 0; k < sectors.length; k++)
        losses[at + k] = evaluateIn(spare, sectors[k]!, xs[k]!, ys[k]!);
    },
  };

  return {
    /** Loss over (w1, w2), in feature units, after the last `update`; always the same object. */
    planar,
    /**
     * Takes the network (flat as in `forward`, two columns) and the free neuron, whose first-layer weights are not read. O(n m). Non-finite
     * networks give non-finite losses. Throws RangeError if there is no such neuron.
     */
    update(network: Float64Array, neuron: number): void {
      const m = network.length / 3;
      if (!(Number.isInteger(neuron) && neuron >= 0 && neuron < m))
        throw new RangeError(`expected a neuron from 0 to ${m - 1}; got ${neuron}`);
      residual.set(labels);
      let penalty = 0;
      for (let j = 0; j < m; j++) {
        if (j === neuron) continue;
        const w1 = network[2 * j]!;
        const w2 = network[2 * j + 1]!;
        const alpha = network[2 * m + j]!;
        // With free biases the last neuron is the constant, without cost.
        if (!freeBiases) penalty += w1 * w1 + w2 * w2 + alpha * alpha;
        else if (j < m - 1) penalty += w1 * w1 + alpha * alpha;
        for (let i = 0; i < n; i++) {
          const z = features[2 * i]! * w1 + features[2 * i + 1]! * w2;
          residual[i] = residual[i]! - alpha * Math.max(0, z);
        }
      }
      take(network[2 * m + neuron]!, penalty);
    },
    /** Writes rows [fromRow, toRow) of objectives at the cell centres of a `size` x `size` grid, like `sampleGrid`. */
    sampleGrid(
      destination: Float64Array,
      view: GridView,
      size: number,
      fromRow: number,
      toRow: number,
    ): void {
      const xs = Float64Array.from({ length: size }, (_, k) => cellCentre(view.x0, view.x1, size, k));
      const ys = new Float64Array(size);
      const sectors = new Int32Array(size);
      for (let row = fromRow; row < toRow; row++) {
        ys.fill(cellCentre(view.y0, view.y1, size, row));
        arrangement.locateAll(sectors, xs, ys);
        planar.lossesIn(destination, row * size, sectors, xs, ys);
      }
    },
  };
}

export type NeuronLandscape = ReturnType<typeof createNeuronLandscape>;
