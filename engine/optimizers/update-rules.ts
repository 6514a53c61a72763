import type { Landscape, Optimizer } from '../contract.ts';
import { createRandom, STREAMS, shuffle } from '../kernels/random.ts';
import { addScaled } from '../kernels/vector.ts';
import type { RuleName } from '../run/run-params.ts';
import type { Language } from '../scenario/languages.ts';

/** Settings of the rules; each uses what it needs. */
export interface RuleSettings {
  readonly step: number;
  /** Momentum of heavy ball and Nesterov, in [0, 1). */
  readonly momentum: number;
  /** Decay of Adam's mean of the gradient, in [0, 1). */
  readonly beta1: number;
  /** Decay of Adam's mean of its square, in [0, 1). */
  readonly beta2: number;
  readonly batch: number;
  /** Seed of the sample order of mini-batches. */
  readonly oseed: number;
}

/** Gradient descent with an absolute step: w <- w - step grad(w) (docs/mathematics.md, section 10). */
export function createGradientDescent(step: number): Optimizer {
  return {
    carriesVelocity: false,
    evaluationsPerStep: 1,
    step: (w, gradient) => addScaled(w, gradient, -step),
  };
}

/** Heavy ball over d = `dimension` weights: v <- momentum v - step grad(w), w <- w + v, v = 0 at first (Polyak 1964; docs/mathematics.md, section 10). */
export function createHeavyBall(dimension: number, step: number, momentum: number): Optimizer {
  const velocity = new Float64Array(dimension);
  return {
    carriesVelocity: true,
    evaluationsPerStep: 1,
    remember: () => ({ velocity: velocity.slice() }),
    step(w, gradient) {
      for (let j = 0; j < dimension; j++) {
        velocity[j] = momentum * velocity[j]! - step * gradient[j]!;
        w[j] = w[j]! + velocity[j]!;
      }
    },
  };
}

/**
 * Nesterov's momentum: v <- momentum v - step grad(w + momentum v), w <- w + v, v = 0 at first (Nesterov 1983 in the form of Sutskever et
 * al. 2013, constant momentum; docs/mathematics.md, section 10). It takes the gradient at the look-ahead point, so the one at w is unused.
 */
export function createNesterov(landscape: Landscape, step: number, momentum: number): Optimizer {
  const d = landscape.dimension;
  const velocity = new Float64Array(d);
  const ahead = new Float64Array(d);
  const slope = new Float64Array(d);
  return {
    carriesVelocity: true,
    evaluationsPerStep: 1,
    remember: () => ({ velocity: velocity.slice() }),
    step(w) {
      for (let j = 0; j < d; j++) ahead[j] = w[j]! + momentum * velocity[j]!;
      landscape.evaluate(slope, ahead);
      for (let j = 0; j < d; j++) {
        velocity[j] = momentum * velocity[j]! - step * slope[j]!;
        w[j] = w[j]! + velocity[j]!;
      }
    },
  };
}

/**
 * Adam (Kingma & Ba 2015, algorithm 1; docs/mathematics.md, section 10): m and v are running means of the gradient and its square, both divided by
 * 1 - beta^t; w <- w - step m / (sqrt(v) + 1e-8).
 */
export function createAdam(dimension: number, step: number, beta1: number, beta2: number): Optimizer {
  const first = new Float64Array(dimension);
  const second = new Float64Array(dimension);
  let power1 = 1;
  let power2 = 1;
  return {
    carriesVelocity: true,
    evaluationsPerStep: 1,
    remember: () => ({
      means: {
        first: first.map((mean) => mean / (1 - power1)),
        second: second.map((square) => square / (1 - power2)),
      },
    }),
    step(w, gradient) {
      power1 *= beta1;
      power2 *= beta2;
      for (let j = 0; j < dimension; j++) {
        const g = gradient[j]!;
        first[j] = beta1 * first[j]! + (1 - beta1) * g;
        second[j] = beta2 * second[j]! + (1 - beta2) * g * g;
        const mean = first[j]! / (1 - power1);
        const square = second[j]! / (1 - power2);
        w[j] = w[j]! - (step * mean) / (Math.sqrt(square) + 1e-8);
      }
    },
  };
}

/**
 * Mini-batch stochastic gradient descent: w <- w - step (mean gradient of the batch). Every epoch takes the samples once in a newly
 * shuffled order (Fisher-Yates from `seed`), `batch` at a time; its last batch may be smaller. Two sides with one seed use the same batches
 * (docs/mathematics.md, section 10). With infinitely many samples every step uses all of them.
 */
export function createMiniBatch(landscape: Landscape, step: number, batch: number, seed: number): Optimizer {
  const n = landscape.samples;
  if (n === Number.POSITIVE_INFINITY) return createGradientDescent(step);
  const size = Math.min(batch, n);
  const order = Int32Array.from({ length: n }, (_, i) => i);
  const random = createRandom(seed, STREAMS.order);
  const slope = new Float64Array(landscape.dimension);
  let from = n;
  return {
    carriesVelocity: false,
    evaluationsPerStep: size / n,
    step(w) {
      if (from >= n) {
        shuffle(order, random);
        from = 0;
      }
      const to = Math.min(n, from + size);
      landscape.batchGradient(slope, w, order, from, to);
      from = to;
      addScaled(w, slope, -step);
    },
  };
}

