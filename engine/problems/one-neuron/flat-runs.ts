import type { Landscape } from '../../contract.ts';
import { refuseSize } from '../../data/sizes.ts';
import { BOX, drawnAmong, type EnsembleValues, seedOfRun } from '../../ensemble/ensemble-params.ts';
import { largestEigenvalue } from '../../kernels/eigen.ts';
import { createRandom, STREAMS } from '../../kernels/random.ts';
import { allFinite, norm } from '../../kernels/vector.ts';
import type { Values } from '../../params.ts';
import type { FlatRuns } from '../../problem.ts';
import { stepLength } from '../../run/create-run.ts';
import { judge, rests } from '../../run/descent.ts';
import { nearestPower } from '../../run/sizes-of.ts';
import { CRITERIA, STATUSES, type Status } from '../../run/status.ts';
import { isPlanarRecipe, ONE_NEURON } from './card.ts';
import { offWeights } from './data/blend-weights.ts';
import { drawDirection, fillFeatures, fillLabels, type NeuronValues } from './data/make-data.ts';
import { surveySamples } from './data/survey.ts';
import { createNeuronLoss } from './loss.ts';
import { descentMethod } from './method.ts';
import { type Place, pairSums, SIDES } from './population/pair-sums.ts';

const [MOVING, REACHED, UNBOUNDED, DIVERGED] = (['moving', 'reached', 'unbounded', 'diverged'] as const).map(
  (name) => STATUSES.indexOf(name),
) as [number, number, number, number];

/** A vanished gradient or zero loss; distinguished only if the run stays there. */
const STILL = STATUSES.length;

/** Squared length of weights below which no loss overflows, given `SIZES` of rows and labels. */
const FAR = 1e100;

/** Factor beyond a bound of the gain that rounding cannot undo. */
const MARGIN = 2;

/** Relative rounding of sums over at most `PLANE_DIRECT` samples; `SURELY` exceeds a bound despite it. */
const ROUNDED = 1e-9;
const SURELY = 1 + ROUNDED;

/** Returns fast runs for two weights, direct sums and plain descent (the most frequent case), else null. */
export function createFlatRuns(values: Values, ensemble: EnsembleValues): FlatRuns | null {
  const own = values as unknown as NeuronValues;
  const byDescent = own.rule === 'gd' && (!own.unlock || own.rrule === 'gd');
  const isFlat = isPlanarRecipe(values) && descentMethod(own.n, 2) === 'direct' && !own.std;
  return isFlat && byDescent && !ensemble.audit ? flatRuns(own, values, ensemble) : null;
}

