import type { FormulaFacts, Topic } from './formula-facts.ts';
import { liftTopics } from './lift-topics.ts';
import { networkTopics } from './network-topics.ts';
import { neuronTopics } from './neuron-topics.ts';
import { ruleTopic } from './rule-topic.ts';

/** A problem that nobody has written an explanation for: that there is none, and how its sides move. */
function otherTopics(facts: FormulaFacts): Topic[] {
  return [{ id: 'other', lines: [{ say: 'explain.say.other' }] }, ruleTopic(facts)];
}

/** The topics for the problem that is shown, as it is set now. */
export function topicsOf(facts: FormulaFacts): Topic[] {
  if (facts.problem === 'lift') return liftTopics(facts);
  if (facts.problem === 'two-layer') return networkTopics(facts);
  return facts.problem === 'one-neuron' ? neuronTopics(facts) : otherTopics(facts);
}
