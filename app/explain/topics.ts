import type { FormulaFacts, Topic } from './formula-facts.ts';
import { liftTopics } from './lift-topics.ts';
import { networkTopics } from './network-topics.ts';
import { neuronTopics } from './neuron-topics.ts';

/** The topics for the problem that is shown, as it is set now. */
export function topicsOf(facts: FormulaFacts): Topic[] {
  if (facts.problem === 'lift') return liftTopics(facts);
  return facts.problem === 'two-layer' ? networkTopics(facts) : neuronTopics(facts);
}