function flatRuns(
  own: NeuronValues,
  values: Values,
  { vary, startlaw, limit, within }: EnsembleValues,
): FlatRuns {
  const { n, leak, blend } = own;
  const drawn = drawnAmong(ONE_NEURON.params, values, vary);
  const isDrawn = {
    data: drawn.includes('data'),
    plant: drawn.includes('plant'),
    start: drawn.includes('start'),
  };
  const random = createRandom(0, 0);
  // All memory of a run, reused by the next.
  const features = new Float64Array(2 * n);
  const labels = new Float64Array(n);
  const plant = new Float64Array(2);
  const covariance = new Float64Array(4);
  const room = new Float64Array(4);
  /** Both sides' x, y, left first. */
  const weights = new Float64Array(4);
  const slopes = new Float64Array(4);
  const steps = new Float64Array(2);
  const aways = new Float64Array(2);
  const marks = new Float64Array(4);
  const nextMarks = new Float64Array(2);
  const arrivals = new Int32Array(2);
  const taken = new Int32Array(2);
  const statuses = new Uint8Array(2);
  const settled = new Uint8Array(2);
  /**
   * Bounds that decide a status without the loss. ||grad||^2 above `steeps` times the squared weight size has not vanished; the loss is
   * then nonzero if ||grad||^2 > `highs` or misfit > `lows`. Well below, and at most `stills` times the misfit, it has vanished.
   */
  const steeps = new Float64Array(2);
  const highs = new Float64Array(2);
  const lows = new Float64Array(2);
  const stills = new Float64Array(2);
  /** Points (x, y) of the last misfit sums, lower bounds of their roots, and a root's largest fall per unit length. */
  const summed = new Float64Array(4);
  const roots = new Float64Array(2);
  let fall = 0;
  /** Distance at which the plant is reached, and the squared size of weights. */
  const near = new Float64Array(2);
  /** Seeds in memory: data, plant. */
  const seeds = Float64Array.of(-1, -1);
  const input = { features, labels, dimension: 2, leak };
  const sums = pairSums(input, offWeights(leak, 0), offWeights(leak, blend));
  const sizes = { labels: 1, weights: 1 };
  const judges = [createJudge(0, 0), createJudge(1, blend)] as const;
  let k = 0;

  /** Draws and measures a run's data and plant, unless unchanged. */
  function prepare(data: number, planted: number): void {
    if (data === seeds[0] && planted === seeds[1]) return;
    seeds.fill(-1);
    if (own.plant && !isDrawn.plant) plant.set(own.plant);
    else {
      random.reseed(planted, STREAMS.plant);
      drawDirection(plant, random);
    }
    random.reseed(data, STREAMS.data);
    fillFeatures(features, 2, own, random);
    fillLabels(labels, features, plant, own, random);
    let xx = 0;
    let xy = 0;
    let yy = 0;
    let most = 0;
    let least = 0;
    let mostX = 0;
    let mostY = 0;
    for (let i = 0; i < n; i++) {
      const x = features[2 * i]!;
      const y = features[2 * i + 1]!;
      const label = labels[i]!;
      xx += x * x;
      xy += x * y;
      yy += y * y;
      mostX = Math.max(mostX, Math.abs(x));
      mostY = Math.max(mostY, Math.abs(y));
      most = Math.max(most, label);
      least = Math.min(least, label);
    }
    most = Math.max(most, -least);
    refuseSize('x1', mostX);
    refuseSize('x2', mostY);
    refuseSize('y', most);
    covariance[0] = xx / n;
    covariance[1] = xy / n;
    covariance[2] = xy / n;
    covariance[3] = yy / n;
    const smoothness = largestEigenvalue(covariance, 2, undefined, room);
    const plantNorm = norm(plant);
    sizes.labels = nearestPower(most || plantNorm);
    sizes.weights = nearestPower(plantNorm);
    near[0] = CRITERIA.reached * plantNorm;
    near[1] = sizes.weights * sizes.weights;
    steps[0] = stepLength(own.c, own.step, smoothness);
    steps[1] = own.unlock ? stepLength(own.rc, own.rstep, smoothness) : steps[0];
    // The covariance's least eigenvalue, minus possible rounding.
    const flattest = ((1 - 1e-12) * (xx * yy) - xy * xy) / n / n / smoothness;
    for (const side of SIDES) {
      // ||grad||^2 <= 2 L misfit by Cauchy-Schwarz, and the gain is at most ||grad||^2 / (2 flattest misfit).
      const zero = SURELY * CRITERIA.global * sizes.labels * sizes.labels;
      const isUnbounded = judges[side].meet(smoothness, plantNorm, least < 0);
      highs[side] = isUnbounded ? Number.POSITIVE_INFINITY : 2 * smoothness * zero;
      lows[side] = isUnbounded ? Number.POSITIVE_INFINITY : zero;
      stills[side] = isUnbounded ? Number.NaN : (2 / MARGIN) * CRITERIA.gain * flattest;
      steeps[side] = SURELY * CRITERIA.gradient * CRITERIA.gradient * smoothness * smoothness;
    }
    sums.load();
    fall = SURELY * Math.sqrt(smoothness / 2);
    seeds[0] = data;
    seeds[1] = planted;
  }

  function start(seed: number): void {
    if (own.start && !isDrawn.start) weights.set(own.start);
    else {
      random.reseed(seed, STREAMS.start);
      if (isDrawn.start && startlaw === 'box')
        for (let j = 0; j < 2; j++) weights[j] = BOX * (2 * random.uniform() - 1);
      else random.fill(weights, 0, 2);
      if (isDrawn.start && startlaw === 'unit') {
        const length = Math.sqrt(weights[0]! * weights[0]! + weights[1]! * weights[1]!);
        weights[0] = weights[0]! / length;
        weights[1] = weights[1]! / length;
      }
    }
    weights.copyWithin(2, 0, 2);
  }

  /** Applies the criteria themselves to a side, with its loss. */
  function createJudge(side: Place, b: number) {
    const landscape = createNeuronLoss({ ...input, blend: b });
    /** Created on demand, because few runs need it. */
    let met: Landscape | null = null;
    const meetAll = () =>
      (met ??= createNeuronLoss(
        { ...input, blend: b },
        undefined,
        surveySamples(features, labels, 2, covariance),
      ));
    let unbounded = false;
    const judged = {
      ...landscape,
      nonNegative: true,
      isDead: (w: Float64Array) => meetAll().isDead(w),
      runsOff: (w: Float64Array) => unbounded && meetAll().runsOff(w),
      gain: (gradient: Float64Array, w: Float64Array, loss: number) => meetAll().gain!(gradient, w, loss),
    };
    const standing = {
      landscape: judged as Landscape,
      smoothness: 0,
      weights: weights.subarray(2 * side, 2 * side + 2),
      gradient: slopes.subarray(2 * side, 2 * side + 2),
      loss: Number.NaN,
      gradientNorm: Number.NaN,
      distance: Number.NaN,
      plantNorm: Number.NaN,
      drift: 0,
      relative: false,
      sizes,
    };
    return {
      /** Takes the measures of new data; returns true if the loss is unbounded. */
      meet(smoothness: number, plantNorm: number, someNegative: boolean): boolean {
        met = null;
        judged.nonNegative = b === 0 || leak > 0 || !someNegative;
        unbounded = b > 0 && leak === 0 && someNegative && meetAll().unbounded;
        standing.smoothness = smoothness;
        standing.plantNorm = plantNorm;
        return unbounded;
      },
      status(away: number): Status {
        const { gradient, weights: w } = standing;
        standing.loss = landscape.evaluate(gradient, w);
        standing.gradientNorm = norm(gradient);
        standing.distance = away;
        const isSound = Number.isFinite(standing.loss) && Number.isFinite(standing.gradientNorm);
        if (!isSound || !allFinite(w)) return 'diverged';
        return statuses[side] === UNBOUNDED ? 'unbounded' : judge(standing);
      },
      rests: () => rests(standing),
    };
  }

  function move(side: Place): void {
    const x = 2 * side;
    weights[x] = weights[x]! + -steps[side]! * slopes[x]!;
    weights[x + 1] = weights[x + 1]! + -steps[side]! * slopes[x + 1]!;
  }

  /** Records a side after step k as `createDescent` and `createContest` do, bit for bit; skips losses that decide nothing. */
  function look(side: Place): void {
    const x = weights[2 * side]!;
    const y = weights[2 * side + 1]!;
    const gx = slopes[2 * side]!;
    const gy = slopes[2 * side + 1]!;
    const dx = x - plant[0]!;
    const dy = y - plant[1]!;
    const away = Math.sqrt(dx * dx + dy * dy);
    const square = x * x + y * y;
    const steepness = gx * gx + gy * gy;
    const steep = steeps[side]! * Math.max(square, near[1]!);
    let status: number;
    let isAtRest: boolean | null = null;
    if (square < FAR && steepness > steep && (steepness > highs[side]! || isMissed(side, 1, lows[side]!))) {
      status = away <= near[0]! ? REACHED : MOVING;
      isAtRest = false;
    } else if (square < FAR && steepness * SURELY ** 2 <= steep && isMissed(side, stills[side]!, steepness)) {
      status = away <= near[0]! ? REACHED : STILL;
      isAtRest = true;
    } else status = STATUSES.indexOf(judges[side].status(away));
    statuses[side] = status;
    taken[side] = k;
    aways[side] = status === DIVERGED ? Number.POSITIVE_INFINITY : away;
    if (arrivals[side]! < 0 && aways[side]! <= within) arrivals[side] = k;
    if (status === MOVING) return;
    if (status === DIVERGED || (comesAgain(side, x, y) && arrivals[side]! < 0)) settled[side] = 1;
    else if (arrivals[side]! >= 0 && (status !== REACHED || (isAtRest ?? judges[side].rests())))
      settled[side] = 1;
  }

  /**
   * True if a side's misfit times a factor is at least a level. Its root, ||relu(A w) - y|| / sqrt(2n), changes by at most sqrt(L/2) times
   * the change of w, so the last sum usually decides.
   */
  function isMissed(side: Place, factor: number, level: number): boolean {
    const x = weights[2 * side]!;
    const y = weights[2 * side + 1]!;
    const dx = x - summed[2 * side]!;
    const dy = y - summed[2 * side + 1]!;
    const root = roots[side]! - fall * Math.sqrt(dx * dx + dy * dy);
    if (root > 0 && factor * root * root >= level) return true;
    const misfit = sums.misfit(x, y);
    summed[2 * side] = x;
    summed[2 * side + 1] = y;
    roots[side] = (1 - ROUNDED) * Math.sqrt(misfit) - ROUNDED * fall * Math.sqrt(x * x + y * y);
    return factor * misfit >= level;
  }

  /** Detects cycles by Brent's method (`createRepeatWatch`). */
  function comesAgain(side: Place, x: number, y: number): boolean {
    if (x === marks[2 * side] && y === marks[2 * side + 1]) return true;
    if (k >= nextMarks[side]!) {
      marks[2 * side] = x;
      marks[2 * side + 1] = y;
      nextMarks[side] = 2 * k;
    }
    return false;
  }

  return {
    begin(run) {
      prepare(
        isDrawn.data ? seedOfRun(own.seed, run) : own.seed,
        isDrawn.plant ? seedOfRun(own.pseed, run) : own.pseed,
      );
      start(isDrawn.start ? seedOfRun(own.sseed, run) : own.sseed);
      k = 0;
      marks.fill(Number.NaN);
      nextMarks.fill(0);
      arrivals.fill(-1);
      statuses.fill(MOVING);
      settled.fill(0);
      roots.fill(Number.NaN);
    },
    goOn(most) {
      for (let i = 0; i < most; i++) {
        if (k > limit) return false;
        if (k > 0) {
          if (settled[0] === 0) move(0);
          if (settled[1] === 0) move(1);
        }
        if (settled[0] === settled[1]) sums.slopes(slopes, weights);
        else sums.slope(slopes, weights, settled[0] === 0 ? 0 : 1);
        if (settled[0] === 0) look(0);
        if (settled[1] === 0) look(1);
        k++;
        if (settled[0] === 1 && settled[1] === 1) return false;
      }
      return true;
    },
    write(columns, row) {
      for (const side of SIDES) {
        const of = side === 0 ? columns.left : columns.right;
        of.arrivals[row] = arrivals[side]!;
        of.aways[row] = aways[side]!;
        of.steps[row] = taken[side]!;
        const rested = statuses[side] === REACHED && settled[side] === 1 && arrivals[side]! < 0;
        of.statuses[row] =
          rested || statuses[side] === STILL
            ? STATUSES.indexOf(judges[side].status(rested ? Number.NaN : aways[side]!))
            : statuses[side]!;
      }
    },
  };
}
