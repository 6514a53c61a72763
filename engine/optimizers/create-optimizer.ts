import type { Landscape, Optimizer } from '../contract.ts';
import type { RuleName } from '../race/race-params.ts';
import { createAdam } from './adam.ts';
import { createGradientDescent } from './gradient-descent.ts';
import { createHeavyBall } from './heavy-ball.ts';
import { createMiniBatch } from './mini-batch.ts';
import { createNesterov } from './nesterov.ts';

/** What the rules may be set to; each takes what it needs. */
export interface RuleSettings {
  /** Absolute step length. */
  readonly step: number;
  readonly momentum: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly batch: number;
  readonly oseed: number;
}

const FACTORIES: Record<RuleName, (landscape: Landscape, settings: RuleSettings) => Optimizer> = {
  gd: (_, { step }) => createGradientDescent(step),
  heavyball: ({ dimension }, { step, momentum }) => createHeavyBall(dimension, step, momentum),
  nesterov: (landscape, { step, momentum }) => createNesterov(landscape, step, momentum),
  adam: ({ dimension }, { step, beta1, beta2 }) => createAdam(dimension, step, beta1, beta2),
  sgd: (landscape, { step, batch, oseed }) => createMiniBatch(landscape, step, batch, oseed),
};

/** Binds an update rule to a landscape, at rest. */
export function createOptimizer(rule: RuleName, landscape: Landscape, settings: RuleSettings): Optimizer {
  return FACTORIES[rule](landscape, settings);
}
