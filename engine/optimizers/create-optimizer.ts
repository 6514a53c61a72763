import type { Landscape, Optimizer } from '../contract.ts';
import type { RuleName } from '../run/run-params.ts';
import { createAdam } from './adam.ts';
import { createGradientDescent } from './gradient-descent.ts';
import { createHeavyBall } from './heavy-ball.ts';
import { createMiniBatch } from './mini-batch.ts';
import { createNesterov } from './nesterov.ts';

/** What the rules may be set to; each takes what it needs. */
export interface RuleSettings {
  /** Absolute step length. */
  readonly step: number;
  /** Of heavy ball and Nesterov, in [0, 1). */
  readonly momentum: number;
  /** Decay of Adam's mean of the gradient, in [0, 1). */
  readonly beta1: number;
  /** Decay of Adam's mean of its square, in [0, 1). */
  readonly beta2: number;
  /** Samples of one mini-batch. */
  readonly batch: number;
  /** Seed of the order in which mini-batches take the samples. */
  readonly oseed: number;
}

const FACTORIES: Record<RuleName, (landscape: Landscape, settings: RuleSettings) => Optimizer> = {
  gd: (_, { step }) => createGradientDescent(step),
  heavyball: ({ dimension }, { step, momentum }) => createHeavyBall(dimension, step, momentum),
  nesterov: (landscape, { step, momentum }) => createNesterov(landscape, step, momentum),
  adam: ({ dimension }, { step, beta1, beta2 }) => createAdam(dimension, step, beta1, beta2),
  sgd: (landscape, { step, batch, oseed }) => createMiniBatch(landscape, step, batch, oseed),
};

/**
 * Binds an update rule to a landscape, at rest. Weights and gradients are in the landscape's units (scaled ones, of an instance);
 * non-finite ones stay so, nothing throws but an unknown rule and a seed that is none (RangeError).
 */
export function createOptimizer(rule: RuleName, landscape: Landscape, settings: RuleSettings): Optimizer {
  if (!Object.hasOwn(FACTORIES, rule))
    throw new RangeError(`expected one of ${Object.keys(FACTORIES).join(', ')}; got "${rule}"`);
  return FACTORIES[rule](landscape, settings);
}
