import type { Landscape } from '../../contract.ts';
import { createRunningSums } from '../../kernels/running-sums.ts';
import { addOuterProducts, multiplySymmetric } from '../../kernels/symmetric.ts';
import { createActiveSet } from './active-set.ts';
import { offWeights } from './data/blend-weights.ts';
import { createSampleFacts, type SampleFacts } from './data/facts.ts';
import type { NeuronLossInput } from './loss.ts';
import { type Follow, once } from './sides.ts';

/** Remaining share of a loss's terms below which samples are summed one by one, because the terms cancelled. */
const CANCELLED = 1e-7;
/** Multiple of the active rows' sum at which accumulated rounding requires a new sum. */
const STALE = 16;
/** Switches at once, as a multiple of n/d, beyond which a direct sum costs no more. */
const RESTLESS = 2;
/** Calm evaluations before sums are built, which costs about d/32 direct ones. */
const SETTLING = 32;

/**
 * Follows the direct landscape along a path at O(d^2) a step instead of O(n d). With Q = q G_all + (1-q) G_on (sums of a a^T), q and p of
 * `offWeights`, o an origin (the labels' own plant if `facts` has one, else 0) and delta = w - o,
 *   n f_b(w) = delta.Q.delta/2 + r.delta + c,  gradient (Q delta + r)/n.
 * r and c are n grad f_b(o) and n f_b(o), plus for every sample on here but off at o
 *   r: u a, u = (1-q) z_o - (1-p) y,   c: v = z_o ((1-q) z_o/2 - (1-p) y),   z_o = a.o,
 * and minus that for those off here but on at o: on and off differ by (1-q) z^2/2 - (1-p) y z, z = a.delta + z_o. The sums are compensated;
 * at a plant r = c = 0, so losses near it keep their relative accuracy.
 *
 * Agrees with the direct sum to about 1e-13; if the terms cancel to less than 1e-7 of their size, it is the direct sum.
 */
export function createLazyLoss(
  direct: Landscape,
  input: NeuronLossInput,
  facts: () => SampleFacts,
): Landscape {
  const { features, dimension: d, leak: s, blend: b } = input;
  const n = direct.samples;
  const { quadratic: q, linear: p } = offWeights(s, b);

  function follow(): Landscape {
    const { origin, lengths, atOrigin, labels, planted, gramOf, gramOfAll } = facts();
    const atHome = Uint8Array.from(atOrigin, (z) => (z > 0 ? 1 : 0));
    const active = createActiveSet(features, lengths, Uint8Array.from(atHome));
    const homeLinear = new Float64Array(d);
    const homeConstant = planted ? 0 : n * direct.evaluate(homeLinear, origin);
    for (let j = 0; j < d; j++) homeLinear[j] = planted ? 0 : n * homeLinear[j]!;

    const matrix = new Float64Array(d * d);
    const factors = new Float64Array(n);
    /** Sums of +-u a, then of +-v, over samples that differ from the origin. */
    let differing = createRunningSums(d + 1);
    const linear = new Float64Array(d + 1);
    /** Number of these with a nonzero u or v. */
    let different = 0;
    /** Sums of ||a||^2: all samples, those on, those switched since G_on was built. */
    const whole = lengths.reduce((sum, length) => sum + length * length, 0);
    let held = 0;
    let changed = 0;
    /** True if the sums match the active set; otherwise `calm` counts evaluations with few switches. */
    let current = false;
    let calm = 0;

    /** Adds a sample that switched, or differs from the origin, to r and c. */
    function addDifference(i: number): void {
      const sign = active.on[i] ? 1 : -1;
      const z = atOrigin[i]!;
      const u = (1 - q) * z - (1 - p) * labels[i]!;
      const v = z * (((1 - q) * z) / 2 - (1 - p) * labels[i]!);
      if (u === 0 && v === 0) return;
      different += active.on[i] === atHome[i] ? -1 : 1;
      for (let j = 0; j < d; j++) differing.add(j, sign * u * features[i * d + j]!);
      differing.add(d, sign * v);
    }

    function makeSums(): void {
      differing = createRunningSums(d + 1);
      different = 0;
      held = 0;
      changed = 0;
      for (let i = 0; i < n; i++) {
        if (active.on[i]) held += lengths[i]! * lengths[i]!;
        if (active.on[i] !== atHome[i]) addDifference(i);
      }
      matrix.set(gramOf(active.on));
      if (q === 0) return;
      const all = gramOfAll();
      for (let j = 0; j < matrix.length; j++) matrix[j] = q * all[j]! + (1 - q) * matrix[j]!;
    }

    /** Updates the sums with switched samples, or anew if no dearer or rounding has accumulated. */
    function renewSums(count: number): void {
      let now = 0;
      for (let k = 0; k < count; k++) {
        const i = active.switched[k]!;
        const square = lengths[i]! * lengths[i]!;
        factors[k] = active.on[i] ? 1 - q : q - 1;
        held += active.on[i] ? square : -square;
        now += square;
      }
      changed += now;
      if (now <= held && changed <= STALE * held) {
        addOuterProducts(matrix, features, d, active.switched, factors, count);
        for (let k = 0; k < count; k++) addDifference(active.switched[k]!);
      } else makeSums();
    }

    /** Moves to w's active set; false if the sums do not (yet) pay there. */
    function follows(w: Float64Array): boolean {
      const count = active.moveTo(w);
      if (count * d > RESTLESS * n) {
        current = false;
        calm = 0;
        return false;
      }
      if (current && count === 0) return true;
      if (current) renewSums(count);
      else if (++calm * SETTLING < d) return false;
      else makeSums();
      current = true;
      // Without differing samples the sums must be exactly zero.
      if (different === 0) linear.fill(0);
      else differing.write(linear, 0);
      return true;
    }

    const delta = new Float64Array(d);

    function evaluate(gradient: Float64Array, w: Float64Array): number {
      if (!follows(w)) return direct.evaluate(gradient, w);
      for (let j = 0; j < d; j++) delta[j] = w[j]! - origin[j]!;
      multiplySymmetric(gradient, matrix, delta);
      let loss = homeConstant + linear[d]!;
      let size = Math.abs(homeConstant) + Math.abs(linear[d]!);
      let square = 0;
      for (let j = 0; j < d; j++) {
        const r = homeLinear[j]! + linear[j]!;
        const x = delta[j]!;
        loss += (gradient[j]! / 2 + r) * x;
        size += Math.abs(r * x);
        square += x * x;
        gradient[j] = (gradient[j]! + r) / n;
      }
      size += ((q * whole + (1 - q) * held) * square) / 2;
      return Math.abs(loss) < CANCELLED * size ? direct.evaluate(gradient, w) : loss / n;
    }

    const spare = new Float64Array(d);
    return { ...direct, follow, evaluate, loss: (w) => evaluate(spare, w) };
  }

  return { ...direct, follow };
}

/** Follows every blend on the same samples lazily; finds common facts once, on demand. */
export function followLazily(
  { features, labels, leak, dimension }: Omit<NeuronLossInput, 'blend'>,
  plant: Float64Array | null,
): Follow {
  const facts = once(() => createSampleFacts(features, labels, leak, dimension, plant));
  return (direct, input) => createLazyLoss(direct, input, facts);
}