/**
 * Constructors of the rules; below, their Python classes and formulae. Three separate tables, so that a bundle carries only what it reads.
 * Rule names are in run-params.ts.
 */
const FACTORIES: Record<RuleName, (landscape: Landscape, settings: RuleSettings) => Optimizer> = {
  gd: (_, { step }) => createGradientDescent(step),
  heavyball: ({ dimension }, { step, momentum }) => createHeavyBall(dimension, step, momentum),
  nesterov: (landscape, { step, momentum }) => createNesterov(landscape, step, momentum),
  adam: ({ dimension }, { step, beta1, beta2 }) => createAdam(dimension, step, beta1, beta2),
  sgd: (landscape, { step, batch, oseed }) => createMiniBatch(landscape, step, batch, oseed),
};

/**
 * Binds an update rule to a landscape, at rest. Weights and gradients are in the landscape's units (scaled, for an instance); non-finite
 * ones stay so. Throws RangeError only for an unknown rule or an invalid seed.
 */
export function createOptimizer(rule: RuleName, landscape: Landscape, settings: RuleSettings): Optimizer {
  if (!Object.hasOwn(FACTORIES, rule))
    throw new RangeError(`expected one of ${Object.keys(FACTORIES).join(', ')}; got "${rule}"`);
  return FACTORIES[rule](landscape, settings);
}

/** Class in `twin_descent.py` with the same digits for each rule, and its arguments after the step. */
export const RULE_CLASSES: Readonly<
  Record<RuleName, readonly [name: string, ...takes: Exclude<keyof RuleSettings, 'step'>[]]>
> = {
  gd: ['GradientDescent'],
  heavyball: ['HeavyBall', 'momentum'],
  nesterov: ['Nesterov', 'momentum'],
  adam: ['Adam', 'beta1', 'beta2'],
  sgd: ['MiniBatch', 'batch', 'oseed'],
};

export interface RuleSymbols {
  /** w_k, w_(k+1) of the side, and its slope. */
  readonly w: string;
  readonly next: string;
  readonly slope: string;
  /** True if the side has a region, onto which a new point is projected. */
  readonly projects: boolean;
  readonly projected: (tex: string) => string;
  /** Line break for two-letter iterates, whose line is too long for a drawer: the subtrahend goes to the next line. */
  readonly broken: string;
  readonly number: (value: number) => string;
}

interface RuleFormula {
  /** Text below the formula: a message key, or the words themselves. */
  readonly say: string | Readonly<Record<Language, string>>;
  readonly tex: (symbols: RuleSymbols, settings: Omit<RuleSettings, 'step' | 'oseed'>) => string;
}

export const RULE_FORMULAE: Readonly<Record<RuleName, RuleFormula>> = {
  gd: {
    say: 'explain.say.gd',
    tex: ({ w, next, slope, projects, projected, broken }) =>
      projects
        ? `\\begin{aligned}${next}&=${projected(`${w}${broken}-\\eta\\,${slope}(${w})`)}\\end{aligned}`
        : `${next}=${w}-\\eta\\,${slope}(${w})`,
  },
  heavyball: {
    say: 'explain.say.heavyball',
    tex: ({ w, next, slope, projected, number }, { momentum }) =>
      `\\begin{aligned}v_{k+1}&=${number(momentum)}\\,v_k-\\eta\\,${slope}(${w})\\\\ ${next}&=${projected(`${w}+v_{k+1}`)}\\end{aligned}`,
  },
  nesterov: {
    say: 'explain.say.nesterov',
    tex: ({ w, next, slope, projected, broken, number }, { momentum }) =>
      `\\begin{aligned}v_{k+1}&=${number(momentum)}\\,v_k${broken}-\\eta\\,${slope}\\bigl(${w}+${number(momentum)}\\,v_k\\bigr)\\\\ ${next}&=${projected(`${w}+v_{k+1}`)}\\end{aligned}`,
  },
  adam: {
    say: 'explain.say.adam',
    tex: ({ w, next, slope, projected, broken, number }, { beta1, beta2 }) =>
      `\\begin{aligned}m_{k+1}&=${number(beta1)}\\,m_k+${number(1 - beta1)}\\,${slope}(${w})\\\\ u_{k+1}&=${number(beta2)}\\,u_k${broken}+${number(1 - beta2)}\\,${slope}(${w})^2\\\\ ${next}&=${projected(`${w}${broken}-\\eta\\,\\frac{\\hat m_{k+1}}{\\sqrt{\\hat u_{k+1}}+10^{-8}}`)}\\end{aligned}`,
  },
  sgd: {
    say: 'explain.say.sgd',
    tex: ({ w, next, slope, projected, broken }, { batch }) =>
      `\\begin{aligned}${next}&=${projected(`${w}${broken}-\\frac{\\eta}{\\lvert B_k\\rvert}\\sum_{i\\in B_k}${slope}_i(${w})`)},\\\\ &\\quad\\lvert B_k\\rvert\\le ${batch}\\end{aligned}`,
  },
};
